import Formula
import Model

/// Evaluates the condition of a form's rule. The only place where this stage calls the formula language.
struct RuleEvaluation {
  /// Whether the condition holds for each unit; empty where it cannot be read, which the campaign's reader
  /// excludes.
  let truths: [Truth]
  /// The items that it needs, as ascending positions in the campaign's items.
  let items: [Int]

  init(_ rule: CheckRule, in context: CheckContext) {
    guard let formula = try? Formula(condition: rule.formula, items: context.campaign.items) else {
      (truths, items) = ([], [])
      return
    }
    truths = formula.evaluate(columns: context.returns.columns, count: context.count).truths
    items = formula.itemsUsed
  }
}
