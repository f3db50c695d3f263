import Yams

extension ConfigFile {
  /// Says what keeps the text from being YAML: the slip that led to it where one is found nearby, as the parser stumbles
  /// only over what follows.
  func report(_ error: YamlError) {
    switch error {
    case .composer(_, "found undefined alias", let mark, _):
      report(.alias, line: mark.line, column: mark.column)
    case .scanner(let context, let words, let mark, _), .parser(let context, let words, let mark, _),
      .composer(let context, let words, let mark, _):
      if let (slip, line, column) = slip(near: [context?.mark.line, mark.line, lineBefore(mark.line)]) {
        report(.syntax(.slip(slip)), line: line, column: column)
      } else {
        report(.syntax(.words(words)), line: mark.line, column: mark.column)
      }
    case .duplicatedKeysInMapping(let keys, let context):
      let (key, first, column) = (keys.first ?? "", max(1, context.mark.line), max(1, context.mark.column))
      let line = lineOfNext(key, after: first, column: column) ?? first
      report(.syntax(.repeatedKey(key)), line: line, column: column)
    case .reader:
      let line = lines.firstIndex { line in
        line.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\t" }
      }
      report(.syntax(.control), line: (line ?? 0) + 1, column: 1)
    default: report(.syntax(.words(String(describing: error))), line: 1, column: 1)
    }
  }

  /// The next line with a key at the same column; `nil` where they stand in one line.
  private func lineOfNext(_ key: String, after line: Int, column: Int) -> Int? {
    lines.indices.dropFirst(line)
      .first { index in
        let (before, after) = (lines[index].prefix(column - 1), lines[index].dropFirst(column - 1))
        return after.hasPrefix(key + ":") && before.allSatisfy { $0 == " " || $0 == "-" }
      }
      .map { $0 + 1 }
  }

  private func slip(near numbers: [Int?]) -> (slip: YAMLSlip, line: Int, column: Int)? {
    for case let number? in numbers where lines.indices.contains(number - 1) {
      if let (slip, offset) = YAMLSlip.first(in: lines[number - 1]) { return (slip, number, offset + 1) }
    }
    return nil
  }

  /// The last line before one that says something.
  private func lineBefore(_ number: Int) -> Int? {
    lines.prefix(max(0, number - 1))
      .lastIndex { line in
        guard let first = line.first(where: { $0 != " " }) else { return false }
        return first != "#"
      }
      .map { $0 + 1 }
  }
}
