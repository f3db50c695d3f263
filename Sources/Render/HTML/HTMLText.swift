/// Text made safe for HTML: nothing in it becomes a tag, an attribute or an entity, and none turns the direction of
/// what stands beside it.
public enum HTMLText {
  /// A text on one line, for content and for attributes in double quotes.
  public static func inline(_ text: String) -> String {
    var escaped = ""
    for scalar in MarkdownText.oneLine(text).unicodeScalars {
      if let entity = Entity.of(scalar) { escaped += entity } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped
  }

  /// A text of several lines; empty ones go.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n").map { inline(String($0)) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
