public import Model

/// What one unit's bulletin of one month is made of. All numbers are computed; rendering only says them.
public struct Edition: Sendable {
  /// The campaign.
  public var campaign: Campaign
  /// The month's returns.
  public var returns: Returns { didSet { noteSources = NoteSources() } }
  /// The unit whose bulletin it is, as an index of the roster.
  public var unit: Int
  /// The figures of the unit and of its children, by unit.
  public var figures: [Int: [Figure]]
  /// Who has reported, form by form.
  public var reporting: [FormReporting]
  /// The children in the order of their rank.
  public var ranking: [Ranked]
  /// The last day on which returns were on time.
  public var due: Day
  /// The findings in the order of their places.
  public var findings: [Finding]
  /// The months that the figures are about: one, unless the edition is of a longer period.
  public var period: Period
  /// How the figures stand to what was published.
  public var vintage = Vintage.working
  /// What changed since the month before; `nil` where the history does not have it.
  public var comparison: Comparison?
  /// Months that are known up to the edition's own, ascending, by ``rankKey``; empty where they are not looked for.
  public var trend: [TrendMonth] = []
  /// What is no longer as published of the month before, for the edition's unit; as indices of this month's roster.
  public var earlierErrata: [Erratum] = []
  /// Whether a gate of the campaign is missed, so that the edition is provisional (初步).
  public var isProvisional = false
  /// Who reported in each month of the period; empty for a month.
  public var periodCoverage: [PeriodMonth] = []
  /// Statements beside the sums of the units below, of any units of the tree; empty where none is compared.
  public var reconciliation: [Reconciled] = []
  /// What is known of each ledger, for the unit and its children.
  public var ledgers: [LedgerOverview] = []
  /// The same with movements since the month that ``comparison`` is with, where that is not the month before.
  public var ledgersSince: [LedgerOverview] = []
  /// What is reported beside what ledgers add up to, of any units of the tree; empty where no item names a ledger's.
  public var ledgerReconciliation: [LedgerReconciled] = []
  /// How the unit and its children stand to what the campaign aims at; `nil` where it aims at nothing.
  public var goals: Goals?
  /// What is known of where the returns stand.
  private(set) var noteSources = NoteSources()

  /// An edition of a month, not published, compared with nothing.
  public init(
    campaign: Campaign, returns: Returns, unit: Int, figures: [Int: [Figure]],
    reporting: [FormReporting], ranking: [Ranked], due: Day, findings: [Finding]
  ) {
    self.campaign = campaign
    self.returns = returns
    self.unit = unit
    self.figures = figures
    self.reporting = reporting
    self.ranking = ranking
    self.due = due
    self.findings = findings
    period = .month(returns.roster.month)
  }

  /// The tree.
  public var roster: Roster { returns.roster }
  /// The language.
  public var language: Language { campaign.language }

  /// A figure of the unit or of one of its children.
  public func figure(_ unit: Int, _ indicator: Int, level: Int? = nil, part: Int? = nil) -> Figure? {
    figures[unit]?.first { $0.indicator == indicator && $0.level == level && $0.part == part }
  }
}

/// Who has reported one form.
public struct FormReporting: Sendable {
  /// The position of the form in ``Model/Campaign/forms``.
  public var form: Int
  /// The state of each unit's return, by index of the roster.
  public var punctuality: [Punctuality]
  /// The numbers at and below a unit by the rank of the level, for the edition's unit and its children.
  public var byLevel: [Int: [ReportingTally]]

  /// The reporting of a form.
  public init(form: Int, punctuality: [Punctuality], byLevel: [Int: [ReportingTally]]) {
    self.form = form
    self.punctuality = punctuality
    self.byLevel = byLevel
  }

  /// The numbers at and below a unit over all levels.
  public func total(_ unit: Int) -> ReportingTally {
    (byLevel[unit] ?? []).reduce(into: ReportingTally()) { $0.add($1) }
  }
}

/// A child unit and its place.
public struct Ranked: Hashable, Sendable {
  /// The unit.
  public var unit: Int
  /// Its place, 1 for the best, shared by equals; `nil` where it cannot be ranked.
  public var rank: Int?

  /// A child unit and its place.
  public init(unit: Int, rank: Int?) {
    self.unit = unit
    self.rank = rank
  }
}
