internal import Model

/// A checked formula: steps in the order in which they are evaluated; the last one is the result.
struct Program {
  /// A number among the results of earlier steps, and what it is multiplied by to align its decimals.
  struct Scaled: Hashable {
    var step: Int
    var factor: Int64 = 1
  }

  enum Step: Hashable {
    /// The values of an item.
    case column(item: Int)
    /// The values of a flag.
    case flag(item: Int)
    case number(Int64)
    case truth(Bool)
    case negate(Int)
    case arithmetic(Arithmetic, Scaled, Scaled)
    case compare(Comparison, Scaled, Scaled)
    /// Whether two truths are the same.
    case same(Int, Int)
    case not(Int)
    case logic(Logic, Int, Int)
    /// Whether a number or a truth is unknown.
    case isNull(Int)

    /// The steps whose results it needs.
    var needs: [Int] {
      switch self {
      case .column, .flag, .number, .truth: []
      case .negate(let a), .not(let a), .isNull(let a): [a]
      case .arithmetic(_, let a, let b), .compare(_, let a, let b): [a.step, b.step]
      case .same(let a, let b), .logic(_, let a, let b): [a, b]
      }
    }
  }

  var steps: [Step] = []
  var type = FormulaType.truth
  var itemsUsed: [Int] = []
}
