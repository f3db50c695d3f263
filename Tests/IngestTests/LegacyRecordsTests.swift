import TestSupport
import Testing

@testable import Ingest

/// Records of every kind, and records whose fields, lengths and counts are not covered by their bytes.
@Suite struct LegacyRecordsTests {
  private typealias Book = LegacyBook

  /// Cells of every kind, and the texts that they share.
  private let good: LegacyBook = {
    var book = LegacyBook()
    book.book += [
      (0x0022, [0, 0]), LegacyBook.format(164, "yyyy-mm-dd"), (0x00E0, LegacyBook.style(164)),
      LegacyBook.texts(2, LegacyBook.text("ab", wide: false) + LegacyBook.text("乙丙")),
    ]
    book.sheet = [
      LegacyBook.number(0, 0, 2.5), LegacyBook.number(0, 1, 42_000, style: 2),
      (0x027E, LegacyBook.cell(0, 2) + LegacyFile.long(7 << 2 | 2)),
      (0x0205, LegacyBook.cell(0, 3) + [1, 0]), (0x0201, LegacyBook.cell(0, 4)),
      (
        0x00BD,
        LegacyFile.word(1) + [0, 0, 0, 0] + LegacyFile.long(8 << 2 | 2) + [0, 0]
          + LegacyFile.long(9 << 2 | 3) + LegacyFile.word(1)
      ),
      LegacyBook.label(1, 2, "甲"), (0x00FD, LegacyBook.cell(1, 3) + LegacyFile.long(1)),
      (0x00D6, LegacyBook.cell(1, 4) + LegacyBook.text("丁") + [1, 0, 0, 0, 0, 0]),
      (0x00BE, LegacyFile.word(1) + LegacyFile.word(5) + [0, 0, 0, 0] + LegacyFile.word(6)),
      LegacyBook.formula(1, 7, LegacyBook.bytes(-1)), (0x0208, [UInt8](repeating: 0, count: 16)),
    ]
    return book
  }()

  @Test func aGoodOneIsRead() throws {
    #expect(
      try good.cells() == [
        ["2.5", "2014-12-27", "7", "TRUE"], ["8", "0.09", "甲", "乙丙", "丁", "", "", "-1"],
      ])
    let kinds = try good.rows().map { record in (0..<record.count).map { record.kind($0) } }
    #expect(kinds[0] == [.number, .date, .number, .boolean])
    #expect(kinds[1] == [.number, .number, .text, .text, .text, .text, .text, .number])
  }

  /// What a formula gives stands before it or, where that is a text, in a record behind it.
  @Test func resultsOfFormulas() throws {
    var book = good
    book.sheet = [
      Book.formula(0, 0, Book.bytes(12.5)), Book.formula(0, 1, style: 2, Book.bytes(42_000)),
      Book.formula(0, 2, Book.special(0)), (0x0207, Book.text("城关镇")),
      Book.formula(0, 3, Book.special(0)), (0x0207, Book.text("ab", wide: false)),
      Book.formula(0, 4, Book.special(1, 1)), Book.formula(0, 5, Book.special(2, 0x07)),
      Book.formula(0, 6, Book.special(3)), (0x0205, Book.cell(0, 7) + [0x2A, 1]),
      (0x0205, Book.cell(0, 8) + [0, 0]), Book.formula(0, 9, Book.special(0)),
      Book.formula(0, 10, Book.special(9)),
    ]
    #expect(
      try book.cells() == [
        ["12.5", "2014-12-27", "城关镇", "ab", "TRUE", "#DIV/0!", "", "#N/A", "FALSE", "=", "="]
      ])
    let row = try #require(try book.rows().first)
    #expect(row.kind(2) == .text && row.kind(5) == .error && row.kind(9) == .formulaWithoutValue)
  }

  /// A formula that several cells have in common stands between the cell and its text, and a text may be long.
  @Test func textsOfFormulas() throws {
    let long = String(repeating: "长", count: 6000)
    let bytes = Book.text(long)
    var book = LegacyBook()
    book.sheet = [
      Book.formula(0, 0, Book.special(0)), (0x04BC, [UInt8](repeating: 7, count: 20)),
      (0x0207, Book.text("甲")),
      Book.formula(0, 1, Book.special(0)), (0x0207, Array(bytes.prefix(8001))),
      (0x003C, [1] + bytes[8001...]),
      // A text behind no formula is none's.
      Book.number(0, 2, 5), (0x0207, Book.text("stray")),
      Book.formula(0, 3, Book.special(0)), Book.number(0, 4, 6), (0x0207, Book.text("stray")),
      Book.formula(0, 5, Book.special(0)), (0x0207, Book.text("")),
      Book.formula(0, 6, Book.bytes(7)), (0x0207, Book.text("stray")),
    ]
    #expect(try book.cells() == [["甲", long, "5", "=", "6", "", "7"]])
    // One that is longer than its record is damage.
    book.sheet = [Book.formula(0, 0, Book.special(0)), (0x0207, LegacyFile.word(9) + [1, 0x41, 0])]
    #expect(book.fault == .damaged)
  }

  @Test func errorsByTheirNumbers() throws {
    let numbers: [UInt8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A]
    var book = LegacyBook()
    book.sheet = numbers.enumerated().map { (0x0205, Book.cell(0, $0) + [$1, 1]) }
    #expect(
      try book.cells() == [["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]])
    // No program keeps these as numbers.
    book.sheet = [Book.number(0, 0, .infinity), Book.number(0, 1, .nan)]
    #expect(try book.cells() == [["#NUM!", "#NUM!"]])
  }

  /// Each kind of record with the fewest bytes that its fields take; one less is refused.
  @Test(arguments: [
    (0x0809, 4), (0x0042, 2), (0x0022, 2), (0x0085, 10), (0x041E, 25), (0x00E0, 4),
    (0x0203, 14), (0x027E, 10), (0x00BD, 12), (0x00BE, 8), (0x0204, 11), (0x00FD, 10), (0x0205, 8),
    (0x0201, 6), (0x0006, 14), (0x0208, 14), (0x00D6, 11),
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
      // Shorter records move the sheet.
      let isRight = LegacyRecordsTests.areSound(file.stream)
      #expect(isRight == (length == least), "\(kind) of \(length) bytes")
    }
  }

  /// Whether nothing is refused once the list of sheets has the place of the last BOF.
  private static func areSound(_ stream: [UInt8]) -> Bool {
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
        if kind == 0x0204 { book.sheet = [(kind, head + bytes)] } else { book.book += [(kind, head + bytes)] }
        #expect((book.fault == nil) == isSound, "\(kind) \(bytes)")
      }
    }
  }

  /// Marks of how a text is printed and spoken, which stand before it, belong to the record, and so does what they say.
  @Test(
    arguments: [
      ([1, 0, 0x08], false), ([1, 0, 0x04, 0, 0], false), ([1, 0, 0x0C, 0, 0, 0, 0, 0], false),
      ([1, 0], false), ([1, 0, 0x08, 1, 0, 65], false), ([1, 0, 0x04, 9, 0, 0, 0, 65], false),
      ([1, 0, 0x08, 1, 0, 65, 0, 0, 0, 0], true), ([1, 0, 0x04, 1, 0, 0, 0, 65, 0], true),
      ([1, 0, 0x0C, 1, 0, 1, 0, 0, 0, 65, 0, 0, 0, 0, 0], true),
      ([1, 0, 0x04, 0, 0, 0, 0x80, 65], false),
    ] as [([UInt8], Bool)])
  func marksOfTexts(bytes: [UInt8], isSound: Bool) {
    var book = LegacyBook()
    book.sheet = [(0x0204, Book.cell(0, 0) + bytes)]
    #expect((book.fault == nil) == isSound)
  }

  @Test func recordsLongerThanTheFormatAllows() {
    func with(_ size: Int) -> RecordFault.Kind? {
      var book = LegacyBook()
      book.sheet = [(0x00EC, [UInt8](repeating: 0, count: size))]
      return book.fault
    }
    #expect(with(8224) == nil)
    #expect(with(8225) == .damaged)
  }

  @Test func streamsThatDoNotBeginOrEnd() {
    #expect(Book.fault([]) == .damaged)
    #expect(Book.fault([9, 8, 4, 0, 0]) == .damaged)
    #expect(Book.fault([9, 8, 4, 0, 0, 4, 5, 0]) == .damaged)
    #expect(Book.fault([10, 0, 0, 0, 0, 0, 0, 0]) == .damaged)
    let empty: [UInt8] = [9, 8, 4, 0, 0, 6, 5, 0, 10, 0, 0, 0]
    #expect(Book.fault(empty) == nil)
    #expect(Book.fault(Array(empty.dropLast(4))) == .damaged)
    let stream = good.stream
    // What stands behind the last sheet is nobody's.
    #expect(Book.fault(stream + [9, 8, 4, 0, 0, 6]) == nil)
    // A sheet that does not end may have lost rows.
    #expect(Book.fault(Array(stream.dropLast(4))) == .damaged)
  }

  @Test func lockedOnes() {
    var book = good
    book.book.insert((0x002F, []), at: 0)
    // What follows cannot be understood.
    book.sheet = [(0x0203, [])]
    #expect(book.fault == .encrypted)
  }

  /// A chart's figures are none of the sheet's cells, and its end is not the sheet's.
  @Test func chartsWithinSheets() throws {
    func begin(_ kind: Int) -> LegacyBook.Record { (0x0809, LegacyFile.word(0x0600) + LegacyFile.word(kind)) }
    let chart = [Book.number(0, 0, 7), (0x003C, []), (0x0203, [])]
    var book = LegacyBook()
    book.sheet = [Book.number(0, 0, 5), begin(0x20)] + chart
    // Within a sheet, without an end.
    #expect(book.fault == .damaged)
    book.sheet += [(0x000A, []), Book.number(0, 1, 6)]
    #expect(try book.cells() == [["5", "6"]])
    book.sheet[1] = begin(0x10)
    #expect(book.fault == .damaged)
    book.sheet[1] = (0x0809, [0, 6, 0x20])
    #expect(book.fault == .damaged)
  }

  /// The fault of a cell is told with its place, and the rows before it are read.
  @Test func placesOfFaults() throws {
    var book = LegacyBook()
    book.sheet = [Book.number(0, 0, 5), Book.number(6, 1, 5), (0x00FD, Book.cell(6, 2) + LegacyFile.long(9))]
    let source = try LegacyWorkbook(stream: book.stream).records(of: 0)
    var record = Ingest.Record()
    #expect(try source.next(into: &record))
    #expect(throws: RecordFault(row: 7, column: 3, offset: 0, kind: .damaged)) {
      try source.next(into: &record)
    }
    #expect(try !source.next(into: &record))
  }
}
