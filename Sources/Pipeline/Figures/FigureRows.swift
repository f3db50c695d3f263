import Aggregate
import Model
import Render
import Synchronization

/// Makes the rows of figures, month by month; of what was read each month is let go of when it is made.
final class FigureRows: Sendable {
  private let campaign: Campaign
  /// The lowest level, by rank.
  private let depth: Int
  private let read: Mutex<FigureReading>

  init(campaign: Campaign, depth: Int, _ read: consuming FigureReading) {
    self.campaign = campaign
    self.depth = depth
    self.read = Mutex(read)
  }

  /// The figures of a month, to be written, and how many findings there are of each kind.
  func month(_ roster: Roster) throws(Failure) -> MonthRows {
    var part = read.withLock { $0.taking(roster.month) }
    let returns = part.returns(campaign, roster)
    return MonthRows(campaign, depth, returns, try Figures.of(campaign, returns), part.findings)
  }

  /// The same, made by several threads at once.
  func month(_ roster: Roster, threads: Int) async throws(Failure) -> MonthRows {
    var part = read.withLock { $0.taking(roster.month) }
    let returns = try await part.returns(campaign, roster, threads: threads)
    let figures = try await Figures.of(campaign, returns, threads: threads)
    return MonthRows(campaign, depth, returns, figures, part.findings)
  }
}

/// The figures of a month, to be written as rows.
struct MonthRows: Sendable {
  /// How many findings there are of each kind.
  let findings: [String: Int]
  private let csv: UnitFiguresCSV
  private let depth: Int
  private let roster: Roster
  private let figures: Figures
  /// How many returns there are at and below each unit, and how many are expected, of all forms.
  private var received, expected: [Int32]

  init(
    _ campaign: Campaign, _ depth: Int, _ returns: Returns, _ figures: Figures, _ findings: [String: Int]
  ) {
    self.findings = findings
    self.depth = depth
    roster = returns.roster
    self.figures = figures
    csv = UnitFiguresCSV(campaign, figures.wideColumns, language: campaign.language)
    received = Array(repeating: 0, count: roster.count)
    expected = received
    for statuses in returns.statuses {
      let coverage = Coverage(
        received: statuses.map { $0 == .accepted }, expected: statuses.map { $0 != .notExpected },
        roster: roster)
      for unit in received.indices {
        received[unit] += coverage.received[unit]
        expected[unit] += coverage.expected[unit]
      }
    }
  }

  /// The row of headings.
  var headings: [UInt8] { csv.headings() }

  /// All units.
  var units: Range<Int> { 0..<roster.count }

  /// The units, in parts of about as many rows.
  func parts(_ count: Int) -> [Range<Int>] {
    (0..<count).map { roster.count * $0 / count..<roster.count * ($0 + 1) / count }
  }

  /// The rows of some units.
  func rows(_ units: Range<Int>) -> [UInt8] {
    csv.rows(
      roster, units, depth: depth, reported: { (Int(received[$0]), Int(expected[$0])) },
      figures: figures.write(_:of:to:at:))
  }
}
