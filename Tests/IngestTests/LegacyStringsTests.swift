import TestSupport
import Testing

@testable import Ingest

/// The texts that cells share go on from record to record.
@Suite struct LegacyStringsTests {
  private typealias Book = LegacyBook

  /// A workbook with so many texts in these records, and a cell for each.
  private func book(_ count: Int, _ records: [[UInt8]]) -> LegacyBook {
    var book = LegacyBook()
    for (place, bytes) in records.enumerated() {
      book.book.append(place == 0 ? LegacyBook.texts(count, bytes) : (0x003C, bytes))
    }
    book.sheet = (0..<min(count, 9)).map { (0x00FD, Book.cell($0, 0) + LegacyFile.long($0)) }
    return book
  }

  private func book(_ count: Int, _ records: [UInt8]...) -> LegacyBook { book(count, records) }

  /// A text with so many marks of how it is printed, and so many bytes of how it is spoken, behind it.
  private func marked(_ text: String, _ marks: Int, spoken: Int = 0) -> [UInt8] {
    var bytes = Book.text(text)
    bytes[2] |= 12
    bytes.insert(contentsOf: LegacyFile.word(marks) + LegacyFile.long(spoken), at: 3)
    return bytes + [UInt8](repeating: 0x63, count: 4 * marks + spoken)
  }

  @Test func textsThatGoOn() throws {
    let (one, two) = (Book.text("甲乙丙"), Book.text("ab", wide: false))
    let whole = [["甲乙丙"], ["ab"]]
    #expect(try book(2, one + two).cells() == whole)
    #expect(try book(2, one, two).cells() == whole)
    #expect(try book(2, one, [], two).cells() == whole)
    // Within a text, which goes on with a mark of its own.
    #expect(try book(2, Array(one.prefix(5)), [1] + one.dropFirst(5) + two).cells() == whole)
    #expect(try book(2, Array(one.prefix(3)), [1] + one.dropFirst(3), two).cells() == whole)
    #expect(try book(2, Array(one.prefix(3)), [], [1] + one.dropFirst(3), two).cells() == whole)
    #expect(try book(2, one + two.prefix(4), [0] + two.dropFirst(4)).cells() == whole)
    // What begins without high bytes goes on with them, and the other way round.
    #expect(try book(2, one + two.prefix(4), [1, 0x98, 0]).cells() == [["甲乙丙"], ["a\u{98}"]])
    #expect(try book(2, one.dropLast(2), [0, 0xE9] + two).cells() == [["甲乙é"], ["ab"]])
    // Marks are passed over, in the next record, too.
    #expect(try book(2, marked("甲乙丙", 2) + two).cells() == whole)
  }

  /// A text of three records, and heads that are split.
  @Test func cutAnywhere() throws {
    let long = String(repeating: "甲", count: 9000)
    let bytes = Book.text(long)
    let parts = [Array(bytes.prefix(8203)), [1] + bytes[8203..<16403], [1] + bytes[16403...]]
    #expect(try book(1, parts).cells() == [[long]])
    let all = marked("甲", 1, spoken: 3) + Book.text("乙")
    for cut in 0..<all.count {
      // Only within characters stand marks at the beginning of the next record.
      let isInCharacters = [9, 21].contains(cut)
      let isHalf = [10, 22].contains(cut)
      let found = book(2, Array(all.prefix(cut)), (isInCharacters ? [1] : []) + all.dropFirst(cut))
      if isHalf { #expect(found.fault == .damaged) } else { #expect(try found.cells() == [["甲"], ["乙"]]) }
    }
  }

  @Test func theRecordsBehindAreTooShort() {
    let one = Book.text("甲乙丙")
    #expect(book(1, Array(one.prefix(5)), [1] + one.dropFirst(5)).fault == nil)
    #expect(book(1, Array(one.prefix(5)), [1] + one.dropFirst(5).dropLast()).fault == .damaged)
    #expect(book(1, Array(one.prefix(5)), []).fault == .damaged)
    #expect(book(1, Array(one.prefix(5)), [0, 65]).fault == .damaged)
    #expect(book(1, [1]).fault == .damaged)
    #expect(book(1, marked("甲", 5).dropLast()).fault == .damaged)
    var endless = Book.text("甲")
    endless.replaceSubrange(2..<3, with: [5, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(book(1, endless).fault == .damaged)
  }

  /// Empty texts are texts; a text with half a surrogate pair is none.
  @Test func emptyAndHalfTexts() throws {
    let texts = Book.text("") + Book.text("甲") + marked("", 2) + [1, 0, 1, 0x3D, 0xD8]
    #expect(try book(4, texts).cells() == [["甲"], ["\u{FFFD}"]])
    #expect(try book(4, texts).rows().map(\.row) == [2, 4])
    #expect(try book(4, texts).rows().last?.text(0) == nil)
    #expect(try book(1, Book.text("😀")).cells() == [["😀"]])
  }

  @Test func secondTables() {
    var book = self.book(1, Book.text("甲"))
    #expect(book.fault == nil)
    book.book.append(LegacyBook.texts(1, Book.text("乙")))
    #expect(book.fault == .damaged)
    var short = LegacyBook()
    short.book.append((0x00FC, [0, 0, 0, 0, 0, 0, 0]))
    #expect(short.fault == .damaged)
  }

  @Test func textsThatAreNotThere() throws {
    // More are said to be there than there are: that is damage where a cell asks for one.
    var book = self.book(3, Book.text("甲"))
    #expect(book.fault == .damaged)
    book.sheet.removeLast(2)
    #expect(try book.cells() == [["甲"]])
    // Those beyond the number that is said are not read.
    #expect(try self.book(1, Book.text("甲") + [9]).cells() == [["甲"]])
    // CONTINUE of another record.
    book = self.book(1, Book.text("甲"))
    book.book += [(0x00FF, []), (0x003C, [7])]
    #expect(try book.cells() == [["甲"]])
  }
}
