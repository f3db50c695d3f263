/// Cells of numbers of one row, each with the separator before it, written into room that is there already: a wide
/// table has millions of them.
@safe
struct CellRoom: ~Copyable {
  /// The most bytes of a cell with its separator: 20 digits, or a zero and 18 decimals, with point and sign.
  private static let longest = 24

  private let words = DigitWords.all
  /// Of its own, so that no cell asks who else has it.
  private let room: UnsafeMutableRawBufferPointer
  private var count = 0

  /// Room for so many cells.
  init(cells: Int) {
    // It is let go of with this.
    unsafe room = .allocate(byteCount: CellRoom.longest * cells + 8, alignment: 8)
  }

  deinit { unsafe room.deallocate() }

  /// Appends the cells to bytes.
  func copy(to bytes: inout [UInt8]) {
    // So many were written.
    unsafe bytes.append(contentsOf: room[..<count])
  }

  /// Begins another row.
  mutating func clear() { count = 0 }

  /// An empty cell.
  mutating func empty() { append(0x2C, 1) }

  /// A number kept in its smallest unit with that many decimals, as ``CSVWriter/number(_:decimals:)`` writes it.
  mutating func number(_ number: Int64?, decimals: Int) {
    guard let number else { return empty() }
    let value = UInt64(bitPattern: number)
    // Nearly all: such a number, with point and separator, fits into a word, and is put together from words that are
    // known. To go from digit to digit is to guess at each whether it is the last.
    switch decimals {
    case 0 where value < 1000: append(words.whole[Int(value)])
    case 0 where value < 1_000_000:
      append(words.whole[Int(value / 1000)], words.thousands[Int(value % 1000)], 3)
    case 0 where value < 1_000_000_000:
      append(words.whole[Int(value / 1_000_000)], words.thousands[Int(value / 1000 % 1000)], 3)
      append(UInt64(words.thousands[Int(value % 1000)]), 3)
    case 1 where value < 10_000: append(words.whole[Int(value / 10)], words.tenths[Int(value % 10)], 2)
    case 2 where value < 100_000: append(words.whole[Int(value / 100)], words.hundredths[Int(value % 100)], 3)
    case 2 where value < 100_000_000:
      append(words.whole[Int(value / 100_000)], words.thousands[Int(value / 100 % 1000)], 3)
      append(UInt64(words.hundredths[Int(value % 100)]), 3)
    default: appendDigits(of: number, decimals)
    }
  }

  private mutating func appendDigits(of number: Int64, _ decimals: Int) {
    var writer = CSVWriter.part
    writer.number(number, decimals: decimals)
    empty()
    for byte in writer.bytes { append(UInt64(byte), 1) }
  }

  /// Appends a word of ``DigitWords/whole``.
  private mutating func append(_ word: UInt64) { append(word, DigitWords.length(word)) }

  /// The same with `more` bytes of another behind it.
  private mutating func append(_ word: UInt64, _ behind: UInt32, _ more: Int) {
    let length = DigitWords.length(word)
    append(word | UInt64(behind) << UInt64(8 * length), length + more)
  }

  /// Appends the lowest bytes of a word.
  private mutating func append(_ word: UInt64, _ length: Int) {
    precondition(unsafe count + 8 <= room.count)
    // The word is within the room.
    unsafe room.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count += length
  }
}

/// Numbers as they are written, in the bytes of a word, the first the lowest.
private struct DigitWords: Sendable {
  static let all = DigitWords()

  /// A comma and the digits of 0 to 999.
  let whole: [UInt64]
  /// The three digits of 0 to 999.
  let thousands: [UInt32]
  /// A point and the two digits of 0 to 99.
  let hundredths: [UInt32]
  /// A point and a digit.
  let tenths: [UInt32]

  private init() {
    whole = (0..<1000).map { number in
      "\(number)".utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } << 8 | 0x2C
    }
    thousands = (0..<1000).map { DigitWords.digits($0, 3) }
    hundredths = (0..<100).map { DigitWords.digits($0, 2) << 8 | 0x2E }
    tenths = (0..<10).map { DigitWords.digits($0, 1) << 8 | 0x2E }
  }

  /// How many bytes of a word are taken: none of them is zero.
  static func length(_ word: UInt64) -> Int { 8 - word.leadingZeroBitCount / 8 }

  private static func digits(_ number: UInt32, _ count: Int) -> UInt32 {
    var (word, rest): (UInt32, UInt32) = (0, number)
    for _ in 0..<count {
      word = word << 8 | (0x30 + rest % 10)
      rest /= 10
    }
    return word
  }
}
