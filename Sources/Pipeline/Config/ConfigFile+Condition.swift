import Formula
import Model
import Yams

extension ConfigFile {
  /// The condition that a node holds, read over the items; `nil`, with a mistake at its place in the text, where
  /// it is none.
  func condition(_ node: Node, key: String, items: [Item]) -> Formula? {
    formula(node, key: key) { source throws(FormulaError) in try Formula(condition: source, items: items) }
      .map { withoutDropped($0, at: node, items) }
  }

  /// How far into a node, its quote included, a mistake of its formula is.
  func offset(of error: FormulaError, in node: Node) -> Int {
    error.column - 1 + ConfigFile.quote(node)
  }

  /// The same for a figure, which is made of its month alone.
  func conditionOfMonth(_ node: Node, key: String, items: [Item]) -> Formula? {
    let formula = condition(node, key: key, items: items)
    if formula?.usesPrior == true { report(.conflict(key, with: "prior()"), at: node) }
    return formula
  }

  /// A formula about a row of a ledger, over its columns.
  func rowFormula(_ node: Node, key: String, columns: [Item], isCondition: Bool) -> Formula? {
    formula(node, key: key) { source throws(FormulaError) in
      isCondition
        ? try Formula(rowCondition: source, columns: columns) : try Formula(row: source, columns: columns)
    }.map { withoutDropped($0, at: node, columns) }
  }

  /// What `read` makes of the text of a node; `nil`, with a mistake at its place in the text, where it cannot.
  func formula<Read>(
    _ node: Node, key: String, read: (String) throws(FormulaError) -> Read
  ) -> Read? {
    guard let source = text(node, key: key) else { return nil }
    do throws(FormulaError) {
      return try read(source)
    } catch {
      report(
        .formula(zh: error.message(.zh), en: error.message(.en)), at: node,
        offset: error.column - 1 + ConfigFile.quote(node))
      return nil
    }
  }

  /// Reports the items of whose cells a formula needs more than is kept.
  @discardableResult
  func withoutDropped(
    _ formula: Formula, at node: Node, _ items: [Item], _ column: (Int) -> Int = { $0 }
  ) -> Formula {
    if let use = formula.valuesUsed.first(where: { items[$0.item].personal == .drop }) {
      report(
        .ledger(.dropped(items[use.item].label)), at: node,
        offset: column(use.column) - 1 + ConfigFile.quote(node))
    }
    return formula
  }

  /// How many characters stand before the text of a scalar.
  private static func quote(_ node: Node) -> Int { node.scalar?.style == .plain ? 0 : 1 }
}
