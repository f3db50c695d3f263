/// Cells of numbers of one row, each with the separator before it, written into room that is there already: a wide
/// table has millions of them.
struct CellRoom {
  /// The most bytes of a cell with its separator: 20 digits, or a zero and 18 decimals, with point and sign.
  private static let longest = 24

  private var room: [UInt8]
  private var count = 0

  /// Room for so many cells.
  init(cells: Int) { room = Array(repeating: 0, count: CellRoom.longest * cells + 8) }

  /// The cells.
  var cells: ArraySlice<UInt8> { room[..<count] }

  /// Begins another row.
  mutating func clear() { count = 0 }

  /// An empty cell.
  mutating func empty() { append(0x2C, 1) }

  /// A number kept in its smallest unit with that many decimals, as ``CSVWriter/number(_:decimals:)`` writes it.
  mutating func number(_ number: Int64?, decimals: Int) {
    guard let number else { return empty() }
    // Such a number, with point and separator, fits into a word.
    guard (0..<(decimals == 0 ? 10_000_000 : 100_000)).contains(number), decimals <= 4 else {
      return appendDigits(of: number, decimals)
    }
    // Of the word the lowest byte comes first, so that the last digit goes in first.
    var word: UInt64 = 0
    var (rest, length, places) = (UInt64(number), 0, 0)
    while rest > 0 || places <= decimals {
      if places == decimals, decimals > 0 {
        word = word << 8 | 0x2E
        length += 1
      }
      word = word << 8 | (0x30 + rest % 10)
      rest /= 10
      length += 1
      places += 1
    }
    append(word << 8 | 0x2C, length + 1)
  }

  private mutating func appendDigits(of number: Int64, _ decimals: Int) {
    var writer = CSVWriter.part
    writer.number(number, decimals: decimals)
    empty()
    for byte in writer.bytes { append(UInt64(byte), 1) }
  }

  /// Appends the lowest bytes of a word.
  private mutating func append(_ word: UInt64, _ length: Int) {
    let place = count
    var span = room.mutableSpan
    // Any byte may stand there, and the room is asked whether the word is within it.
    var bytes = unsafe span.mutableBytes
    bytes.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
    count += length
  }
}
