import Formula
import Model

/// A return does not fulfil a rule of its form. Where a value that the rule needs is missing, nothing is said.
struct RuleViolated: CheckReason {
  /// An item that the rule speaks of, with its value.
  struct Value: Hashable, Sendable {
    let item, value: String
  }

  static let code = "rule"
  var code: String { rule }
  var weight: CheckWeight
  /// The rule's id.
  let rule: String
  /// What the form says to the clerk; empty where it says nothing.
  let told: String
  /// The condition as written.
  let formula: String
  let values: [Value]

  static func find(_ rule: CheckRule, in context: CheckContext, _ log: inout CheckLog) {
    let found = RuleEvaluation(rule, in: context)
    guard found.truths.count == context.count else { return }
    let statuses = context.returns.statuses[rule.form]
    let items = context.campaign.forms[rule.form].items
    let anchor = found.items.first(where: items.contains)
    for unit in 0..<context.count where found.truths[unit] == .no && statuses[unit] == .accepted {
      guard rule.levels.contains(context.roster.units[unit].level) else { continue }
      let values = found.items.prefix(6).map {
        Value(item: context.campaign.items[$0].label, value: context.shown($0, unit))
      }
      let reason = RuleViolated(
        weight: CheckWeight(rule.severity), rule: rule.id, told: rule.message, formula: rule.formula,
        values: values)
      log.add(reason, form: rule.form, unit: unit, item: anchor, in: context)
    }
  }

  func text(_ language: Language) -> String {
    let listed = values.filter { !$0.value.isEmpty }.map { "\($0.item) \($0.value)" }
      .joined(separator: language.pick("，", ", "))
    if told.isEmpty {
      return language.pick(
        "不符合规则“\(rule)”：\(formula)（\(listed)）。请核对后更正，或说明原因。",
        "Breaks the rule \(rule): \(formula) (\(listed)). Check and correct it, or explain.")
    }
    let end = told.last.map { "。.！!？?".contains($0) } ?? false
    return language.pick(
      "\(told)\(end ? "" : "。")（规则“\(rule)”；\(listed)）请核对后更正，或说明原因。",
      "\(told)\(end ? "" : ".") (Rule \(rule); \(listed).) Check and correct it, or explain.")
  }
}
