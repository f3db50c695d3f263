internal import Model

/// Functions, and aggregates over rows.
extension Parser {
  /// A function and its arguments.
  mutating func call(_ name: String, _ first: Token) throws(FormulaError) -> Int {
    guard let function = Function(name: name) else { return try aggregate(name, first) }
    if scope == .row || isInAggregate, function.looksElsewhere {
      throw FormulaError(.elsewhereOfRow(function.rawValue), first.span)
    }
    if function == .prior, place.isPrior { throw FormulaError(.nestedPrior, first.span) }
    let outside = place
    place.isPrior = outside.isPrior || function == .prior
    place.isOther = outside.isOther || function.looksElsewhere && function != .prior
    let (arguments, whole) = try arguments(first)
    place = outside
    guard function.takes(arguments.count) else {
      throw FormulaError(
        .arguments(function.rawValue, found: arguments.count, many: function.takesMany), whole)
    }
    return syntax.add(.call(function, arguments), whole, place)
  }

  /// What stands in the parentheses after a name, and where the whole call stands.
  private mutating func arguments(_ first: Token) throws(FormulaError) -> (nodes: [Int], whole: Span) {
    let open = token.span
    next += 1
    try enter(open)
    var arguments: [Int] = []
    if token.kind != .symbol(.close) {
      repeat { arguments.append(try expression(above: .none)) } while take(.comma)
    }
    let whole = first.span.through(token.span)
    try close(open)
    return (arguments, whole)
  }

  /// An aggregate over rows, where there are rows; else there is no such function.
  private mutating func aggregate(_ name: String, _ first: Token) throws(FormulaError) -> Int {
    let known = scope == .unitWithRows ? RowAggregate.allCases.map(\.rawValue) : []
    guard scope == .unitWithRows, let aggregate = RowAggregate(rawValue: name.lowercased()) else {
      let names = Function.allCases.map(\.rawValue) + known
      throw FormulaError(
        .function(name, nearest: Nearest.name(to: name.lowercased(), among: names)), first.span)
    }
    if isInAggregate { throw FormulaError(.nestedAggregate(aggregate.rawValue), first.span) }
    isInAggregate = true
    defer { isInAggregate = false }
    let (parts, whole) = try arguments(first)
    guard parts.count == 1 else {
      throw FormulaError(.arguments(aggregate.rawValue, found: parts.count, many: false), whole)
    }
    aggregates.append(
      AggregateCall(aggregate: aggregate, span: whole, argument: syntax.nodes[parts[0]].outer))
    // Its value is a number; the syntax made here only tells where aggregates stand.
    return syntax.add(.number(0, decimals: 0), whole)
  }
}
