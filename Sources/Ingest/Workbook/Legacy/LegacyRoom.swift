/// How much of a workbook of Excel 95 to 2003 has been read.
struct LegacyRoom {
  /// The most characters of all texts.
  static let characters = 32 << 20

  private var cells = 0
  private var characters = 0

  /// So many cells more.
  mutating func takeCells(_ count: Int) throws(RecordFault.Kind) {
    cells += count
    guard cells <= WorkbookLimits.cells else { throw .tooManyCells }
  }

  /// A text of so many characters more.
  mutating func takeCharacters(_ count: Int) throws(RecordFault.Kind) {
    characters += count
    guard characters <= LegacyRoom.characters else { throw .unpacksTooLarge }
  }
}
