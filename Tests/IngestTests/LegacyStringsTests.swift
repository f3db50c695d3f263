import TestSupport
import Testing

@testable import Ingest

/// The texts that cells share go on from record to record only as freexl can follow them.
@Suite struct LegacyStringsTests {
  private typealias Book = LegacyBook

  /// A workbook with so many texts in these records, and a cell for each.
  private func book(_ count: Int, _ records: [UInt8]...) -> LegacyBook {
    var book = LegacyBook()
    for (place, bytes) in records.enumerated() {
      book.book.append(place == 0 ? LegacyBook.texts(count, bytes) : (0x003C, bytes))
    }
    book.sheet = [Book.dimension(max(count, 1), 1)]
    for row in 0..<min(count, 9) { book.sheet.append((0x00FD, Book.cell(row, 0) + LegacyFile.long(row))) }
    return book
  }

  /// A text with so many marks of how it is printed behind it.
  private func marked(_ text: String, _ marks: Int) -> [UInt8] {
    var bytes = Book.text(text)
    bytes[2] |= 8
    bytes.insert(contentsOf: LegacyFile.word(marks), at: 3)
    return bytes + [UInt8](repeating: 0x63, count: 4 * marks)
  }

  @Test func textsThatGoOn() throws {
    let (one, two) = (Book.text("甲乙丙"), Book.text("ab", wide: false))
    let whole = [["甲乙丙"], ["ab"]]
    #expect(try book(2, one + two).cells() == whole)
    #expect(try book(2, one, two).cells() == whole)
    // Within a text, which goes on with a mask of its own; within wide characters freexl puts nothing together.
    #expect(try book(2, Array(one.prefix(5)), [1] + one.dropFirst(5) + two).cells() == whole)
    #expect(try book(2, Array(one.prefix(3)), [1] + one.dropFirst(3), two).cells() == whole)
    #expect(try book(2, one + two.prefix(4), [0] + two.dropFirst(4)).cells() == whole)
    // Marks are passed over, in the next record, too.
    #expect(try book(2, marked("甲乙丙", 2) + two).cells() == whole)
    let long = marked("甲乙丙", 2)
    #expect(try book(2, Array(long.dropLast(3)), Array(long.suffix(3)) + two).cells() == whole)
  }

  @Test func theRecordBehindIsTooShort() {
    let one = Book.text("甲乙丙")
    #expect(book(1, Array(one.prefix(5)), [1] + one.dropFirst(5)).fault == nil)
    #expect(book(1, Array(one.prefix(5)), [1] + one.dropFirst(5).dropLast()).fault == .damaged)
    #expect(book(1, Array(one.prefix(5)), []).fault == .damaged)
    #expect(book(1, Array(one.prefix(5)), [0, 65]).fault == .damaged)
    // A text of three records.
    let long = Book.text(String(repeating: "甲", count: 9000))
    let parts = [Array(long.prefix(8203)), [1] + long[8203..<16403], [1] + long[16403...]]
    #expect(book(1, parts[0], parts[1], parts[2]).fault == .damaged)
  }

  @Test func headsThatAreSplit() {
    for length in 1..<3 {
      let two = Book.text("ab", wide: false)
      #expect(book(2, two + two.prefix(length), Array(two.dropFirst(length))).fault == .damaged)
    }
    let one = marked("甲", 1)
    #expect(book(2, one + one.prefix(4), Array(one.dropFirst(4))).fault == .damaged)
  }

  /// What is passed over ends in the next record at the latest, with a text behind it.
  @Test func marksThatGoOnForLong() {
    let one = marked("甲乙丙", 5)
    let two = Book.text("ab", wide: false)
    #expect(book(2, Array(one.dropLast(20)), [UInt8](repeating: 1, count: 20) + two).fault == nil)
    #expect(book(2, Array(one.dropLast(20)), [UInt8](repeating: 1, count: 20)).fault == .damaged)
    #expect(book(2, Array(one.dropLast(20)), [UInt8](repeating: 1, count: 10)).fault == .damaged)
    // Behind a text that went on, freexl forgets them.
    let end = [1] + one[7..<11]
    #expect(book(1, Array(one.prefix(7)), Array(end)).fault == nil)
    #expect(
      book(2, Array(one.prefix(7)), Array(end), [UInt8](repeating: 1, count: 20) + two).fault == .damaged)
    #expect(book(2, Array(one.prefix(7)), Array(end) + [UInt8](repeating: 1, count: 20) + two).fault == nil)
    var endless = one
    endless.replaceSubrange(2..<5, with: [4, 0xFF, 0xFF])
    #expect(book(2, endless, two).fault == .damaged)
  }

  @Test func secondTables() {
    var book = self.book(1, Book.text("甲"))
    #expect(book.fault == nil)
    book.book.append(LegacyBook.texts(1, Book.text("乙")))
    #expect(book.fault == .damaged)
    var short = LegacyBook()
    short.sheet = [Book.dimension(0, 0)]
    short.book.append((0x00FC, [0, 0, 0, 0, 0, 0, 0]))
    #expect(short.fault == .damaged)
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(book(1, [0, 0, 0]).fault == .damaged)
    // More are said to be there than there are: such cells are refused by freexl, which compares.
    #expect(self.book(3, Book.text("甲")).fault == nil)
    #expect(throws: RecordFault.Kind.damaged) { try self.book(3, Book.text("甲")).cells() }
    // CONTINUE of another record.
    var book = self.book(1, Book.text("甲"))
    book.book += [(0x00FF, []), (0x003C, [7])]
    #expect(book.fault == nil)
  }
}
