internal import Model

/// Proves that a formula's parts fit together, and turns it into a program.
struct Checker {
  /// A number with its decimals.
  struct Exact {
    var step: Int
    var decimals: Int
  }

  /// What is known of a node.
  enum Known {
    case step(Int, FormulaType)
    /// A quotient, kept as a fraction as long as that is exact; the second is never zero.
    case quotient(Exact, by: Exact)
    /// A text, whose meaning depends on what it is compared with.
    case text(String)
  }

  /// The most decimals of a product: 10 to that power still fits into an `Int64`.
  static let decimalLimit = 18
  /// The decimals of a quotient where its value is needed.
  static let quotientDecimals = 6

  let syntax: Syntax
  let names: ItemNames
  let characters: [Character]
  var known: [Known] = []
  var program = Program()

  private init(_ source: String, _ syntax: Syntax, _ names: ItemNames) {
    self.syntax = syntax
    self.names = names
    characters = Array(source)
  }

  /// The program of a formula, or what is wrong with it.
  static func program(
    of source: String, _ syntax: Syntax, _ names: ItemNames
  ) throws(FormulaError) -> Program {
    var checker = Checker(source, syntax, names)
    for node in syntax.nodes.indices {
      checker.known.append(try checker.meaning(of: node))
    }
    let (last, type) = try checker.operand(syntax.nodes.count - 1)
    for known in checker.known { checker.program.nodes.append(checker.value(of: known)) }
    checker.program.nodes[syntax.nodes.count - 1] = (last, type)
    checker.program.type = type
    checker.program.itemsUsed = Set(checker.program.itemsUsed).sorted()
    checker.program.itemsUsedHere = Set(checker.program.itemsUsedHere).sorted()
    checker.program.itemsUsedPrior = Set(checker.program.itemsUsedPrior).sorted()
    return checker.program
  }

  mutating func add(_ step: Program.Step, _ type: FormulaType) -> Known {
    .step(append(step), type)
  }

  mutating func append(_ step: Program.Step) -> Int {
    program.steps.append(step)
    return program.steps.count - 1
  }

  func fault(_ kind: FormulaError.Kind, _ node: Int) -> FormulaError {
    FormulaError(kind, syntax.nodes[node].span)
  }

  private mutating func meaning(of node: Int) throws(FormulaError) -> Known {
    switch syntax.nodes[node].kind {
    case .number(let value, let decimals): return add(.number(value), .number(decimals: decimals))
    case .truth(let truth): return add(.truth(truth), .truth)
    case .text(let text): return .text(text)
    case .name(let name): return try item(name, node)
    case .negate(let part): return try changed(part, "-", node) { .negate($0) }
    case .not(let part): return add(.not(try truth(part, "not")), .truth)
    case .logic(let logic, let left, let right):
      let (a, b) = (try truth(left, logic.rawValue), try truth(right, logic.rawValue))
      return add(.logic(logic, a, b), .truth)
    case .arithmetic(let sign, let left, let right): return try arithmetic(sign, left, right, node)
    case .compare(let sign, let left, let right):
      return try comparison(sign, left, right, sign.rawValue, node)
    case .isNull(let part, let negated): return not(try null(part), if: negated)
    case .among(let left, let members, let negated): return try among(left, members, negated, node)
    case .between(let left, let low, let high, let negated):
      let above = try comparison(.greaterOrEqual, left, low, "between", node)
      let below = try comparison(.lessOrEqual, left, high, "between", node)
      return not(join(.and, above, below), if: negated)
    case .call(let function, let arguments): return try call(function, arguments, node)
    }
  }

  private mutating func item(_ name: String, _ node: Int) throws(FormulaError) -> Known {
    switch names.find(name) {
    case .failure(let kind): throw fault(kind, node)
    case .success(let item):
      let place = syntax.nodes[node].place
      if place.isPrior {
        program.itemsUsedPrior.append(item)
      } else {
        program.itemsUsed.append(item)
        if !place.isOther { program.itemsUsedHere.append(item) }
      }
      let type = FormulaType(names.items[item].type)
      return add(
        type == .truth
          ? .flag(item: item, isPrior: place.isPrior) : .column(item: item, isPrior: place.isPrior), type)
    }
  }

  /// The step and type of a node that must mean something by itself. A quotient is rounded.
  mutating func operand(_ node: Int) throws(FormulaError) -> (Int, FormulaType) {
    guard let value = value(of: known[node]) else {
      if case .text(let text) = known[node] { throw fault(.strayText(text), node) }
      return (0, .text)
    }
    return value
  }

  /// The step and type of what is known; `nil` for a text.
  private mutating func value(of known: Known) -> (step: Int, type: FormulaType)? {
    switch known {
    case .step(let step, let type): return (step, type)
    case .text: return nil
    case .quotient(let a, let b):
      let fraction = Program.Fraction(
        numerator: a.step, denominator: b.step, decimals: a.decimals - b.decimals)
      let step = append(.rounded(fraction, decimals: Checker.quotientDecimals))
      return (step, .number(decimals: Checker.quotientDecimals))
    }
  }

  private mutating func truth(_ node: Int, _ sign: String) throws(FormulaError) -> Int {
    let (step, type) = try operand(node)
    guard type == .truth else { throw fault(.wrongType(operator: sign, type, nil), node) }
    return step
  }

  /// A quotient is null where a part of it is.
  private mutating func null(_ part: Int) throws(FormulaError) -> Known {
    guard case .quotient(let a, let b) = known[part] else {
      return add(.isNull(try operand(part).0), .truth)
    }
    return join(.or, add(.isNull(a.step), .truth), add(.isNull(b.step), .truth))
  }

  mutating func join(_ logic: Logic, _ a: Known, _ b: Known) -> Known {
    guard case .step(let x, _) = a, case .step(let y, _) = b else { return a }
    return add(.logic(logic, x, y), .truth)
  }

  mutating func not(_ known: Known, if negated: Bool) -> Known {
    guard negated, case .step(let step, _) = known else { return known }
    return add(.not(step), .truth)
  }
}
