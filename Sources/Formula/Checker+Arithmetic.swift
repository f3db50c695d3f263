internal import Model

/// Numbers and quotients.
extension Checker {
  /// A number as a fraction: what is divided, and by what; nothing where it is no quotient.
  typealias Ratio = (top: Exact, bottom: Exact?)

  /// The number of a node; `nil` where it is none.
  private func ratio(_ node: Int) throws(FormulaError) -> Ratio? {
    switch known[node] {
    case .quotient(let a, let b): return (a, b)
    case .step(let step, .number(let decimals)): return (Exact(step: step, decimals: decimals), nil)
    case .step: return nil
    case .text(let text): throw fault(.strayText(text), node)
    }
  }

  private func known(_ ratio: Ratio) -> Known {
    guard let bottom = ratio.bottom else {
      return .step(ratio.top.step, .number(decimals: ratio.top.decimals))
    }
    return .quotient(ratio.top, by: bottom)
  }

  /// A number changed as `change` does it; of a quotient, what is divided and by what.
  mutating func changed(
    _ part: Int, _ sign: String, both: Bool = false, _ node: Int, _ change: (Int) -> Program.Step
  ) throws(FormulaError) -> Known {
    guard var ratio = try ratio(part) else {
      throw fault(.wrongType(operator: sign, try operand(part).1, nil), node)
    }
    ratio.top.step = append(change(ratio.top.step))
    if both, let bottom = ratio.bottom { ratio.bottom?.step = append(change(bottom.step)) }
    return known(ratio)
  }

  mutating func arithmetic(
    _ sign: Arithmetic, _ left: Int, _ right: Int, _ node: Int
  ) throws(FormulaError) -> Known {
    guard let a = try ratio(left), let b = try ratio(right) else {
      let (leftType, rightType) = (try operand(left).1, try operand(right).1)
      let odd = if case .number = leftType { rightType } else { leftType }
      let other = odd == leftType ? rightType : leftType
      throw fault(.wrongType(operator: sign.rawValue, odd, other), node)
    }
    switch sign {
    case .times:
      let top = try product(a.top, b.top, node)
      return known((top, try joined(a.bottom, b.bottom, node)))
    case .divide:
      // c / (a / b) is c * b / a, and null where a or b is zero: b is null then.
      let top = try lifted(a.top, by: b.bottom, node)
      let divisor = Exact(step: append(.nonZero(b.top.step)), decimals: b.top.decimals)
      return known((top, try joined(a.bottom, divisor, node)))
    case .plus, .minus: return try sum(sign, (left, a), (right, b), node)
    }
  }

  private mutating func sum(
    _ sign: Arithmetic, _ left: (node: Int, Ratio), _ right: (node: Int, Ratio), _ node: Int
  ) throws(FormulaError) -> Known {
    let ((top:a, bottom:m), (top:b, bottom:n)) = (left.1, right.1)
    guard m == nil || n == nil else {
      // Denominators multiplied would soon not fit: a sum of quotients is one of rounded numbers.
      let ((x, _), (y, _)) = (try operand(left.node), try operand(right.node))
      let decimals = Checker.quotientDecimals
      return add(
        .arithmetic(sign, Program.Scaled(step: x), Program.Scaled(step: y)), .number(decimals: decimals))
    }
    // a / m + b is (a + b * m) / m.
    let top = added(sign, try lifted(a, by: n, node), try lifted(b, by: m, node))
    return known((top, m ?? n))
  }

  private mutating func added(_ sign: Arithmetic, _ a: Exact, _ b: Exact) -> Exact {
    let (x, y) = aligned(a.step, a.decimals, b.step, b.decimals)
    return Exact(step: append(.arithmetic(sign, x, y)), decimals: max(a.decimals, b.decimals))
  }

  /// The product of two denominators, where one that is missing is one.
  private mutating func joined(_ a: Exact?, _ b: Exact?, _ node: Int) throws(FormulaError) -> Exact? {
    guard let a, let b else { return a ?? b }
    return try product(a, b, node)
  }

  /// A number multiplied by a denominator, which where missing is one.
  private mutating func lifted(_ a: Exact, by b: Exact?, _ node: Int) throws(FormulaError) -> Exact {
    guard let b else { return a }
    return try product(a, b, node)
  }

  private mutating func product(_ a: Exact, _ b: Exact, _ node: Int) throws(FormulaError) -> Exact {
    let decimals = a.decimals + b.decimals
    guard decimals <= Checker.decimalLimit else {
      throw fault(.manyDecimals(limit: Checker.decimalLimit), node)
    }
    let step = append(.arithmetic(.times, Program.Scaled(step: a.step), Program.Scaled(step: b.step)))
    return Exact(step: step, decimals: decimals)
  }

  /// Two numbers brought to the same decimals. The power fits: decimals are at most ``decimalLimit``.
  func aligned(_ a: Int, _ m: Int, _ b: Int, _ n: Int) -> (Program.Scaled, Program.Scaled) {
    let more = max(m, n)
    return (
      Program.Scaled(step: a, factor: Quotient.power(of: 10, more - m) ?? 1),
      Program.Scaled(step: b, factor: Quotient.power(of: 10, more - n) ?? 1)
    )
  }
}
