import CFreexl
import Glibc

/// A file in memory that holds the records of a workbook and no more, for freexl: laid out by us, with sectors so large
/// that the header has room for the whole table, and one stream, which is never a small one.
enum LegacyImage {
  static let sectorSize = 4096
  /// How many numbers of sectors a sector of the table has.
  private static let numbers = sectorSize / 4
  /// How many sectors of the table the header has room for: with all of them, 425 MB.
  private static let mostTables = 109
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let noSector: UInt32 = 0xFFFF_FFFF
  private static let tableSector: UInt32 = 0xFFFF_FFFD

  /// Makes the file and gives its descriptor, to be closed by the caller.
  static func make(_ records: [UInt8]) throws(RecordFault.Kind) -> Int32 {
    guard let head = head(records.count) else { throw .unpacksTooLarge }
    let file = unsafe memfd_create("workbook", 0)
    guard file >= 0 else { throw .outOfMemory }
    // The last sector is filled up.
    let rest = [UInt8](repeating: 0, count: sectors(records.count) * sectorSize - records.count)
    guard write(head[...], to: file), write(records[...], to: file), write(rest[...], to: file) else {
      close(file)
      throw .outOfMemory
    }
    return file
  }

  /// What stands before the stream of so many bytes: header, table of sectors and list of contents, which ends with the
  /// stream. `nil` where it is too long.
  static func head(_ length: Int) -> [UInt8]? {
    let stream = sectors(length)
    guard let tables = (1...mostTables).first(where: { numbers * $0 >= $0 + 1 + stream }) else { return nil }
    let followers = (1..<stream).map { UInt32(tables + 1 + $0) } + [endOfChain]
    var table = [UInt32](repeating: tableSector, count: tables) + [endOfChain] + followers
    table += [UInt32](repeating: noSector, count: tables * numbers - table.count)
    let contents =
      entry("Root Entry", type: 5, child: 1, start: endOfChain, size: 0)
      + entry("Workbook", type: 2, child: noSector, start: UInt32(tables + 1), size: length)
    return padded(header(tables)) + Little.bytes(longs: table) + padded(contents)
  }

  private static func sectors(_ length: Int) -> Int { max(1, (length + sectorSize - 1) / sectorSize) }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: sectorSize - bytes.count)
  }

  private static func header(_ tables: Int) -> [UInt8] {
    let signature: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    // Version 4, lowest byte first, sectors of 2^12 bytes, small ones of 2^6.
    let kind: [UInt16] = [0x3E, 4, 0xFFFE, 12, 6, 0, 0, 0]
    // One sector of contents, from `tables` on; no small sectors, and no further list of the table's sectors.
    let places = [
      1, UInt32(tables), UInt32(tables), 0, 4096, endOfChain, 0, endOfChain, 0,
    ]
    let list = (0..<mostTables).map { $0 < tables ? UInt32($0) : noSector }
    return signature + Little.bytes(words: kind) + Little.bytes(longs: places + list)
  }

  private static func entry(_ name: String, type: UInt8, child: UInt32, start: UInt32, size: Int) -> [UInt8] {
    let text = Little.bytes(words: name.utf8.map { UInt16($0) } + [0])
    let place = text + [UInt8](repeating: 0, count: 64 - text.count)
    // Neighbours, the first below it, a class and times, which it has none of.
    let links = Little.bytes(longs: [noSector, noSector, child]) + [UInt8](repeating: 0, count: 36)
    return place + Little.bytes(words: [UInt16(text.count)]) + [type, 1] + links
      + Little.bytes(longs: [start, UInt32(size), 0])
  }

  /// Whether all bytes could be written.
  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      // The slice outlives the call.
      let count = unsafe rest.withUnsafeBytes { rest in unsafe Glibc.write(file, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
