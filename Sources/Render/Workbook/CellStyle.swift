import Model

/// How a cell of a workbook looks and whether it may be typed into.
struct CellStyle: Hashable, Sendable {
  /// How a text stands in its cell.
  enum Alignment: Hashable, Sendable { case left, centre, right }

  /// The colour behind the text, 0xRRGGBB; `nil` for none.
  var fill: UInt32?
  /// The colour of the text, 0xRRGGBB.
  var ink: UInt32 = 0
  /// The size of the text in points.
  var size = 11.0
  var isBold = false
  var isUnderlined = false
  /// Whether long texts go on in a new line.
  var wraps = false
  /// Whether thin lines surround the cell.
  var hasBorder = false
  /// Whether it may be typed into where the sheet is protected.
  var isUnlocked = false
  /// How numbers are shown, in Excel's notation; empty for its default, `@` for text.
  var numberFormat = ""
  var alignment = Alignment.left
  /// How far it stands from its side, in widths of a few letters.
  var indent = 0
}

/// A cell by its row and column, 1 for the first of each.
struct CellAddress: Hashable {
  var row: Int
  var column: Int

  init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  /// The cell of a place: the first of the row where no column is meant, the last that a sheet has where the
  /// file has more.
  init(_ place: Place) { self.init(place.row, min(max(1, place.column), SheetCopy.lastColumn)) }

  /// Its name in formulas: G5.
  var name: String { "\(Place.letters(column))\(row)" }
}
