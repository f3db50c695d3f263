import Model

/// Writes RFC 4180 CSV with a UTF-8 byte order mark, so that Excel and WPS open it right.
///
/// A text that a spreadsheet program would run as a formula is defused with a leading apostrophe; numbers
/// are written as they are.
public struct CSVWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private var isFirst = true

  /// An empty file with its byte order mark.
  public init() {}

  /// The middle of a file: without a mark.
  static let part: CSVWriter = {
    var writer = CSVWriter()
    writer.bytes = []
    return writer
  }()

  /// A text cell.
  public mutating func text(_ text: String) {
    separate()
    var text = text
    // The bytes are copied before the call returns.
    let needsQuotes = text.withUTF8 { utf8 in
      let needsQuotes = unsafe CSVWriter.needsQuotes(utf8)
      let isFormula = unsafe utf8.first.map(CSVWriter.startsFormula) ?? false
      if !needsQuotes, !isFormula { unsafe bytes.append(contentsOf: utf8) }
      return needsQuotes || isFormula ? needsQuotes : nil
    }
    if let needsQuotes { quote(text, needsQuotes: needsQuotes) }
  }

  private mutating func quote(_ text: String, needsQuotes: Bool) {
    let isFormula = text.utf8.first.map(CSVWriter.startsFormula) ?? false
    if needsQuotes { bytes.append(0x22) }
    if isFormula { bytes.append(0x27) }
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(0x22) }
  }

  /// Whether a comma, a quote or the end of a line is among the bytes; without an end at the first, so that many are looked
  /// at at a time.
  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in utf8.indices {
      let byte = unsafe utf8[index]
      found |= byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D ? 1 : 0
    }
    return found != 0
  }

  /// `=`, `+`, `-`, `@`, tab and carriage return begin a formula in one program or another.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  /// A unit's code, as ``text(_:)`` writes it; an empty cell where there is none.
  mutating func code(_ code: UnitCode?) {
    separate()
    guard let code else { return }
    let first = bytes.count
    code.append(to: &bytes)
    // Of a code's characters only the hyphen begins a formula.
    if bytes[first] == 0x2D { bytes.insert(0x27, at: first) }
  }

  /// A whole number.
  public mutating func number(_ number: Int) { self.number(Int64(number), decimals: 0) }

  /// A number kept in its smallest unit with that many decimals: 1225 with 2 is `12.25`; empty for `nil`.
  ///
  /// Written digit by digit, since a wide table has millions of numbers. Decimals are at most 18.
  public mutating func number(_ number: Int64?, decimals: Int) {
    separate()
    guard let number else { return }
    // From the last digit: 20 of them, or a zero and 18 decimals, with point and sign.
    var digits = InlineArray<24, UInt8>(repeating: 0x30)
    var place = digits.count
    var rest = number.magnitude
    var places = 0
    while rest > 0 || places <= decimals {
      if places == decimals, decimals > 0 {
        place -= 1
        digits[place] = 0x2E
      }
      place -= 1
      digits[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      places += 1
    }
    if number < 0 {
      place -= 1
      digits[place] = 0x2D
    }
    // What is copied is within the digits.
    unsafe digits.span.extracting(place...).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// An empty cell.
  public mutating func empty() { separate() }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  /// A row of texts, such as the headings.
  public mutating func row(_ texts: [String]) {
    for text in texts { self.text(text) }
    endRow()
  }

  /// Makes room for so many bytes, where about as many will be written.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Begins a row, or a group of cells that will be put into one, without ending another.
  mutating func begin() { isFirst = true }

  /// Cells that were written by another.
  mutating func cells(_ written: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: written)
  }

  /// Numbers behind the first cell of a row.
  mutating func cells(of room: borrowing CellRoom) { room.copy(to: &bytes) }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }
}
