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
    let input = FormulaInput(
      columns: context.returns.columns, count: context.count, prior: context.last?.columns,
      parent: context.roster.parent, month: context.roster.month)
    truths = formula.evaluate(input).truths
    items = formula.itemsUsedHere
  }

  /// Whether a rule speaks of nothing but a unit's own return of the month.
  static func isOwn(_ rule: CheckRule, _ campaign: Campaign) -> Bool {
    guard let formula = try? Formula(condition: rule.formula, items: campaign.items) else { return true }
    return !formula.usesPrior && !formula.usesTree
  }
}
