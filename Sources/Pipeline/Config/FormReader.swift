import Model
import Yams

/// Reads `forms/NAME.yaml`.
struct FormReader {
  let file: ConfigFile
  let levels: Levels
  let groups: [String]
  let doubts: Doubts

  /// A form, named as its file is, and its items, which stand from `firstItem` on; mistakes are in the file.
  func read(_ top: ConfigMap, name: String, firstItem: Int) -> FormReading {
    var form = head(top, name: name)
    let (maps, areMaps) = entries(top, "items")
    let items = maps.map { item($0, formLevels: form.filledBy) }
    let rules = top.maps("checks")
    top.finish()
    checkNames(items, maps)
    checkParts(items, maps)
    form.items = firstItem..<(firstItem + items.count)
    let links = maps.indices.compactMap { index in maps[index].node("ledger").map { (firstItem + index, $0) }
    }
    return FormReading(
      file: file, form: form, items: items, isWhole: areMaps && items.allSatisfy { !$0.id.isEmpty },
      rules: rules, links: links)
  }

  /// The entries of the items or columns, and whether these are all.
  func entries(_ top: ConfigMap, _ key: String) -> (maps: [ConfigMap], areAll: Bool) {
    let before = file.mistakeCount
    let maps = top.maps(key, required: true)
    return (maps, file.mistakeCount == before)
  }

  /// What a form and a ledger begin with; no items yet.
  func head(_ top: ConfigMap, name: String) -> Form {
    let id = top.text("id") ?? name
    if id != name, let node = top.node("id") {
      file.report(.unknownName(id, what: .form, known: [name]), at: node)
    }
    let title = top.text("title") ?? id
    let filledBy = levelSet(top, "filled_by", default: SmallSet(1..<levels.count))
    let group = top.node("group").flatMap { node in
      file.text(node, key: "group").flatMap {
        file.position(of: $0, at: node, in: groups, what: .group)
      }
    }
    return Form(id: id, title: title, filledBy: filledBy, group: group, items: 0..<0)
  }

  private func item(_ map: ConfigMap, formLevels: SmallSet) -> Item {
    let id = map.text("id", required: true) ?? ""
    let given = type(map)
    let type = given ?? .text
    let (least, most) = bounds(map, of: type, named: id)
    var item = Item(
      id: id, label: map.text("label") ?? id, aliases: map.texts("aliases").map(\.text), type: type,
      measure: map.text("measure") ?? "",
      overTime: map.option("over_time", of: OverTime.self) ?? .latest,
      overTree: map.option("over_tree", of: OverTree.self, but: .whole) ?? .sum,
      filledBy: levelSet(map, "filled_by", default: formLevels, within: formLevels),
      parts: map.texts("parts").map(\.text), isOptional: map.flag("optional") ?? false,
      least: least, most: most)
    item.personal = map.option("personal", of: Personal.self)
    if item.personal != nil, type != .text, type != .date, let node = map.node("personal") {
      file.report(.itemType(id, needed: ["text", "date"]), at: node)
    }
    item.ledgerItem = map.text("ledger") ?? ""
    map.finish()
    if given == nil { doubts.doubt(.item, [item.id, item.label] + item.aliases) }
    return item
  }

  /// The type of an item or a column; `nil` where it cannot be told.
  func type(_ map: ConfigMap) -> ItemType? {
    let names = ["flag", "count", "amount", "choice", "date", "text"]
    let decimals = map.whole("decimals", in: 0...6)
    let choices = choices(map)
    guard let node = map.node("type", required: true) else { return nil }
    switch node.scalar?.string {
    case "flag": return .flag
    case "count": return .count
    case "amount": return .amount(decimals: decimals ?? 2)
    case "choice":
      guard choices.isEmpty else { return .choice(choices) }
      file.report(.missingKey("choices", of: map.name), at: map.node)
      return nil
    case "date": return .date
    case "text": return .text
    default:
      file.report(.wrongType(key: "type", expected: .oneOf(names)), at: node)
      return nil
    }
  }

  /// Answers as texts, or as mappings with an id and a label.
  private func choices(_ map: ConfigMap) -> [Choice] {
    let nodes = map.list("choices")
    let choices = nodes.compactMap { node -> Choice? in
      if let text = node.scalar?.string { return Choice(id: text, label: text) }
      guard let entry = ConfigMap(node, named: "choices", in: file),
        let id = entry.text("id", required: true)
      else { return nil }
      defer { entry.finish() }
      return Choice(id: id, label: entry.text("label") ?? id)
    }
    for (index, choice) in choices.enumerated()
    where choices[..<index].contains(where: { $0.id == choice.id || $0.label == choice.label }) {
      file.report(.duplicate(choice.id, what: .choice), at: nodes[index])
    }
    return choices
  }

  private func levelSet(
    _ map: ConfigMap, _ key: String, default fallback: SmallSet, within allowed: SmallSet? = nil
  ) -> SmallSet {
    guard map.has(key) else {
      _ = map.node(key)
      return fallback
    }
    return map.levels(key, of: levels, within: allowed)
  }

  /// Within a form every heading must lead to one item.
  func checkNames(_ items: [Item], _ maps: [ConfigMap]) {
    var headings: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      for heading in Set([item.id, item.label] + item.aliases).sorted() {
        if headings.updateValue(index, forKey: heading) != nil {
          file.report(.duplicate(heading, what: .item), at: maps[index].node)
        }
      }
    }
  }

  /// Parts must be items of the form.
  private func checkParts(_ items: [Item], _ maps: [ConfigMap]) {
    for (index, item) in items.enumerated() {
      let nodes = maps[index].texts("parts")
      for part in nodes {
        let position = file.position(
          of: part.text, at: part.node, in: items.map(\.id), what: .item)
        if let position, items[position].type != item.type {
          file.report(.itemType(part.text, needed: [item.type.name]), at: part.node)
        }
      }
    }
  }
}
