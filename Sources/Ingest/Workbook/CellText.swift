/// Turns what the file keeps of a cell into what a spreadsheet program shows.
struct CellText {
  private let tables: WorkbookTables
  private var text: [UInt8] = []

  init(_ tables: WorkbookTables) { self.tables = tables }

  /// Appends the cell to a record, at a field. A text that the file lacks is damage.
  mutating func append(
    _ value: [UInt8], _ type: CellType, style: Int, to record: inout Record, at field: Int
  ) throws(RecordFault.Kind) {
    switch type {
    case .number: number(value, style: style, to: &record, at: field)
    case .sharedText:
      guard let index = CellText.integer(value), let text = tables.strings[index] else { throw .damaged }
      if !text.isEmpty { record.append(text.span, kind: .text, at: field) }
    case .text, .inlineText:
      text = value
      EscapedCharacters.resolve(&text)
      if !text.isEmpty { record.append(text.span, kind: .text, at: field) }
    case .boolean:
      let isTrue = value == [0x31] || value == Array("true".utf8)
      record.append(Array((isTrue ? "TRUE" : "FALSE").utf8).span, kind: .boolean, at: field)
    case .error: record.append(value.span, kind: .error, at: field)
    case .isoDate:
      let format = tables.formats.indices.contains(style) ? tables.formats[style] : .date
      record.append(CellText.isoDate(value, format).span, kind: .date, at: field)
    }
  }

  private mutating func number(_ value: [UInt8], style: Int, to record: inout Record, at field: Int) {
    let format = tables.formats.indices.contains(style) ? tables.formats[style] : .plain
    if format == .plain, CellText.isPlain(value) {
      return record.append(value.span, kind: .number, at: field)
    }
    // Some programs put blanks around the digits.
    let trimmed = value.drop { $0 <= 0x20 }
    guard let number = NumberText(trimmed.span) else {
      return record.append(value.span, kind: .text, at: field)
    }
    if let date = date(trimmed, format) {
      return record.append(Array(date.utf8).span, kind: .date, at: field)
    }
    text.removeAll(keepingCapacity: true)
    switch format {
    case .percent: number.appendPercent(to: &text)
    case .padded(let width): number.append(to: &text, width: width)
    case .plain, .date, .month, .duration: number.append(to: &text)
    }
    record.append(text.span, kind: .number, at: field)
  }

  /// The day or time that the number is shown as; `nil` where it is shown as a number.
  private func date(_ value: ArraySlice<UInt8>, _ format: NumberFormat) -> String? {
    switch format {
    case .plain, .percent, .padded: return nil
    case .date, .month, .duration: break
    }
    guard let serial = Double(String(decoding: value, as: UTF8.self)),
      let date = SerialDate(serial, isFrom1904: tables.isFrom1904)
    else { return nil }
    return switch format {
    case .month: date.month
    case .duration: date.duration
    default: date.text
    }
  }

  /// `2016-06-14T08:30:00Z` as `2016-06-14 08:30:00`, and without a time that is midnight; in a format of year
  /// and month `2016-06`.
  private static func isoDate(_ value: [UInt8], _ format: NumberFormat) -> [UInt8] {
    var text = value.prefix { $0 != UInt8(ascii: "Z") && $0 != UInt8(ascii: ".") }
    if format == .month, text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") {
      return Array(text.prefix(7))
    }
    if let place = text.firstIndex(of: UInt8(ascii: "T")) {
      text[place] = 0x20
      let time = text[(place + 1)...]
      if time.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") }) {
        return Array(text[..<place])
      }
    }
    return Array(text)
  }

  /// Whether digits are shown as they are: at most 15 of them, and no zero before others.
  private static func isPlain(_ value: [UInt8]) -> Bool {
    guard (1...NumberText.digits).contains(value.count), value.count == 1 || value[0] != 0x30 else {
      return false
    }
    return value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func integer(_ value: [UInt8]) -> Int? {
    let digits = value.drop { $0 <= 0x20 }
    guard (1...10).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
