import Formula
import Model
import Yams

/// Reads what a campaign says of its checks: `checks:` of campaign.yaml and of the forms.
struct CheckReader {
  let levels: Levels
  let forms: [Form]
  let items: [Item]

  /// The built-in checks; `withItems` where the items of all forms are known.
  func plan(_ map: ConfigMap?, withItems: Bool) -> CheckPlan {
    var plan = CheckPlan()
    guard let map else { return plan }
    for check in BuiltInCheck.allCases {
      guard let node = map.node(check.rawValue) else { continue }
      if let word = node.scalar?.string {
        plan[check].isOn = CheckReader.isOn(word) ?? true
        if CheckReader.isOn(word) == nil {
          map.file.report(.wrongType(key: check.rawValue, expected: .oneOf(["on", "off"])), at: node)
        }
      } else if let setting = ConfigMap(node, named: check.rawValue, in: map.file) {
        read(setting, check, into: &plan, withItems: withItems)
      }
    }
    map.finish()
    return plan
  }

  /// `jump: {on: true, severity: query, factor: 5, least: 20}`; what is left out keeps its default.
  private func read(_ map: ConfigMap, _ check: BuiltInCheck, into plan: inout CheckPlan, withItems: Bool) {
    plan[check].isOn = map.flag("on") ?? true
    plan[check].severity = severity(map, mayReject: check.isOwn) ?? check.severity
    for (limit, value, range) in check.limits {
      plan[check][limit] = map.whole(limit.rawValue, in: range) ?? value
    }
    if check == .stockFlow {
      let flows = map.maps("flows")
      if withItems { plan.stockFlows = flows.compactMap(stockFlow) }
    }
    map.finish()
  }

  private static func isOn(_ word: String) -> Bool? {
    switch word {
    case "on", "true": true
    case "off", "false": false
    default: nil
    }
  }

  private func severity(_ map: ConfigMap, mayReject: Bool) -> Severity? {
    guard let node = map.node("severity") else { return nil }
    let allowed = Severity.allCases.filter { mayReject || $0 != .reject }
    if let found = allowed.first(where: { $0.name == node.scalar?.string }) { return found }
    map.file.report(.wrongType(key: "severity", expected: .oneOf(allowed.map(\.name))), at: node)
    return nil
  }

  /// `{stock: orgs_total, in: orgs_new, out: dissolved}`; one of the flows may be missing.
  private func stockFlow(_ map: ConfigMap) -> StockFlow? {
    let stock = number(map, "stock", required: true, like: nil)
    let inflow = number(map, "in", like: stock)
    let outflow = number(map, "out", like: stock)
    map.finish()
    guard let stock else { return nil }
    if !map.has("in"), !map.has("out") {
      map.file.report(.missingKey("in", of: map.name), at: map.node)
    }
    return StockFlow(stock: stock, inflow: inflow, outflow: outflow)
  }

  /// The item of a key: a number, with the decimals of `other`.
  private func number(_ map: ConfigMap, _ key: String, required: Bool = false, like other: Int?) -> Int? {
    guard let node = map.node(key, required: required), let name = map.file.text(node, key: key),
      let found = map.file.position(
        of: name, at: node, in: items.map(\.id), what: .item, also: items.map(\.label))
    else { return nil }
    let needed = other.map { [items[$0].type.name] } ?? ["count", "amount"]
    let isAlike = other.map { items[$0].type == items[found].type } ?? (items[found].type.decimals != nil)
    if isAlike { return found }
    map.file.report(.itemType(name, needed: needed), at: node)
    return nil
  }

  /// The rules of all forms, given form by form.
  func rules(_ maps: [[ConfigMap]]) -> [CheckRule] {
    var found: [CheckRule] = []
    for (form, maps) in maps.enumerated() {
      for map in maps {
        guard let rule = rule(map, form) else { continue }
        if FindingCodes.all.contains(rule.id) {
          map.file.report(.reserved(rule.id), at: map.node("id") ?? map.node)
        } else if found.contains(where: { $0.id == rule.id }) {
          map.file.report(.duplicate(rule.id, what: .check), at: map.node)
        }
        found.append(rule)
      }
    }
    return found
  }

  /// `{id, require, severity, message, levels}`.
  private func rule(_ map: ConfigMap, _ form: Int) -> CheckRule? {
    let id = map.text("id", required: true)
    let node = map.node("require", required: true)
    let message = map.text("message") ?? ""
    let own = forms[form].filledBy
    let filledBy = map.has("levels") ? map.levels("levels", of: levels, within: own) : own
    if !map.has("levels") { _ = map.node("levels") }
    let formula = node.flatMap { map.file.condition($0, key: "require", items: items) }
    let severity = severity(map, mayReject: formula.map(CheckReader.isOwn) ?? true) ?? .query
    map.finish()
    guard let id, let formula else { return nil }
    return CheckRule(
      id: id, form: form, formula: formula.source, severity: severity, message: message, levels: filledBy)
  }

  /// Whether a formula speaks of nothing but a unit's own return of the month.
  private static func isOwn(_ formula: Formula) -> Bool { !formula.usesPrior && !formula.usesTree }
}
