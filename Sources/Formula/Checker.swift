internal import Model

/// Proves that a formula's parts fit together, and turns it into a program.
struct Checker {
  /// What is known of a node.
  private enum Known {
    case step(Int, FormulaType)
    /// A text, whose meaning depends on what it is compared with.
    case text(String)
  }

  /// The most decimals of a product: 10 to that power still fits into an `Int64`.
  static let decimalLimit = 18

  private let syntax: Syntax
  private let names: ItemNames
  private var known: [Known] = []
  private var program = Program()

  private init(_ syntax: Syntax, _ names: ItemNames) {
    self.syntax = syntax
    self.names = names
  }

  /// The program of a formula, or what is wrong with it.
  static func program(of syntax: Syntax, items: [Item]) throws(FormulaError) -> Program {
    var checker = Checker(syntax, ItemNames(items))
    for node in syntax.nodes.indices {
      checker.known.append(try checker.meaning(of: node))
    }
    let (_, type) = try checker.operand(syntax.nodes.count - 1)
    checker.program.type = type
    checker.program.itemsUsed = Set(checker.program.itemsUsed).sorted()
    return checker.program
  }

  private mutating func add(_ step: Program.Step, _ type: FormulaType) -> Known {
    program.steps.append(step)
    return .step(program.steps.count - 1, type)
  }

  private func fault(_ kind: FormulaError.Kind, _ node: Int) -> FormulaError {
    FormulaError(kind, syntax.nodes[node].span)
  }

  private mutating func meaning(of node: Int) throws(FormulaError) -> Known {
    switch syntax.nodes[node].kind {
    case .number(let value, let decimals): return add(.number(value), .number(decimals: decimals))
    case .truth(let truth): return add(.truth(truth), .truth)
    case .text(let text): return .text(text)
    case .name(let name): return try item(name, node)
    case .negate(let part): return try negation(part, node)
    case .not(let part): return add(.not(try truth(part, "not")), .truth)
    case .logic(let logic, let left, let right):
      let (a, b) = (try truth(left, logic.rawValue), try truth(right, logic.rawValue))
      return add(.logic(logic, a, b), .truth)
    case .arithmetic(let sign, let left, let right): return try arithmetic(sign, left, right, node)
    case .compare(let sign, let left, let right):
      return try comparison(sign, left, right, sign.rawValue, node)
    case .isNull(let part, let negated):
      let (step, _) = try operand(part)
      return not(add(.isNull(step), .truth), if: negated)
    case .among(let left, let members, let negated): return try among(left, members, negated, node)
    case .between(let left, let low, let high, let negated):
      let above = try comparison(.greaterOrEqual, left, low, "between", node)
      let below = try comparison(.lessOrEqual, left, high, "between", node)
      return not(join(.and, above, below), if: negated)
    }
  }

  private mutating func item(_ name: String, _ node: Int) throws(FormulaError) -> Known {
    switch names.find(name) {
    case .failure(let kind): throw fault(kind, node)
    case .success(let item):
      program.itemsUsed.append(item)
      let type = FormulaType(names.items[item].type)
      return add(type == .truth ? .flag(item: item) : .column(item: item), type)
    }
  }

  /// The step and type of a node that must mean something by itself.
  private func operand(_ node: Int) throws(FormulaError) -> (Int, FormulaType) {
    switch known[node] {
    case .step(let step, let type): return (step, type)
    case .text(let text): throw fault(.strayText(text), node)
    }
  }

  private func truth(_ node: Int, _ sign: String) throws(FormulaError) -> Int {
    let (step, type) = try operand(node)
    guard type == .truth else { throw fault(.wrongType(operator: sign, type, nil), node) }
    return step
  }

  private mutating func negation(_ part: Int, _ node: Int) throws(FormulaError) -> Known {
    let (step, type) = try operand(part)
    guard case .number = type else {
      throw fault(.wrongType(operator: "-", type, nil), node)
    }
    return add(.negate(step), type)
  }

  private mutating func arithmetic(
    _ sign: Arithmetic, _ left: Int, _ right: Int, _ node: Int
  ) throws(FormulaError) -> Known {
    let ((a, leftType), (b, rightType)) = (try operand(left), try operand(right))
    guard case .number(let m) = leftType, case .number(let n) = rightType else {
      let odd = if case .number = leftType { rightType } else { leftType }
      let other = odd == leftType ? rightType : leftType
      throw fault(.wrongType(operator: sign.rawValue, odd, other), node)
    }
    guard sign == .times else {
      let (x, y) = aligned(a, m, b, n)
      return add(.arithmetic(sign, x, y), .number(decimals: max(m, n)))
    }
    guard m + n <= Checker.decimalLimit else {
      throw fault(.manyDecimals(limit: Checker.decimalLimit), node)
    }
    return add(
      .arithmetic(sign, Program.Scaled(step: a), Program.Scaled(step: b)), .number(decimals: m + n))
  }

  /// Two numbers brought to the same decimals. The power fits: decimals are at most ``decimalLimit``.
  private func aligned(_ a: Int, _ m: Int, _ b: Int, _ n: Int) -> (Program.Scaled, Program.Scaled) {
    let more = max(m, n)
    return (
      Program.Scaled(step: a, factor: Quotient.power(of: 10, more - m) ?? 1),
      Program.Scaled(step: b, factor: Quotient.power(of: 10, more - n) ?? 1)
    )
  }

  private mutating func comparison(
    _ sign: Comparison, _ left: Int, _ right: Int, _ shown: String, _ node: Int
  ) throws(FormulaError) -> Known {
    let (a, leftType) = try side(left, beside: right)
    let (b, rightType) = try side(right, beside: left)
    switch (leftType, rightType) {
    case (.number(let m), .number(let n)):
      let (x, y) = aligned(a, m, b, n)
      return add(.compare(sign, x, y), .truth)
    case (.truth, .truth) where !sign.isOrder:
      return not(add(.same(a, b), .truth), if: sign == .unequal)
    case (.date, .date):
      return add(.compare(sign, Program.Scaled(step: a), Program.Scaled(step: b)), .truth)
    case (.choice(let ours), .choice(let theirs)) where ours == theirs && !sign.isOrder:
      return add(.compare(sign, Program.Scaled(step: a), Program.Scaled(step: b)), .truth)
    case (.text, _): throw fault(.wrongType(operator: shown, leftType, rightType), node)
    default:
      // The advice is about the left type: a number has the least to say.
      let swap = if case .number = leftType { true } else { rightType == .text }
      throw fault(
        .wrongType(operator: shown, swap ? rightType : leftType, swap ? leftType : rightType), node)
    }
  }

  /// One side of a comparison; a text takes its meaning from the other side.
  private mutating func side(_ node: Int, beside other: Int) throws(FormulaError) -> (Int, FormulaType) {
    guard case .text(let text) = known[node] else { return try operand(node) }
    guard case .step(_, let type) = known[other] else { throw fault(.strayText(text), node) }
    let value: Int
    switch type {
    case .date:
      guard let day = Day(text) else { throw fault(.badDate(text), node) }
      value = day.number
    case .choice(let choices):
      guard let answer = ItemNames.answer(text, among: choices) else {
        let nearest = Nearest.name(to: text, among: choices.flatMap { [$0.label, $0.id] })
        throw fault(.unknownAnswer(text, item: label(of: other), nearest: nearest), node)
      }
      value = answer
    case .text: throw fault(.wrongType(operator: "=", .text, nil), other)
    case .number, .truth: throw fault(.strayText(text), node)
    }
    program.steps.append(.number(Int64(value)))
    return (program.steps.count - 1, type)
  }

  /// What a node is called in messages.
  private func label(of node: Int) -> String {
    guard case .name(let name) = syntax.nodes[node].kind, case .success(let item) = names.find(name)
    else { return "" }
    return names.items[item].label
  }

  private mutating func among(
    _ left: Int, _ members: [Int], _ negated: Bool, _ node: Int
  ) throws(FormulaError) -> Known {
    var any: Known?
    for member in members {
      let same = try comparison(.equal, left, member, "in", node)
      any = any.map { join(.or, $0, same) } ?? same
    }
    return not(any ?? add(.truth(false), .truth), if: negated)
  }

  private mutating func join(_ logic: Logic, _ a: Known, _ b: Known) -> Known {
    guard case .step(let x, _) = a, case .step(let y, _) = b else { return a }
    return add(.logic(logic, x, y), .truth)
  }

  private mutating func not(_ known: Known, if negated: Bool) -> Known {
    guard negated, case .step(let step, _) = known else { return known }
    return add(.not(step), .truth)
  }
}
