public import Model

/// What one file says: the answers of its rows, by unit, and what is to be said of them.
public struct SubmissionReading: Sendable {
  /// A row about a unit.
  public struct Row: Hashable, Sendable {
    /// The index of the unit in the roster.
    public let unit: Int32
    /// The row of the sheet, 1 for the first.
    public let row: Int32

    init(unit: Int, row: Int) {
      self.unit = Int32(unit)
      self.row = Int32(clamping: row)
    }
  }

  /// What belongs to one table of the file.
  public struct Extent: Hashable, Sendable {
    /// Its rows among ``SubmissionReading/rows``.
    public internal(set) var rows: Range<Int>
    /// Where its answers begin in ``SubmissionReading/values``.
    public let firstValue: Int
    /// Its rows among ``SubmissionReading/rejected``.
    public internal(set) var rejected: Range<Int>
  }

  /// The file, with its digest and its tables.
  public internal(set) var submission: Submission
  /// The names of the sheets; none for formats without sheets.
  public internal(set) var sheets: [String] = []
  /// For each table of the file what belongs to it.
  public internal(set) var extents: [Extent] = []
  /// The rows that may count, in the order of the sheets.
  public internal(set) var rows: [Row] = []
  /// The answers, row by row, one for each item of the table's form. Of a text, its position in ``texts``.
  public internal(set) var values: [Int64] = []
  /// What is known of each answer, in the order of ``values``.
  public internal(set) var states: [CellState] = []
  /// What text items say.
  public internal(set) var texts: [String] = []
  /// The rows that cannot count.
  public internal(set) var rejected: [Row] = []
  /// What is to be said, in no particular order, at most a few thousand; ``ReturnsAssembler`` orders them.
  public internal(set) var findings: [Finding] = []
  /// How many findings were not kept.
  public internal(set) var omittedFindings = 0

  init(_ submission: Submission) { self.submission = submission }

  /// The rows of a table that may count, each with its place in ``rows`` and where its answers begin in ``values``.
  func placed(_ table: Int) -> some Sequence<(index: Int, firstValue: Int)> {
    let (extent, width) = (extents[table], submission.tables[table].columns.count)
    return extent.rows.lazy.map { ($0, extent.firstValue + ($0 - extent.rows.lowerBound) * width) }
  }

  /// Lets go of what is found beyond so much, of the lighter first.
  public mutating func keepFindings(most: Int) {
    guard findings.count > most else { return }
    omittedFindings += findings.count - most
    findings = Array(FindingLog.heavierFirst(findings).prefix(most))
  }

  /// Begins a table, to which the rows that follow belong.
  mutating func begin(_ table: SubmissionTable) {
    submission.tables.append(table)
    extents.append(
      Extent(
        rows: rows.count..<rows.count, firstValue: values.count, rejected: rejected.count..<rejected.count))
  }

  /// Ends the table begun last.
  mutating func endTable() {
    guard let last = extents.indices.last else { return }
    extents[last].rows = extents[last].rows.lowerBound..<rows.count
    extents[last].rejected = extents[last].rejected.lowerBound..<rejected.count
  }

  /// The reading of a file that could not be read at all, for the reason given, such as ``FileVanished``,
  /// ``FileUnreadable`` or ``FileTooLarge``.
  public static func unread(_ submission: Submission, _ reason: any FindingReason) -> SubmissionReading {
    var reading = SubmissionReading(submission)
    reading.findings = [Finding(reason, at: Place(file: submission.path))]
    return reading
  }
}
