/// How much memory and time freexl takes for a workbook, counted up to what is read of any before it sees this one.
struct LegacyRoom {
  /// The most places of a sheet: 65,536 rows of 256 columns. freexl lays out every one of them, and no more.
  static let placesOfASheet = 65_536 * 256
  /// The most texts that all cells share; freexl gives up beyond.
  static let sharedTexts = 1 << 20
  /// The most characters of all texts: freexl keeps eight bytes for each.
  static let characters = 32 << 20
  /// The most days that are counted: freexl counts each from 1900 on, 500 million a second. So many for any workbook, as
  /// for 1,000 cells of the year 9999; more for each of its cells; and so many for all of them, some 40 s.
  static let (days, daysOfACell, mostDays) = (3_000_000_000, 100_000, 20_000_000_000)

  private var places = 0
  private var cells = 0
  private var characters = 0
  private var days = 0

  /// Room for the places of one sheet more.
  mutating func takePlaces(rows: Int, columns: Int) throws(RecordFault.Kind) {
    guard rows <= WorkbookLimits.rows, rows * columns <= LegacyRoom.placesOfASheet else {
      throw .tooManyCells
    }
    places += rows * columns
    guard places <= WorkbookLimits.places else { throw .tooManyCells }
  }

  mutating func takeCells(_ count: Int) throws(RecordFault.Kind) {
    cells += count
    guard cells <= WorkbookLimits.cells else { throw .tooManyCells }
  }

  mutating func takeCharacters(_ count: Int) throws(RecordFault.Kind) {
    characters += count
    guard characters <= LegacyRoom.characters else { throw .unpacksTooLarge }
  }

  /// Time for a cell that is shown as a day of the calendar.
  mutating func takeDays(_ number: Double) throws(RecordFault.Kind) {
    // Below one there is nothing to count.
    days += number >= 1 ? Int(number) : 0
    let most = min(LegacyRoom.days + cells * LegacyRoom.daysOfACell, LegacyRoom.mostDays)
    guard days <= most else { throw .tooManyCells }
  }
}
