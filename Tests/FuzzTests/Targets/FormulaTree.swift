import Model
import TestSupport

@testable import Formula

/// A formula that was read, as the tree that the plain interpreter takes.
struct FormulaTree {
  let formula: Formula

  init(_ formula: Formula) { self.formula = formula }

  /// A node as a tree; `nil` where it is a text, which means nothing by itself.
  func tree(_ node: Int) -> Tree? {
    switch formula.syntax.nodes[node].kind {
    case .number(let value, let decimals): return .number(value, decimals)
    case .truth(let truth): return .truth(truth)
    case .text: return nil
    case .name(let name): return item(name)
    case .negate(let a): return tree(a).map { .minus($0) }
    case .not(let a): return tree(a).map { .not($0) }
    case .arithmetic(let sign, let a, let b): return pair(a, b) { .sign(sign.rawValue, $0, $1) }
    case .logic(let sign, let a, let b): return pair(a, b) { .logic(sign.rawValue, $0, $1) }
    case .compare(let sign, let a, let b): return compare(sign.rawValue, a, b)
    case .isNull(let a, let negated):
      return tree(a).map { .isNull($0, isCondition: isCondition(a), negated: negated) }
    case .among(let a, let members, let negated):
      let all = members.compactMap { compare("=", a, $0) }
      guard let first = all.first, all.count == members.count else { return nil }
      return not(all.dropFirst().reduce(first) { .logic("or", $0, $1) }, if: negated)
    case .between(let a, let low, let high, let negated):
      guard let above = compare(">=", a, low), let below = compare("<=", a, high) else { return nil }
      return not(.logic("and", above, below), if: negated)
    case .call(let function, let arguments): return call(function, arguments, node)
    }
  }

  private func call(_ function: Function, _ arguments: [Int], _ node: Int) -> Tree? {
    let model = arguments.first { type($0) != nil }
    let parts = arguments.compactMap { side($0, beside: model ?? $0) }
    guard let first = parts.first, parts.count == arguments.count else { return nil }
    switch function {
    case .coalesce where isCondition(node): return .firstKnown(parts)
    case .coalesce, .min, .max, .abs: return .call(function.rawValue, parts)
    case .age: return .age(first)
    case .prior, .parent: return .move(function.rawValue, first)
    case .children, .childrenCount: return .below(function.rawValue, first, isCondition(arguments[0]))
    }
  }

  private func item(_ name: String) -> Tree? {
    guard case .success(let item) = formula.names.find(name) else { return nil }
    return formula.names.items[item].type == .flag ? .flag(item) : .item(item)
  }

  private func compare(_ sign: String, _ a: Int, _ b: Int) -> Tree? {
    guard let left = side(a, beside: b), let right = side(b, beside: a) else { return nil }
    return .compare(sign, left, right)
  }

  /// A text takes its meaning from what it stands beside.
  private func side(_ node: Int, beside other: Int) -> Tree? {
    guard case .text(let text) = formula.syntax.nodes[node].kind else { return tree(node) }
    switch type(other) {
    case .date: return Day(text).map { .day(Int64($0.number)) }
    case .choice(let choices): return ItemNames.answer(text, among: choices).map { .answer($0) }
    default: return nil
    }
  }

  private func pair(_ a: Int, _ b: Int, _ make: (Tree, Tree) -> Tree) -> Tree? {
    tree(a).flatMap { left in tree(b).map { make(left, $0) } }
  }

  private func not(_ tree: Tree, if negated: Bool) -> Tree { negated ? .not(tree) : tree }

  private func type(_ node: Int) -> FormulaType? { formula.program.nodes[node]?.type }

  private func isCondition(_ node: Int) -> Bool { type(node) == .truth }
}
