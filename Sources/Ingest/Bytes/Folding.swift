/// Brings text that people typed into one shape, so that it can be compared.
enum Folding {
  /// Without blanks (of any width, and invisible ones) at both ends.
  static func trimmed(_ text: String) -> String {
    guard holds(text, mayBeBlank) else { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    let isWhole = first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex
    return isWhole ? text : String(scalars[first...last])
  }

  /// The most characters (Unicode scalars) that are looked at of a name, a code or a title.
  static let longestName = 1000

  /// The first ``longestName`` characters.
  static func beginning(_ text: String) -> String {
    text.utf8.count <= longestName ? text : String(text.unicodeScalars.prefix(longestName))
  }

  /// Trimmed, on one line: line breaks and tabs become blanks; other control characters and marks that turn
  /// the direction of text go.
  static func oneLine(_ text: String) -> String {
    // Whatever is replaced or goes is a blank.
    guard holds(text, mayBeBlank), text.unicodeScalars.contains(where: isBlank) else {
      return text
    }
    var kept = String.UnicodeScalarView()
    for scalar in trimmed(text).unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: if kept.last != " " { kept.append(" ") }
      case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Trimmed, full-width letters, digits and punctuation made half-width.
  static func code(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in trimmed(text).unicodeScalars { folded.append(narrowed(scalar)) }
    return String(folded)
  }

  /// The same with ASCII letters in lower case: the shape in which cells are read.
  static func cell(_ text: String) -> String {
    let trimmed = trimmed(text)
    guard holds(trimmed, mayFold) else { return trimmed }
    var folded = String.UnicodeScalarView()
    for scalar in trimmed.unicodeScalars { folded.append(lowered(narrowed(scalar))) }
    return String(folded)
  }

  /// The same without any blanks inside either: the shape in which headings and names are compared.
  static func name(_ text: String) -> String {
    guard holds(text, mayFoldInName) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isBlank(scalar) {
      folded.append(lowered(narrowed(scalar)))
    }
    return String(folded)
  }

  /// White space (Unicode's `White_Space`), control characters, and the marks that are neither seen nor mean anything
  /// here.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0: true
    case ..<0x1680: false
    case 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x2066...0x2069, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whether a byte of a text is sought: over a span, which does not ask at each byte how the text is kept.
  @inline(__always)
  private static func holds(_ text: String, _ isSought: (UInt8) -> Bool) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where isSought(bytes[index]) { return true }
    return false
  }

  /// Whether a byte of UTF-8 is of a capital, or begins a character from U+F000 on, as those of full width are.
  private static func mayFold(_ byte: UInt8) -> Bool { byte == 0xEF || (0x41...0x5A).contains(byte) }

  /// The same, or begins a character that may be a blank.
  private static func mayFoldInName(_ byte: UInt8) -> Bool { mayBeBlank(byte) || mayFold(byte) }

  /// Whether a byte of UTF-8 begins a character that may be a blank: one of ASCII, or from U+0080, U+1000, U+2000, U+3000
  /// or U+F000 on.
  private static func mayBeBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
  }
}
