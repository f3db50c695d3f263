/// A campaign: who reports what by when, and what is made of it. Its reader proves that every name refers to
/// something that exists.
public struct Campaign: Sendable {
  /// The campaign's name.
  public var name: String
  /// The title of the bulletin.
  public var title: String
  /// The office that publishes.
  public var organisation: String
  /// How the office is reached, such as its name and telephone; empty where nothing is said of it.
  public var contact = ""
  /// The language of headings, messages and bulletins.
  public var language: Language
  /// The levels from the top down.
  public var levels: Levels
  /// The lengths of the codes of each level below the top, ascending from 2 up, where the tree is in the codes and no
  /// registry need be there; else empty.
  public var prefixes: [Int] = []
  /// The groups; referred to by position.
  public var groups: [String]
  /// Those of them that follow from others, each after those that it follows from.
  public var derivedGroups: [DerivedGroup] = []
  /// When returns are due.
  public var deadline: Deadline
  /// Minutes by which the campaign's clock is ahead of UTC.
  public var utcOffset: Int
  /// The forms.
  public var forms: [Form]
  /// The items of all forms, one form after another; referred to by position. Ids are distinct.
  public var items: [Item]
  /// The indicators in the order of the bulletin.
  public var indicators: [Indicator]
  /// What the bulletin shows.
  public var bulletin: BulletinPlan
  /// What the data must fulfil for a run to succeed.
  public var gate: Gate
  /// What a month's folder holds beside Markdown and CSV.
  public var outputs = Set(OutputKind.allCases)
  /// What returns are checked for.
  public var checks: CheckPlan
  /// What targets and tasks say of the units that they bind, each condition once, over groups and `level`; at most 64,
  /// referred to by position.
  public var unitConditions: [String] = []
  /// What figures should be by when; of several of one series the first binds a unit whose condition it meets.
  public var targets: [Target] = []
  /// The stretches of the campaign, ascending and apart.
  public var phases: [Phase] = []
  /// Who is put on the supervision list.
  public var supervision = SupervisionPlan()
  /// Marks made of several shares.
  public var scores: [Score] = []
  /// The ledgers, each with a form of its own in ``forms``.
  public var ledgers: [Ledger] = []
  /// The office's own words for the bulletin, by the names of their files; in the language of the campaign.
  public var templates: [CampaignTemplate] = []

  /// A campaign as its reader has proved it.
  public init(
    name: String, title: String, organisation: String, language: Language, levels: Levels,
    groups: [String], deadline: Deadline, utcOffset: Int, forms: [Form], items: [Item],
    indicators: [Indicator], bulletin: BulletinPlan, gate: Gate, checks: CheckPlan = CheckPlan()
  ) {
    self.name = name
    self.title = title
    self.organisation = organisation
    self.language = language
    self.levels = levels
    self.groups = groups
    self.deadline = deadline
    self.utcOffset = utcOffset
    self.forms = forms
    self.items = items
    self.indicators = indicators
    self.bulletin = bulletin
    self.gate = gate
    self.checks = checks
  }

  /// The form that an item belongs to, as a position in ``forms``.
  public func form(ofItem item: Int) -> Int {
    forms.firstIndex { $0.items.contains(item) } ?? 0
  }
}

/// When the returns of a month are due.
public struct Deadline: Hashable, Sendable {
  /// The day of the month, 1…31; the last day where the month is shorter.
  public var dayOfMonth: Int
  /// How many months after the month reported: 1 for the following month.
  public var monthsAfter: Int
  /// Statutory holidays, which postpone the deadline; weekends do not.
  public var holidays: Set<Day>

  /// A deadline; `dayOfMonth` is 1…31, `monthsAfter` 0…12.
  public init(dayOfMonth: Int, monthsAfter: Int, holidays: Set<Day>) {
    self.dayOfMonth = dayOfMonth
    self.monthsAfter = monthsAfter
    self.holidays = holidays
  }

  /// The last day on which the returns of `month` are on time.
  public func day(for month: Month) -> Day {
    var due = month
    for _ in 0..<monthsAfter { due = due.next ?? due }
    let first = Day(year: due.year, month: due.number, day: 1) ?? Day(number: 0)
    var day = Day(number: first.number + min(dayOfMonth, Day.length(of: due)) - 1)
    while holidays.contains(day) { day = Day(number: day.number + 1) }
    return day
  }
}

/// What the data must fulfil for a run to succeed (exit code 0, not 65).
public struct Gate: Hashable, Sendable {
  /// The least share of expected returns that must count, in whole percent; 0 for no gate.
  public var received: Int
  /// The most findings that may reject something; `nil` for no gate.
  public var rejected: Int?

  /// Gates; `received` is 0…100.
  public init(received: Int = 0, rejected: Int? = nil) {
    self.received = received
    self.rejected = rejected
  }
}
