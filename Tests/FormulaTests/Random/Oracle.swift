import Model

@testable import Formula

/// An interpreter that is as plain as can be: one unit, one tree at a time.
struct Oracle {
  /// A number, which may be a fraction; its parts are integers with decimals. What does not fit into 64 bits is
  /// null.
  struct Number {
    struct Part {
      var value: Int128?
      var decimals: Int
    }
    var top: Part
    var bottom: Part?

    var isNull: Bool { top.value == nil || bottom != nil && bottom?.value == nil }
  }

  let world: World
  var unit: Int
  var isPrior = false

  var row: World.Row? { isPrior ? world.prior?[unit] : world.now[unit] }

  private func at(_ unit: Int) -> Oracle { Oracle(world: world, unit: unit, isPrior: isPrior) }

  /// Where `prior` or `parent` looks; `nil` where there is nothing.
  func moved(_ name: String) -> Oracle? {
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

  func number(_ tree: Tree) -> Number {
    switch tree {
    case .number(let value, let decimals): return plain(Int128(value), decimals)
    case .day(let value): return plain(Int128(value), 0)
    case .answer(let value): return plain(Int128(value), 0)
    case .item(let item):
      let item = Fixture.items[item]
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
    default: return plain(nil, 0)
    }
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

  func aligned(_ a: Number.Part, _ b: Number.Part) -> (Int128?, Int128?, Int) {
    let most = max(a.decimals, b.decimals)
    return (fit(Self.lifted(a.value, most - a.decimals)), fit(Self.lifted(b.value, most - b.decimals)), most)
  }

  static func lifted(_ value: Int128?, _ decimals: Int) -> Int128? {
    guard let value else { return nil }
    return (0..<decimals).reduce(value) { value, _ in value &* 10 }
  }

  /// To six decimals: twice the quotient and one, halved.
  func rounded(_ number: Number) -> Number {
    guard let bottom = number.bottom else { return number }
    let top = Self.lifted(number.top.value, 6 + bottom.decimals)
    guard let top, let bottom = Self.lifted(bottom.value, number.top.decimals) else { return plain(nil, 6) }
    let nearest = (2 * top.magnitude + bottom.magnitude) / (2 * bottom.magnitude)
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
