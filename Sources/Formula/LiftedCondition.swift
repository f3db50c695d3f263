public import Model

/// A condition on a unit in which `count(…)`, `share(…)`, `sum(…)` and `mean(…)` speak of all rows of a ledger that
/// the unit has: what they need becomes items that are derived from the rows, and the condition one over items.
public struct LiftedCondition: Sendable {
  /// An item that is to be derived from the rows.
  public struct Part: Hashable, Sendable {
    /// The id by which ``LiftedCondition/formula`` calls it.
    public var id: String
    /// What it is, in the words of the formula and the labels of the columns.
    public var label: String
    /// How it is made.
    public var derived: Derived
    /// The decimals of its numbers.
    public var decimals: Int
  }

  /// The condition as written.
  public let source: String
  /// The condition over items: an aggregate is ``parts`` in double quotes, a quotient in parentheses.
  public private(set) var formula = ""
  /// What is to be derived, each once, in the order in which it is needed.
  public private(set) var parts: [Part] = []
  /// What stands in the aggregates, read over the ledger's columns; positions are those in ``source``.
  public private(set) var arguments: [Formula] = []

  /// Where an aggregate stood, and where in ``formula`` stands what is there now.
  private var moves: [(from: Span, to: Span)] = []

  /// The ids and labels of the ledger's columns.
  private let columns: Set<String>

  /// Decimals of a sum: what an item may have.
  static let decimalLimit = 6

  /// Finds the aggregates of a condition; those of the ids of their items that are `id.1`, `id.2`, … Throws the first
  /// thing that is wrong with the grammar, or with what stands in an aggregate; the rest is said by ``read(over:)``.
  public init(
    _ source: String, columns: [Item], id: String, _ language: Language = .zh
  ) throws(FormulaError) {
    self.source = source
    self.columns = Set(columns.flatMap { [$0.id, $0.label] })
    let characters = Array(source)
    var next = 0
    for call in try Parser.aggregates(of: source) {
      formula += String(characters[next..<call.span.start])
      let argument = try LiftedCondition.argument(call, characters, columns)
      arguments.append(argument)
      let inside = String(characters[call.argument.start..<call.argument.end])
      let made = lifted(call.aggregate, inside, argument, id, language)
      moves.append((call.span, Span(start: formula.count, length: made.count)))
      formula += made
      next = call.span.end
    }
    formula += String(characters[next...])
  }

  /// The condition over the items, those of ``parts`` among them. Errors stand where they do in ``source``.
  public func read(over items: [Item]) throws(FormulaError) -> Formula {
    do throws(FormulaError) {
      return try Formula(condition: formula, items: items)
    } catch {
      let start = original(error.column - 1, isEnd: false)
      let end = original(error.column - 1 + error.length, isEnd: true)
      var kind = error.kind
      if case .unknownItem(let name, _) = kind, columns.contains(name) { kind = .columnOfRows(name) }
      throw FormulaError(kind, Span(start: start, length: max(0, end - start)))
    }
  }

  /// Where in ``source`` a character of ``formula`` comes from; both are 1 for the first.
  public func column(_ column: Int) -> Int { original(column - 1, isEnd: false) + 1 }

  /// What stands in an aggregate. Blanks before it leave every character where it is.
  private static func argument(
    _ call: AggregateCall, _ characters: [Character], _ columns: [Item]
  ) throws(FormulaError) -> Formula {
    let inside = String(characters[call.argument.start..<call.argument.end])
    let found = try Formula(
      row: String(repeating: " ", count: call.argument.start) + inside, columns: columns)
    switch (call.aggregate, found.type) {
    case (.count, .truth), (.share, .truth): break
    case (.count, let type), (.share, let type): throw FormulaError(.notACondition(type), call.argument)
    case (_, .number(let decimals)) where decimals <= decimalLimit: break
    case (_, .number): throw FormulaError(.manyDecimals(limit: decimalLimit), call.argument)
    case (let aggregate, let type):
      throw FormulaError(.wrongType(operator: aggregate.rawValue, type, nil), call.argument)
    }
    return found
  }

  /// What takes the place of an aggregate.
  private mutating func lifted(
    _ aggregate: RowAggregate, _ inside: String, _ argument: Formula, _ id: String, _ language: Language
  ) -> String {
    let words = argument.text(language)
    let decimals = if case .number(let decimals) = argument.type { decimals } else { 0 }
    switch aggregate {
    case .count, .share:
      let count = part(
        Derived(.count, where: inside), language.pick("“\(words)”的行数", "rows with \(words)"), id)
      guard aggregate == .share else { return count }
      let known = part(
        Derived(.count, where: "(\(inside)) is not null"),
        language.pick("已知是否“\(words)”的行数", "rows of which it is known whether \(words)"), id)
      return "(\(count) / \(known))"
    case .sum, .mean:
      let sum = part(
        Derived(.sum(inside)), language.pick("“\(words)”之和", "the sum of \(words)"), id, decimals)
      guard aggregate == .mean else { return sum }
      let given = part(
        Derived(.given(inside)), language.pick("有“\(words)”的行数", "rows that have \(words)"), id)
      return "(\(sum) / \(given))"
    }
  }

  /// The quoted name of an item, which is new or there already.
  private mutating func part(_ derived: Derived, _ label: String, _ id: String, _ decimals: Int = 0) -> String
  {
    let known = parts.first { $0.derived == derived }
    let part =
      known ?? Part(id: "\(id).\(parts.count + 1)", label: label, derived: derived, decimals: decimals)
    if known == nil { parts.append(part) }
    return "\"" + part.id.replacing("\"", with: "\"\"") + "\""
  }

  /// Where in ``source`` a place of ``formula`` comes from; of what was put in, the beginning or the end.
  private func original(_ place: Int, isEnd: Bool) -> Int {
    var shift = 0
    for (from, to) in moves {
      let isBefore = isEnd ? place <= to.start : place < to.start
      if isBefore { break }
      if isEnd ? place <= to.end : place < to.end { return isEnd ? from.end : from.start }
      shift = from.end - to.end
    }
    return place + shift
  }
}

extension Span {
  /// The first character behind it.
  fileprivate var end: Int { start + length }
}
