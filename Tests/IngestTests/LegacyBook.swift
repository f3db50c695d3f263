import TestSupport

@testable import Ingest

/// A workbook of Excel 97 with one sheet, made record by record, each as it should be but for what a test changes.
struct LegacyBook {
  typealias Record = (kind: Int, bytes: [UInt8])

  /// The records of the workbook, without BOF, list of sheets and EOF.
  var book: [Record] = [(0x0042, LegacyFile.word(1200)), (0x00E0, style(0)), (0x00E0, style(14))]
  /// Those of the sheet, without BOF and EOF.
  var sheet: [Record] = []
  var version = 0x0600
  /// What stands in the list of sheets.
  var names = ["甲"]

  static func style(_ format: Int) -> [UInt8] { LegacyFile.word(0) + LegacyFile.word(format) }

  /// A DIMENSION for so many rows and columns.
  static func dimension(_ rows: Int, _ columns: Int) -> Record {
    (0x0200, [0, 0, 0, 0] + LegacyFile.long(rows) + [0, 0] + LegacyFile.word(columns) + [0, 0])
  }

  /// The beginning of a cell.
  static func cell(_ row: Int, _ column: Int, style: Int = 0) -> [UInt8] {
    [row, column, style].flatMap(LegacyFile.word)
  }

  static func number(_ row: Int, _ column: Int, _ value: Double, style: Int = 0) -> Record {
    let bits = value.bitPattern
    return (
      0x0203,
      cell(row, column, style: style) + LegacyFile.long(Int(bits & 0xFFFF_FFFF))
        + LegacyFile.long(Int(bits >> 32))
    )
  }

  /// The SST of so many texts, which begins with these bytes.
  static func texts(_ count: Int, _ bytes: [UInt8]) -> Record {
    (0x00FC, LegacyFile.long(count) + LegacyFile.long(count) + bytes)
  }

  /// A text with its length; `wide` with the high bytes.
  static func text(_ text: String, wide: Bool = true) -> [UInt8] {
    let units = Array(text.utf16)
    return LegacyFile.word(units.count) + [wide ? 1 : 0]
      + units.flatMap { wide ? LegacyFile.word(Int($0)) : [UInt8(truncatingIfNeeded: $0)] }
  }

  /// All records.
  var stream: [UInt8] {
    var file = LegacyFile()
    let begin = LegacyFile.word(version)
    file.add(0x0809, begin + LegacyFile.word(5))
    for record in book { file.add(record.kind, record.bytes) }
    let entries = names.map {
      [0, 0] + (version == 0x0500 ? [1, 65] : [UInt8(1)] + Self.text($0).dropFirst(2))
    }
    let start = file.stream.count + entries.map { $0.count + 8 }.reduce(4, +)
    for entry in entries { file.add(0x0085, LegacyFile.long(start) + entry) }
    file.add(0x000A, [])
    file.add(0x0809, begin + LegacyFile.word(16))
    for record in sheet { file.add(record.kind, record.bytes) }
    file.add(0x000A, [])
    return file.stream
  }

  /// Why the records are refused; `nil` where they are not.
  var fault: RecordFault.Kind? { Self.fault(stream) }

  static func fault(_ stream: [UInt8]) -> RecordFault.Kind? {
    do throws(RecordFault.Kind) {
      _ = try LegacyRecords.ready(stream)
      return nil
    } catch {
      return error
    }
  }

  /// The cells of the first sheet as they are read, row by row.
  func cells() throws -> [[String]] { try Self.cells(of: LegacyFile(stream).bytes) }

  static func cells(of bytes: [UInt8]) throws -> [[String]] {
    // The array outlives the workbook.
    try unsafe bytes.withUnsafeBytes { bytes in
      let source = try unsafe LegacyWorkbook(bytes).records(of: 0)
      var record = Ingest.Record()
      var rows: [[String]] = []
      while try source.next(into: &record) { rows.append((0..<record.count).map { record.text($0) ?? "" }) }
      return rows
    }
  }
}
