public import Model

/// A comparison that should hold and does not: "新建数 12 > 总数 10".
public struct FormulaViolation: Hashable, Sendable, CustomStringConvertible {
  /// One side of it.
  public struct Side: Hashable, Sendable, CustomStringConvertible {
    /// What is written, with labels.
    public let text: String
    /// Its exact value, a quotient rounded; `nil` where the text is the value.
    public let value: String?

    /// `新建数 12`.
    public var description: String { value.map { "\(text) \($0)" } ?? text }
  }

  /// The left side.
  public let left: Side
  /// What does hold between the two, such as `>` where the rule has `<=`.
  public let relation: String
  /// The right side.
  public let right: Side

  /// `新建数 12 > 总数 10`.
  public var description: String { "\(left) \(relation) \(right)" }
}

extension Formula {
  /// The comparisons because of which a condition is no for a unit: at the root, or below `and`, `or` and `not`,
  /// in the order in which they are written. Empty where it is yes or unknown, and where what fails is no
  /// comparison of two sides (a flag, `in`, `is null`): ``explain(unit:_:_:)`` says more.
  public func violations(unit: Int, _ input: FormulaInput, _ language: Language = .zh) -> [FormulaViolation] {
    violations(units: [unit], input, language).first ?? []
  }

  /// The same for several units: the formula is evaluated once.
  public func violations(
    units: [Int], _ input: FormulaInput, _ language: Language = .zh
  ) -> [[FormulaViolation]] {
    guard type == .truth else { return units.map { _ in [] } }
    let clauses = clauses()
    let steps = clauses.flatMap { clause in
      [clause.step] + [clause.left, clause.right].compactMap { $0.flatMap { program.nodes[$0]?.step } }
    }
    let seen = observe(steps, units, input)
    return units.indices.map { position in
      failing(clauses) { seen[$0].flatMap { $0[position] } }
        .compactMap { violation($0, language) { seen[$0].flatMap { $0[position] } } }
    }
  }

  /// A condition under `and`, `or` and `not`, with what it should be.
  private struct Clause {
    var step: Int
    var shouldHold: Bool
    /// Its place among the clauses.
    var above: Int?
    var sign: Comparison?
    var left: Int?
    var right: Int?
    var start = 0
  }

  /// All conditions that decide, each after the one that it is in.
  private func clauses() -> [Clause] {
    var clauses: [Clause] = []
    var rest: [(node: Int, shouldHold: Bool, above: Int?)] = [(syntax.nodes.count - 1, true, nil)]
    while let (node, shouldHold, above) = rest.popLast() {
      guard let (step, _) = program.nodes[node] else { continue }
      let start = syntax.nodes[node].extent.start
      var clause = Clause(step: step, shouldHold: shouldHold, above: above, start: start)
      switch syntax.nodes[node].kind {
      case .not(let part): rest.append((part, !shouldHold, clauses.count))
      case .logic(_, let left, let right):
        rest += [(left, shouldHold, clauses.count), (right, shouldHold, clauses.count)]
      case .compare(let sign, let left, let right):
        (clause.sign, clause.left, clause.right) = (sign, left, right)
      default: break
      }
      clauses.append(clause)
      clauses += ends(of: node, clause, at: clauses.count - 1)
    }
    return clauses
  }

  /// The two comparisons that a `between` is.
  private func ends(of node: Int, _ whole: Clause, at position: Int) -> [Clause] {
    guard case .between(let left, let low, let high, let negated) = syntax.nodes[node].kind else { return [] }
    var step = program.steps[whole.step]
    if case .not(let inner) = step { step = program.steps[inner] }
    guard case .logic(_, let above, let below) = step else { return [] }
    let ends = [(above, Comparison.greaterOrEqual, low), (below, .lessOrEqual, high)]
    return ends.map { step, sign, right in
      Clause(
        step: step, shouldHold: whole.shouldHold != negated, above: position, sign: sign, left: left,
        right: right, start: whole.start)
    }
  }

  /// The comparisons that are not as they should be, within conditions that are not.
  private func failing(_ clauses: [Clause], _ value: (Int) -> Int64?) -> [Clause] {
    var fails: [Bool] = []
    for clause in clauses {
      let isAsked = clause.above.map { fails[$0] } ?? true
      fails.append(isAsked && value(clause.step) == (clause.shouldHold ? 0 : 1))
    }
    return zip(clauses, fails).filter { $0.1 && $0.0.sign != nil }.map(\.0)
      .sorted { ($0.start, $0.right ?? 0) < ($1.start, $1.right ?? 0) }
  }

  private func violation(
    _ clause: Clause, _ language: Language, _ value: (Int) -> Int64?
  ) -> FormulaViolation? {
    guard let sign = clause.sign, let left = clause.left, let right = clause.right else { return nil }
    let sides = [left, right].map { node in
      FormulaViolation.Side(
        text: text(of: node, language),
        value: isLiteral(node)
          ? nil
          : program.nodes[node].flatMap { step, type in
            value(step).map { shown($0, node, type, language) }
          })
    }
    let relation = clause.shouldHold ? sign.opposite : sign
    return FormulaViolation(left: sides[0], relation: relation.rawValue, right: sides[1])
  }

  private func isLiteral(_ node: Int) -> Bool {
    switch syntax.nodes[node].kind {
    case .number, .text, .truth: true
    default: false
    }
  }
}
