/// Texts made fit for a workbook.
enum WorkbookText {
  /// The most characters (of UTF-16, as Excel counts) that a cell may hold.
  static let longestCell = 32_767
  /// The most characters of a sheet's name.
  static let longestName = 31

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
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
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

  /// A name for a sheet that Excel takes and no other sheet has, whatever the case of its letters.
  static func sheetName(_ wanted: String, taken: some Sequence<String>) -> String {
    let taken = Set(taken.map { $0.lowercased() })
    let plain = String(wanted.map { "[]:*?/\\'".contains($0) ? "_" : $0 })
    let base = clean(plain, limit: longestName)
    var name = base.isEmpty ? "Sheet" : base
    var number = 2
    // Excel keeps History for itself.
    while taken.contains(name.lowercased()) || name.lowercased() == "history" {
      let suffix = "-\(number)"
      name = clean(plain, limit: longestName - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }
}
