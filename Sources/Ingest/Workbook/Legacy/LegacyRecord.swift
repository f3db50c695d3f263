/// A record of a workbook of Excel 95 to 2003: what it is, and where its bytes stand in the stream.
struct LegacyRecord {
  /// The kinds that are read; others are passed over.
  enum Kind: Int {
    case formula = 0x0006
    /// EOF: the records of the workbook, of a sheet or of a chart end.
    case end = 0x000A
    case dateMode = 0x0022
    /// FILEPASS: what follows is locked.
    case filePass = 0x002F
    /// CONTINUE: more of the record before.
    case more = 0x003C
    case codePage = 0x0042
    /// WSBOOL: among others, whether the sheet is a dialog.
    case sheetOptions = 0x0081
    /// BOUNDSHEET: a line of the list of sheets.
    case sheet = 0x0085
    /// MULRK: numbers side by side.
    case shortNumbers = 0x00BD
    /// MULBLANK: blank cells side by side.
    case blanks = 0x00BE
    /// RSTRING: a text with marks of how it is printed behind it.
    case markedLabel = 0x00D6
    /// XF: a style.
    case style = 0x00E0
    /// SST: the texts that cells share.
    case sharedTexts = 0x00FC
    /// LABELSST: a cell with one of these.
    case sharedLabel = 0x00FD
    case blank = 0x0201
    case number = 0x0203
    case label = 0x0204
    /// BOOLERR: yes or no, or an error.
    case constant = 0x0205
    /// STRING: the text that the formula before gives.
    case result = 0x0207
    case row = 0x0208
    case format = 0x041E
    /// RK: a number in four bytes.
    case shortNumber = 0x027E
    /// BOF: the records of the workbook, of a sheet or of a chart begin.
    case begin = 0x0809

    /// Whether it is of a cell, or of several side by side: row, column and style stand at its beginning.
    var isCell: Bool {
      switch self {
      case .formula, .number, .shortNumber, .shortNumbers, .label, .markedLabel, .sharedLabel, .constant: true
      case .blank, .blanks: true
      default: false
      }
    }
  }

  /// The longest record that the format allows.
  static let longest = 8224

  /// `nil` for a kind that is not read.
  let kind: Kind?
  /// Its first byte, and the one behind its last.
  let start, end: Int

  /// How many bytes it has.
  var count: Int { end - start }

  /// The record that begins at a place of the stream; `nil` where it does not end within, or is longer than any.
  init?(_ stream: [UInt8], at place: Int) {
    guard place + 4 <= stream.count else { return nil }
    kind = Kind(rawValue: Little.word(stream, place))
    start = place + 4
    end = start + Little.word(stream, place + 2)
    guard end <= stream.count, count <= LegacyRecord.longest else { return nil }
  }

  /// A record of so many bytes at least; else it is damage.
  func has(_ least: Int) throws(RecordFault.Kind) {
    guard count >= least else { throw .damaged }
  }
}

/// The records of a sheet one after another, without those of charts within it.
struct LegacySheetRecords {
  /// What a BOF says of a chart.
  private static let chart = 0x0020

  private let stream: [UInt8]
  /// Where the next record begins.
  private(set) var place: Int

  /// The records behind the BOF at a place; `nil` where there is none.
  init?(_ stream: [UInt8], from start: Int) {
    guard let begin = LegacyRecord(stream, at: start), begin.kind == .begin, begin.count >= 4 else {
      return nil
    }
    self.stream = stream
    place = begin.end
  }

  /// The next record; `nil` at the EOF, which must come. What begins within a sheet and is no chart may be a sheet whose
  /// end is lost.
  mutating func next() throws(RecordFault.Kind) -> LegacyRecord? {
    var depth = 0
    while let record = LegacyRecord(stream, at: place) {
      if record.kind == .begin {
        guard record.count >= 4, Little.word(stream, record.start + 2) == LegacySheetRecords.chart else {
          throw .damaged
        }
        depth += 1
      }
      place = record.end
      if depth == 0 { return record.kind == .end ? nil : record }
      if record.kind == .end { depth -= 1 }
    }
    throw .damaged
  }
}
