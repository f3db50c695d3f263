import Formula
import Model
import Yams

extension ConfigFile {
  /// The condition that a node holds, read over the items; `nil`, with a mistake at its place in the text, where
  /// it is none.
  func condition(_ node: Node, key: String, items: [Item]) -> Formula? {
    guard let source = text(node, key: key) else { return nil }
    do throws(FormulaError) {
      return try Formula(condition: source, items: items)
    } catch {
      report(
        .formula(zh: error.message(.zh), en: error.message(.en)), at: node,
        offset: offset(of: error, in: node))
      return nil
    }
  }

  /// How far into a node, its quote included, a mistake of its formula is.
  func offset(of error: FormulaError, in node: Node) -> Int {
    error.column - 1 + (node.scalar?.style == .plain ? 0 : 1)
  }

  /// The same for a figure, which is made of its month alone.
  func conditionOfMonth(_ node: Node, key: String, items: [Item]) -> Formula? {
    let formula = condition(node, key: key, items: items)
    if formula?.usesPrior == true { report(.conflict(key, with: "prior()"), at: node) }
    return formula
  }
}
