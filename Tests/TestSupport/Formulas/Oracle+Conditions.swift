import Model

extension Oracle {
  package func condition(_ tree: Tree) -> Bool? {
    switch tree {
    case .flag(let item): return flag(item)
    case .truth(let truth): return truth
    case .not(let a): return condition(a).map { !$0 }
    case .compare(let sign, let a, let b) where a.isCondition:
      guard let x = condition(a), let y = condition(b) else { return nil }
      return (x == y) == (sign == "=")
    case .compare(let sign, let a, let b): return compare(sign, number(a), number(b))
    case .logic(let sign, let a, let b): return logic(sign, condition(a), condition(b))
    case .isNull(let a, let isCondition, let no):
      return (isCondition ? condition(a) == nil : number(a).isNull) != no
    case .among(let a, let all, let no):
      let any = all.reduce(Bool?.some(false)) { logic("or", $0, compare("=", number(a), number($1))) }
      return any.map { $0 != no }
    case .between(let a, let low, let high, let no):
      let both = logic(
        "and", compare(">=", number(a), number(low)), compare("<=", number(a), number(high)))
      return both.map { $0 != no }
    case .firstKnown(let parts): return parts.lazy.compactMap(condition).first
    case .move(let name, let a): return moved(name).flatMap { $0.condition(a) }
    default: return nil
    }
  }

  private func flag(_ item: Int) -> Bool? {
    guard case let value? = row?[FormulaItems.all[item].id] else { return nil }
    return value != 0
  }

  private func logic(_ sign: String, _ a: Bool?, _ b: Bool?) -> Bool? {
    let settling = sign == "or"
    if a == settling || b == settling { return settling }
    return a == nil || b == nil ? nil : !settling
  }

  private func compare(_ sign: String, _ a: Number, _ b: Number) -> Bool? {
    guard let order = a.bottom == nil && b.bottom == nil ? plainOrder(a, b) : order(a, b) else { return nil }
    return switch sign {
    case "=": order == 0
    case "<>": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    default: order >= 0
    }
  }

  private func plainOrder(_ a: Number, _ b: Number) -> Int? {
    let (x, y, _) = aligned(a.top, b.top)
    return x.flatMap { x in y.map { x < $0 ? -1 : x > $0 ? 1 : 0 } }
  }

  /// Two fractions in order: their whole parts, then what is left, upside down.
  private func order(_ a: Number, _ b: Number) -> Int? {
    guard let p = integers(a), let q = integers(b) else { return nil }
    return Self.order(p.0, p.1, q.0, q.1)
  }

  /// Numerator and denominator as integers; the denominator is positive.
  private func integers(_ number: Number) -> (Int128, Int128)? {
    guard let top = Self.lifted(number.top.value, number.bottom?.decimals ?? 0),
      let bottom = Self.lifted(number.bottom.map(\.value) ?? 1, number.top.decimals)
    else { return nil }
    return bottom < 0 ? (-top, -bottom) : (top, bottom)
  }

  private static func order(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Int {
    func floor(_ x: Int128, _ y: Int128) -> Int128 { x / y - (x % y < 0 ? 1 : 0) }
    let (p, q) = (floor(a, b), floor(c, d))
    guard p == q else { return p < q ? -1 : 1 }
    let (r, s) = (a - p * b, c - q * d)
    if r == 0 || s == 0 { return r == s ? 0 : r == 0 ? -1 : 1 }
    return order(d, s, b, r)
  }
}

extension Tree {
  /// Whether it is yes or no, as far as a comparison has such sides.
  package var isCondition: Bool {
    switch self {
    case .flag, .truth, .compare, .logic, .not, .isNull, .among, .between, .firstKnown: true
    case .move(_, let a): a.isCondition
    case .number, .day, .answer, .item, .minus, .sign, .call, .age, .below: false
    }
  }
}
