import Model
import Yams

/// A mapping of a configuration file. Every key that exists is asked for; ``finish()`` reports the others.
final class ConfigMap {
  let file: ConfigFile
  let node: Node
  /// What it describes, for messages.
  let name: String
  private let mapping: Node.Mapping
  private var asked: [String] = []

  /// `nil`, with a mistake, where the node is not a mapping.
  init?(_ node: Node, named name: String, in file: ConfigFile) {
    guard case .mapping(let mapping) = node else {
      file.report(.wrongType(key: name, expected: .mapping), at: node)
      return nil
    }
    self.file = file
    self.node = node
    self.name = name
    self.mapping = mapping
  }

  /// The node of a key; an explicit null is no node.
  func node(_ key: String, required: Bool = false) -> Node? {
    asked.append(key)
    let found = mapping.first { $0.key.scalar?.string == key }?.value
    if let found, found.null == nil { return found }
    if required { file.report(.missingKey(key, of: name), at: node) }
    return nil
  }

  /// Texts that stand in headings, captions and cells, where a long one would bury what stands beside it.
  private static let shown: Set = ["name", "title", "organisation", "contact", "label", "phrase", "measure"]
  /// How many characters these have at most.
  private static let longestShown = 200

  /// A text.
  func text(_ key: String, required: Bool = false) -> String? {
    guard let node = node(key, required: required), let text = file.text(node, key: key) else { return nil }
    if ConfigMap.shown.contains(key), text.count > ConfigMap.longestShown {
      file.report(.wrongType(key: key, expected: .short(ConfigMap.longestShown)), at: node)
      return nil
    }
    return text
  }

  /// A whole number in a range.
  func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
      file.report(.wrongType(key: key, expected: .whole(range)), at: node)
      return nil
    }
    return value
  }

  /// True or false.
  func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      file.report(.wrongType(key: key, expected: .flag), at: node)
      return nil
    }
  }

  /// One of an enumeration's names.
  func option<Option: RawRepresentable & CaseIterable & Equatable>(
    _ key: String, of type: Option.Type, but refused: Option? = nil
  ) -> Option? where Option.RawValue == String {
    guard let node = node(key) else { return nil }
    let allowed = Option.allCases.filter { $0 != refused }
    if let option = allowed.first(where: { $0.rawValue == node.scalar?.string }) { return option }
    file.report(.wrongType(key: key, expected: .oneOf(allowed.map(\.rawValue))), at: node)
    return nil
  }

  /// The nodes of a list; empty where the key is missing.
  func list(_ key: String, required: Bool = false) -> [Node] {
    guard let node = node(key, required: required) else { return [] }
    guard case .sequence(let nodes) = node else {
      file.report(.wrongType(key: key, expected: .list), at: node)
      return []
    }
    return Array(nodes)
  }

  /// The texts of a list, each with its node.
  func texts(_ key: String, required: Bool = false) -> [(text: String, node: Node)] {
    list(key, required: required).compactMap { node in
      file.text(node, key: key).map { ($0, node) }
    }
  }

  /// The mappings of a list.
  func maps(_ key: String, required: Bool = false) -> [ConfigMap] {
    list(key, required: required).compactMap { ConfigMap($0, named: key, in: file) }
  }

  /// The mapping of a key.
  func map(_ key: String) -> ConfigMap? {
    node(key).flatMap { ConfigMap($0, named: key, in: file) }
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { mapping.contains { $0.key.scalar?.string == key } }

  /// Whether a key is not there, but another that may be meant to be it.
  func misspells(_ key: String) -> Bool {
    !has(key) && mapping.contains { Nearest.name(to: $0.key.scalar?.string ?? "", among: [key]) != nil }
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for (key, _) in mapping where !asked.contains(key.scalar?.string ?? "") {
      let name = key.scalar?.string ?? "?"
      if let found = YAMLSlip.inKey(name, known: asked) {
        file.report(.syntax(.slip(found.slip)), at: key, offset: found.offset)
      } else {
        file.report(.unknownKey(name, allowed: asked.removingRepeats), at: key)
      }
    }
  }
}

extension ConfigMap {
  /// A set of levels, by id or label; those outside `allowed` are mistakes.
  func levels(_ key: String, of levels: Levels, within allowed: SmallSet? = nil) -> SmallSet {
    let usable = levels.all.indices.filter { allowed?.contains($0) ?? true }
    let ids = usable.map { levels[$0].id }
    return SmallSet(
      texts(key).compactMap {
        file.position(
          of: $0.text, at: $0.node, in: ids, what: .level, also: usable.map { levels[$0].label })
      }.map { usable[$0] })
  }

  /// A list of names that are known, each once, in its order; others and repeats are mistakes.
  func distinct(_ key: String, in known: [String], what: ConfigMistake.What) -> [String] {
    var found: [String] = []
    for (name, node) in texts(key) {
      guard file.position(of: name, at: node, in: known, what: what) != nil else { continue }
      if found.contains(name) {
        file.report(.duplicate(name, what: what), at: node)
      } else {
        found.append(name)
      }
    }
    return found
  }
}

extension ConfigFile {
  /// The text of a scalar, its lines joined by blanks; anything else, and control characters, are mistakes.
  func text(_ node: Node, key: String) -> String? {
    guard let scalar = node.scalar else {
      report(.wrongType(key: key, expected: .text), at: node)
      return nil
    }
    guard scalar.string.unicodeScalars.contains(where: Shown.isHidden) else { return scalar.string }
    let line = scalar.string.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
    guard line.unicodeScalars.contains(where: Shown.isHidden) else { return line }
    report(.wrongType(key: key, expected: .visible), at: node)
    return nil
  }

  /// The position of a name among `known`; a mistake with the nearest where it is not there.
  func position(
    of name: String, at node: Node, in known: [String], what: ConfigMistake.What,
    also labels: [String] = []
  ) -> Int? {
    if let found = known.firstIndex(of: name) ?? labels.firstIndex(of: name) { return found }
    report(.unknownName(name, what: what, known: known + labels), at: node)
    return nil
  }
}

extension [String] {
  fileprivate var removingRepeats: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
