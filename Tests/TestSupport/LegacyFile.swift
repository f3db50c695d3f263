/// A workbook of Excel 95 to 2003 (.xls), made of records that need not be right.
public struct LegacyFile {
  /// The records, one after another.
  public var stream: [UInt8]

  /// A file of these records, none to begin with.
  public init(_ stream: [UInt8] = []) { self.stream = stream }

  /// Adds a record.
  public mutating func add(_ kind: Int, _ bytes: [UInt8]) {
    stream += Self.word(kind) + Self.word(bytes.count) + bytes
  }

  /// The two bytes of a number, the lower first.
  public static func word(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  /// The four bytes of a number, the lowest first.
  public static func long(_ number: Int) -> [UInt8] { word(number) + word(number >> 16) }

  /// The whole file: header, table of sectors, list of contents, records. There is room for 7 MB.
  public var bytes: [UInt8] {
    // Streams below 4,096 bytes would lie elsewhere.
    let length = max(stream.count, 4096)
    let sectors = (length + 511) / 512
    let tables = (1...109).first { 128 * $0 >= $0 + 1 + sectors } ?? 109
    let followers = (1..<sectors).map { tables + 1 + $0 } + [-2]
    let table = [Int](repeating: -3, count: tables) + [-2] + followers
    let spare = [Int](repeating: -1, count: 128 * tables - table.count)
    let contents =
      Self.entry("Root Entry", 5, -2, 0) + Self.entry("Workbook", 2, tables + 1, length)
      + [UInt8](repeating: 0, count: 256)
    return Self.header(tables) + (table + spare).flatMap(Self.long) + contents + stream
      + [UInt8](repeating: 0, count: 512 * sectors - stream.count)
  }

  private static func header(_ tables: Int) -> [UInt8] {
    let signature: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    let kind = [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0].flatMap(word)
    let places = [0, tables, tables, 0, 4096, -2, 0, -2, 0] + (0..<109).map { $0 < tables ? $0 : -1 }
    return signature + kind + places.flatMap(long)
  }

  private static func entry(_ name: String, _ type: UInt8, _ start: Int, _ size: Int) -> [UInt8] {
    let text = (Array(name.utf8) + [0]).flatMap { word(Int($0)) }
    let head: [UInt8] = text + [UInt8](repeating: 0, count: 64 - text.count) + word(text.count) + [type, 1]
    let links: [UInt8] = [-1, -1, type == 5 ? 1 : -1].flatMap(long) + [UInt8](repeating: 0, count: 36)
    return head + links + [start, size, 0].flatMap(long)
  }
}
