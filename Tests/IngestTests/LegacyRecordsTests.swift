import TestSupport
import Testing

@testable import Ingest

/// freexl is handed no record whose fields, lengths and counts are not covered by its bytes.
@Suite struct LegacyRecordsTests {
  private typealias Book = LegacyBook

  /// Cells of every kind that freexl knows, and the texts that they share.
  private let good: LegacyBook = {
    var book = LegacyBook()
    book.book += [
      (0x0022, [0, 0]), (0x041E, LegacyFile.word(164) + LegacyBook.text("yyyy-mm-dd")),
      (0x00E0, LegacyBook.style(164)),
      LegacyBook.texts(2, LegacyBook.text("ab", wide: false) + LegacyBook.text("乙丙")),
    ]
    book.sheet = [
      LegacyBook.dimension(2, 4), LegacyBook.number(0, 0, 2.5), LegacyBook.number(0, 1, 42_000, style: 2),
      (0x027E, LegacyBook.cell(0, 2) + LegacyFile.long(7 << 2 | 2)),
      (0x0205, LegacyBook.cell(0, 3) + [1, 0]),
      (
        0x00BD,
        LegacyFile.word(1) + [0, 0, 0, 0] + LegacyFile.long(8 << 2 | 2) + [0, 0]
          + LegacyFile.long(9 << 2 | 3) + LegacyFile.word(1)
      ),
      (0x0204, LegacyBook.cell(1, 2) + LegacyBook.text("甲")),
      (0x00FD, LegacyBook.cell(1, 3) + LegacyFile.long(1)),
    ]
    return book
  }()

  @Test func aGoodOneIsRead() throws {
    #expect(try good.cells() == [["2.5", "2014-12-27", "7", "TRUE"], ["8", "0.09", "甲", "乙丙"]])
  }

  /// FORMULA with a result of eight bytes.
  private static func formula(_ column: Int, style: Int = 0, _ result: [UInt8]) -> LegacyBook.Record {
    (0x0006, LegacyBook.cell(0, column, style: style) + result + [UInt8](repeating: 0, count: 8))
  }

  private static func special(_ kind: UInt8, _ value: UInt8 = 0) -> [UInt8] {
    [kind, 0, value, 0, 0, 0, 0xFF, 0xFF]
  }

  /// freexl passes over formulas, and takes errors for 1: their results are read beside it.
  @Test func resultsOfFormulas() throws {
    var book = good
    let number = Array(LegacyBook.number(0, 0, 12.5).bytes.suffix(8))
    let day = Array(LegacyBook.number(0, 0, 42_000).bytes.suffix(8))
    book.sheet = [
      LegacyBook.dimension(1, 1), Self.formula(0, number), Self.formula(1, style: 2, day),
      Self.formula(2, Self.special(0)), (0x0207, LegacyBook.text("城关镇")),
      Self.formula(3, Self.special(0)), (0x0207, LegacyBook.text("ab", wide: false)),
      Self.formula(4, Self.special(1, 1)), Self.formula(5, Self.special(2, 0x07)),
      Self.formula(6, Self.special(3)), (0x0205, LegacyBook.cell(0, 7) + [0x2A, 1]),
      (0x0205, LegacyBook.cell(0, 8) + [0, 0]), Self.formula(9, Self.special(0)),
    ]
    #expect(
      try book.cells() == [["12.5", "2014-12-27", "城关镇", "ab", "TRUE", "#DIV/0!", "", "#N/A", "FALSE", "="]])
    // A text that is longer than its record is not told.
    book.sheet = [
      LegacyBook.dimension(1, 1), Self.formula(0, Self.special(0)),
      (0x0207, LegacyFile.word(9) + [1, 0x41, 0]),
      (0x0207, LegacyBook.text("stray")),
    ]
    #expect(try book.cells() == [["="]])
  }

  /// Each kind of record with the fewest bytes that freexl's fields take; one less is refused.
  @Test(arguments: [
    (0x0809, 4), (0x0042, 2), (0x0022, 2), (0x0085, 10), (0x0200, 12), (0x041E, 25), (0x00E0, 4),
    (0x0203, 14),
    (0x027E, 10), (0x00BD, 4), (0x0204, 11), (0x00FD, 10), (0x0205, 8),
  ])
  func recordsCutShort(kind: Int, least: Int) throws {
    let stream = good.stream
    #expect(Book.fault(stream) == nil)
    for length in least - 1...least {
      var file = LegacyFile()
      var place = 0
      while place < stream.count {
        let (this, size) = (Little.word(stream, place), Little.word(stream, place + 2))
        let bytes = Array(stream[(place + 4)..<(place + 4 + size)])
        file.add(this, this == kind ? Array(bytes.prefix(length)) : bytes)
        place += 4 + size
      }
      // Shorter records move the sheet, which is then no longer found; that is no fault of a record.
      let isRight = try LegacyRecordsTests.records(file.stream, areSound: kind)
      #expect(isRight == (length == least), "\(kind) of \(length) bytes")
    }
  }

  /// Whether nothing is refused once the list of sheets has the place of the last BOF.
  private static func records(_ stream: [UInt8], areSound kind: Int) throws -> Bool {
    var (stream, place) = (stream, 0)
    var (list, begin) = (0, 0)
    while place < stream.count {
      if Little.word(stream, place) == 0x0085 { list = place + 4 }
      if Little.word(stream, place) == 0x0809 { begin = place }
      place += 4 + Little.word(stream, place + 2)
    }
    stream.replaceSubrange(list..<(list + 4), with: LegacyFile.long(begin))
    return Book.fault(stream) == nil
  }

  /// Lengths of texts that are not covered by their records.
  @Test func textsLongerThanTheirRecords() {
    let text = Book.text("甲乙丙")
    for bytes in [text, text.dropLast(), LegacyFile.word(0xFFFF) + text.dropFirst(2)].map(Array.init) {
      let isSound = bytes == text
      for (kind, head) in [(0x0204, Book.cell(0, 0)), (0x041E, LegacyFile.word(164))] {
        var book = LegacyBook()
        if kind == 0x0204 {
          book.sheet = [Book.dimension(1, 1), (kind, head + bytes)]
        } else {
          book.book += [(kind, head + bytes)]
        }
        if book.sheet.isEmpty { book.sheet = [Book.dimension(0, 0)] }
        #expect((book.fault == nil) == isSound, "\(kind) \(bytes)")
      }
    }
  }

  /// Marks of how a text is printed and spoken, which stand before it, belong to the record, too.
  @Test(
    arguments: [
      ([1, 0, 0x08], false), ([1, 0, 0x04, 0, 0], false), ([1, 0, 0x0C, 0, 0, 0, 0, 0], false),
      ([1, 0], false),
      ([1, 0, 0x08, 1, 0, 65], true), ([1, 0, 0x04, 9, 0, 0, 0, 65], true),
      ([1, 0, 0x0C, 1, 0, 1, 0, 0, 0, 65], true),
      ([1, 0, 0x04, 0, 0, 0, 0x80, 65], false),
    ] as [([UInt8], Bool)])
  func marksOfTexts(bytes: [UInt8], isSound: Bool) {
    var book = LegacyBook()
    book.sheet = [Book.dimension(1, 1), (0x0204, Book.cell(0, 0) + bytes)]
    #expect((book.fault == nil) == isSound)
  }

  @Test func recordsLongerThanTheFormatAllows() {
    func with(_ size: Int) -> RecordFault.Kind? {
      var book = LegacyBook()
      book.sheet = [Book.dimension(0, 0), (0x00EC, [UInt8](repeating: 0, count: size))]
      return book.fault
    }
    #expect(with(8224) == nil)
    #expect(with(8225) == .damaged)
    let stream = good.stream
    #expect(Book.fault(stream + [9, 8]) == nil)
    #expect(Book.fault(stream + [0, 0, 0, 0, 9, 8, 16]) == nil)
    #expect(Book.fault(stream + [9, 8, 4, 0, 0, 6]) == .damaged)
  }

  @Test func streamsThatDoNotBegin() {
    #expect(Book.fault([]) == .damaged)
    #expect(Book.fault([9, 8, 4, 0, 0]) == .damaged)
    #expect(Book.fault([9, 8, 4, 0, 0, 4, 5, 0]) == .damaged)
    #expect(Book.fault([10, 0, 0, 0, 0, 0, 0, 0]) == .damaged)
    #expect(Book.fault([9, 8, 4, 0, 0, 6, 5, 0]) == nil)
    // Between an EOF and a BOF nothing stands.
    #expect(Book.fault([9, 8, 4, 0, 0, 6, 5, 0, 10, 0, 0, 0, 0x22, 0, 2, 0, 0, 0]) == .damaged)
  }

  @Test func lockedOnes() {
    var book = good
    book.book.insert((0x002F, []), at: 0)
    // What follows cannot be understood.
    book.sheet = [(0x0203, [])]
    #expect(book.fault == .encrypted)
  }

  /// freexl takes a chart's figures for cells of the sheet and its end for the sheet's.
  @Test func chartsWithinSheets() throws {
    func begin(_ kind: Int) -> LegacyBook.Record { (0x0809, LegacyFile.word(0x0600) + LegacyFile.word(kind)) }
    let chart = [Book.dimension(9, 9), Book.number(0, 0, 7), (0x003C, []), (0x0203, [])]
    var book = LegacyBook()
    book.sheet = [Book.dimension(1, 2), Book.number(0, 0, 5), begin(0x20)] + chart
    // Within a sheet, without an end.
    #expect(book.fault == .damaged)
    book.sheet += [(0x000A, []), Book.number(0, 1, 6)]
    #expect(try book.cells() == [["5", "6"]])
    book.sheet[2] = begin(0x10)
    #expect(book.fault == .damaged)
    book.sheet[2] = (0x0809, [0, 6, 0x20])
    #expect(book.fault == .damaged)
  }

  /// freexl counts styles on when it has no room for them any more, and then looks them up.
  @Test func moreStylesThanThereIsRoomFor() {
    var book = LegacyBook()
    book.sheet = [Book.dimension(0, 0)]
    book.book = [LegacyBook.Record](repeating: (0x00E0, Book.style(0)), count: 8192)
    #expect(book.fault == nil)
    book.book.append((0x00E0, Book.style(0)))
    #expect(book.fault == .damaged)
  }

  /// What Excel 95 wrote differs in texts and in DIMENSION.
  @Test func recordsOfExcel95() throws {
    var book = LegacyBook()
    book.version = 0x0500
    book.book = [(0x0042, LegacyFile.word(936)), (0x041E, LegacyFile.word(3) + [4] + Array("#,##".utf8))]
    let dimension: LegacyBook.Record = (0x0200, [0, 0, 1, 0, 0, 0, 2, 0])
    book.sheet = [dimension, (0x0204, Book.cell(0, 0) + [2, 0, 0xBC, 0xD7]), Book.number(0, 1, 3)]
    #expect(try book.cells() == [["甲", "3"]])
    book.sheet[1].bytes[6] = 3
    #expect(book.fault == .damaged)
    book.sheet[1].bytes[6] = 2
    book.sheet[0].bytes.removeLast()
    #expect(book.fault == .damaged)
    book.sheet = [dimension]
    for (page, isSound) in [(1252, true), (1255, false), (1258, false)] {
      book.book = [(0x0042, LegacyFile.word(page))]
      #expect((book.fault == nil) == isSound)
    }
  }
}
