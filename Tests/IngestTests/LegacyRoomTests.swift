import TestSupport
import Testing

@testable import Ingest

/// A small .xls takes no large memory, and none takes for ever.
@Suite struct LegacyRoomTests {
  private typealias Book = LegacyBook

  private func fault(_ sheet: [LegacyBook.Record], names: [String] = ["甲"]) -> RecordFault.Kind? {
    var book = LegacyBook()
    (book.sheet, book.names) = (sheet, names)
    return book.fault
  }

  @Test func sheetsThatAreLaidOut() throws {
    #expect(fault([Book.dimension(1, 1), Book.number(65_535, 255, 1)]) == nil)
    #expect(fault([Book.dimension(1, 1), Book.number(65_535, 256, 1)]) == .tooManyCells)
    #expect(fault([Book.number(65_535, 255, 1)]) == nil)
    #expect(fault([Book.number(65_535, 256, 1)]) == .tooManyCells)
    // The DIMENSION stands once, before the cells; what it says does not count.
    #expect(fault([Book.dimension(2, 2), Book.dimension(2, 2)]) == .damaged)
    #expect(fault([Book.number(0, 0, 5), Book.dimension(2, 2)]) == .damaged)
    var book = LegacyBook()
    for (rows, columns) in [(0, 0), (1, 9), (-1, -1)] {
      book.sheet = [Book.dimension(rows, columns), Book.number(1, 1, 5)]
      #expect(try book.cells() == [["", "5"]])
    }
    let row: LegacyBook.Record = (0x00BD, [0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 14))
    #expect(fault([Book.dimension(1, 1), row]) == .damaged)
  }

  /// A place beyond the last column that any sheet has could not be told.
  @Test func moreColumnsThanASheetHas() {
    let last = CSVReader.maximumColumns - 1
    #expect(fault([LegacyBook.dimension(1, 1), LegacyBook.number(0, last, 1)]) == nil)
    #expect(fault([LegacyBook.dimension(1, 1), LegacyBook.number(0, last + 1, 1)]) == .tooManyColumns)
  }

  @Test func allSheetsTogether() {
    func fault(_ rows: [Int]) -> RecordFault.Kind? {
      Self.fault { room throws(RecordFault.Kind) in
        for rows in rows { try room.takePlaces(rows: rows, columns: 256) }
      }
    }
    #expect(fault([65_536, 65_536]) == nil)
    #expect(fault([65_536, 65_536, 1]) == .tooManyCells)
  }

  /// freexl makes room in the wrong sheet for one that has no DIMENSION, unless it is the last.
  @Test func sheetsWithoutDimension() throws {
    var book = LegacyBook()
    book.sheet = [Book.number(1, 2, 5)]
    #expect(try book.cells() == [["", "", "5"]])
    book.names = ["甲", "乙"]
    #expect(book.fault == .damaged)
    // Its cells are read last, with all styles that have come by then.
    #expect(fault([Book.number(0, 0, 5), (0x00E0, Book.style(14))]) == .damaged)
    #expect(fault([Book.number(0, 0, 5), (0x041E, LegacyFile.word(164) + Book.text("0"))]) == .damaged)
  }

  @Test func moreSheetsThanAreRead() {
    var records = LegacyFile()
    records.add(0x0809, LegacyFile.word(0x0600) + LegacyFile.word(5))
    for _ in 0...WorkbookLimits.sheets { records.add(0x0085, LegacyFile.long(0) + [0, 0, 1, 0, 65]) }
    #expect(Book.fault(records.stream) == .tooManySheets)
    // Nor do records begin that often.
    var begun = LegacyFile()
    for count in 1...(2 * WorkbookLimits.sheets + 1) {
      begun.add(0x0809, LegacyFile.word(0x0600) + LegacyFile.word(5))
      begun.add(0x000A, [])
      if count == 2 * WorkbookLimits.sheets { #expect(Book.fault(begun.stream) == nil) }
    }
    #expect(Book.fault(begun.stream) == .tooManySheets)
  }

  @Test func moreConvertersThanSheets() {
    var book = LegacyBook()
    book.sheet = [Book.dimension(0, 0)]
    book.book = .init(repeating: (0x0042, LegacyFile.word(1200)), count: WorkbookLimits.sheets)
    #expect(book.fault == nil)
    book.book.append((0x0042, LegacyFile.word(1200)))
    #expect(book.fault == .damaged)
  }

  /// freexl counts each day on its own: a cell of a few bytes could take seconds.
  @Test func daysWithoutEnd() throws {
    func cells(_ count: Int, _ value: Double, style: Int) -> RecordFault.Kind? {
      fault([Book.dimension(1, 1)] + .init(repeating: Book.number(0, 0, value, style: style), count: count))
    }
    #expect(cells(1000, LegacyStyles.lastDay, style: 1) == nil)
    #expect(cells(1100, LegacyStyles.lastDay, style: 1) == .tooManyCells)
    for value in [-1e300, .nan, -5, 0] { #expect(cells(1100, value, style: 1) == nil) }
    // Other numbers are not counted; nor are those whose style is not there.
    #expect(cells(1100, LegacyStyles.lastDay, style: 0) == nil)
    #expect(cells(1100, LegacyStyles.lastDay, style: 9) == nil)
  }

  /// Beyond the last day of the calendar a number is none, whatever its style.
  @Test func numbersThatAreNoDays() throws {
    var book = LegacyBook()
    let entry = LegacyFile.word(1) + LegacyFile.long(2_958_466 << 2 | 2)
    book.sheet = [
      Book.dimension(1, 5), Book.number(0, 0, 20_160_615, style: 1),
      (0x027E, Book.cell(0, 1, style: 1) + LegacyFile.long(0x1FFF_FFFF << 2 | 2)),
      (0x00BD, LegacyFile.word(0) + LegacyFile.word(2) + entry + entry + LegacyFile.word(3)),
      Book.number(0, 4, .infinity, style: 1),
    ]
    #expect(try book.cells() == [["20160615", "536870911", "2958466", "2958466"]])
    book.sheet = [Book.dimension(1, 1), Book.number(0, 0, LegacyStyles.lastDay + 0.5, style: 1)]
    let day = try #require(try book.cells().first?.first)
    #expect(day.hasPrefix("9999-"))
  }

  @Test(arguments: [
    ("yyyy-mm-dd", true), ("M/D", true), ("YY\"年\"M\"月\"", true), ("h:mm", false), ("#,##0.00", false),
  ])
  func formatsOfDays(format: String, isDay: Bool) {
    var book = LegacyBook()
    book.book += [(0x041E, LegacyFile.word(164) + Book.text(format)), (0x00E0, Book.style(164))]
    let number = Book.number(0, 0, LegacyStyles.lastDay, style: 2)
    book.sheet = [Book.dimension(1, 1)] + .init(repeating: number, count: 1100)
    #expect(book.fault == (isDay ? .tooManyCells : nil))
  }

  @Test func moreTextsThanAreRead() {
    var book = LegacyBook()
    book.sheet = [Book.dimension(0, 0)]
    book.book.append(LegacyBook.texts(1 << 20, []))
    #expect(book.fault == nil)
    book.book[book.book.count - 1] = LegacyBook.texts(1 << 20 + 1, [])
    #expect(book.fault == .tooManyCells)
    // 8,000 characters a record.
    let text: LegacyBook.Record = (
      0x0204, Book.cell(0, 0) + Book.text(String(repeating: "a", count: 8000), wide: false)
    )
    #expect(fault([Book.dimension(1, 1)] + .init(repeating: text, count: 4194)) == nil)
    #expect(fault([Book.dimension(1, 1)] + .init(repeating: text, count: 4195)) == .unpacksTooLarge)
  }

  @Test func moreCellsThanAreRead() {
    #expect(Self.fault { room throws(RecordFault.Kind) in try room.takeCells(WorkbookLimits.cells) } == nil)
    #expect(
      Self.fault { room throws(RecordFault.Kind) in
        try room.takeCells(WorkbookLimits.cells)
        try room.takeCells(1)
      } == .tooManyCells)
  }

  /// A column of days is read, as long as it is.
  @Test func manyDays() {
    func days(_ count: Int, _ number: Double) -> RecordFault.Kind? {
      Self.fault { room throws(RecordFault.Kind) in
        for _ in 0..<count {
          try room.takeCells(1)
          try room.takeDays(number)
        }
      }
    }
    #expect(days(200_000, 43_000) == nil)
    #expect(days(200_000, 99_000) == nil)
    #expect(days(210_000, 99_000) == .tooManyCells)
    #expect(days(20_000, 200_000) == nil)
    #expect(days(31_000, 200_000) == .tooManyCells)
  }

  private static func fault(
    _ take: (inout LegacyRoom) throws(RecordFault.Kind) -> Void
  ) -> RecordFault.Kind? {
    var room = LegacyRoom()
    do throws(RecordFault.Kind) {
      try take(&room)
      return nil
    } catch {
      return error
    }
  }
}
