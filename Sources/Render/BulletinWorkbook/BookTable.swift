import Model

/// One table of the workbook, on a sheet of its own: a title, a line on where it comes from, a line of remarks, a
/// link back, one row of headings, then the rows. Nothing is merged.
struct BookTable {
  /// The row of the headings on every sheet, so that formulas know where their cells are.
  static let headingRow = 5

  /// The name of its sheet, after its number.
  var name: String
  /// What it shows.
  var title: String
  /// How to read it, in one line.
  var remark: String
  /// What the notes say of it as a whole.
  var notes: [BookNote] = []
  /// Its columns, the first of them names of rows.
  var columns: [BookColumn]
  /// How many of these stay in sight.
  var frozen = 1
  /// Its rows.
  var rows: [BookRow] = []
  /// Whether the headings have buttons to filter by: long lists.
  var isFiltered = false

  /// The row that is added next.
  var nextRow: Int { BookTable.headingRow + 1 + rows.count }

  /// A cell of the row that is added next, by its column from 1.
  func next(_ column: Int) -> CellAddress { CellAddress(nextRow, column) }

  /// Adds a row.
  mutating func add(_ cells: [BookCell], _ kind: BookRow.Kind = .plain) {
    rows.append(BookRow(cells: cells, kind: kind))
  }
}

/// A column of a table.
struct BookColumn {
  /// The heading, with the unit of measure in it; what several columns are about stands in a line before it.
  var heading: String
  /// Whether its cells are numbers, which stand to the right.
  var isNumeric = true
  /// Whether its numbers stand in the middle, as ranks beside names do.
  var isCentred = false
  /// Whether bars are drawn behind its numbers, which are shares.
  var hasBars = false
  /// The share of the whole, scaled as in ``BookCell/share(_:decimals:)``: lower ones are marked ▼.
  var whole: Int64?
  /// What the notes say of it.
  var notes: [BookNote] = []

  init(
    _ heading: String, of group: String = "", numeric: Bool = true, bars: Bool = false, whole: Int64? = nil,
    notes: [BookNote] = []
  ) {
    self.heading = group.isEmpty ? heading : group + "\n" + heading
    isNumeric = numeric
    hasBars = bars
    self.whole = whole
    self.notes = notes
  }

  /// The column of ranks.
  static func rank(_ language: Language) -> BookColumn {
    var column = BookColumn(language.pick("名次", "Rank"))
    column.isCentred = true
    return column
  }

  /// A column of texts.
  static func text(_ heading: String) -> BookColumn { BookColumn(heading, numeric: false) }
}

/// A row of a table.
struct BookRow {
  /// What the row is.
  enum Kind {
    case plain
    /// The whole's own figures.
    case total
    /// Formulas that check the rows above.
    case check
  }

  /// The cells, one a column.
  var cells: [BookCell]
  var kind: Kind
}

/// What stands in a cell.
enum BookCell: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number kept in its smallest unit with that many decimals.
  case number(Int64, decimals: Int = 0)
  /// A share with that many decimals of its percentage: 68 with none is 68 %.
  case share(Int64, decimals: Int)
  /// A change, shown with its sign.
  case change(Int64, decimals: Int)
  /// A formula of the program's own, and what it gives.
  indirect case computed(OwnFormula, BookCell)
  /// A value that differs from the one published; shown with (r).
  indirect case revised(BookCell)

  /// What cannot be, or of which there is nothing to say.
  static let none = BookCell.text("—")

  /// The largest number that a spreadsheet program keeps every digit of.
  static let largest: UInt64 = 999_999_999_999_999

  /// The cell as a number; `—` for `nil`.
  static func number(_ value: Int64?, _ decimals: Int) -> BookCell {
    value.map { .number($0, decimals: decimals) } ?? .none
  }

  /// A whole number.
  static func count(_ value: Int) -> BookCell { .number(Int64(value)) }

  /// Whether a formula that refers to the cell gives exactly what the integers give.
  var isExactNumber: Bool {
    switch self {
    case .number(let value, _), .share(let value, _), .change(let value, _): value.magnitude <= Self.largest
    case .computed(_, let shown), .revised(let shown): shown.isExactNumber
    case .text: false
    }
  }

  /// The integer that it is kept as; `nil` for texts.
  var scaled: Int64? {
    switch self {
    case .number(let value, _), .share(let value, _), .change(let value, _): value
    case .computed(_, let shown), .revised(let shown): shown.scaled
    case .text: nil
    }
  }

  /// The decimals of a number that is none of a share.
  var decimals: Int? {
    switch self {
    case .number(_, let decimals), .change(_, let decimals): decimals
    case .computed(_, let shown), .revised(let shown): shown.decimals
    case .share, .text: nil
    }
  }

  /// What is shown, for the width of a column and for numbers too long to be kept as such.
  var shown: String {
    switch self {
    case .text(let text): text
    case .number(let value, let decimals): Quotient.text(value, decimals: decimals).grouped
    case .share(let value, let decimals): Quotient.text(value, decimals: decimals) + "%"
    case .change(let value, let decimals):
      (value > 0 ? "+" : "") + Quotient.text(value, decimals: decimals).grouped
    case .computed(_, let shown): shown.shown
    case .revised(let cell): cell.shown + "(r)"
    }
  }
}

extension String {
  /// Digits in groups of three, as the number formats show them.
  fileprivate var grouped: String {
    let sign = hasPrefix("-") ? "-" : ""
    let parts = dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count > 3 else { return self }
    var digits = ""
    for (index, digit) in first.enumerated() {
      if index > 0, (first.count - index) % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
