/// Text made safe for HTML: nothing in it becomes a tag, an attribute or an entity, and none turns the direction of
/// what stands beside it.
public enum HTMLText {
  /// A text on one line, for content and for attributes in double quotes.
  public static func inline(_ text: String) -> String {
    let line = MarkdownText.oneLine(text)
    guard line.utf8.contains(where: { Entity.of(Unicode.Scalar($0)) != nil }) else { return line }
    var escaped = ""
    for scalar in line.unicodeScalars {
      if let entity = Entity.of(scalar) { escaped += entity } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped
  }

  /// A text of several lines; empty ones go.
  static func lines(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { inline(String(Substring($0))) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
