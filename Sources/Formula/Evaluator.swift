internal import Model

/// Runs a program over columns, a whole column a step.
struct Evaluator {
  /// The result of a step.
  enum Result {
    case numbers([Int64?])
    case truths([Truth])
    case none
  }

  let input: FormulaInput
  let count: Int
  var overflows = 0
  private let program: Program
  private var results: [Result]

  init(_ program: Program, _ input: FormulaInput) {
    self.program = program
    self.input = input
    count = input.count
    results = Array(repeating: .none, count: program.steps.count)
  }

  /// The result of the last step of `order`, a schedule. `watch` sees each result while it is there.
  mutating func run(_ order: [Int], watch: (Int, Result) -> Void = { _, _ in }) -> Result {
    guard let last = order.last else { return .none }
    var lastUse = [Int](repeating: 0, count: program.steps.count)
    for (time, step) in order.enumerated() { for need in program.steps[step].needs { lastUse[need] = time } }
    for (time, step) in order.enumerated() {
      results[step] = result(of: program.steps[step])
      watch(step, results[step])
      // A column is freed once nothing needs it: memory follows the depth, not the length, of the formula.
      for need in program.steps[step].needs where lastUse[need] == time { results[need] = .none }
    }
    let result = results[last]
    results[last] = .none
    return result
  }

  func numbers(_ step: Int) -> [Int64?] {
    if case .numbers(let numbers) = results[step] { numbers } else { [] }
  }

  func truths(_ step: Int) -> [Truth] {
    if case .truths(let truths) = results[step] { truths } else { [] }
  }

  private mutating func result(of step: Program.Step) -> Result {
    switch step {
    case .column(let item, let isPrior): return .numbers(values(of: item, isPrior))
    case .flag(let item, let isPrior): return .truths(flags(of: item, isPrior))
    case .number(let number): return .numbers(Array(repeating: number, count: count))
    case .truth(let truth): return .truths(Array(repeating: truth ? .yes : .no, count: count))
    case .compare(let sign, let a, let b): return .truths(compared(sign, a, b))
    case .cross(let sign, let a, let b): return .truths(crossed(sign, a, b))
    case .same(let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.same))
    case .not(let part): return .truths(truths(part).map(\.negated))
    case .logic(.and, let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.both))
    case .logic(.or, let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.either))
    case .firstKnownTruth(let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.firstKnown))
    case .isNull(let part): return .truths(isKnown(part).map { $0 ? .no : .yes })
    case .prior(let part): return input.prior == nil ? unknown(like: part) : results[part]
    case .parent(let part): return above(part)
    case .children(let part): return .numbers(sumBelow(part))
    case .childrenCount(let part): return .numbers(knownBelow(part))
    case .negate, .absolute, .age, .arithmetic, .nonZero, .rounded, .extreme, .firstKnown:
      return .numbers(calculated(step))
    }
  }

  private func values(of item: Int, _ isPrior: Bool) -> [Int64?] {
    guard let column = (isPrior ? input.prior : input.columns)?[item] else {
      return Array(repeating: nil, count: count)
    }
    return (0..<count).map { column.states[$0] == .value ? column.values[$0] : nil }
  }

  private func flags(of item: Int, _ isPrior: Bool) -> [Truth] {
    guard let column = (isPrior ? input.prior : input.columns)?[item] else {
      return Array(repeating: .unknown, count: count)
    }
    return (0..<count).map {
      column.states[$0] != .value ? .unknown : column.values[$0] == 0 ? .no : .yes
    }
  }

  /// Nothing for any unit, of the type of that step.
  func unknown(like step: Int) -> Result {
    if case .truths = results[step] { return .truths(Array(repeating: .unknown, count: count)) }
    return .numbers(Array(repeating: nil, count: count))
  }

  /// Where a step has a value.
  func isKnown(_ step: Int) -> [Bool] {
    if case .truths(let truths) = results[step] { return truths.map { $0 != .unknown } }
    return numbers(step).map { $0 != nil }
  }
}
