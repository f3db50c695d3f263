/// Text made safe for Markdown: nothing in it becomes markup, a link or a tag.
public enum MarkdownText {
  /// A text inside a line.
  public static func inline(_ text: String) -> String {
    let line = oneLine(text)
    guard line.utf8.contains(where: mayBeMarkup) else { return line }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(line.utf8.count + 8)
    var previous: UInt8 = 0x20
    // How many letters w stand before.
    var ws = 0
    // Byte by byte, as those who read Markdown do: a mark is one whatever accents are put on it.
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      // Bare addresses become links in most viewers.
      case UInt8(ascii: "/"):
        if previous == UInt8(ascii: ":") { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      case UInt8(ascii: "."):
        if ws >= 3 { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      case _ where mayBeMarkup(byte):
        escaped.append(UInt8(ascii: "\\"))
        escaped.append(byte)
      default: escaped.append(byte)
      }
      previous = byte
      ws = byte | 0x20 == UInt8(ascii: "w") ? ws + 1 : 0
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether a character of ASCII is markup somewhere; all others never are.
  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A text that begins a paragraph or a list item: its first characters must not open a block.
  public static func paragraph(_ text: String) -> String {
    let inline = inline(text)
    guard let first = inline.utf8.first else { return inline }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): return "\\" + inline
    default: break
    }
    let digits = inline.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let mark = inline.utf8.dropFirst(digits.count).first
    if !digits.isEmpty, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") {
      return inline[..<digits.endIndex] + "\\" + inline[digits.endIndex...]
    }
    return inline
  }

  /// A text in a cell of a table.
  public static func cell(_ text: String) -> String { inline(text) }

  /// Control characters and line breaks become blanks; marks that turn the direction of text go.
  static func oneLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
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

  /// Whether nothing is to be done, as nearly always.
  private static func isPlainLine(_ text: String) -> Bool {
    text.utf8.first != 0x20 && text.utf8.last != 0x20 && text.unicodeScalars.allSatisfy(isPlain)
  }

  /// Whether a character is known to be one that is seen, without asking for its category: no control character,
  /// separator of lines, or mark of format.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x2070...0xD7FF, 0xFF01...0xFFEE, 0xA0...0xAC, 0xAE...0x5FF, 0x2010...0x2027,
      0x2030...0x205E:
      true
    default: false
    }
  }
}
