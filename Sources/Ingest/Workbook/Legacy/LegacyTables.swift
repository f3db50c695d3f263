/// What stands before the sheets of a workbook of Excel 95 to 2003: the list of sheets, and what their cells refer to.
struct LegacyTables {
  /// Which program wrote the workbook, as the first record has it.
  enum Version {
    case excel95, excel97
  }

  let version: Version
  /// The sheets in the order of their tabs, each with the place of its BOF; those of a chart or of macros are left out.
  private(set) var sheets: [(sheet: WorkbookSheet, start: Int)] = []
  /// What cells refer to.
  private(set) var cells = WorkbookTables()
  /// How texts are kept, of Excel 95.
  private(set) var codePage = LegacyCodePage(nil)
  /// How much is kept of the workbook.
  private(set) var room = LegacyRoom()
  /// Where they end in the stream.
  private(set) var end = 0

  private var haveTexts = false
  /// The formats of the workbook's own, and the number of each style's.
  private var formats: [Int: NumberFormat] = [:]
  private var styles: [Int] = []

  /// Reads the records from the first BOF to its EOF.
  init(_ stream: [UInt8]) throws(RecordFault.Kind) {
    guard let begin = LegacyRecord(stream, at: 0), begin.kind == .begin, begin.count >= 4 else {
      throw .damaged
    }
    switch Little.word(stream, begin.start) {
    case 0x0500: version = .excel95
    case 0x0600: version = .excel97
    default: throw .damaged
    }
    var place = begin.end
    while true {
      guard let record = LegacyRecord(stream, at: place) else { throw .damaged }
      if record.kind == .end { break }
      try take(record, stream)
      place = record.end
    }
    end = place
    cells.formats = styles.map { formats[$0] ?? NumberFormat.builtIn($0) }
  }

  private mutating func take(_ record: LegacyRecord, _ stream: [UInt8]) throws(RecordFault.Kind) {
    switch record.kind {
    case .begin: throw .damaged
    case .filePass: throw .encrypted
    case .codePage:
      try record.has(2)
      codePage = LegacyCodePage(Little.word(stream, record.start))
    case .dateMode:
      try record.has(2)
      cells.isFrom1904 = Little.word(stream, record.start) == 1
    case .sheet: try addSheet(record, stream)
    case .format: try addFormat(record, stream)
    case .style:
      try record.has(4)
      guard styles.count < WorkbookLimits.styles else { throw .damaged }
      styles.append(Little.word(stream, record.start + 2))
    case .sharedTexts:
      // Of two tables it cannot be told which counts.
      guard !haveTexts else { throw .damaged }
      haveTexts = true
      cells.strings = try LegacyStrings.read(record, of: stream, &room)
    default: break
    }
  }

  /// BOUNDSHEET: where its records begin, whether it is hidden, what it is, and its name.
  private mutating func addSheet(_ record: LegacyRecord, _ stream: [UInt8]) throws(RecordFault.Kind) {
    try record.has(7)
    var name = LegacyText(stream, record, at: 6)
    let text = try text(of: Int(name.byte()), &name)
    let visibility: WorkbookSheet.Visibility =
      switch stream[record.start + 4] & 3 {
      case 0: .visible
      case 1: .hidden
      default: .veryHidden
      }
    guard stream[record.start + 5] == 0 else { return }
    guard sheets.count < WorkbookLimits.sheets else { throw .tooManySheets }
    let sheet = WorkbookSheet(name: String(decoding: text, as: UTF8.self), visibility: visibility)
    sheets.append((sheet, Int(Little.long(stream, record.start))))
  }

  /// FORMAT: how numbers are shown.
  private mutating func addFormat(_ record: LegacyRecord, _ stream: [UInt8]) throws(RecordFault.Kind) {
    try record.has(version == .excel95 ? 3 : 4)
    guard formats.count < WorkbookLimits.styles else { throw .damaged }
    var code = LegacyText(stream, record, at: 2)
    let length = try version == .excel95 ? Int(code.byte()) : code.word()
    let text = String(decoding: try text(of: length, &code), as: UTF8.self)
    formats[Little.word(stream, record.start)] = NumberFormat(code: String(text.prefix(1000)))
  }

  /// A text of so many characters, as UTF-8.
  func text(of length: Int, _ text: inout LegacyText) throws(RecordFault.Kind) -> [UInt8] {
    switch version {
    case .excel95: codePage.text(try text.bytes(length))
    case .excel97: try text.characters(length)
    }
  }
}
