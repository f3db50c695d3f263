import Model
import Yams

/// Indicators of what is derived from the rows of ledgers.
extension IndicatorReader {
  /// `mean: ID`: the sum divided by the number of rows that have a value.
  func mean(_ map: ConfigMap) -> Kind? {
    let group = group(map)
    refuse(["per"], map, "mean")
    guard let node = map.node("mean"), let name = file.text(node, key: "mean") else { return nil }
    let means = forms.filter { $0.ledger != nil }.flatMap(\.items).compactMap {
      item -> (id: String, sum: Int)? in
      guard items[item].id.hasSuffix(".sum") else { return nil }
      let id = String(items[item].id.dropLast(".sum".count))
      return items.indices.contains(item + 1) && items[item + 1].id == id + ".of" ? (id, item) : nil
    }
    guard let found = file.position(of: name, at: node, in: means.map(\.id), what: .mean) else { return nil }
    let sum = means[found].sum
    return Kind(
      kind: .ratio(item: sum, per: sum + 1), group: group.position, levels: items[sum].filledBy, decimals: 1,
      measure: items[sum].measure)
  }

  /// `value: ID` of an item that is made of all rows at and below a unit.
  func value(_ map: ConfigMap) -> Kind? {
    refuse(["of", "per"], map, "value")
    guard let node = map.node("value"), let name = file.text(node, key: "value"),
      let found = file.position(
        of: name, at: node, in: items.map(\.id), what: .item, also: items.map(\.label))
    else { return nil }
    guard let decimals = items[found].type.decimals else {
      file.report(.itemType(name, needed: ["count", "amount"]), at: node)
      return nil
    }
    guard items[found].overTree == .whole else {
      file.report(.ledger(.added(items[found].id)), at: node)
      return nil
    }
    return Kind(
      kind: .value(item: found), group: nil, levels: items[found].filledBy, decimals: decimals,
      measure: items[found].measure)
  }

  private func refuse(_ keys: [String], _ map: ConfigMap, _ kind: String) {
    for key in keys where map.has(key) {
      if let node = map.node(key) { file.report(.conflict(key, with: kind), at: node) }
    }
  }
}
