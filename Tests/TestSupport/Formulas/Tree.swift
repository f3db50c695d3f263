import Model

/// A formula that was made, not read. Days and answers are numbers here.
package indirect enum Tree {
  case number(Int64, Int)
  case day(Int64)
  case answer(Int)
  case item(Int)
  case minus(Tree)
  case sign(String, Tree, Tree)
  /// `abs`, `coalesce`, `min`, `max` of numbers.
  case call(String, [Tree])
  case age(Tree)
  /// `prior` and `parent`, of numbers or conditions.
  case move(String, Tree)
  /// `children` and `children_count`; whether it is of a condition.
  case below(String, Tree, Bool)
  case flag(Int)
  case truth(Bool)
  case compare(String, Tree, Tree)
  case logic(String, Tree, Tree)
  case not(Tree)
  case isNull(Tree, isCondition: Bool, negated: Bool)
  case among(Tree, [Tree], Bool)
  case between(Tree, Tree, Tree, Bool)
  case firstKnown([Tree])

  /// As it is written, with all its parentheses.
  package var text: String {
    switch self {
    case .number(let value, let decimals): Quotient.text(value, decimals: decimals)
    case .day(let number): "'\(Day(number: Int(number)))'"
    case .answer(let answer): "'\(FormulaItems.quality[answer].label)'"
    case .item(let item), .flag(let item): FormulaItems.all[item].id
    case .truth(let truth): String(truth)
    case .minus(let a): "(-\(a.text))"
    case .not(let a): "(not \(a.text))"
    case .sign(let s, let a, let b), .compare(let s, let a, let b), .logic(let s, let a, let b):
      "(\(a.text) \(s) \(b.text))"
    case .call(let name, let parts): "\(name)(\(Self.list(parts)))"
    case .age(let a): "age(\(a.text))"
    case .firstKnown(let parts): "coalesce(\(Self.list(parts)))"
    case .move(let name, let a), .below(let name, let a, _): "\(name)(\(a.text))"
    case .isNull(let a, _, let no): "(\(a.text) is \(no ? "not " : "")null)"
    case .among(let a, let all, let no): "(\(a.text) \(no ? "not " : "")in (\(Self.list(all))))"
    case .between(let a, let low, let high, let no):
      "(\(a.text) \(no ? "not " : "")between \(low.text) and \(high.text))"
    }
  }

  private static func list(_ trees: [Tree]) -> String { trees.map(\.text).joined(separator: ", ") }
}
