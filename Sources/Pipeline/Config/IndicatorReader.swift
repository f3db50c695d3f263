import Formula
import Model
import Yams

/// Reads the indicators of a campaign.
struct IndicatorReader {
  let file: ConfigFile
  let levels: Levels
  let groups: [String]
  let forms: [Form]
  let items: [Item]

  private static let kinds = ["count", "sum", "composition", "mean", "value"]

  /// An indicator; `nil` where its id or its kind cannot be told. Mistakes are in the file.
  func read(_ map: ConfigMap) -> Indicator? {
    let named = map.text("id", required: true)
    let id = named ?? ""
    let label = map.text("label") ?? id
    let phrase = map.text("phrase") ?? ""
    let measure = map.text("measure")
    let decimals = map.whole("decimals", in: 0...4)
    let given = IndicatorReader.kinds.filter { map.has($0) }
    guard given.count == 1 else {
      for key in IndicatorReader.kinds { _ = map.node(key) }
      file.report(.needsOne(of: IndicatorReader.kinds), at: map.node)
      return nil
    }
    let kind: Kind? =
      switch given[0] {
      case "count": count(map)
      case "sum": sum(map)
      case "mean": mean(map)
      case "value": value(map)
      default: composition(map)
      }
    let condition = condition(map, kind?.kind)
    for key in IndicatorReader.kinds + ["of", "per", "where"] { _ = map.has(key) ? nil : map.node(key) }
    let counted = levels(map, within: kind?.levels)
    map.finish()
    guard named != nil else { return nil }
    return kind.map { kind in
      var indicator = Indicator(
        id: id, label: label, phrase: phrase, kind: kind.kind, group: kind.group,
        levels: counted ?? kind.levels, decimals: decimals ?? kind.decimals,
        measure: measure ?? kind.measure)
      indicator.condition = condition
      return indicator
    }
  }

  /// `where:` of a total or an average; empty for none.
  private func condition(_ map: ConfigMap, _ kind: Indicator.Kind?) -> String {
    guard let node = map.has("where") ? map.node("where") : nil else { return "" }
    switch kind {
    case .total, .averagePerUnit, nil: break
    case .count, .rate, .ratio, .value, .composition:
      file.report(.conflict("where", with: IndicatorReader.kinds.first { map.has($0) } ?? "per"), at: node)
    }
    return file.conditionOfMonth(node, key: "where", items: items)?.source ?? ""
  }

  /// The levels that the campaign gives; `nil` where it gives none, or one that is not known: what refers to
  /// this indicator is not to suffer for that.
  private func levels(_ map: ConfigMap, within allowed: SmallSet?) -> SmallSet? {
    guard map.has("levels") else {
      _ = map.node("levels")
      return nil
    }
    let before = file.mistakeCount
    let found = map.levels("levels", of: levels, within: allowed)
    return file.mistakeCount == before ? found : nil
  }

  /// What a kind says of the rest, where the campaign does not.
  struct Kind {
    var kind: Indicator.Kind
    var group: Int?
    var levels: SmallSet
    var decimals: Int
    var measure = ""
  }

  private func count(_ map: ConfigMap) -> Kind? {
    let group = group(map)
    guard let node = map.node("count"),
      let formula = file.conditionOfMonth(node, key: "count", items: items)
    else { return nil }
    let filled = formula.itemsUsedHere.map { items[$0].filledBy }
    let common = filled.dropFirst().reduce(filled.first ?? SmallSet(0..<levels.count)) {
      $0.intersection($1)
    }
    guard !group.isGiven else {
      return Kind(kind: .rate(formula: formula.source), group: group.position, levels: common, decimals: 0)
    }
    // Without a group of its own a count is over those who owe the form.
    let form = formula.itemsUsedHere.first.flatMap { item in forms.first { $0.items.contains(item) } }
    return Kind(kind: .count(formula: formula.source), group: form?.group, levels: common, decimals: 0)
  }

  private func sum(_ map: ConfigMap) -> Kind? {
    let group = group(map)
    let per = map.map("per")
    guard let item = item(map, "sum") else { return nil }
    let found = items[item]
    guard let per else {
      return Kind(
        kind: .total(item: item), group: group.position, levels: found.filledBy,
        decimals: found.type.decimals ?? 0, measure: found.measure)
    }
    defer { per.finish() }
    switch (per.has("units"), per.has("sum")) {
    case (true, false):
      _ = per.node("sum")
      guard let node = per.node("units"), let name = file.text(node, key: "units"),
        let level = file.position(
          of: name, at: node, in: levels.all.map(\.id), what: .level, also: levels.all.map(\.label))
      else { return nil }
      // The units divided by are those that the sum is over, unless the campaign says otherwise.
      let form = forms.first { $0.items.contains(item) }
      return Kind(
        kind: .averagePerUnit(item: item, level: level),
        group: group.isGiven ? group.position : form?.group,
        levels: found.filledBy, decimals: 1, measure: found.measure)
    case (false, true):
      _ = per.node("units")
      guard let other = self.item(per, "sum") else { return nil }
      return Kind(
        kind: .ratio(item: item, per: other), group: group.position,
        levels: found.filledBy.intersection(items[other].filledBy), decimals: 1,
        measure: found.measure)
    default:
      _ = (per.node("units"), per.node("sum"))
      file.report(.needsOne(of: ["units", "sum"]), at: per.node)
      return nil
    }
  }

  private func composition(_ map: ConfigMap) -> Kind? {
    let parts = map.texts("composition").compactMap { position(of: $0.text, at: $0.node) }
    guard let whole = item(map, "of"), !parts.isEmpty else {
      if !map.has("of") { file.report(.missingKey("of", of: "composition"), at: map.node) }
      return nil
    }
    return Kind(
      kind: .composition(parts: parts, whole: whole), group: nil, levels: items[whole].filledBy,
      decimals: 1, measure: items[whole].measure)
  }

  func group(_ map: ConfigMap) -> (isGiven: Bool, position: Int?) {
    guard let node = map.node("of"), let name = file.text(node, key: "of") else { return (false, nil) }
    if name == "all" || name == "全部" { return (true, nil) }
    return (true, file.position(of: name, at: node, in: groups, what: .group))
  }

  /// The item of a key, which must be a number.
  private func item(_ map: ConfigMap, _ key: String) -> Int? {
    guard let node = map.node(key), let name = file.text(node, key: key) else { return nil }
    return position(of: name, at: node)
  }

  private func position(of name: String, at node: Node) -> Int? {
    guard
      let found = file.position(
        of: name, at: node, in: items.map(\.id), what: .item, also: items.map(\.label))
    else { return nil }
    guard items[found].type.decimals != nil else {
      file.report(.itemType(name, needed: ["count", "amount"]), at: node)
      return nil
    }
    guard items[found].overTree != .whole else {
      file.report(.ledger(.notAdded(items[found].id)), at: node)
      return nil
    }
    return found
  }
}
