import TestSupport
import Testing

@testable import Ingest

/// A small .xls takes no large memory, and none takes for ever.
@Suite struct LegacyRoomTests {
  private typealias Book = LegacyBook

  private func fault(_ sheet: [LegacyBook.Record]) -> RecordFault.Kind? {
    var book = LegacyBook()
    book.sheet = sheet
    return book.fault
  }

  @Test func rowsSpreadFarApart() {
    let last = CSVReader.maximumColumns - 1
    let rows = (0...2048).map { Book.number($0, last, 1) }
    #expect(fault(Array(rows.prefix(2048))) == nil)
    #expect(fault(rows) == .tooManyCells)
  }

  /// A place beyond the last column that any sheet has could not be told.
  @Test func moreColumnsThanASheetHas() {
    let last = CSVReader.maximumColumns - 1
    #expect(fault([Book.number(0, last, 1)]) == nil)
    #expect(fault([Book.number(0, last + 1, 1)]) == .tooManyColumns)
    #expect(fault([(0x00BD, [0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 14))]) == .tooManyColumns)
    #expect(fault([(0x00BE, [0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 6))]) == .tooManyColumns)
  }

  @Test func moreSheetsThanAreRead() {
    var records = LegacyFile()
    records.add(0x0809, LegacyFile.word(0x0600) + LegacyFile.word(5))
    for _ in 0...WorkbookLimits.sheets { records.add(0x0085, LegacyFile.long(0) + [0, 0, 1, 0, 65]) }
    #expect(Book.fault(records.stream) == .tooManySheets)
  }

  /// The records of a sheet are those of no other, so that none are read again and again.
  @Test func sheetsWithTheSameRecords() throws {
    var book = LegacyBook()
    book.sheet = [Book.number(0, 0, 5)]
    book.others = [.init(name: "乙", records: [Book.number(0, 0, 6)])]
    #expect(book.fault == nil)
    let stream = book.stream
    let places = stream.indices.dropLast(4).filter { stream[$0...].starts(with: [0x85, 0, 10, 0]) }
    for start in [Array(stream[(places[0] + 4)..<(places[0] + 8)]), [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF]] {
      var other = stream
      other.replaceSubrange((places[1] + 4)..<(places[1] + 8), with: start)
      #expect(Book.fault(other) == .damaged)
      #expect(try Book.cells(of: LegacyFile(other).bytes) == [["5"]])
    }
  }

  @Test func moreStylesThanAreRead() {
    var book = LegacyBook()
    book.book = [LegacyBook.Record](repeating: (0x00E0, Book.style(0)), count: WorkbookLimits.styles)
    #expect(book.fault == nil)
    book.book.append((0x00E0, Book.style(0)))
    #expect(book.fault == .damaged)
  }

  @Test func moreTextsThanAreRead() throws {
    // 8,000 characters a record.
    let text = Book.text(String(repeating: "a", count: 8000), wide: false)
    #expect(fault((0..<4195).map { (0x0204, Book.cell($0, 0) + text) }) == .unpacksTooLarge)
    var room = LegacyRoom()
    try room.takeCharacters(LegacyRoom.characters - 1)
    let stream =
      [0xFC, 0, 17, 0] + LegacyFile.long(9) + LegacyFile.long(9)
      + [0, 0, 0, 0, 0, 0, 0, 0, 0]
    let record = try #require(LegacyRecord(stream, at: 0))
    #expect(try LegacyStrings.read(record, of: stream, &room, most: 3).count == 3)
    #expect(throws: RecordFault.Kind.tooManyCells) {
      try LegacyStrings.read(record, of: stream, &room, most: 2)
    }
    try room.takeCharacters(1)
    let one = [0xFC, 0, 12, 0] + LegacyFile.long(1) + LegacyFile.long(1) + [1, 0, 0, 65]
    #expect(throws: RecordFault.Kind.unpacksTooLarge) {
      try LegacyStrings.read(try #require(LegacyRecord(one, at: 0)), of: one, &room)
    }
  }

  /// A text that cells share is counted for each.
  @Test func textsSharedByManyCells() throws {
    var book = LegacyBook()
    book.book.append(Book.texts(1, Book.text("abc", wide: false)))
    book.sheet = (0..<10).map { (0x00FD, Book.cell($0, 0) + LegacyFile.long(0)) }
    for (room, row) in [(30, nil), (29, 10), (2, 1)] {
      let workbook = try LegacyWorkbook(stream: book.stream)
      workbook.texts = CellTexts(room)
      let reader = try workbook.records(of: 0)
      var record = Ingest.Record()
      var fault: RecordFault?
      do throws(RecordFault) { while try reader.next(into: &record) {} } catch { fault = error }
      #expect(fault?.row == row && fault?.kind == row.map { _ in .tooMuchText })
    }
  }

  @Test func moreCellsThanAreRead() throws {
    var room = LegacyRoom()
    try room.takeCells(WorkbookLimits.cells)
    #expect(throws: RecordFault.Kind.tooManyCells) { try room.takeCells(1) }
  }

  /// What shares its row or its place takes no more memory than it has bytes, nor more than its time.
  @Test(.timeLimit(.minutes(1))) func manyRecordsOfOneCell() throws {
    var book = LegacyBook()
    book.sheet = .init(repeating: Book.formula(9, 9, Book.special(0)), count: 50_000)
    #expect(try book.cells() == [[String](repeating: "", count: 9) + ["="]])
  }
}
