public import Model

/// How many answers of units' rows are read: each takes nine bytes, where a hostile file has a row of them in ten.
///
/// Both allow for all rows that are expected several times over, as files are sent again.
public struct AnswerLimits: Sendable {
  /// The least that either is.
  public static let least = (file: 1 << 24, month: 1 << 25)

  /// The most cells of ledgers' rows of a file. In ``Model/Ledger/Mode/changes`` each takes nine bytes, too.
  public static let ledgerCells = 1 << 26
  /// The most bytes that are kept of the rows of ledgers of a month's files.
  public static let ledgerBytes = 1 << 30

  /// Of one file.
  public let file: Int
  /// Of all files of a month together.
  public let month: Int

  /// The limits of a campaign in a month.
  public init(_ campaign: Campaign, _ roster: Roster) {
    let items = campaign.forms.filter { $0.ledger == nil }.reduce(0) { $0 + $1.items.count }
    let (all, overflow) = roster.count.multipliedReportingOverflow(by: items)
    let expected = overflow ? Int.max / 4 : min(all, Int.max / 4)
    file = max(AnswerLimits.least.file, 2 * expected)
    month = max(AnswerLimits.least.month, 4 * expected)
  }
}
