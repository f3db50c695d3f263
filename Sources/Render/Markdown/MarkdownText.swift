/// Text made safe for Markdown: nothing in it becomes markup, a link or a tag.
public enum MarkdownText {
  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "@"]

  /// A text inside a line.
  public static func inline(_ text: String) -> String {
    var escaped = ""
    var previous: Character = " "
    for character in oneLine(text) {
      switch character {
      case _ where special.contains(character): escaped += "\\" + String(character)
      case "&": escaped += "&amp;"
      // Bare addresses become links in most viewers.
      case "/" where previous == ":": escaped += "\\/"
      case "." where escaped.lowercased().hasSuffix("www"): escaped += "\\."
      default: escaped.append(character)
      }
      previous = character
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
}
