import TestSupport
import Testing

@testable import Ingest

/// Workbooks of Excel 95, whose texts are bytes of a code page.
@Suite struct LegacyTextTests {
  private typealias Book = LegacyBook

  private func book(_ page: Int?, _ bytes: [UInt8]...) -> LegacyBook {
    var book = LegacyBook()
    (book.version, book.first.name) = (0x0500, "A")
    book.book = page.map { [(0x0042, LegacyFile.word($0))] } ?? []
    book.sheet = bytes.enumerated().map { (0x0204, Book.cell(0, $0) + LegacyFile.word($1.count) + $1) }
    return book
  }

  @Test func textsOfChineseWindows() throws {
    // 甲, 朱镕基 with a character beyond GB 2312, €, and a character cut in two.
    let found = book(936, [0xBC, 0xD7], [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9], [0x80, 0x31], [0x41, 0xBC])
    #expect(try found.cells() == [["甲", "朱镕基", "€1", "\u{FFFD}"]])
    #expect(try found.rows().first?.text(3) == nil)
  }

  @Test func textsOfWesternWindows() throws {
    let bytes: [UInt8] = [0x80, 0xE9, 0x93, 0xFF, 0x41]
    for page in [1252, 0x8001] { #expect(try book(page, bytes).cells() == [["€é“ÿA"]]) }
  }

  /// Of other code pages only what is the same in all of them.
  @Test(arguments: [950, 1251, 10_000, 367, 0, nil]) func otherCodePages(page: Int?) throws {
    let found = book(page, [0xBC, 0xD7], Array("A1".utf8), [0xD0, 0xB0])
    #expect(try found.cells() == [["\u{FFFD}", "A1", "\u{FFFD}"]])
    #expect(try found.rows().first?.text(2) == nil)
  }

  @Test func resultsFormatsAndNames() throws {
    var found = book(936, [0xBC, 0xD7])
    found.book += [
      (0x041E, LegacyFile.word(164) + [9] + Array("yyyy".utf8) + [0xC4, 0xEA, 0x6D, 0xD4, 0xC2]),
      (0x00E0, Book.style(0)), (0x00E0, Book.style(164)),
    ]
    found.sheet += [
      Book.formula(0, 1, Book.special(0)), (0x0207, [2, 0, 0xD2, 0xD2]), Book.number(0, 2, 42_535, style: 1),
      (0x00D6, Book.cell(0, 3) + [2, 0, 0xB1, 0xFB, 1, 0, 0]),
    ]
    #expect(try found.cells() == [["甲", "乙", "2016-06", "丙"]])
    // The name of the first sheet is Chinese, too.
    var stream = found.stream
    let name = try #require(stream.firstRange(of: [0, 0, 1, 65]))
    stream.replaceSubrange(name, with: [0, 0, 2, 0xBC, 0xD7])
    let list = name.lowerBound - 8
    stream[list + 2] += 1
    stream[list + 4] += 1
    #expect(try LegacyWorkbook(stream: stream).sheets.map(\.name) == ["甲"])
    #expect(try Book.cells(of: LegacyFile(stream).bytes) == found.cells())
  }

  @Test func textsLongerThanTheirRecords() {
    var found = book(936, [0xBC, 0xD7])
    found.sheet[0].bytes[6] = 3
    #expect(found.fault == .damaged)
    found = book(936, [0xBC, 0xD7])
    found.book.append((0x041E, LegacyFile.word(164) + [9] + Array("0".utf8)))
    #expect(found.fault == .damaged)
  }
}
