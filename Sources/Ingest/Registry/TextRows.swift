/// A small CSV file of headings and rows, as text: the registry and its kin, not the returns.
struct TextRows {
  /// A row under the headings.
  struct Row {
    /// The row as a spreadsheet program numbers it.
    var number: Int
    /// The trimmed text of each cell; `nil` where its bytes are no text.
    var cells: [String?]
  }

  /// The headings, folded for comparison; empty where the file is.
  private(set) var headings: [String] = []
  /// The row in which the headings stand.
  private(set) var headingRow = 1
  /// The rows below the headings, those without any content left out.
  private(set) var rows: [Row] = []
  /// Why reading stopped before the end.
  private(set) var fault: RecordFault?

  private let most: Int

  /// Reads at most so many rows of a file; as ``TextRowReader/read(_:into:isHeading:)``.
  init(_ bytes: [UInt8], most: Int = .max, isHeading: (String) -> Bool) {
    self.most = most
    rows.reserveCapacity(min(most, bytes.count / TextRows.usualRow))
    fault = TextRowReader.read(bytes, into: &self, isHeading: isHeading)
  }

  /// The bytes of a usual row of a registry.
  private static let usualRow = 64
}

extension TextRows: TextRowTaker {
  var isFull: Bool { rows.count >= most }

  mutating func begin(_ headings: [String], at row: Int) { (self.headings, headingRow) = (headings, row) }

  mutating func take(_ row: borrowing TextRow) {
    rows.append(Row(number: row.number, cells: (0..<row.count).map { row.text($0) }))
  }
}
