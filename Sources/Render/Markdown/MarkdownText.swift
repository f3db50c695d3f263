/// Text made safe for Markdown: nothing in it becomes markup, a link or a tag.
public enum MarkdownText {
  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "@"]

  /// A text inside a line.
  public static func inline(_ text: String) -> String {
    var escaped = ""
    var previous: Character = " "
    // How many letters w stand before.
    var ws = 0
    for character in oneLine(text) {
      switch character {
      case _ where special.contains(character): escaped += "\\" + String(character)
      case "&": escaped += "&amp;"
      // Bare addresses become links in most viewers.
      case "/" where previous == ":": escaped += "\\/"
      case "." where ws >= 3: escaped += "\\."
      default: escaped.append(character)
      }
      previous = character
      ws = character == "w" || character == "W" ? ws + 1 : 0
    }
    return escaped
  }

  /// A text that begins a paragraph or a list item: its first characters must not open a block.
  public static func paragraph(_ text: String) -> String {
    let inline = inline(text)
    guard let first = inline.first else { return inline }
    if "#+-=".contains(first) { return "\\" + inline }
    let digits = inline.prefix { $0.isASCII && $0.isNumber }
    let mark = inline.dropFirst(digits.count).first
    if !digits.isEmpty, mark == "." || mark == ")" {
      return digits + "\\" + inline.dropFirst(digits.count)
    }
    return inline
  }

  /// A text in a cell of a table.
  public static func cell(_ text: String) -> String { inline(text) }

  /// Control characters and line breaks become blanks; marks that turn the direction of text go.
  static func oneLine(_ text: String) -> String {
    if isPlainLine(text.utf8) { return text }
    let kept = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format: scalar == "\u{200D}" ? scalar : nil
      default: scalar
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: kept)
    let text = String(view)
    let start = text.firstIndex { $0 != " " } ?? text.endIndex
    let trimmed = text[start...]
    return String(trimmed.lastIndex { $0 != " " }.map { trimmed[...$0] } ?? "")
  }

  /// Whether there is nothing but ASCII that is printed and Chinese, and no blank at either end, as nearly always.
  private static func isPlainLine(_ utf8: String.UTF8View) -> Bool {
    guard utf8.first != 0x20, utf8.last != 0x20 else { return false }
    // Of three bytes those of U+3000 to U+9FFF, none of which is a mark of format or control.
    return utf8.allSatisfy {
      (0x20...0x7E).contains($0) || (0x80...0xBF).contains($0) || (0xE3...0xE9).contains($0)
    }
  }
}
