internal import Model

/// Runs a program over columns, a whole column a step.
struct Evaluator {
  /// The result of a step.
  private enum Result {
    case numbers([Int64?])
    case truths([Truth])
    case none
  }

  private let columns: [ItemColumn]
  private let count: Int
  private var results: [Result] = []
  private var overflows = 0

  init(columns: [ItemColumn], count: Int) {
    self.columns = columns
    self.count = count
  }

  mutating func run(_ program: Program) -> Evaluated {
    var lastUse = Array(program.steps.indices)
    for (index, step) in program.steps.enumerated() { for need in step.needs { lastUse[need] = index } }
    for (index, step) in program.steps.enumerated() {
      results.append(result(of: step))
      // A column is freed once nothing needs it: memory follows the depth, not the length, of the formula.
      for need in step.needs where lastUse[need] == index { results[need] = .none }
    }
    guard let last = results.indices.last else {
      return Evaluated(truths: [], values: [], overflows: 0)
    }
    if case .truths(let truths) = results[last] {
      return Evaluated(truths: truths, values: [], overflows: overflows)
    }
    return Evaluated(truths: [], values: numbers(last), overflows: overflows)
  }

  private func numbers(_ step: Int) -> [Int64?] {
    if case .numbers(let numbers) = results[step] { numbers } else { [] }
  }

  private func truths(_ step: Int) -> [Truth] {
    if case .truths(let truths) = results[step] { truths } else { [] }
  }

  private mutating func result(of step: Program.Step) -> Result {
    switch step {
    case .column(let item): return .numbers(values(of: item))
    case .flag(let item): return .truths(flags(of: item))
    case .number(let number): return .numbers(Array(repeating: number, count: count))
    case .truth(let truth): return .truths(Array(repeating: truth ? .yes : .no, count: count))
    case .negate(let part): return .numbers(negated(part))
    case .arithmetic(let sign, let a, let b): return .numbers(arithmetic(sign, a, b))
    case .compare(let sign, let a, let b): return .truths(compared(sign, a, b))
    case .same(let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.same))
    case .not(let part): return .truths(truths(part).map(\.negated))
    case .logic(.and, let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.both))
    case .logic(.or, let a, let b): return .truths(zip(truths(a), truths(b)).map(Truth.either))
    case .isNull(let part): return .truths(nulls(part))
    }
  }

  private func values(of item: Int) -> [Int64?] {
    let column = columns[item]
    return (0..<count).map { column.states[$0] == .value ? column.values[$0] : nil }
  }

  private func flags(of item: Int) -> [Truth] {
    let column = columns[item]
    return (0..<count).map {
      column.states[$0] != .value ? .unknown : column.values[$0] == 0 ? .no : .yes
    }
  }

  private func nulls(_ step: Int) -> [Truth] {
    if case .truths(let truths) = results[step] { return truths.map { $0 == .unknown ? .yes : .no } }
    return numbers(step).map { $0 == nil ? .yes : .no }
  }

  private mutating func negated(_ step: Int) -> [Int64?] {
    numbers(step).map { number in
      guard let number else { return nil }
      return checked(Int64(0).subtractingReportingOverflow(number))
    }
  }

  private mutating func arithmetic(
    _ sign: Arithmetic, _ left: Program.Scaled, _ right: Program.Scaled
  ) -> [Int64?] {
    let (a, b) = (scaled(left), scaled(right))
    return zip(a, b).map { x, y in
      guard let x, let y else { return nil }
      return switch sign {
      case .plus: checked(x.addingReportingOverflow(y))
      case .minus: checked(x.subtractingReportingOverflow(y))
      case .times: checked(x.multipliedReportingOverflow(by: y))
      }
    }
  }

  private mutating func compared(
    _ sign: Comparison, _ left: Program.Scaled, _ right: Program.Scaled
  ) -> [Truth] {
    let (a, b) = (scaled(left), scaled(right))
    return zip(a, b).map { x, y in
      guard let x, let y else { return .unknown }
      return sign.holds(x, y) ? .yes : .no
    }
  }

  private mutating func scaled(_ number: Program.Scaled) -> [Int64?] {
    let values = numbers(number.step)
    guard number.factor != 1 else { return values }
    return values.map { value in
      guard let value else { return nil }
      return checked(value.multipliedReportingOverflow(by: number.factor))
    }
  }

  private mutating func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
    guard result.overflow else { return result.partialValue }
    overflows += 1
    return nil
  }
}

extension Truth {
  /// No if either is no, else unknown if either is unknown.
  static func both(_ a: Truth, _ b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }

  /// Yes if either is yes, else unknown if either is unknown.
  static func either(_ a: Truth, _ b: Truth) -> Truth {
    if a == .yes || b == .yes { return .yes }
    return a == .no && b == .no ? .no : .unknown
  }

  /// Unknown if either is unknown.
  static func same(_ a: Truth, _ b: Truth) -> Truth {
    if a == .unknown || b == .unknown { return .unknown }
    return a == b ? .yes : .no
  }

  /// Unknown stays unknown.
  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}
