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

/// What reading rows of any month needs, made when the first row of a month is met.
final class MonthContexts: Sendable {
  /// How many months are kept at a time: a hostile file may name a month a row, and each holds the whole tree.
  static let most = 64

  private let campaign: Campaign
  private let registry: Registry
  private let roster: Roster
  private let made = Mutex<[Month: ReadingContext]>([:])

  /// The roster is that of any month, to begin with.
  init(campaign: Campaign, registry: Registry, _ roster: Roster) {
    self.campaign = campaign.asRead
    self.registry = registry
    self.roster = roster
  }

  /// How many are kept.
  var count: Int { made.withLock { $0.count } }

  func context(of month: Month) -> ReadingContext {
    made.withLock { made in
      if let known = made[month] { return known }
      let context = ReadingContext(
        campaign: campaign, registry: registry, roster: registry.roster(in: month, like: roster))
      if made.count >= MonthContexts.most { made.removeAll() }
      made[month] = context
      return context
    }
  }
}
