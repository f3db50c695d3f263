/// A small CSV file of headings and rows, as text: the registry and its kin, not the returns.
struct TextRows {
  /// A row under the headings.
  struct Row {
    /// The row as a spreadsheet program numbers it.
    var number: Int
    /// The trimmed text of each cell; `nil` where its bytes are no text.
    var cells: [String?]
  }

  /// The headings, folded for comparison; empty where the file is.
  private(set) var headings: [String] = []
  /// The row in which the headings stand.
  private(set) var headingRow = 1
  /// The rows below the headings, those without any content left out.
  private(set) var rows: [Row] = []
  /// Why reading stopped before the end.
  private(set) var fault: RecordFault?

  /// Reads a file in UTF-8, UTF-16 or GB18030, separated by commas, or by tabs where the headings have none.
  /// `isHeading` recognises a folded heading: it decides between encodings that are both possible.
  init(_ bytes: [UInt8], isHeading: (String) -> Bool) {
    // The bytes stay where they are while the closure runs, and nothing keeps them longer.
    self = unsafe bytes.withUnsafeBytes { bytes in
      unsafe TextEncoding.withText(of: bytes) { text, encodings, _ in
        unsafe TextRows(text, encodings, isHeading)
      }
    }
  }

  private init(
    _ text: UnsafeRawBufferPointer, _ encodings: [TextEncoding], _ isHeading: (String) -> Bool
  ) {
    for encoding in encodings {
      self = TextRows()
      // The text stays where it is until this returns.
      unsafe read(text, TextDecoder(encoding))
      if headings.contains(where: isHeading) { return }
    }
  }

  private init() {}

  private mutating func read(_ bytes: UnsafeRawBufferPointer, _ decoder: TextDecoder) {
    // The reader does not outlive this call, nor the bytes.
    var record = Record()
    var reader = unsafe CSVReader(bytes, delimiter: TextRows.delimiter(of: bytes))
    rows.reserveCapacity(bytes.count / TextRows.usualRow)
    do {
      while try reader.next(into: &record) {
        let cells = (0..<record.count).map { TextRows.text(record[$0].span, decoder) }
        if cells.allSatisfy({ $0?.isEmpty ?? false }) { continue }
        if headings.isEmpty {
          headings = cells.map { Folding.name($0 ?? "") }
          headingRow = record.row
        } else {
          rows.append(Row(number: record.row, cells: cells))
        }
      }
    } catch {
      fault = error
    }
  }

  /// The bytes of a usual row of a registry.
  private static let usualRow = 64

  /// The trimmed text of a cell. Most are empty or plain codes, which need no trimming.
  private static func text(_ cell: Span<UInt8>, _ decoder: TextDecoder) -> String? {
    guard !cell.isEmpty else { return "" }
    let text = decoder.text(cell)
    let isPlain = isGraphic(cell[0]) && isGraphic(cell[cell.count - 1])
    return isPlain ? text : text.map(Folding.trimmed)
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  private static func delimiter(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    // A part of the bytes, used here only.
    let line = unsafe bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let (comma, tab) = (UInt8(ascii: ","), UInt8(ascii: "\t"))
    return unsafe line.contains(tab) && !line.contains(comma) ? tab : comma
  }
}
