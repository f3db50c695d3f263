import Model
import Yams

/// One YAML file being read; collects all that is wrong with it.
final class ConfigFile {
  /// The path, as the user knows it.
  let path: String
  /// What is wrong so far, at most ``mostMistakes``.
  private(set) var mistakes: [ConfigMistake] = []
  /// The first mistake that may be none once others are mended.
  private(set) var doubtful: ConfigMistake?
  private let doubts: Doubts
  /// How many mistakes there are, those that are not kept among them.
  private(set) var mistakeCount = 0
  /// The lines of the file, without their ends.
  let lines: [Substring]

  /// The largest configuration file, in bytes.
  static let maximumSize = 1 << 20
  /// The most keys and values of a file.
  static let mostNodes = 200_000
  /// The most mistakes that are shown of a file.
  static let mostMistakes = 200

  init(path: String, text: String, _ doubts: Doubts = Doubts()) {
    self.path = path
    self.doubts = doubts
    lines = ConfigFile.lines(of: text)
  }

  /// The lines of a text without their ends; those of Windows have two characters, which Swift takes for one.
  static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }

  /// The mapping at the top of the file; `nil`, with a mistake, where the text is not one.
  static func read(
    path: String, text: String, _ doubts: Doubts = Doubts()
  ) -> (file: ConfigFile, top: ConfigMap?) {
    let file = ConfigFile(path: path, text: text, doubts)
    if let line = file.lines.firstIndex(where: CombiningMarks.areTooMany) {
      file.report(.marks, line: line + 1, column: 1)
      return (file, nil)
    }
    do {
      try refuseAliases(in: text)
      guard let node = try Yams.compose(yaml: text, .basic) else {
        file.report(.wrongType(key: path, expected: .mapping), line: 1, column: 1)
        return (file, nil)
      }
      if let refusal = refusal(of: node) {
        file.report(refusal.kind, at: refusal.node)
        return (file, nil)
      }
      return (file, ConfigMap(node, named: path, in: file))
    } catch let error as YamlError {
      file.report(error)
    } catch {
      file.report(.syntax(.words(String(describing: error))), line: 1, column: 1)
    }
    return (file, nil)
  }

  /// What is wrong by line, and how much more there is.
  var told: [ConfigMistake] {
    let more = mistakeCount - mistakes.count
    guard more > 0 else { return mistakes.inOrder }
    return mistakes.inOrder + [ConfigMistake(path: path, line: 1, column: 1, source: "", kind: .more(more))]
  }

  /// Reads on; what is wrong with that is left out where it `follows` from what was told already.
  func reading<Read>(whatFollows follows: Bool, _ read: () -> Read) -> Read {
    let (kept, count) = (mistakes.count, mistakeCount)
    let found = read()
    if follows {
      mistakes.removeSubrange(kept...)
      mistakeCount = count
    }
    return found
  }

  /// Adds a mistake at a node, `offset` characters into it, unless it may follow from another.
  func report(_ kind: ConfigMistake.Kind, at node: Node, offset: Int = 0) {
    let (line, column) = (node.mark?.line ?? 1, (node.mark?.column ?? 1) + offset)
    guard doubts.explain(kind, in: node.scalar?.string ?? "") else {
      return report(kind, line: line, column: column)
    }
    doubtful = doubtful ?? mistake(kind, line, column)
  }

  /// Adds a mistake at a place.
  func report(_ kind: ConfigMistake.Kind, line: Int, column: Int) {
    mistakeCount += 1
    guard mistakes.count < ConfigFile.mostMistakes else { return }
    mistakes.append(mistake(kind, line, column))
  }

  private func mistake(_ kind: ConfigMistake.Kind, _ line: Int, _ column: Int) -> ConfigMistake {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1].unicodeScalars.prefix(160)) : ""
    return ConfigMistake(path: path, line: line, column: column, source: source, kind: kind)
  }
}

extension ConfigMistake {
  fileprivate init(path: String, line: Int, column: Int, source: String, kind: Kind) {
    self.init(file: path, line: line, column: column, source: source, kind: kind)
  }
}
