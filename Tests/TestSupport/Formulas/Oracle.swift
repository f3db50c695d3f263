import Model

/// An interpreter that is as plain as can be: one unit, one tree at a time.
package struct Oracle {
  /// A number, which may be a fraction; its parts are integers with decimals. What does not fit into 64 bits is
  /// null.
  package struct Number {
    package struct Part {
      package var value: Int128?
      package var decimals: Int
    }
    package var top: Part
    package var bottom: Part?

    package var isNull: Bool { top.value == nil || bottom != nil && bottom?.value == nil }
  }

  package let world: World
  package var unit: Int
  package var isPrior = false

  package init(world: World, unit: Int, isPrior: Bool = false) {
    (self.world, self.unit, self.isPrior) = (world, unit, isPrior)
  }

  package var row: World.Row? { isPrior ? world.prior?[unit] : world.now[unit] }

  private func at(_ unit: Int) -> Oracle { Oracle(world: world, unit: unit, isPrior: isPrior) }

  /// Where `prior` or `parent` looks; `nil` where there is nothing.
  package func moved(_ name: String) -> Oracle? {
    if name == "prior" {
      return world.prior == nil ? nil : Oracle(world: world, unit: unit, isPrior: true)
    }
    guard !world.parent.isEmpty, world.parent[unit] >= 0 else { return nil }
    return at(Int(world.parent[unit]))
  }

  private var below: [Oracle]? {
    guard !world.parent.isEmpty else { return nil }
    return world.now.indices.filter { Int(world.parent[$0]) == unit }.map(at)
  }

  // MARK: Numbers

  package func number(_ tree: Tree) -> Number {
    switch tree {
    case .number(let value, let decimals): return plain(Int128(value), decimals)
    case .day(let value): return plain(Int128(value), 0)
    case .answer(let value): return plain(Int128(value), 0)
    case .item(let item):
      let item = FormulaItems.all[item]
      return plain((row?[item.id]).map { Int128($0) }, item.type.decimals ?? 0)
    case .minus(let a):
      var number = number(a)
      number.top.value = fit(number.top.value.map { -$0 })
      return number
    case .sign(let sign, let left, let right): return arithmetic(sign, number(left), number(right))
    case .call(let name, let parts): return call(name, parts.map(number))
    case .move(let name, let a):
      if let moved = moved(name) { return moved.number(a) }
      var number = number(a)
      number.top.value = nil
      return number
    case .below(let name, let a, let isCondition): return below(name, a, isCondition)
    case .age(let a): return plain(age(number(a).top.value), 0)
    default: return plain(nil, 0)
    }
  }

  /// Whole years up to the month, counted one by one; of who is born after it none.
  private func age(_ day: Int128?) -> Int128? {
    guard let day, let month = isPrior ? world.month?.previous : world.month, abs(day) < 5_000_000 else {
      return nil
    }
    let born = Day(number: Int(day)).parts
    if (born.year, born.month) > (month.year, month.number) { return nil }
    return Int128(month.year - born.year - (born.month > month.number ? 1 : 0))
  }

  private func plain(_ value: Int128?, _ decimals: Int) -> Number {
    Number(top: Number.Part(value: fit(value), decimals: decimals))
  }

  private func fit(_ value: Int128?) -> Int128? {
    value.flatMap { Int64(exactly: $0) }.map { Int128($0) }
  }

  private func product(_ a: Number.Part?, _ b: Number.Part?) -> Number.Part? {
    guard let a, let b else { return a ?? b }
    let value = a.value.flatMap { x in b.value.map { x * $0 } }
    return Number.Part(value: fit(value), decimals: a.decimals + b.decimals)
  }

  private func arithmetic(_ sign: String, _ a: Number, _ b: Number) -> Number {
    switch sign {
    case "*": return Number(top: product(a.top, b.top) ?? a.top, bottom: product(a.bottom, b.bottom))
    case "/":
      var divisor = b.top
      if divisor.value == 0 { divisor.value = nil }
      return Number(top: product(a.top, b.bottom) ?? a.top, bottom: product(a.bottom, divisor))
    default:
      guard a.bottom == nil || b.bottom == nil else { return arithmetic(sign, rounded(a), rounded(b)) }
      let (x, y) = (product(a.top, b.bottom) ?? a.top, product(b.top, a.bottom) ?? b.top)
      let (p, q, decimals) = aligned(x, y)
      let sum = p.flatMap { p in q.map { sign == "+" ? p + $0 : p - $0 } }
      return Number(top: Number.Part(value: fit(sum), decimals: decimals), bottom: a.bottom ?? b.bottom)
    }
  }

  package func aligned(_ a: Number.Part, _ b: Number.Part) -> (Int128?, Int128?, Int) {
    let most = max(a.decimals, b.decimals)
    return (fit(Self.lifted(a.value, most - a.decimals)), fit(Self.lifted(b.value, most - b.decimals)), most)
  }

  package static func lifted(_ value: Int128?, _ decimals: Int) -> Int128? {
    guard let value else { return nil }
    return (0..<decimals).reduce(Int128?.some(value)) { value, _ in
      value.flatMap { value in
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        return overflow ? nil : product
      }
    }
  }

  /// To six decimals; what is 128 bits long when it is divided is null.
  package func rounded(_ number: Number) -> Number {
    guard let bottom = number.bottom else { return number }
    let more = 6 + bottom.decimals - number.top.decimals
    let top = Self.lifted(number.top.value, max(0, more))
    guard let top, let bottom = Self.lifted(bottom.value, max(0, -more)) else { return plain(nil, 6) }
    let half = UInt128(bottom.magnitude / 2 + bottom.magnitude % 2)
    let (quotient, rest) = top.magnitude.quotientAndRemainder(dividingBy: bottom.magnitude)
    let nearest = quotient + (rest >= half ? 1 : 0)
    guard nearest <= UInt128(Int64.max) else { return plain(nil, 6) }
    return plain((top < 0) == (bottom < 0) ? Int128(nearest) : -Int128(nearest), 6)
  }

  private func call(_ name: String, _ numbers: [Number]) -> Number {
    if name == "abs" {
      let (top, bottom) = (numbers[0].top, numbers[0].bottom)
      return Number(top: size(top), bottom: bottom.map(size))
    }
    return numbers.dropFirst().map(rounded).reduce(rounded(numbers[0])) { a, b in
      let (x, y, decimals) = aligned(a.top, b.top)
      if name == "coalesce" { return plain(a.isNull ? y : x, decimals) }
      guard let x, let y else { return plain(nil, decimals) }
      return plain(name == "min" ? min(x, y) : max(x, y), decimals)
    }
  }

  private func size(_ part: Number.Part) -> Number.Part {
    Number.Part(value: fit(part.value.map { abs($0) }), decimals: part.decimals)
  }

  private func below(_ name: String, _ tree: Tree, _ isCondition: Bool) -> Number {
    if isCondition {
      let truths = below?.compactMap { $0.condition(tree) }
      if name == "children_count" { return plain(truths.map { Int128($0.count) }, 0) }
      guard let truths, !truths.isEmpty else { return plain(nil, 0) }
      return plain(Int128(truths.filter { $0 }.count), 0)
    }
    let values = below?.compactMap { $0.rounded($0.number(tree)).top.value }
    if name == "children_count" { return plain(values.map { Int128($0.count) }, 0) }
    let decimals = rounded(number(tree)).top.decimals
    guard let values, !values.isEmpty else { return plain(nil, decimals) }
    return plain(values.reduce(0, +), decimals)
  }
}
