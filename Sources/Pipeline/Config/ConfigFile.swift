import Model
import Yams

/// One YAML file being read; collects all that is wrong with it.
final class ConfigFile {
  /// The path, as the user knows it.
  let path: String
  /// All that is wrong so far.
  private(set) var mistakes: [ConfigMistake] = []
  private let lines: [Substring]

  /// The largest configuration file, in bytes.
  static let maximumSize = 1 << 20

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The mapping at the top of the file; `nil`, with a mistake, where the text is not one.
  static func read(path: String, text: String) -> (file: ConfigFile, top: ConfigMap?) {
    let file = ConfigFile(path: path, text: text)
    guard !hasKeysOfAliases(text) else {
      file.report(.aliases, line: 1, column: 1)
      return (file, nil)
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        file.report(.wrongType(key: path, expected: .mapping), line: 1, column: 1)
        return (file, nil)
      }
      guard !isTooLarge(node) else {
        file.report(.aliases, line: 1, column: 1)
        return (file, nil)
      }
      return (file, ConfigMap(node, named: path, in: file))
    } catch let error as YamlError {
      file.report(error)
    } catch {
      file.report(.syntax(String(describing: error)), line: 1, column: 1)
    }
    return (file, nil)
  }

  /// Adds a mistake at a node, `offset` characters into it.
  func report(_ kind: ConfigMistake.Kind, at node: Node, offset: Int = 0) {
    report(kind, line: node.mark?.line ?? 1, column: (node.mark?.column ?? 1) + offset)
  }

  /// Adds a mistake at a place.
  func report(_ kind: ConfigMistake.Kind, line: Int, column: Int) {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(160)) : ""
    mistakes.append(
      ConfigMistake(path: path, line: line, column: column, source: source, kind: kind))
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(.syntax(problem), line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, _):
      let line = lines.lastIndex { line in
        keys.contains { line.contains("\($0)") }
      }
      report(.syntax("duplicate key"), line: (line ?? 0) + 1, column: 1)
    default: report(.syntax(String(describing: error)), line: 1, column: 1)
    }
  }
}

extension ConfigMistake {
  fileprivate init(path: String, line: Int, column: Int, source: String, kind: Kind) {
    self.init(file: path, line: line, column: column, source: source, kind: kind)
  }
}
