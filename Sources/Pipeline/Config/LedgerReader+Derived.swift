import Formula
import Model
import Yams

/// `derived` of a ledger.
extension LedgerReader {
  /// The kinds of derived items, as keys.
  static let kinds = ["count", "sum", "mean"] + Derived.Statistic.allCases.map(\.rawValue)

  /// `{id, KIND: FORMULA, where, label, measure}`.
  func addDerived(_ map: ConfigMap, _ columns: [Item], _ items: inout DerivedItems) {
    let id = map.text("id", required: true)
    let label = map.text("label")
    let measure = map.text("measure") ?? ""
    let condition = condition(map, columns)
    let given = LedgerReader.kinds.filter { map.has($0) }
    for key in LedgerReader.kinds where given.count != 1 || !map.has(key) { _ = map.node(key) }
    guard given.count == 1 else {
      map.finish()
      file.report(.needsOne(of: LedgerReader.kinds), at: map.node)
      return
    }
    let made = derived(map, given[0], condition, columns)
    map.finish()
    guard let id, let (derived, type) = made else { return }
    guard given[0] == "mean", case .sum(let formula) = derived.kind else {
      return add(derived, (id, label ?? id, type, measure), map, &items)
    }
    let suffixes = DerivedItems.meanSuffixes(language)
    add(derived, (id + ".sum", (label ?? id) + suffixes.sum, type, measure), map, &items)
    let count = Derived(.given(formula), where: condition)
    add(count, (id + ".of", (label ?? id) + suffixes.of, .count, ""), map, &items)
  }

  func add(
    _ derived: Derived, _ item: (id: String, label: String, type: ItemType, measure: String),
    _ map: ConfigMap,
    _ items: inout DerivedItems
  ) {
    if items.add(derived, id: item.id, label: item.label, type: item.type, measure: item.measure) { return }
    file.report(.duplicate(item.id, what: .item), at: map.node)
  }

  /// `where`; empty without it.
  func condition(_ map: ConfigMap, _ columns: [Item]) -> String {
    map.node("where").flatMap {
      file.rowFormula($0, key: "where", columns: columns, isCondition: true)
    }?.source ?? ""
  }

  private func derived(
    _ map: ConfigMap, _ key: String, _ condition: String, _ columns: [Item]
  ) -> (Derived, ItemType)? {
    guard let node = map.node(key) else { return nil }
    switch key {
    case "count":
      if node.scalar?.string == "all" { return (Derived(.count, where: condition), .count) }
      guard let formula = file.rowFormula(node, key: key, columns: columns, isCondition: true) else {
        return nil
      }
      let both = condition.isEmpty ? formula.source : "(\(condition)) and (\(formula.source))"
      return isReadable(both, columns, at: node) ? (Derived(.count, where: both), .count) : nil
    case "distinct":
      guard let name = file.text(node, key: key), let found = column(name, at: node, of: columns) else {
        return nil
      }
      guard columns[found].personal != .drop else {
        file.report(.ledger(.dropped(columns[found].label)), at: node)
        return nil
      }
      return (Derived(.whole(.distinct, LedgerReader.quoted(columns[found].id)), where: condition), .count)
    default: return number(node, key, condition, columns)
    }
  }

  /// Whether a condition that was put together is still a formula: not too long, nor too deep.
  func isReadable(_ condition: String, _ columns: [Item], at node: Node) -> Bool {
    do throws(FormulaError) {
      _ = try Formula(rowCondition: condition, columns: columns)
      return true
    } catch {
      file.report(.formula(zh: error.message(.zh), en: error.message(.en)), at: node)
      return false
    }
  }

  /// What is made of numbers, or of days where these have an order.
  private func number(
    _ node: Node, _ key: String, _ condition: String, _ columns: [Item]
  ) -> (Derived, ItemType)? {
    guard let formula = file.rowFormula(node, key: key, columns: columns, isCondition: false) else {
      return nil
    }
    let statistic = Derived.Statistic(rawValue: key)
    let takesDays = statistic == .min || statistic == .max
    let derived = Derived(
      statistic.map { .whole($0, formula.source) } ?? .sum(formula.source), where: condition)
    switch formula.type {
    case .date where takesDays: return (derived, .date)
    case .number(let own):
      let decimals = statistic == .median ? own + 1 : own
      guard decimals <= 6 else {
        file.report(.ledger(.decimals(key: key, limit: 6 - (decimals - own))), at: node)
        return nil
      }
      return (derived, decimals == 0 ? .count : .amount(decimals: decimals))
    default:
      file.report(.ledger(.notANumber(key: key, orDay: takesDays)), at: node)
      return nil
    }
  }

  /// A name as a formula takes any.
  static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
