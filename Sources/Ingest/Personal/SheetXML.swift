import Model

/// Writes the rows of a sheet of a workbook: cells as texts, but for plain numbers, errors and formulas.
struct SheetXML {
  private static let start = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
      .utf8)
  private static let end = Array("</sheetData></worksheet>".utf8)

  private var xml = SheetXML.start

  /// The whole part.
  var finished: [UInt8] { xml + SheetXML.end }

  /// Appends a row that has cells.
  mutating func append(_ record: Record) {
    xml += "<row r=\"\(record.row)\"\(record.isHidden ? " hidden=\"1\"" : "")>".utf8
    var next = 0
    for field in 0..<record.count where !record[field].isEmpty {
      let place = field == next ? "" : " r=\"\(Place.letters(field + 1))\(record.row)\""
      next = field + 1
      append(record[field], record.kind(field), place)
    }
    xml += "</row>".utf8
  }

  private mutating func append(_ cell: ArraySlice<UInt8>, _ kind: CellKind, _ place: String) {
    switch kind {
    case .error: wrap(cell, "<c\(place) t=\"e\"><v>", "</v></c>")
    case .formulaWithoutValue: wrap(SheetXML.formula(cell), "<c\(place)><f>", "</f></c>")
    case .number where SheetXML.isPlain(cell): wrap(cell, "<c\(place)><v>", "</v></c>")
    case .number, .text, .date, .boolean: wrap(cell, "<c\(place) t=\"str\"><v>", "</v></c>")
    }
  }

  private mutating func wrap(_ text: ArraySlice<UInt8>, _ start: String, _ end: String) {
    xml += start.utf8
    SheetXML.escape(text, into: &xml)
    xml += end.utf8
  }

  /// A formula without its sign. One with texts in it may say anything.
  private static func formula(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    cell.contains(UInt8(ascii: "\"")) ? ArraySlice(Masking.mark.utf8) : cell.dropFirst()
  }

  /// Whether digits are shown as they are.
  private static func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.count <= NumberText.digits && (cell.count == 1 || cell.first != 0x30)
      && cell.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Appends text as XML has it; characters that XML cannot hold, and what looks like one of those, as `_x000D_`.
  static func escape(_ text: ArraySlice<UInt8>, into xml: inout [UInt8]) {
    for place in text.indices {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "&"): xml += "&amp;".utf8
      case UInt8(ascii: "<"): xml += "&lt;".utf8
      case UInt8(ascii: ">"): xml += "&gt;".utf8
      case UInt8(ascii: "\""): xml += "&quot;".utf8
      case 0x09, 0x0A: xml.append(byte)
      case 0..<0x20:
        xml += "_x00".utf8
        xml += Hexadecimal.text([byte], upperCase: true).utf8
        xml.append(0x5F)
      // What is not text stays so.
      case 0xFF: xml += "_xDFFF_".utf8
      case 0x5F where text[place...].dropFirst().first == UInt8(ascii: "x"): xml += "_x005F_".utf8
      default: xml.append(byte)
      }
    }
  }
}
