import Model
import Synchronization

/// Where the rows of ledgers go, and what is wanted of files beside them.
struct RowSink {
  /// Takes the rows.
  var rows: ((LedgerRows) -> Void)?
  /// Keeps keys over files; where there are none, each table has its own, and rows of totals are checked.
  var keys: KeyRegister?
  /// Where rows may be of any month, what reading them needs.
  var months: MonthContexts?
  /// Whether the file's digest is wanted.
  var wantsDigest = true
  /// Whether nothing is wanted but which column holds what.
  var wantsHeadingsOnly = false
  /// Whether plain rows are read without making records of them; tests compare both.
  var usesLane = true
}

/// What reading rows of any month needs, made when the first row of a month is met. Months of the same tree share it.
final class MonthContexts: Sendable {
  /// What is needed for rows of the month that the roster is of.
  let first: ReadingContext
  private let campaign: Campaign
  private let registry: Registry
  private let most: Int
  private let made: Mutex<(contexts: [Month: ReadingContext], isFull: Bool)>

  /// The roster is that of any month, to begin with; a hostile file may name a month a row, so that there are at most so
  /// many.
  init(campaign: Campaign, registry: Registry, _ roster: Roster, most: Int = FigureReader.mostMonths) {
    self.campaign = campaign.asRead
    self.registry = registry
    self.most = most
    first = ReadingContext(campaign: self.campaign, registry: registry, roster: roster)
    made = Mutex(([roster.month: first], false))
  }

  /// Whether rows were of more months.
  var isFull: Bool { made.withLock { $0.isFull } }

  /// What is needed for rows of a month; `nil` where it is one too many.
  func context(of month: Month) -> ReadingContext? {
    made.withLock { made in
      if let known = made.contexts[month] { return known }
      guard made.contexts.count <= most else {
        made.isFull = true
        return nil
      }
      let context = ReadingContext(
        campaign: campaign, registry: registry, roster: registry.roster(in: month, like: first.roster))
      made.contexts[month] = context
      return context
    }
  }
}
