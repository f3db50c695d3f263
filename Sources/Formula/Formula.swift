public import Model

/// A rule over a form's items: SQL's expressions cut down.
///
/// Numbers (`2`, `2.5`), `'texts'`, item ids or labels (`"in double quotes"` where they have other characters
/// than letters, digits and `_`), `+ - * /`, `= <> < <= > >=`, `and or not`, `in (…)`, `between … and …`,
/// `is null`, `true`, `false`, `coalesce min max abs age prior parent children children_count`. Whatever is not a
/// value (blank, not applicable, unreadable, not reported) is null, and logic has SQL's three values. Numbers
/// are exact decimals. Its cost is linear in its length: `n` characters give at most 2 `n` operations on columns.
public struct Formula: Sendable {
  /// The formula as written.
  public let source: String
  /// The items it needs of this month, of any unit, as ascending positions in the items it was read with.
  public var itemsUsed: [Int] { program.itemsUsed }
  /// Those of ``itemsUsed`` that it needs of the unit itself: outside `parent()`, `children()` and
  /// `children_count()`.
  public var itemsUsedHere: [Int] { program.itemsUsedHere }
  /// The items it needs of the month before: those within `prior()`.
  public var itemsUsedPrior: [Int] { program.itemsUsedPrior }
  /// Whether it has `prior()`.
  public let usesPrior: Bool
  /// Whether it has `parent()`, `children()` or `children_count()`.
  public let usesTree: Bool
  /// Whether it has `age()`, which needs ``FormulaInput/month``.
  public let usesMonth: Bool
  /// What it gives.
  public var type: FormulaType { program.type }

  let syntax: Syntax
  let program: Program
  let names: ItemNames
  /// The order of its steps.
  let order: [Int]

  /// Reads a formula; at most 4,096 characters, nested at most 64 deep. Throws the first thing that is wrong.
  public init(_ source: String, items: [Item]) throws(FormulaError) {
    try self.init(source, items, .unit)
  }

  /// Reads a formula about a row of a ledger, over its columns: it has no other months and units. Throws the first
  /// thing that is wrong.
  public init(row source: String, columns: [Item]) throws(FormulaError) {
    try self.init(source, columns, .row)
  }

  /// The same for one that must give yes or no.
  public init(rowCondition source: String, columns: [Item]) throws(FormulaError) {
    try self.init(source, columns, .row)
    try expectCondition()
  }

  private init(_ source: String, _ items: [Item], _ scope: Parser.Scope) throws(FormulaError) {
    self.source = source
    names = ItemNames(items)
    syntax = try Parser.syntax(of: source, scope)
    program = try Checker.program(of: source, syntax, names)
    order = program.schedule(for: [program.nodes.last??.step ?? 0])
    let calls = syntax.nodes.compactMap { if case .call(let function, _) = $0.kind { function } else { nil } }
    usesPrior = calls.contains(.prior)
    usesMonth = calls.contains(.age)
    usesTree = calls.contains { $0.looksElsewhere && $0 != .prior }
  }

  /// Reads a formula that must give yes or no. Throws the first thing that is wrong.
  public init(condition source: String, items: [Item]) throws(FormulaError) {
    try self.init(source, items: items)
    try expectCondition()
  }

  private func expectCondition() throws(FormulaError) {
    guard type != .truth else { return }
    throw FormulaError(.notACondition(type), Span(start: 0, length: source.count))
  }

  /// Its value for each unit.
  public func evaluate(_ input: FormulaInput) -> Evaluated {
    var evaluator = Evaluator(program, input)
    let result = evaluator.run(order)
    return Evaluated(result, overflows: evaluator.overflows)
  }

  /// Its value for `count` units, where neither the month before nor the tree is known. `columns` are those of
  /// the items it was read with, each of at least `count` units.
  public func evaluate(columns: [ItemColumn], count: Int) -> Evaluated {
    evaluate(FormulaInput(columns: columns, count: count))
  }
}

/// What a formula gives, one value a unit.
public struct Evaluated: Sendable {
  /// For conditions: whether it holds. Empty otherwise.
  public let truths: [Truth]
  /// For other formulas the value as ``FormulaType`` keeps it, `nil` where it is null. Empty for conditions.
  public let values: [Int64?]
  /// How many operations did not fit into 64 bits and gave null.
  public let overflows: Int

  init(_ result: Evaluator.Result, overflows: Int) {
    if case .truths(let found) = result { truths = found } else { truths = [] }
    if case .numbers(let found) = result { values = found } else { values = [] }
    self.overflows = overflows
  }
}
