import Model

/// A sheet of a workbook, as its list of sheets describes it.
struct WorkbookSheet: Hashable, Sendable {
  /// Whether the sheet's tab is seen.
  enum Visibility: String, Sendable {
    case visible, hidden
    /// Hidden so that only a macro can show it.
    case veryHidden
  }

  /// The most characters of a name that are kept; spreadsheet programs have 31.
  static let longestName = 255

  let name: String
  let visibility: Visibility

  init(name: String, visibility: Visibility) {
    self.name = String(CombiningMarks.limited(name).unicodeScalars.prefix(WorkbookSheet.longestName))
    self.visibility = visibility
  }
}

/// A range of cells that are shown as one.
struct MergedRange: Hashable, Sendable {
  /// The first row and column, 1 for the first.
  let row, column: Int
  /// How many there are of each.
  let rows, columns: Int
}

/// A file with sheets.
protocol Workbook {
  /// What reads a sheet.
  associatedtype Source: RecordSource
  /// The sheets in the order of their tabs.
  var sheets: [WorkbookSheet] { get }
  /// Begins to read a sheet, by its position in ``sheets``.
  func records(of sheet: Int) throws(RecordFault.Kind) -> Source
}

/// How much of a workbook is read.
enum WorkbookLimits {
  /// The most sheets.
  static let sheets = 1000
  /// The most rows of a sheet, as many as Excel has.
  static let rows = 1_048_576
  /// The most cells with content of a workbook.
  static let cells = 20_000_000
  /// The most places of a sheet that are laid out: in each row with content those up to its last cell.
  static let places = 32 << 20
  /// The most bytes of text of all cells of a workbook; a text that cells share is counted for each.
  static let texts = 256 << 20
  /// The most styles of cells, as many as Excel has.
  static let styles = 65_490
  /// The most merged ranges of a sheet that are kept.
  static let mergedRanges = 100_000
}

/// How much text may still be read of the cells of a workbook. A text that cells share is kept once, and each of them has
/// it read again: a small file may have more text than there is time for.
struct CellTexts {
  private var left: Int

  /// Room for so many bytes.
  init(_ left: Int = WorkbookLimits.texts) { self.left = left }

  /// Takes note of a row.
  mutating func take(_ record: Record) throws(RecordFault.Kind) {
    left -= record.size
    guard left >= 0 else { throw .tooMuchText }
  }
}
