import TestSupport

@testable import Ingest

/// A workbook of Excel 95 or 97, made record by record, each as it should be but for what a test changes.
struct LegacyBook {
  typealias Record = (kind: Int, bytes: [UInt8])

  /// A line of the list of sheets, and the records of the sheet, without BOF and EOF.
  struct Sheet {
    var name: String
    /// 0 to 2: visible, hidden, hidden so that only a macro can show it.
    var state: UInt8 = 0
    /// 0 for a sheet with cells.
    var type: UInt8 = 0
    var records: [Record] = []
  }

  /// The records of the workbook, without BOF, list of sheets and EOF.
  var book: [Record] = [(0x0042, LegacyFile.word(1200)), (0x00E0, style(0)), (0x00E0, style(14))]
  /// Those of the first sheet.
  var sheet: [Record] = []
  /// The other sheets.
  var others: [Sheet] = []
  var first = Sheet(name: "甲")
  var version = 0x0600

  static func style(_ format: Int) -> [UInt8] { LegacyFile.word(0) + LegacyFile.word(format) }

  /// A FORMAT of the workbook's own.
  static func format(_ number: Int, _ code: String) -> Record {
    (0x041E, LegacyFile.word(number) + text(code))
  }

  /// The beginning of a cell.
  static func cell(_ row: Int, _ column: Int, style: Int = 0) -> [UInt8] {
    [row, column, style].flatMap(LegacyFile.word)
  }

  static func number(_ row: Int, _ column: Int, _ value: Double, style: Int = 0) -> Record {
    (0x0203, cell(row, column, style: style) + bytes(value))
  }

  static func bytes(_ value: Double) -> [UInt8] {
    let bits = value.bitPattern
    return LegacyFile.long(Int(bits & 0xFFFF_FFFF)) + LegacyFile.long(Int(bits >> 32))
  }

  static func label(_ row: Int, _ column: Int, _ text: String) -> Record {
    (0x0204, cell(row, column) + Self.text(text))
  }

  /// FORMULA with a result of eight bytes.
  static func formula(_ row: Int, _ column: Int, style: Int = 0, _ result: [UInt8]) -> Record {
    (0x0006, cell(row, column, style: style) + result + [UInt8](repeating: 0, count: 8))
  }

  /// A result that is no number: 0 for a text behind it, 1 for yes or no, 2 for an error, 3 for an empty text.
  static func special(_ kind: UInt8, _ value: UInt8 = 0) -> [UInt8] {
    [kind, 0, value, 0, 0, 0, 0xFF, 0xFF]
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
    var sheets = [first] + others
    sheets[0].records = sheet
    let begin = LegacyFile.word(version)
    var file = LegacyFile()
    file.add(0x0809, begin + LegacyFile.word(5))
    for record in book { file.add(record.kind, record.bytes) }
    let entries = sheets.map { sheet in
      [sheet.state, sheet.type]
        + (version == 0x0500
          ? [UInt8(sheet.name.utf8.count)] + sheet.name.utf8
          : [UInt8(sheet.name.utf16.count)] + Self.text(sheet.name).dropFirst(2))
    }
    var start = file.stream.count + entries.map { $0.count + 8 }.reduce(4, +)
    let parts = sheets.map { sheet in
      var part = LegacyFile()
      part.add(0x0809, begin + LegacyFile.word(16))
      for record in sheet.records { part.add(record.kind, record.bytes) }
      part.add(0x000A, [])
      return part.stream
    }
    for (entry, part) in zip(entries, parts) {
      file.add(0x0085, LegacyFile.long(start) + entry)
      start += part.count
    }
    file.add(0x000A, [])
    return parts.reduce(file.stream, +)
  }

  /// Why reading stops; `nil` where it does not.
  var fault: RecordFault.Kind? { Self.fault(stream) }

  static func fault(_ stream: [UInt8]) -> RecordFault.Kind? {
    fault { () throws(RecordFault.Kind) in try LegacyWorkbook(stream: stream) }
  }

  static func fault(ofFile bytes: [UInt8]) -> RecordFault.Kind? {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { bytes in
      fault { () throws(RecordFault.Kind) in try unsafe LegacyWorkbook(bytes) }
    }
  }

  /// Opens a workbook and reads all its sheets.
  private static func fault(_ open: () throws(RecordFault.Kind) -> LegacyWorkbook) -> RecordFault.Kind? {
    do {
      let workbook = try open()
      for sheet in workbook.sheets.indices { _ = try rows(of: workbook, sheet) }
      return nil
    } catch let fault as RecordFault {
      return fault.kind
    } catch {
      return error as? RecordFault.Kind
    }
  }

  private static func rows(of workbook: LegacyWorkbook, _ sheet: Int) throws -> [Ingest.Record] {
    let source = try workbook.records(of: sheet)
    var record = Ingest.Record()
    var rows: [Ingest.Record] = []
    while try source.next(into: &record) { rows.append(record) }
    return rows
  }

  /// The cells of the first sheet as they are read, row by row.
  func cells() throws -> [[String]] { try Self.cells(of: LegacyWorkbook(stream: stream)) }

  static func cells(of bytes: [UInt8]) throws -> [[String]] {
    // The array outlives the call.
    try unsafe bytes.withUnsafeBytes { try cells(of: try unsafe LegacyWorkbook($0)) }
  }

  private static func cells(of workbook: LegacyWorkbook) throws -> [[String]] {
    try rows(of: workbook, 0).map { record in (0..<record.count).map { record.text($0) ?? "\u{FFFD}" } }
  }

  /// The rows of the first sheet.
  func rows() throws -> [Ingest.Record] { try Self.rows(of: LegacyWorkbook(stream: stream), 0) }

  /// The sheets of the list that are read.
  func sheets() throws -> [WorkbookSheet] { try LegacyWorkbook(stream: stream).sheets }
}
