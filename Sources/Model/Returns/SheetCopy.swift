/// The cells of one sheet of a received file as texts, as they came: for showing them, not for reading them.
public struct SheetCopy: Sendable {
  /// A row that is not blank.
  public struct Row: Sendable {
    /// Its number, 1 for the first, as a spreadsheet program shows it.
    public let number: Int
    /// Its cells from column A on.
    public let cells: [String]

    /// A row.
    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// The last row that a sheet of a spreadsheet program has.
  public static let lastRow = 1_048_576
  /// The last column that a sheet of a spreadsheet program has: XFD.
  public static let lastColumn = 16_384

  /// The sheet's name; empty for formats without sheets.
  public let name: String
  /// The rows copied, in their order; blank rows are left out.
  public let rows: [Row]
  /// Whether the sheet goes on after the last row copied.
  public let isCut: Bool
  /// How findings call it: they show names as they show cells.
  private let shownName: String

  /// A copy.
  public init(name: String, rows: [Row], isCut: Bool) {
    self.name = name
    shownName = Excerpt.of(name)
    self.rows = rows
    self.isCut = isCut
  }

  /// The position of the sheet that a finding means: the first that is called so, and the first of all where the finding
  /// names none.
  public static func position(of place: Place, among sheets: [SheetCopy]) -> Int? {
    if place.sheet.isEmpty { return sheets.isEmpty ? nil : 0 }
    return sheets.firstIndex { $0.name == place.sheet || $0.shownName == place.sheet }
  }

  /// The number of columns of its widest row.
  public var width: Int { rows.lazy.map(\.cells.count).max() ?? 0 }

  /// The row that seems to hold the headings: the first of 20 with most of the cells that the fullest one
  /// has. 0 where there is none, as in a sheet of remarks.
  public var headingRow: Int {
    let filled = rows.prefix { $0.number <= 20 }.map { row in (row.number, row.cells.count { !$0.isEmpty }) }
    let most = filled.map(\.1).max() ?? 0
    return most > 1 ? filled.first { $0.1 * 3 >= most * 2 }?.0 ?? 0 : 0
  }
}
