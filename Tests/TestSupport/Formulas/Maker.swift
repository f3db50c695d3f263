/// Makes random formulas that are right.
package struct Maker {
  package var random: SplitMix64
  /// `prior` does not stand in `prior`.
  private var isPrior = false

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  package mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }

  package mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  package mutating func coin() -> Bool { Bool.random(using: &random) }

  package mutating func number(_ depth: Int) -> Tree {
    switch depth == 0 ? below(3) : below(14) {
    case 0: return .number(Int64(below(301)), below(3))
    case 1, 2: return .item(pick([2, 3]))
    case 3: return .minus(number(depth - 1))
    case 4: return .call("abs", [number(depth - 1)])
    case 5: return .call(pick(["coalesce", "min", "max"]), some { $0.number(depth - 1) })
    case 6: return moved { $0.number(depth - 1) }
    case 13: return .age(date(depth - 1))
    case 7:
      return coin()
        ? .below("children", number(depth - 1), false) : .below("children", condition(depth - 1), true)
    case 8:
      return coin()
        ? .below("children_count", number(depth - 1), false)
        : .below("children_count", condition(depth - 1), true)
    default: return .sign(pick(["+", "-", "*", "/", "/"]), number(depth - 1), number(depth - 1))
    }
  }

  package mutating func condition(_ depth: Int) -> Tree {
    guard depth > 0 else { return coin() ? .flag(pick([0, 1])) : .truth(coin()) }
    switch below(13) {
    case 0: return .not(condition(depth - 1))
    case 1:
      return coin()
        ? .isNull(number(depth - 1), isCondition: false, negated: coin())
        : .isNull(condition(depth - 1), isCondition: true, negated: coin())
    case 2: return .among(number(1), [number(1), number(0), number(1)], coin())
    case 3: return .between(number(1), number(1), number(1), coin())
    case 4: return moved { $0.condition(depth - 1) }
    case 5: return .firstKnown(some { $0.condition(depth - 1) })
    case 6: return .compare(pick(["=", "<>"]), condition(depth - 1), condition(depth - 1))
    case 7: return .compare(pick(Self.signs), date(depth - 1), coin() ? date(depth - 1) : day())
    case 8: return .compare(pick(["=", "<>"]), choice(depth - 1), .answer(below(2)))
    case 9, 10: return .compare(pick(Self.signs), number(depth - 1), number(depth - 1))
    default: return .logic(pick(["and", "or"]), condition(depth - 1), condition(depth - 1))
    }
  }

  package static let signs = ["=", "<>", "<", "<=", ">", ">="]

  private mutating func day() -> Tree { .day(Int64(16_950 + below(60))) }

  private mutating func date(_ depth: Int) -> Tree {
    guard depth > 0, below(3) > 0 else { return .item(5) }
    if coin() { return moved { $0.date(depth - 1) } }
    return .call(pick(["coalesce", "min", "max"]), [date(depth - 1), coin() ? day() : date(depth - 1)])
  }

  private mutating func choice(_ depth: Int) -> Tree {
    guard depth > 0, below(3) > 0 else { return .item(4) }
    if coin() { return moved { $0.choice(depth - 1) } }
    return .call("coalesce", [.answer(below(2)), choice(depth - 1)])
  }

  private mutating func some(_ make: (inout Maker) -> Tree) -> [Tree] {
    (0..<2 + below(2)).map { _ in make(&self) }
  }

  private mutating func moved(_ make: (inout Maker) -> Tree) -> Tree {
    guard !isPrior, coin() else { return .move("parent", make(&self)) }
    isPrior = true
    defer { isPrior = false }
    return .move("prior", make(&self))
  }
}
