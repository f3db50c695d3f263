public import Model

/// What a clerk needs to see why a rule does or does not hold.
extension Formula {
  /// Something that a formula looks at, and its value for a unit; `nil` where it is null.
  public typealias Term = (text: String, value: String?)

  /// What the formula looks at, each once, in the order in which it is written, with its exact value for a
  /// unit: items by their labels, and what `prior()`, `parent()`, `children()` and `children_count()` give.
  public func explain(unit: Int, _ input: FormulaInput, _ language: Language = .zh) -> [Term] {
    explain(units: [unit], input, language).first ?? []
  }

  /// The same for several units: the formula is evaluated once.
  public func explain(units: [Int], _ input: FormulaInput, _ language: Language = .zh) -> [[Term]] {
    let nodes = distinct(terms(of: syntax.nodes.count - 1), language)
    let steps = nodes.compactMap { program.nodes[$0.node]?.step }
    let seen = observe(steps, units, input)
    return units.indices.map { position in
      nodes.map { node, text in
        guard let (step, type) = program.nodes[node] else { return (text, nil) }
        return (text, seen[step]?[position].map { shown($0, node, type, language) })
      }
    }
  }

  private func distinct(_ nodes: [Int], _ language: Language) -> [(node: Int, text: String)] {
    var known: Set<String> = []
    return nodes.map { ($0, text(of: $0, language)) }.filter { known.insert($0.1).inserted }
  }

  /// The values of some steps for some units; yes and no as 1 and 0.
  func observe(_ steps: [Int], _ units: [Int], _ input: FormulaInput) -> [Int: [Int64?]] {
    let wanted = Set(steps)
    var seen: [Int: [Int64?]] = [:]
    var evaluator = Evaluator(program, input)
    _ = evaluator.run(program.schedule(for: steps)) { step, result in
      guard wanted.contains(step) else { return }
      switch result {
      case .numbers(let numbers): seen[step] = units.map { numbers[$0] }
      case .truths(let truths):
        seen[step] = units.map { truths[$0] == .unknown ? nil : truths[$0] == .yes ? 1 : 0 }
      case .none: break
      }
    }
    return seen
  }

  /// A value as it is written.
  func shown(_ value: Int64, _ node: Int, _ type: FormulaType, _ language: Language) -> String {
    switch type {
    case .number(let decimals):
      let text = Quotient.text(value, decimals: decimals)
      guard decimals > 0, !isAsWritten(node) else { return text }
      // What was computed has decimals that nobody wrote.
      let zeros = text.reversed().prefix { $0 == "0" }.count
      let short = text.dropLast(zeros)
      return String(short.last == "." ? short.dropLast() : short)
    case .truth: return value == 0 ? language.pick("否", "no") : language.pick("是", "yes")
    case .choice(let choices):
      return choices.indices.contains(Int(value)) ? choices[Int(value)].label : String(value)
    case .date: return Day(number: Int(value)).description
    case .text: return language.pick("已填", "filled in")
    }
  }

  /// Whether a node is a value as it was sent in.
  private func isAsWritten(_ node: Int) -> Bool {
    if case .name = syntax.nodes[node].kind { true } else { false }
  }
}
