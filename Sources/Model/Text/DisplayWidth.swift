/// How wide texts are on a terminal and in a column of a sheet, where a Chinese character takes two places.
public enum DisplayWidth {
  /// The width of a text, in places of a Latin letter.
  public static func of(_ text: String) -> Int { width(text) }

  /// The width of a part of a text.
  public static func of(_ text: Substring) -> Int { width(text) }

  private static func width(_ text: some StringProtocol) -> Int {
    // Most cells are numbers.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The width of a scalar: 0 for marks that join others, 2 for wide ones (East Asian Width W and F), else 1.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark || category == .format ? 0 : 1
    }
  }

  /// The beginning of a text that is at most so wide; `…` stands for the rest.
  public static func cut(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var kept = ""
    var width = 1
    for character in text {
      width += of(String(character))
      if width > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
