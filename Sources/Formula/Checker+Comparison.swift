internal import Model

/// Comparisons, and the texts beside them.
extension Checker {
  mutating func comparison(
    _ sign: Comparison, _ left: Int, _ right: Int, _ shown: String, _ node: Int
  ) throws(FormulaError) -> Known {
    if let (a, b) = fractions(left, right) { return add(.cross(sign, a, b), .truth) }
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

  /// Two numbers of which one at least is a quotient.
  private func fractions(_ left: Int, _ right: Int) -> (Program.Fraction, Program.Fraction)? {
    guard let a = fraction(left), let b = fraction(right) else { return nil }
    return a.denominator == nil && b.denominator == nil ? nil : (a, b)
  }

  private func fraction(_ node: Int) -> Program.Fraction? {
    switch known[node] {
    case .quotient(let a, let b):
      Program.Fraction(numerator: a.step, denominator: b.step, decimals: a.decimals - b.decimals)
    case .step(let step, .number(let decimals)): Program.Fraction(numerator: step, decimals: decimals)
    default: nil
    }
  }

  /// One side of a comparison; a text takes its meaning from the other side.
  mutating func side(_ node: Int, beside other: Int) throws(FormulaError) -> (Int, FormulaType) {
    guard case .text(let text) = known[node] else { return try operand(node) }
    let type: FormulaType
    switch known[other] {
    case .step(_, let found): type = found
    case .quotient, .text: throw fault(.strayText(text), node)
    }
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
    return (append(.number(Int64(value))), type)
  }

  /// What a node is called in messages: an item's label, else what is written.
  private func label(of node: Int) -> String {
    let (kind, span) = (syntax.nodes[node].kind, syntax.nodes[node].extent)
    guard case .name(let name) = kind, case .success(let item) = names.find(name)
    else { return String(characters[span.start..<span.start + span.length]) }
    return names.items[item].label
  }

  mutating func among(
    _ left: Int, _ members: [Int], _ negated: Bool, _ node: Int
  ) throws(FormulaError) -> Known {
    var any: Known?
    for member in members {
      let same = try comparison(.equal, left, member, "in", node)
      any = any.map { join(.or, $0, same) } ?? same
    }
    return not(any ?? add(.truth(false), .truth), if: negated)
  }
}
