internal import Model

/// A checked formula: steps, each after those it needs.
struct Program {
  /// A number among the results of earlier steps, and what it is multiplied by to align its decimals.
  struct Scaled: Hashable {
    var step: Int
    var factor: Int64 = 1
  }

  /// A fraction of earlier results: what is divided, by what (never zero; nothing where it is one), and its
  /// decimals: those of the numerator less those of the denominator.
  struct Fraction: Hashable {
    var numerator: Int
    var denominator: Int?
    var decimals: Int
  }

  enum Step: Hashable {
    /// The values of an item, in the month before or in this one.
    case column(item: Int, isPrior: Bool)
    /// The values of a flag.
    case flag(item: Int, isPrior: Bool)
    case number(Int64)
    case truth(Bool)
    case negate(Int)
    case absolute(Int)
    /// The whole years from a day to the end of the month, or of the month before.
    case age(Int, isPrior: Bool)
    case arithmetic(Arithmetic, Scaled, Scaled)
    /// The number, but null instead of zero: what is divided by.
    case nonZero(Int)
    /// The nearest number with that many decimals.
    case rounded(Fraction, decimals: Int)
    case compare(Comparison, Scaled, Scaled)
    /// A comparison of fractions, by the products crosswise.
    case cross(Comparison, Fraction, Fraction)
    /// The greater or the lesser of two numbers.
    case extreme(greatest: Bool, Scaled, Scaled)
    /// The first number or, where it is null, the second.
    case firstKnown(Scaled, Scaled)
    case firstKnownTruth(Int, Int)
    /// Whether two truths are the same.
    case same(Int, Int)
    case not(Int)
    case logic(Logic, Int, Int)
    /// Whether a number or a truth is unknown.
    case isNull(Int)
    /// The number or truth; unknown where the month before is not known.
    case prior(Int)
    /// The number or truth of the unit above.
    case parent(Int)
    /// The sum over the units directly below that have a value; of a truth, the number of those with yes.
    case children(Int)
    /// The number of units directly below that have a value.
    case childrenCount(Int)

    /// The steps whose results it needs, in the order in which they are written.
    var needs: [Int] {
      switch self {
      case .column, .flag, .number, .truth: []
      case .negate(let a), .absolute(let a), .nonZero(let a), .not(let a), .isNull(let a), .prior(let a),
        .parent(let a), .children(let a), .childrenCount(let a), .age(let a, _):
        [a]
      case .arithmetic(_, let a, let b), .compare(_, let a, let b), .extreme(_, let a, let b),
        .firstKnown(let a, let b):
        [a.step, b.step]
      case .same(let a, let b), .logic(_, let a, let b), .firstKnownTruth(let a, let b): [a, b]
      case .rounded(let a, _): [a.numerator] + [a.denominator].compactMap { $0 }
      case .cross(_, let a, let b):
        [a.numerator, a.denominator, b.numerator, b.denominator].compactMap { $0 }
      }
    }
  }

  var steps: [Step] = []
  var type = FormulaType.truth
  /// The step of each node of the syntax, and what it gives; `nil` for a text.
  var nodes: [(step: Int, type: FormulaType)?] = []
  /// The items used in this month.
  var itemsUsed: [Int] = []
  /// Those of them that are the unit's own.
  var itemsUsedHere: [Int] = []
  /// The items used in the month before.
  var itemsUsedPrior: [Int] = []

  /// Some steps and all that they need, the last of them last, in an order in which few results are kept at a
  /// time: those of an operand are computed right before it is used.
  func schedule(for wanted: [Int]) -> [Int] {
    var order: [Int] = []
    var isDone = [Bool](repeating: false, count: steps.count)
    // An explicit stack: a chain of operators is as deep as the formula is long.
    var stack: [(step: Int, next: Int)] = wanted.reversed().map { ($0, 0) }
    while let (step, next) = stack.popLast() {
      guard !isDone[step] else { continue }
      let needs = steps[step].needs
      if next < needs.count {
        stack.append((step, next + 1))
        stack.append((needs[next], 0))
      } else {
        isDone[step] = true
        order.append(step)
      }
    }
    return order
  }
}
