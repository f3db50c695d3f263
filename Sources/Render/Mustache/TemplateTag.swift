/// A tag of a template, such as `{{#rates}}`.
struct TemplateTag: Hashable {
  /// What it does.
  enum Sign: Character {
    case value = " "
    case section = "#"
    case inverted = "^"
    case end = "/"
    case comment = "!"
  }

  var sign: Sign
  var name: String
  /// Where it begins, from 1, in characters.
  var line, column: Int
}

/// Reads the tags of a text. Tags that could reach beyond the text, or change how texts are escaped, are mistakes.
struct TagReader {
  private(set) var tags: [TemplateTag] = []
  private(set) var problems: [TemplateProblem] = []

  init(_ text: String) {
    var rest = Array(text)[...]
    var (line, column) = (1, 1)
    while let first = rest.first {
      if first == "{", rest.dropFirst().first == "{" {
        let length = TagReader.length(rest)
        take(rest.prefix(length ?? rest.count).dropFirst(2), isClosed: length != nil, line, column)
        for character in rest.prefix(length ?? rest.count) { TagReader.step(character, &line, &column) }
        rest = rest.dropFirst(length ?? rest.count)
      } else {
        if first != "\t", !first.isNewline, first.unicodeScalars.contains(where: TagReader.isHidden) {
          problems.append(TemplateProblem(.hidden, line, column))
        }
        TagReader.step(first, &line, &column)
        rest = rest.dropFirst()
      }
    }
  }

  private static func step(_ character: Character, _ line: inout Int, _ column: inout Int) {
    (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
  }

  /// How long a tag is with its braces; `nil` where it does not end.
  private static func length(_ text: ArraySlice<Character>) -> Int? {
    var place = text.startIndex + 2
    while place + 1 < text.endIndex {
      if text[place] == "}", text[place + 1] == "}" { return place + 2 - text.startIndex }
      place += 1
    }
    return nil
  }

  private mutating func take(_ text: ArraySlice<Character>, isClosed: Bool, _ line: Int, _ column: Int) {
    guard isClosed else { return problems.append(TemplateProblem(.unfinished, line, column)) }
    let inner = text.dropLast(2)
    let first = inner.first ?? " "
    if "{&><$=%".contains(first) {
      return problems.append(TemplateProblem(.refused(String(first)), line, column))
    }
    let sign = TemplateTag.Sign(rawValue: first)
    let name = String(sign == nil ? inner : inner.dropFirst()).trimmingBlanks
    guard sign != .comment else { return }
    guard
      name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({
        TemplateSchema.isName(String($0))
      })
    else { return problems.append(TemplateProblem(.badName(name), line, column)) }
    tags.append(TemplateTag(sign: sign ?? .value, name: name, line: line, column: column))
  }

  /// Whether a character acts on what shows it rather than being seen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar != "\u{200D}"
    default: false
    }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
