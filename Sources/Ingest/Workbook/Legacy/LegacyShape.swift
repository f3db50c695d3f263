/// The shape of a workbook of Excel 95 to 2003: a file that is laid out like a disk, with a list of contents and tables
/// of which sector follows which. The stream of the workbook's records is taken out here.
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

  /// The stream of the workbook's records, copied. The bytes are used during the call only.
  static func records(of bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) -> [UInt8] {
    guard bytes.count >= 2 * sectorSize else { throw .damaged }
    var shape = unsafe LegacyShape(bytes)
    return try shape.records()
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    // Kept no longer than `records(of:)` goes on, which has them from its caller.
    unsafe self.bytes = unsafe bytes
    size = bytes.count
  }

  private mutating func records() throws(RecordFault.Kind) -> [UInt8] {
    // There are two sectors at least.
    let header = unsafe Array(bytes[..<LegacyShape.sectorSize])
    guard Little.word(header, 28) == 0xFFFE, Little.word(header, 30) == 9, Little.word(header, 32) == 6,
      readTable(header), let directory = chain(from: Little.long(header, 48))
    else { throw .damaged }
    let entries = stride(from: 0, to: directory.count, by: 128).lazy.map { directory[$0..<($0 + 128)] }
    guard !directory.isEmpty, entries.allSatisfy({ Little.word($0, 64) <= LegacyShape.longestName })
    else { throw .damaged }
    // A file for both programs has both streams.
    let books = LegacyShape.names.lazy.compactMap { name in entries.first { LegacyShape.isNamed($0, name) } }
    guard let book = books.first else { throw .notAWorkbook }
    let (start, length) = (Little.long(book, 116), Int(Little.long(book, 120)))
    let sectors =
      length < LegacyShape.miniLimit
      ? small(from: start, in: directory[..<128], table: Little.long(header, 60)) : chain(from: start)
    guard var stream = sectors, stream.count >= length else { throw .damaged }
    stream.removeLast(stream.count - length)
    return stream
  }

  /// What the stream of a workbook is called, of Excel 97 or 95.
  private static let names: [[UInt8]] = ["Workbook", "Book"].map { name in
    name.utf8.reduce(into: []) { $0 += [$1, 0] } + [0, 0]
  }

  private static func isNamed(_ entry: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    Little.word(entry, 64) == name.count && entry.starts(with: name)
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
    // Four times as many as there are sectors, and some.
    let most = 4 * (size / LegacyShape.sectorSize + 256)
    for number in list where number != LegacyShape.noSector {
      guard let part = sector(number), next.count <= most else { return false }
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
  private func small(from first: UInt32, in root: ArraySlice<UInt8>, table: UInt32) -> [UInt8]? {
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
