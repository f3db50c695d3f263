/// The records of a workbook of Excel 95 to 2003, looked at before freexl takes them one after another. freexl takes
/// fields out of a record without a look at its length and believes what lengths and counts stand there; here is refused
/// what it would read beyond a record's end, and what would take too much memory or time. Kinds of records that are not
/// in the table are passed over by freexl, too. Charts within sheets are made such a kind: freexl takes their figures for
/// cells of the sheet, and their end for its end.
struct LegacyRecords {
  /// Which program wrote the workbook, as the first record has it.
  enum Version {
    case excel95, excel97
  }

  /// The longest record that the format allows, for which freexl has room.
  static let longest = 8224
  /// BOF and EOF, and what a BOF says of a chart.
  private static let (begin, end, chart) = (0x0809, 0x000A, 0x0020)

  let version: Version
  var room = LegacyRoom()
  var sheets = LegacySheets()
  var styles = LegacyStyles()
  /// Where styles stand in the record that freexl must not apply.
  var plain: [Int] = []
  /// The kind of record for which freexl must take this one; `nil` for its own.
  var shownAs: Int?
  /// What freexl does not tell of cells.
  var results = LegacyResults()
  /// The cell of the formula whose text comes next.
  var awaited: LegacyResults.Place?
  /// A kind that freexl does not know.
  static let hidden = 0xFFFF
  private var strings = LegacyStrings()
  private var codePages = 0
  /// How many BOF were read whose EOF has not come: of the workbook or a sheet, and of a chart in it.
  private var depth = 0
  private var hasCharts = false
  /// Whether the record before, but for CONTINUE, was the SST.
  private var isInStrings = false
  /// What freexl's place for a record holds: this one's bytes over those of the ones before.
  private var earlier = [UInt8](repeating: 0, count: longest)

  /// Looks at all records, up to the end of the stream or to zeros that fill its last sector. Gives the stream that
  /// freexl may see, and what it does not tell; throws where there is none.
  static func ready(
    _ stream: consuming [UInt8]
  ) throws(RecordFault.Kind) -> (stream: [UInt8], results: LegacyResults) {
    guard stream.count >= 8, Little.word(stream, 0) == begin, let version = version(Little.word(stream, 4))
    else { throw .damaged }
    var records = LegacyRecords(version: version)
    var place = 0
    while place + 4 <= stream.count {
      let (kind, size) = (Little.word(stream, place), Little.word(stream, place + 2))
      if kind == 0, size == 0 { break }
      let start = place + 4
      guard size <= longest, start + size <= stream.count else { throw .damaged }
      records.shownAs = nil
      try records.take(kind, stream.span.extracting(start..<(start + size)), at: place)
      if let kind = records.shownAs {
        (stream[place], stream[place + 1]) = (UInt8(kind & 0xFF), UInt8(kind >> 8))
      }
      // A style that there is not.
      for style in records.plain { (stream[start + style], stream[start + style + 1]) = (0xFF, 0xFF) }
      records.plain.removeAll(keepingCapacity: true)
      place = start + size
    }
    // A chart that does not end would hide cells.
    guard records.depth == 0 || !records.hasCharts else { throw .damaged }
    try records.sheets.finish(&stream, version, &records.room)
    stream.removeLast(stream.count - place)
    return (stream, records.results)
  }

  private init(version: Version) { self.version = version }

  private static func version(_ number: Int) -> Version? {
    switch number {
    case 0x0500: .excel95
    case 0x0600: .excel97
    default: nil
    }
  }

  private mutating func take(_ kind: Int, _ record: Span<UInt8>, at place: Int) throws(RecordFault.Kind) {
    if version == .excel95 {
      for index in record.indices { earlier[index] = record[index] }
    }
    if depth > 1 || depth == 1 && kind == LegacyRecords.begin {
      shownAs = LegacyRecords.hidden
      return try takeChart(kind, record)
    }
    if kind == 0x003C {  // CONTINUE, of whatever record; freexl goes on with the SST alone.
      if isInStrings { try strings.goOn(record, &room) }
      return
    }
    isInStrings = kind == 0x00FC
    // freexl gives up where something stands between an EOF and a BOF.
    guard depth == 1 || kind == LegacyRecords.begin else { throw .damaged }
    try look(kind, record, at: place)
  }

  /// A record of a chart within a sheet. What begins within a sheet and is none may be a sheet whose end is lost.
  private mutating func takeChart(_ kind: Int, _ record: Span<UInt8>) throws(RecordFault.Kind) {
    isInStrings = false
    if kind == LegacyRecords.begin {
      guard record.count >= 4, Little.word(record, 2) == LegacyRecords.chart else { throw .damaged }
      depth += 1
      hasCharts = true
    }
    if kind == LegacyRecords.end { depth -= 1 }
  }

  /// The table of the kinds that freexl knows. The place of a LABELSST in the SST it compares with what is there.
  private mutating func look(_ kind: Int, _ record: Span<UInt8>, at place: Int) throws(RecordFault.Kind) {
    switch kind {
    case LegacyRecords.begin: try begin(record, at: place)
    case LegacyRecords.end: depth = 0
    case 0x002F: throw .encrypted  // FILEPASS: what follows are no records.
    case 0x0042: try codePage(record)  // CODEPAGE
    case 0x0022: guard record.count >= 2 else { throw .damaged }  // DATEMODE
    case 0x0085: try sheet(record)  // BOUNDSHEET
    case 0x0200: try dimension(record, at: place)  // DIMENSION
    case 0x00FC: try strings.begin(record, &room)  // SST
    case 0x041E: try format(record)  // FORMAT
    case 0x00E0: try style(record)  // XF
    case 0x0203: try number(record)  // NUMBER
    case 0x027E: try shortNumber(record)  // RK
    case 0x00BD: try shortNumbers(record)  // MULRK
    case 0x0204: try label(record)  // LABEL
    case 0x00FD: try cell(record, least: 10)  // LABELSST
    case 0x0205: try constant(record)  // BOOLERR
    case 0x0006: try formula(record)  // FORMULA
    case 0x0207: try result(record)  // STRING
    default: break
    }
  }

  /// BOF: records of the workbook or of a sheet begin.
  private mutating func begin(_ record: Span<UInt8>, at place: Int) throws(RecordFault.Kind) {
    guard record.count >= 4 else { throw .damaged }
    try sheets.begin(at: place)
    depth = 1
  }

  /// CODEPAGE: each opens a converter of texts anew. Those of Hebrew (1255) and Vietnamese (1258) keep a letter for
  /// the next text, for which freexl has not counted room.
  private mutating func codePage(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard record.count >= 2 else { throw .damaged }
    let isKeeping = [1255, 1258].contains(Little.word(record, 0))
    codePages += 1
    guard codePages <= WorkbookLimits.sheets, !isKeeping || version == .excel97 else { throw .damaged }
  }

  /// BOUNDSHEET: a sheet's place and name.
  private mutating func sheet(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard record.count >= 8 else { throw .damaged }
    let length = Int(record[6])
    let end =
      switch version {
      case .excel95: 7 + length
      case .excel97: 8 + (record[7] == 0 ? length : 2 * length)
      }
    guard end <= record.count else { throw .damaged }
    try sheets.add(startingAt: Little.long(record, 0))
  }

  /// DIMENSION: the row and column behind the last ones.
  private mutating func dimension(_ record: Span<UInt8>, at place: Int) throws(RecordFault.Kind) {
    guard record.count >= (version == .excel95 ? 8 : 12) else { throw .damaged }
    try sheets.dimension(at: place + 4)
  }

  /// FORMAT: how numbers are shown. Of Excel 95's freexl takes the first letter for the length, and whatever earlier
  /// records have left behind this one; its place for records has room for that.
  private mutating func format(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard record.count >= 4, !sheets.haveEarlyCells else { throw .damaged }
    switch version {
    case .excel95:
      let text = Array(earlier[3..<(3 + Int(record[3]))])
      styles.add(Little.word(record, 0), text.span)
    case .excel97:
      try LegacyRecords.text(record, at: 4, length: Little.word(record, 2))
      styles.add(Little.word(record, 0), record.extracting(5...))
    }
  }

  /// XF: the format of a style.
  private mutating func style(_ record: Span<UInt8>) throws(RecordFault.Kind) {
    guard record.count >= 4, !sheets.haveEarlyCells else { throw .damaged }
    try styles.add(format: Little.word(record, 2))
  }
}
