internal import Model

/// Functions.
extension Checker {
  mutating func call(_ function: Function, _ arguments: [Int], _ node: Int) throws(FormulaError) -> Known {
    switch function {
    case .abs: return try changed(arguments[0], "abs", both: true, node) { .absolute($0) }
    case .age:
      let (step, type) = try operand(arguments[0])
      guard type == .date else { throw fault(.wrongType(operator: "age", type, nil), node) }
      return add(.age(step, isPrior: syntax.nodes[node].place.isPrior), .number(decimals: 0))
    case .prior: return try moved(arguments[0]) { .prior($0) }
    case .parent: return try moved(arguments[0]) { .parent($0) }
    case .children:
      let (step, type) = try operand(arguments[0])
      switch type {
      case .number: return add(.children(step), type)
      case .truth: return add(.children(step), .number(decimals: 0))
      case .choice, .date, .text: throw fault(.wrongType(operator: "children", type, nil), node)
      }
    case .childrenCount:
      return add(.childrenCount(try operand(arguments[0]).0), .number(decimals: 0))
    case .coalesce, .min, .max: return try folded(function, arguments, node)
    }
  }

  /// What another unit or month has; a quotient stays exact.
  private mutating func moved(
    _ part: Int, _ move: (Int) -> Program.Step
  ) throws(FormulaError) -> Known {
    if case .quotient = known[part] { return try changed(part, "", both: true, part, move) }
    let (step, type) = try operand(part)
    return add(move(step), type)
  }

  /// A function of several arguments, two at a time from the left.
  private mutating func folded(
    _ function: Function, _ arguments: [Int], _ node: Int
  ) throws(FormulaError) -> Known {
    // Texts take their meaning from the first argument that is none.
    let model = arguments.first { if case .text = known[$0] { false } else { true } } ?? arguments[0]
    var (step, type) = try side(arguments[0], beside: model)
    for argument in arguments.dropFirst() {
      let (other, otherType) = try side(argument, beside: model)
      let (a, b, joint) = try brought(function, (step, type), (other, otherType), node)
      switch function {
      case .coalesce where joint == .truth: step = append(.firstKnownTruth(a.step, b.step))
      case .coalesce: step = append(.firstKnown(a, b))
      default: step = append(.extreme(greatest: function == .max, a, b))
      }
      type = joint
    }
    return .step(step, type)
  }

  /// Two arguments brought to one type.
  private func brought(
    _ function: Function, _ a: (step: Int, type: FormulaType), _ b: (step: Int, type: FormulaType),
    _ node: Int
  ) throws(FormulaError) -> (Program.Scaled, Program.Scaled, FormulaType) {
    if case .number(let m) = a.type, case .number(let n) = b.type {
      let (x, y) = aligned(a.step, m, b.step, n)
      return (x, y, .number(decimals: max(m, n)))
    }
    let fits =
      switch a.type {
      case .date: true
      case .choice, .truth: function == .coalesce
      case .number, .text: false
      }
    guard a.type == b.type, fits else {
      // The advice is about the first: a number has the least to say.
      let swap = if case .number = a.type { true } else { false }
      let (odd, other) = swap ? (b.type, a.type) : (a.type, b.type)
      throw fault(.wrongType(operator: function.rawValue, odd, odd == other ? nil : other), node)
    }
    return (Program.Scaled(step: a.step), Program.Scaled(step: b.step), a.type)
  }
}
