/// A formula as written: its nodes, each after those it is made of, so that every later step is one pass.
struct Syntax {
  /// A node: its parts are positions in ``nodes``.
  struct Node {
    var kind: Kind
    /// Where it stands, for errors.
    var span: Span
    /// Where all of it stands, with the parentheses that its parts are in.
    var extent: Span
    /// As ``extent``, with the parentheses around itself.
    var outer: Span
    var place = Place()
  }

  /// Whose values an item's name stands for.
  struct Place: Hashable {
    /// Within `prior()`: the month before.
    var isPrior = false
    /// Within `parent()`, `children()` or `children_count()`: other units.
    var isOther = false
  }

  enum Kind {
    case number(Int64, decimals: Int)
    case text(String)
    case truth(Bool)
    case name(String)
    case negate(Int)
    case not(Int)
    case arithmetic(Arithmetic, Int, Int)
    case compare(Comparison, Int, Int)
    case logic(Logic, Int, Int)
    case isNull(Int, negated: Bool)
    case among(Int, [Int], negated: Bool)
    case between(Int, Int, Int, negated: Bool)
    case call(Function, [Int])

    /// The nodes it is made of.
    var parts: [Int] {
      switch self {
      case .number, .text, .truth, .name: []
      case .negate(let a), .not(let a), .isNull(let a, _): [a]
      case .arithmetic(_, let a, let b), .compare(_, let a, let b), .logic(_, let a, let b): [a, b]
      case .among(let a, let members, _): [a] + members
      case .between(let a, let low, let high, _): [a, low, high]
      case .call(_, let arguments): arguments
      }
    }
  }

  var nodes: [Node] = []

  /// Adds a node and gives its position.
  mutating func add(_ kind: Kind, _ span: Span, _ place: Place = Place()) -> Int {
    var extent = span
    for part in kind.parts { extent = extent.joined(with: nodes[part].outer) }
    nodes.append(Node(kind: kind, span: span, extent: extent, outer: extent, place: place))
    return nodes.count - 1
  }
}

enum Arithmetic: String { case plus = "+", minus = "-", times = "*", divide = "/" }

enum Logic: String { case and, or }

enum Comparison: String {
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// What holds where it does not.
  var opposite: Comparison {
    switch self {
    case .equal: .unequal
    case .unequal: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// Whether it asks for an order, not only for sameness.
  var isOrder: Bool { self != .equal && self != .unequal }

  func holds<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Bool {
    switch self {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
