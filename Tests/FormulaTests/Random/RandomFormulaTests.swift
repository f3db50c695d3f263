import Model
import Testing
import TestSupport

@testable import Formula

/// Random formulas against an interpreter that is as plain as can be: one row, one tree, no alignment tricks.
@Suite struct RandomFormulaTests {
  /// A decimal, exact in 128 bits.
  struct Decimal { var value: Int128, decimals: Int }

  indirect enum Tree {
    case number(Int64, Int)
    case item(Int)
    case sign(String, Tree, Tree)
    case minus(Tree)
    case flag(Int)
    case truth(Bool)
    case compare(String, Tree, Tree)
    case logic(String, Tree, Tree)
    case not(Tree)
    case isNull(Tree, Bool)
    case among(Tree, [Tree], Bool)
    case between(Tree, Tree, Tree, Bool)
  }

  struct Maker {
    var random: SplitMix64

    mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &random)] }

    mutating func number(_ depth: Int) -> Tree {
      switch depth == 0 ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<7, using: &random) {
      case 0: return .number(Int64.random(in: 0...300, using: &random), Int.random(in: 0...2, using: &random))
      case 1, 2: return .item(pick([2, 3]))
      case 3: return .minus(number(depth - 1))
      default: return .sign(pick(["+", "-", "*"]), number(depth - 1), number(depth - 1))
      }
    }

    mutating func condition(_ depth: Int) -> Tree {
      guard depth > 0 else {
        return Bool.random(using: &random) ? .flag(pick([0, 1])) : .truth(pick([true, false]))
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return .not(condition(depth - 1))
      case 1:
        return .isNull(pick([true, false]) ? number(depth - 1) : condition(depth - 1), pick([true, false]))
      case 2: return .among(number(1), [number(1), number(0), number(1)], pick([true, false]))
      case 3: return .between(number(1), number(1), number(1), pick([true, false]))
      case 4, 5:
        return .compare(pick(["=", "<>", "<", "<=", ">", ">="]), number(depth - 1), number(depth - 1))
      default: return .logic(pick(["and", "or"]), condition(depth - 1), condition(depth - 1))
      }
    }
  }

  static func text(_ tree: Tree) -> String {
    switch tree {
    case .number(let value, let decimals): Quotient.text(value, decimals: decimals)
    case .item(let item), .flag(let item): Fixture.items[item].id
    case .truth(let truth): String(truth)
    case .minus(let a): "(-\(text(a)))"
    case .not(let a): "(not \(text(a)))"
    case .sign(let s, let a, let b), .compare(let s, let a, let b), .logic(let s, let a, let b):
      "(\(text(a)) \(s) \(text(b)))"
    case .isNull(let a, let no): "(\(text(a)) is \(no ? "not " : "")null)"
    case .among(let a, let all, let no):
      "(\(text(a)) \(no ? "not " : "")in (\(all.map(text).joined(separator: ", "))))"
    case .between(let a, let low, let high, let no):
      "(\(text(a)) \(no ? "not " : "")between \(text(low)) and \(text(high)))"
    }
  }

  static func number(_ tree: Tree, _ row: [Int64?]) -> Decimal? {
    switch tree {
    case .number(let value, let decimals): return Decimal(value: Int128(value), decimals: decimals)
    case .item(let item):
      return row[item].map { Decimal(value: Int128($0), decimals: Fixture.items[item].type.decimals ?? 0) }
    case .minus(let a):
      return number(a, row).map { Decimal(value: -$0.value, decimals: $0.decimals) }
    case .sign(let sign, let left, let right):
      guard let a = number(left, row), let b = number(right, row) else { return nil }
      if sign == "*" { return Decimal(value: a.value * b.value, decimals: a.decimals + b.decimals) }
      let (x, y, decimals) = aligned(a, b)
      return Decimal(value: sign == "+" ? x + y : x - y, decimals: decimals)
    default: return nil
    }
  }

  static func aligned(_ a: Decimal, _ b: Decimal) -> (Int128, Int128, Int) {
    let most = max(a.decimals, b.decimals)
    func lifted(_ d: Decimal) -> Int128 { (d.decimals..<most).reduce(d.value) { value, _ in value * 10 } }
    return (lifted(a), lifted(b), most)
  }

  static func compare(_ sign: String, _ left: Tree, _ right: Tree, _ row: [Int64?]) -> Bool? {
    guard let a = number(left, row), let b = number(right, row) else { return nil }
    let (x, y, _) = aligned(a, b)
    return switch sign {
    case "=": x == y
    case "<>": x != y
    case "<": x < y
    case "<=": x <= y
    case ">": x > y
    default: x >= y
    }
  }

  static func logic(_ sign: String, _ a: Bool?, _ b: Bool?) -> Bool? {
    let settling = sign == "or"
    if a == settling || b == settling { return settling }
    return a == nil || b == nil ? nil : !settling
  }

  static func condition(_ tree: Tree, _ row: [Int64?]) -> Bool? {
    switch tree {
    case .flag(let item): return row[item].map { $0 != 0 }
    case .truth(let truth): return truth
    case .not(let a): return condition(a, row).map { !$0 }
    case .compare(let sign, let a, let b): return compare(sign, a, b, row)
    case .logic(let sign, let a, let b): return logic(sign, condition(a, row), condition(b, row))
    case .isNull(let a, let no):
      let known = condition(a, row) != nil || number(a, row) != nil
      return known == no
    case .among(let a, let all, let no):
      let any = all.reduce(Bool?.some(false)) { logic("or", $0, compare("=", a, $1, row)) }
      return any.map { $0 != no }
    case .between(let a, let low, let high, let no):
      let both = logic("and", compare(">=", a, low, row), compare("<=", a, high, row))
      return both.map { $0 != no }
    default: return nil
    }
  }

  @Test func agreesWithAPlainInterpreter() throws {
    var maker = Maker(random: SplitMix64(seed: 20160601))
    for _ in 0..<1500 {
      let tree = maker.condition(4)
      let source = Self.text(tree)
      let rows: [[String: Int64]] = (0..<8).map { _ in
        var row: [String: Int64] = [:]
        for item in Fixture.items[0..<4] where Int.random(in: 0..<4, using: &maker.random) > 0 {
          row[item.id] = Int64.random(in: 0...(item.type == .flag ? 1 : 300), using: &maker.random)
        }
        return row
      }
      let result = try Formula(condition: source, items: Fixture.items)
        .evaluate(columns: Fixture.columns(rows), count: rows.count)
      for (index, row) in rows.enumerated() {
        let values = Fixture.items.map { row[$0.id] }
        let expected = Self.condition(tree, values).map { $0 ? "y" : "n" } ?? "?"
        #expect(result.truths[index].mark == expected, "\(source) for \(row)")
      }
      #expect(result.overflows == 0)
    }
  }
}
