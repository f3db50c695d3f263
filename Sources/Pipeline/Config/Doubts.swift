import Model

/// What a mistake that was told leaves unknown: whatever names it would seem wrong for that alone. All files of a
/// campaign share one.
final class Doubts {
  /// Kinds of which none is known.
  private var kinds: Set<ConfigMistake.What> = []
  private var names: [ConfigMistake.What: Set<String>] = [:]

  /// None of a kind is known.
  func doubtAll(_ kind: ConfigMistake.What) { kinds.insert(kind) }

  /// What has these names is not known, or not for certain.
  func doubt(_ kind: ConfigMistake.What, _ found: [String]) { names[kind, default: []].formUnion(found) }

  /// Whether a mistake, at a node of that text, may be none once others are mended.
  func explain(_ mistake: ConfigMistake.Kind, in text: String) -> Bool {
    switch mistake {
    case .unknownName(let name, let kind, _):
      return kinds.contains(kind) || names[kind]?.contains(name) == true
    case .itemType(let name, _): return names[.item]?.contains(name) == true
    case .formula: return names[.item]?.contains { !$0.isEmpty && text.contains($0) } == true
    default: return false
    }
  }
}
