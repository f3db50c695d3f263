import Formula
import Model
import Yams

/// `checks` of a ledger.
extension LedgerReader {
  /// `{id, require or each, severity, message, levels}`; adds the items that `require` needs.
  func rule(
    _ map: ConfigMap, _ form: Form, _ columns: [Item], _ items: inout DerivedItems
  ) -> (LedgerRule, RowRule?)? {
    let id = map.text("id", required: true)
    let message = map.text("message") ?? ""
    let levels =
      map.has("levels") ? map.levels("levels", of: forms.levels, within: form.filledBy) : form.filledBy
    if !map.has("levels") { _ = map.node("levels") }
    // A row is never thrown out for a rule: it would be missing from the counts that the rule is about.
    let reader = CheckReader(levels: forms.levels, forms: [], items: [])
    let severity = reader.severity(map, mayReject: false) ?? .query
    let (require, each) = (map.node("require"), map.node("each"))
    map.finish()
    guard (require == nil) != (each == nil) else {
      file.report(.needsOne(of: ["require", "each"]), at: map.node)
      return nil
    }
    guard let id else { return nil }
    if let each {
      guard let formula = file.rowFormula(each, key: "each", columns: columns, isCondition: true) else {
        return nil
      }
      let rule = RowRule(
        id: id, formula: formula.source, severity: severity, message: message, levels: levels)
      return (
        LedgerRule(map: map, id: id, about: .row, severity: severity, message: message, levels: levels), rule
      )
    }
    guard let require, let lifted = lifted(require, "\(form.id).\(id)", columns, map, &items) else {
      return nil
    }
    return (
      LedgerRule(
        map: map, id: id, about: .unit(lifted, require), severity: severity, message: message, levels: levels),
      nil
    )
  }

  private func lifted(
    _ node: Node, _ id: String, _ columns: [Item], _ map: ConfigMap, _ items: inout DerivedItems
  ) -> LiftedCondition? {
    let found = file.formula(node, key: "require") { source throws(FormulaError) in
      try LiftedCondition(source, columns: columns, id: id, language)
    }
    guard let found else { return nil }
    for formula in found.arguments { file.withoutDropped(formula, at: node, columns) }
    for part in found.parts {
      let condition = part.derived.condition
      if !condition.isEmpty, !isReadable(condition, columns, at: node) { return nil }
      let type: ItemType = part.decimals == 0 ? .count : .amount(decimals: part.decimals)
      add(part.derived, (part.id, part.label, type, ""), map, &items)
    }
    return found
  }
}
