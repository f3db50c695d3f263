import Formula
import Model
import Yams

/// Reads `groups`: texts, and derived groups as `{name: …, where: …}`.
struct GroupReader {
  private struct Entry {
    var name: String
    /// The formula of a derived group.
    var formula: Node?
  }

  let file: ConfigFile
  let levels: Levels
  private var entries: [Entry] = []

  /// The most groups that there may be: each is a bit.
  static let maximum = 64

  init(file: ConfigFile, levels: Levels) {
    self.file = file
    self.levels = levels
  }

  /// The names, and the groups among them that are derived.
  mutating func read(_ nodes: [Node]) -> (names: [String], derived: [DerivedGroup]) {
    for node in nodes { add(node) }
    let names = entries.map(\.name)
    let plain = SmallSet(entries.indices.filter { entries[$0].formula == nil })
    let following = entries.map { entry in entry.formula.map { self.following($0, names) } ?? [] }
    var (usable, derived) = (plain, [DerivedGroup]())
    for (position, entry) in entries.enumerated() {
      guard let node = entry.formula else { continue }
      let condition = file.unitCondition(
        node, UnitWords(levels: levels, groups: names, usable: usable)
      ) { other in
        .derivedOrder(
          names[other], in: entry.name, isCircular: GroupReader.leads(from: other, to: position, following))
      }
      // One that is wrong is still known to those after it: only its own mistake is told.
      usable.insert(position)
      derived.append(DerivedGroup(position, formula: condition?.formula.source ?? ""))
    }
    return (names, derived)
  }

  private mutating func add(_ node: Node) {
    var entry: Entry?
    var place = node
    if case .mapping = node {
      guard let map = ConfigMap(node, named: "groups", in: file) else { return }
      place = map.node("name", required: true) ?? node
      let name = map.text("name")
      let formula = map.node("where", required: true)
      map.finish()
      entry = name.flatMap { name in formula.map { Entry(name: name, formula: $0) } }
    } else {
      entry = file.text(node, key: "groups").map { Entry(name: $0) }
    }
    guard let entry else { return }
    if entries.contains(where: { $0.name == entry.name }) {
      file.report(.duplicate(entry.name, what: .group), at: place)
    } else if entries.count < GroupReader.maximum {
      entries.append(entry)
    } else {
      file.report(.tooMany("groups", most: GroupReader.maximum), at: place)
    }
  }

  /// The groups that a formula names, whatever their order; none where it cannot be read.
  private func following(_ node: Node, _ names: [String]) -> [Int] {
    guard let source = node.scalar?.string else { return [] }
    let all = SmallSet(names.indices)
    return (try? UnitCondition(source, levels: levels, groups: names, usable: all))?.groupsUsed ?? []
  }

  /// Whether a group follows, over any others, from another one.
  private static func leads(from start: Int, to end: Int, _ following: [[Int]]) -> Bool {
    var (seen, next) = (Set([start]), [start])
    while let group = next.popLast() {
      if group == end { return true }
      next += following[group].filter { seen.insert($0).inserted }
    }
    return false
  }
}

/// The words of a condition on units.
struct UnitWords {
  let levels: Levels
  /// All groups of the campaign.
  let groups: [String]
  /// The positions of those that the condition may name.
  let usable: SmallSet
  /// The items of the campaign, which it may not name.
  var items: [Item] = []
}

extension ConfigFile {
  /// The condition on units that a node holds; `nil`, with a mistake at its place in the text, where it is none.
  /// `order` is what is wrong with naming a group that is not usable.
  func unitCondition(
    _ node: Node, _ words: UnitWords, order: (Int) -> ConfigMistake.Kind? = { _ in nil }
  ) -> UnitCondition? {
    guard let source = text(node, key: "where") else { return nil }
    do throws(FormulaError) {
      return try UnitCondition(
        source, levels: words.levels, groups: words.groups, usable: words.usable)
    } catch {
      report(mistake(error, words, order), at: node, offset: offset(of: error, in: node))
      return nil
    }
  }

  /// A formula calls its names items; here they are groups and levels.
  private func mistake(
    _ error: FormulaError, _ words: UnitWords, _ order: (Int) -> ConfigMistake.Kind?
  ) -> ConfigMistake.Kind {
    switch error.kind {
    case .unknownItem(let name, _):
      if let group = words.groups.firstIndex(of: name), let mistake = order(group) { return mistake }
      if words.items.contains(where: { $0.id == name || $0.label == name }) { return .reported(name) }
      let known = words.usable.members.map { words.groups[$0] } + [UnitCondition.level]
      return .unknownName(name, what: .group, known: known)
    case .unknownAnswer(let text, _, _):
      return .unknownName(
        text, what: .level, known: words.levels.all.map(\.id) + words.levels.all.map(\.label))
    default: return .formula(zh: error.message(.zh), en: error.message(.en))
    }
  }
}
