internal import Model

/// Makes the syntax of a formula from its tokens (top-down operator precedence).
struct Parser {
  private let tokens: [Token]
  var next = 0
  private var depth = 0
  var place = Syntax.Place()
  var syntax = Syntax()
  let scope: Scope
  var isInAggregate = false
  /// The aggregates over rows that were found, in the order in which they are written.
  var aggregates: [AggregateCall] = []

  /// What a formula speaks of.
  enum Scope {
    /// A unit, the units around it and the month before.
    case unit
    /// A row of a ledger, which stands alone.
    case row
    /// A unit, and all rows of it by ``RowAggregate``.
    case unitWithRows
  }

  /// How often parentheses, `not` and `-` may stand within each other.
  static let depthLimit = 64

  /// What binds more tightly has the higher power.
  enum Power: Int, Comparable {
    case none, or, and, not, comparison, sum, product, sign
    static func < (a: Power, b: Power) -> Bool { a.rawValue < b.rawValue }
  }

  private init(_ tokens: [Token], _ scope: Scope) {
    self.tokens = tokens
    self.scope = scope
  }

  /// The syntax of a formula; its last node is the whole.
  static func syntax(of source: String, _ scope: Scope = .unit) throws(FormulaError) -> Syntax {
    var parser = Parser(try Lexer.tokens(of: source), scope)
    try parser.whole()
    return parser.syntax
  }

  /// The aggregates over rows in a formula.
  static func aggregates(of source: String) throws(FormulaError) -> [AggregateCall] {
    var parser = Parser(try Lexer.tokens(of: source), .unitWithRows)
    try parser.whole()
    return parser.aggregates
  }

  private mutating func whole() throws(FormulaError) {
    _ = try expression(above: .none)
    guard token.kind == .end else {
      throw FormulaError(.unexpected(token.shown, expected: nil), token.span)
    }
  }

  var token: Token { tokens[next] }

  private func span(_ node: Int) -> Span { syntax.nodes[node].span }

  /// Steps over a symbol where it stands.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    next += 1
    return true
  }

  private mutating func take(_ word: Word) -> Bool {
    guard token.kind == .word(word) else { return false }
    next += 1
    return true
  }

  private func missing(_ expected: String) -> FormulaError {
    FormulaError(.unexpected(token.shown, expected: expected), token.span)
  }

  /// An expression of operators that bind more tightly than `power`.
  mutating func expression(above power: Power) throws(FormulaError) -> Int {
    var left = try operand()
    var compared = false
    while let found = infix(), found > power {
      if found == .comparison {
        guard !compared else { throw FormulaError(.chained, token.span) }
        compared = true
        left = try comparison(left)
      } else {
        left = try binary(left, found)
      }
    }
    return left
  }

  /// The power of the operator that stands here; `nil` where none does.
  private func infix() -> Power? {
    switch token.kind {
    case .word(.or): .or
    case .word(.and): .and
    case .word(.in), .word(.between), .word(.is), .word(.not): .comparison
    case .symbol(.plus), .symbol(.minus): .sum
    case .symbol(.times), .symbol(.divide): .product
    case .symbol(let symbol): Comparison(rawValue: symbol.rawValue) == nil ? nil : .comparison
    default: nil
    }
  }

  private mutating func binary(_ left: Int, _ power: Power) throws(FormulaError) -> Int {
    let sign = token
    next += 1
    let right = try expression(above: power)
    let kind: Syntax.Kind =
      switch sign.kind {
      case .word(.or): .logic(.or, left, right)
      case .word: .logic(.and, left, right)
      case .symbol(.plus): .arithmetic(.plus, left, right)
      case .symbol(.minus): .arithmetic(.minus, left, right)
      case .symbol(.divide): .arithmetic(.divide, left, right)
      default: .arithmetic(.times, left, right)
      }
    return syntax.add(kind, span(left).through(span(right)))
  }

  private mutating func comparison(_ left: Int) throws(FormulaError) -> Int {
    let sign = token
    if case .symbol(let symbol) = sign.kind, let comparison = Comparison(rawValue: symbol.rawValue) {
      next += 1
      if token.kind == .word(.null) { throw FormulaError(.nullCompared, token.span) }
      let right = try expression(above: .comparison)
      return syntax.add(.compare(comparison, left, right), span(left).through(span(right)))
    }
    if take(.is) {
      let negated = take(.not)
      let end = token.span
      guard take(.null) else { throw missing("null") }
      return syntax.add(.isNull(left, negated: negated), span(left).through(end))
    }
    let negated = take(.not)
    if take(.in) { return try among(left, negated) }
    if take(.between) {
      let low = try expression(above: .comparison)
      guard take(.and) else { throw missing("and") }
      let high = try expression(above: .comparison)
      return syntax.add(
        .between(left, low, high, negated: negated), span(left).through(span(high)))
    }
    throw missing("in / between")
  }

  private mutating func among(_ left: Int, _ negated: Bool) throws(FormulaError) -> Int {
    let open = token.span
    guard take(.open) else { throw missing("(") }
    try enter(open)
    var members: [Int] = []
    repeat { members.append(try expression(above: .none)) } while take(.comma)
    let end = token.span
    try close(open)
    return syntax.add(.among(left, members, negated: negated), span(left).through(end))
  }

  /// Counts what stands within something else: recursion is bounded for any input.
  mutating func enter(_ span: Span) throws(FormulaError) {
    depth += 1
    if depth > Parser.depthLimit { throw FormulaError(.tooDeep(limit: Parser.depthLimit), span) }
  }

  mutating func close(_ open: Span) throws(FormulaError) {
    depth -= 1
    if take(.close) { return }
    guard token.kind == .end else { throw missing(")") }
    throw FormulaError(.openParenthesis, open)
  }

  private mutating func operand() throws(FormulaError) -> Int {
    let first = token
    switch first.kind {
    case .number, .text, .name: return try plain(first)
    case .word(.true), .word(.false):
      next += 1
      return syntax.add(.truth(first.kind == .word(.true)), first.span)
    case .word(.not), .symbol(.minus): return try prefix(first)
    case .word(.null): throw FormulaError(.nullCompared, first.span)
    case .symbol(.open):
      next += 1
      try enter(first.span)
      let inner = try expression(above: .none)
      syntax.nodes[inner].outer = first.span.through(token.span)
      try close(first.span)
      return inner
    default: throw FormulaError(.operandMissing(before: first.shown), first.span)
    }
  }

  private mutating func plain(_ first: Token) throws(FormulaError) -> Int {
    next += 1
    switch first.kind {
    case .number(let value, let decimals):
      return syntax.add(.number(value, decimals: decimals), first.span)
    case .text(let text): return syntax.add(.text(text), first.span)
    default:
      let name = first.shown ?? ""
      if token.kind == .symbol(.open) { return try call(name, first) }
      return syntax.add(.name(name), first.span, place)
    }
  }

  private mutating func prefix(_ sign: Token) throws(FormulaError) -> Int {
    next += 1
    try enter(sign.span)
    let isNot = sign.kind == .word(.not)
    let inner = try expression(above: isNot ? .not : .product)
    depth -= 1
    return syntax.add(isNot ? .not(inner) : .negate(inner), sign.span.through(span(inner)))
  }
}
