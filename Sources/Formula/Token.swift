internal import Model

/// A word of a formula and where it stands.
struct Token: Hashable {
  enum Kind: Hashable {
    /// An exact decimal: `number(25, decimals: 1)` is 2.5.
    case number(Int64, decimals: Int)
    /// A text in single quotes.
    case text(String)
    /// The id or label of an item.
    case name(String)
    case word(Word)
    case symbol(Symbol)
    case end
  }

  var kind: Kind
  var span: Span

  /// The token in messages; `nil` for the end.
  var shown: String? {
    switch kind {
    case .number(let value, let decimals): Quotient.text(value, decimals: decimals)
    case .text(let text): "'\(text)'"
    case .name(let name): name
    case .word(let word): word.rawValue
    case .symbol(let symbol): symbol.rawValue
    case .end: nil
    }
  }
}

/// The reserved words, in any case.
enum Word: String, Hashable, CaseIterable {
  case and, or, not, `in`, between, `is`, null, `true`, `false`
}

/// The operators and signs.
enum Symbol: String, Hashable {
  case open = "("
  case close = ")"
  case comma = ","
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}
