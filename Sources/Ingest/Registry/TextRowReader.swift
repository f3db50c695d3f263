/// A row of a small CSV file, there during a call.
struct TextRow: ~Copyable {
  fileprivate var record = Record()
  fileprivate let decoder: TextDecoder

  fileprivate init(_ decoder: TextDecoder) { self.decoder = decoder }

  /// The row as a spreadsheet program numbers it.
  var number: Int { record.row }
  /// How many cells it has.
  var count: Int { record.count }

  /// The bytes of a cell as they stand there; none where the row has no such cell.
  func bytes(_ cell: Int) -> ArraySlice<UInt8> { cell < record.count ? record[cell] : [] }

  /// The trimmed text of a cell; `nil` where its bytes are no text.
  func text(_ cell: Int) -> String? {
    let bytes = bytes(cell)
    guard let first = bytes.first, let last = bytes.last else { return "" }
    let text = decoder.text(bytes.span)
    // Most are plain codes, which need no trimming.
    return TextRow.isGraphic(first) && TextRow.isGraphic(last) ? text : text.map(Folding.trimmed)
  }

  /// Whether no cell has content; a cell whose bytes are no text has.
  fileprivate var isBlank: Bool {
    // Most begin with a code.
    if count > 0, let first = bytes(0).first, TextRow.isGraphic(first) { return false }
    return (0..<count).allSatisfy { text($0)?.isEmpty ?? false }
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}

/// What takes the rows of such a file one by one.
protocol TextRowTaker {
  /// Takes the headings, folded for comparison, and the row in which they stand.
  mutating func begin(_ headings: [String], at row: Int)
  /// Takes a row under the headings that has some content.
  mutating func take(_ row: borrowing TextRow)
  /// Whether it takes no more: then reading stops.
  var isFull: Bool { get }
}

extension TextRowTaker {
  var isFull: Bool { false }
}

/// Reads small CSV files of headings and rows: the registry and its kin, not the returns.
enum TextRowReader {
  /// Reads a file in UTF-8, UTF-16 or GB18030, separated by commas, or by tabs where the headings have none.
  /// `isHeading` recognises a folded heading: it decides between encodings that are both possible. Answers with why
  /// reading stopped before the end.
  static func read(
    _ bytes: [UInt8], into taker: inout some TextRowTaker, isHeading: (String) -> Bool
  ) -> RecordFault? {
    // The bytes stay where they are while the closure runs, and nothing keeps them longer.
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe TextEncoding.withText(of: bytes) { text, encodings, _ in
        for encoding in encodings.dropLast() {
          guard unsafe headings(text, TextDecoder(encoding)).contains(where: isHeading) else { continue }
          return unsafe read(text, TextDecoder(encoding), into: &taker)
        }
        return encodings.last.flatMap { unsafe read(text, TextDecoder($0), into: &taker) }
      }
    }
  }

  /// The headings as an encoding has them.
  private static func headings(_ bytes: UnsafeRawBufferPointer, _ decoder: TextDecoder) -> [String] {
    var row = TextRow(decoder)
    // The reader does not outlive this call, nor the bytes.
    var reader = unsafe CSVReader(bytes, delimiter: delimiter(of: bytes))
    while (try? reader.next(into: &row.record)) == true {
      if !row.isBlank { return row.headings }
    }
    return []
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ decoder: TextDecoder, into taker: inout some TextRowTaker
  ) -> RecordFault? {
    var row = TextRow(decoder)
    // The reader does not outlive this call, nor the bytes.
    var reader = unsafe CSVReader(bytes, delimiter: delimiter(of: bytes))
    var hasHeadings = false
    do {
      while try reader.next(into: &row.record) {
        if row.isBlank { continue }
        if taker.isFull { return RecordFault(row: row.number, column: 0, offset: 0, kind: .tooManyRows) }
        if hasHeadings { taker.take(row) } else { taker.begin(row.headings, at: row.number) }
        hasHeadings = true
      }
      return nil
    } catch {
      return error
    }
  }

  private static func delimiter(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    // A part of the bytes, used here only.
    let line = unsafe bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let (comma, tab) = (UInt8(ascii: ","), UInt8(ascii: "\t"))
    return unsafe line.contains(tab) && !line.contains(comma) ? tab : comma
  }
}

extension TextRow {
  fileprivate var headings: [String] { (0..<count).map { Folding.name(text($0) ?? "") } }
}
