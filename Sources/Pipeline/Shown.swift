/// Text from outside as it may be shown on a terminal or in an output file.
enum Shown {
  /// On one line: control characters and marks that turn the direction of text appear as ␣. A name from a
  /// foreign archive must not move a terminal's cursor or begin a new row.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: text.unicodeScalars.map { isHidden($0) ? "␣" : $0 })
    return String(shown)
  }

  /// The same line by line.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// Whether a character acts on what shows it rather than being seen.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all are ASCII or Chinese; among those of U+3000 to U+9FFF is none.
    if (0x20...0x7E).contains(scalar.value) || (0x3000...0x9FFF).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar != "\u{200D}"  // joins the parts of one character
    default: false
    }
  }
}
