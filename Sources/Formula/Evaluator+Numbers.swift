internal import Model

/// Arithmetic and comparisons. What does not fit into 64 bits is null, and counted.
extension Evaluator {
  mutating func calculated(_ step: Program.Step) -> [Int64?] {
    switch step {
    case .negate(let part): return negated(part)
    case .absolute(let part): return absolute(part)
    case .age(let part, let isPrior): return ages(part, isPrior)
    case .arithmetic(let sign, let a, let b): return arithmetic(sign, a, b)
    case .nonZero(let part): return numbers(part).map { $0 == 0 ? nil : $0 }
    case .rounded(let fraction, let decimals): return rounded(fraction, decimals)
    case .extreme(let greatest, let a, let b):
      return zip(scaled(a), scaled(b)).map { x, y in
        guard let x, let y else { return nil }
        return greatest ? max(x, y) : min(x, y)
      }
    case .firstKnown(let a, let b): return firstKnown(a, b)
    default: return []
    }
  }

  private mutating func negated(_ step: Int) -> [Int64?] {
    numbers(step).map { number in
      guard let number else { return nil }
      return checked(Int64(0).subtractingReportingOverflow(number))
    }
  }

  private mutating func absolute(_ step: Int) -> [Int64?] {
    numbers(step).map { number in
      guard let number, number < 0 else { return number }
      return checked(Int64(0).subtractingReportingOverflow(number))
    }
  }

  /// Years completed by months: who is born in June is a year older in June, on whichever day. Who is born after the
  /// month has no age.
  private func ages(_ step: Int, _ isPrior: Bool) -> [Int64?] {
    guard let month = isPrior ? input.month?.previous : input.month else {
      return Array(repeating: nil, count: count)
    }
    let now = month.year * 12 + month.number
    return numbers(step).map { day in
      // No day of the calendar is further away.
      guard let day = day.flatMap(Int.init(exactly:)), abs(day) < 5_000_000 else { return nil }
      let born = Day(number: day).parts
      let months = now - born.year * 12 - born.month
      return months < 0 ? nil : Int64(months / 12)
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
      case .divide: nil
      }
    }
  }

  /// What is not needed is not aligned: it cannot overflow.
  private mutating func firstKnown(_ first: Program.Scaled, _ second: Program.Scaled) -> [Int64?] {
    zip(numbers(first.step), numbers(second.step)).map { x, y in
      if let x { return checked(x.multipliedReportingOverflow(by: first.factor)) }
      guard let y else { return nil }
      return checked(y.multipliedReportingOverflow(by: second.factor))
    }
  }

  mutating func compared(
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

  mutating func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
    guard result.overflow else { return result.partialValue }
    overflows += 1
    return nil
  }
}
