/// Texts made fit for a workbook.
enum WorkbookText {
  /// The most characters (of UTF-16, as Excel counts) that a cell may hold.
  static let longestCell = 32_767

  /// A text for a cell: without control characters, which XML cannot hold, and not too long.
  static func cell(_ text: String) -> String { clean(text, limit: longestCell) }

  /// The same for a place that holds fewer characters.
  static func clean(_ text: String, limit: Int) -> String {
    // Nearly all texts are short and plain.
    if text.utf8.count <= limit, text.utf8.allSatisfy(isPlain) { return text }
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars where !isForbidden(scalar) {
      length += UTF16.width(scalar)
      if length > limit { break }
      kept.append(scalar)
    }
    // Escaping makes a text longer, in the rare case that it is needed.
    return String(escaped(String(kept)).unicodeScalars.prefix(limit))
  }

  /// Whether a byte of UTF-8 is of no character that is looked at below: C2 begins those up to U+00BF, EF those
  /// from U+F000 on.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xEF && byte != UInt8(ascii: "_")
  }

  /// Line feeds stay; XML has no other control characters, and no noncharacters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// A text that looks like `_x0041_` is a character to Excel: its underscore is written as one.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      let end = index + 6
      let isEscape =
        byte == UInt8(ascii: "_") && end < bytes.count && bytes[index + 1] == UInt8(ascii: "x")
        && bytes[end] == UInt8(ascii: "_")
        && bytes[(index + 2)..<end].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      if isEscape { result += Array("x005F_".utf8) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
