public import Model

/// What is wrong with a formula, where, and what to do about it.
public struct FormulaError: Error, Hashable, Sendable {
  /// What is wrong. Names and texts are as the formula has them.
  public enum Kind: Hashable, Sendable {
    /// There is nothing in the formula.
    case empty
    /// The formula is longer than that many characters.
    case tooLong(limit: Int)
    /// Parentheses, `not` and `-` stand within each other more often than that.
    case tooDeep(limit: Int)
    /// A character that no formula has; with what may be meant, where that is known.
    case character(Character, instead: String?)
    /// A text or a quoted name has no closing quote.
    case openQuote(Character)
    /// A number has more digits, or more decimals, than can be kept exactly.
    case longNumber(String)
    /// A number runs into letters or a second point.
    case badNumber(String)
    /// An item, a number, a text or `(` is missing before what is found; `nil` at the end.
    case operandMissing(before: String?)
    /// Something stands where an operator or the end should; or a certain word is missing before it.
    case unexpected(String?, expected: String?)
    /// A parenthesis is not closed.
    case openParenthesis
    /// Two comparisons in a row: `a < b < c`.
    case chained
    /// There is no such function.
    case function(String, nearest: String?)
    /// A function has so many arguments; it takes one, or two and more.
    case arguments(String, found: Int, many: Bool)
    /// `prior` within `prior`.
    case nestedPrior
    /// A function of other units or months in a condition on what the registry says of a unit.
    case looksElsewhere(String)
    /// `null` beside a comparison.
    case nullCompared
    /// No item has that id or label.
    case unknownItem(String, nearest: String?)
    /// Several items have that label; their ids.
    case ambiguousItem(String, ids: [String])
    /// The operator does not take what stands beside it.
    case wrongType(operator: String, FormulaType, FormulaType?)
    /// A text stands beside something that is neither a choice nor a date.
    case strayText(String)
    /// A choice has no such answer.
    case unknownAnswer(String, item: String, nearest: String?)
    /// A date is compared with a text that is not a day.
    case badDate(String)
    /// A product or a quotient has more decimals than can be kept.
    case manyDecimals(limit: Int)
    /// The formula gives something else than yes or no.
    case notACondition(FormulaType)
  }

  /// What is wrong.
  public let kind: Kind
  /// The first character in question, 1 for the first of the formula.
  public let column: Int
  /// How many characters are in question; 0 at the formula's end.
  public let length: Int

  init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    column = span.start + 1
    length = span.length
  }
}

/// A stretch of the formula, in characters from 0.
struct Span: Hashable, Sendable {
  var start: Int
  var length: Int

  /// From the beginning of this one to the end of the other.
  func through(_ other: Span) -> Span {
    Span(start: start, length: max(length, other.start + other.length - start))
  }

  /// From the first beginning to the last end of both.
  func joined(with other: Span) -> Span {
    let first = min(start, other.start)
    return Span(start: first, length: max(start + length, other.start + other.length) - first)
  }
}

/// What a formula, or a part of it, gives.
public enum FormulaType: Hashable, Sendable {
  /// A number with that many decimals, kept as an integer of its smallest unit.
  case number(decimals: Int)
  /// Yes, no or unknown.
  case truth
  /// An answer of a choice, kept as its position among these.
  case choice([Choice])
  /// A day, kept as its number.
  case date
  /// Free text, of which a formula only knows whether it is there.
  case text
}

extension FormulaType {
  init(_ type: ItemType) {
    switch type {
    case .flag: self = .truth
    case .count: self = .number(decimals: 0)
    case .amount(let decimals): self = .number(decimals: decimals)
    case .choice(let choices): self = .choice(choices)
    case .date: self = .date
    case .text, .key: self = .text
    }
  }

  /// The name in messages.
  func name(_ language: Language) -> String {
    switch self {
    case .number: language.pick("数值", "a number")
    case .truth: language.pick("是否", "yes or no")
    case .choice: language.pick("选项", "a choice")
    case .date: language.pick("日期", "a date")
    case .text: language.pick("文本", "text")
    }
  }
}
