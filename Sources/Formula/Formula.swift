public import Model

/// A rule over a form's items: SQL's expressions cut down.
///
/// Numbers (`2`, `2.5`), `'texts'`, item ids or labels (`"in double quotes"` where they have other characters
/// than letters, digits and `_`), `+ - *`, `= <> < <= > >=`, `and or not`, `in (…)`, `between … and …`,
/// `is null`, `true`, `false`. Whatever is not a value (blank, not applicable, unreadable, not reported) is
/// null, and logic has SQL's three values. Numbers are exact decimals.
public struct Formula: Sendable {
  /// The formula as written.
  public let source: String
  /// The items it needs, as ascending positions in the items it was read with.
  public var itemsUsed: [Int] { program.itemsUsed }
  /// What it gives.
  public var type: FormulaType { program.type }
  private let program: Program

  /// Reads a formula; at most 4,096 characters, nested at most 64 deep. Throws the first thing that is wrong.
  public init(_ source: String, items: [Item]) throws(FormulaError) {
    self.source = source
    program = try Checker.program(of: try Parser.syntax(of: source), items: items)
  }

  /// Reads a formula that must give yes or no. Throws the first thing that is wrong.
  public init(condition source: String, items: [Item]) throws(FormulaError) {
    try self.init(source, items: items)
    guard type == .truth else {
      throw FormulaError(.notACondition(type), Span(start: 0, length: source.count))
    }
  }

  /// Its value for `count` units. `columns` are those of the items it was read with, each of at least `count`
  /// units.
  public func evaluate(columns: [ItemColumn], count: Int) -> Evaluated {
    var evaluator = Evaluator(columns: columns, count: count)
    return evaluator.run(program)
  }
}

/// SQL's truth values.
public enum Truth: UInt8, Sendable, CaseIterable {
  /// It does not hold.
  case no
  /// It holds.
  case yes
  /// A value that it needs is missing.
  case unknown
}

/// What a formula gives, one value a unit.
public struct Evaluated: Sendable {
  /// For conditions: whether it holds. Empty otherwise.
  public let truths: [Truth]
  /// For other formulas the value as ``FormulaType`` keeps it, `nil` where it is null. Empty for conditions.
  public let values: [Int64?]
  /// How many operations did not fit into 64 bits and gave null.
  public let overflows: Int
}
