/// A formula as written: its nodes, each after those it is made of, so that every later step is one pass.
struct Syntax {
  /// A node: its parts are positions in ``nodes``.
  struct Node {
    var kind: Kind
    var span: Span
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
  }

  var nodes: [Node] = []

  /// Adds a node and gives its position.
  mutating func add(_ kind: Kind, _ span: Span) -> Int {
    nodes.append(Node(kind: kind, span: span))
    return nodes.count - 1
  }
}

enum Arithmetic: String { case plus = "+", minus = "-", times = "*" }

enum Logic: String { case and, or }

enum Comparison: String {
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it asks for an order, not only for sameness.
  var isOrder: Bool { self != .equal && self != .unequal }

  func holds(_ a: Int64, _ b: Int64) -> Bool {
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
