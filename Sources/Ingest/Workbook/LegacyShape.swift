/// What freexl takes for granted of a workbook of Excel 97 to 2003 and does not look at itself: that the names of its
/// contents fit into their places, that chains of sectors stay within the file and end, and that records are whole and
/// no longer than the format allows. A file that is otherwise is not handed to it.
@safe
struct LegacyShape {
  private static let sectorSize = 512
  private static let miniSize = 64
  /// Streams below this size lie in the small sectors of the root's stream.
  private static let miniLimit = 4096
  /// The longest name in the list of contents, in bytes: 32 characters of UTF-16.
  private static let longestName = 64
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let noSector: UInt32 = 0xFFFF_FFFF

  private let bytes: UnsafeRawBufferPointer
  /// How many there are.
  private let size: Int
  /// Of each sector the one that follows.
  private var next: [UInt32] = []

  /// Throws where a file must not be read. The bytes are used during the call only.
  static func check(_ bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) {
    guard bytes.count >= 2 * sectorSize else { throw .damaged }
    var shape = unsafe LegacyShape(bytes)
    guard LegacyRecords.areSound(try shape.records()) else { throw .damaged }
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    // Kept no longer than `check` goes on, which has them from its caller.
    unsafe self.bytes = unsafe bytes
    size = bytes.count
  }

  /// The stream of the workbook's records.
  private mutating func records() throws(RecordFault.Kind) -> [UInt8] {
    // There are two sectors at least.
    let header = unsafe Array(bytes[..<LegacyShape.sectorSize])
    guard Little.word(header, 28) == 0xFFFE, Little.word(header, 30) == 9, Little.word(header, 32) == 6,
      readTable(header), let directory = chain(from: Little.long(header, 48))
    else { throw .damaged }
    let entries = stride(from: 0, to: directory.count, by: 128).map { Array(directory[$0..<($0 + 128)]) }
    guard let root = entries.first, entries.allSatisfy({ Little.word($0, 64) <= LegacyShape.longestName })
    else { throw .damaged }
    guard let book = entries.first(where: LegacyShape.isWorkbook) else { throw .notAWorkbook }
    let (start, length) = (Little.long(book, 116), Int(Little.long(book, 120)))
    let stream =
      length < LegacyShape.miniLimit
      ? small(from: start, in: root, table: Little.long(header, 60)) : chain(from: start)
    guard let stream, stream.count >= length else { throw .damaged }
    return Array(stream[..<length])
  }

  private static func isWorkbook(_ entry: [UInt8]) -> Bool {
    ["Workbook", "Book"].contains { name in
      let wide: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
      return Little.word(entry, 64) == wide.count && entry.starts(with: wide)
    }
  }

  /// Reads the table of sectors: its list stands in the header, and goes on in sectors of its own.
  private mutating func readTable(_ header: [UInt8]) -> Bool {
    var list = stride(from: 76, to: LegacyShape.sectorSize, by: 4).map { Little.long(header, $0) }
    var more = Little.long(header, 68)
    var rounds = 0
    while more < LegacyShape.endOfChain {
      guard let part = sector(more), rounds < size / LegacyShape.sectorSize else { return false }
      let numbers = stride(from: 0, to: part.count, by: 4).map { Little.long(part, $0) }
      list += numbers.dropLast()
      more = numbers.last ?? LegacyShape.endOfChain
      rounds += 1
    }
    for number in list where number != LegacyShape.noSector {
      guard let part = sector(number), next.count <= size else { return false }
      next += stride(from: 0, to: part.count, by: 4).map { Little.long(part, $0) }
    }
    return !next.isEmpty
  }

  /// The bytes of a sector; `nil` beyond the end of the file.
  private func sector(_ number: UInt32) -> ArraySlice<UInt8>? {
    let start = (Int(number) + 1) * LegacyShape.sectorSize
    guard start + LegacyShape.sectorSize <= size else { return nil }
    // The range is within the bytes, which are copied.
    return unsafe Array(bytes[start..<(start + LegacyShape.sectorSize)])[...]
  }

  /// A stream: its sectors one after another; `nil` where they leave the file or do not end.
  private func chain(from first: UInt32) -> [UInt8]? {
    var stream: [UInt8] = []
    var number = first
    while number != LegacyShape.endOfChain {
      guard Int(number) < next.count, stream.count <= size, let part = sector(number) else { return nil }
      stream += part
      number = next[Int(number)]
    }
    return stream
  }

  /// A small stream, in the root's.
  private func small(from first: UInt32, in root: [UInt8], table: UInt32) -> [UInt8]? {
    guard let container = chain(from: Little.long(root, 116)), let list = chain(from: table) else {
      return nil
    }
    var stream: [UInt8] = []
    var number = Int(first)
    while number != LegacyShape.endOfChain {
      let end = (number + 1) * LegacyShape.miniSize
      guard end <= container.count, 4 * number + 4 <= list.count, stream.count <= container.count else {
        return nil
      }
      stream += container[(end - LegacyShape.miniSize)..<end]
      number = Int(Little.long(list, 4 * number))
    }
    return stream
  }
}

/// The records of a workbook of Excel 97 to 2003, as far as they must be right before anybody reads them.
enum LegacyRecords {
  /// The longest record that the format allows.
  private static let longest = 8224
  private static let endOfFile = 0x000A

  /// Whether each record is whole and not too long, up to the end of the stream or to zeros that fill its last sector.
  static func areSound(_ stream: [UInt8]) -> Bool {
    var place = 0
    while place + 4 <= stream.count {
      let (kind, size) = (Little.word(stream, place), Little.word(stream, place + 2))
      if kind == 0, size == 0 { break }
      guard size <= longest, place + 4 + size <= stream.count else { return false }
      place += 4 + size
    }
    return place > 0
  }
}

/// Numbers whose lowest byte comes first.
enum Little {
  /// A number of two bytes, which must be there.
  static func word(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> Int {
    let start = bytes.index(bytes.startIndex, offsetBy: place)
    return Int(bytes[start]) | Int(bytes[bytes.index(after: start)]) << 8
  }

  /// A number of four bytes, which must be there.
  static func long(_ bytes: some RandomAccessCollection<UInt8>, _ place: Int) -> UInt32 {
    UInt32(word(bytes, place)) | UInt32(word(bytes, place + 2)) << 16
  }
}
