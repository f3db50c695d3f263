internal import Model

/// Cuts a formula into tokens.
struct Lexer {
  private let characters: [Character]
  private var next = 0

  /// The longest formula, in characters.
  static let lengthLimit = 4096
  /// The most digits and decimals of a number: what an `Int64` keeps exactly, with room for alignment.
  static let digitLimit = 18
  static let decimalLimit = 9

  private init(_ characters: [Character]) { self.characters = characters }

  /// The tokens of a formula, with ``Token/Kind/end`` last.
  static func tokens(of source: String) throws(FormulaError) -> [Token] {
    let characters = Array(source.prefix(lengthLimit + 1))
    guard characters.count <= lengthLimit else {
      throw FormulaError(.tooLong(limit: lengthLimit), Span(start: lengthLimit, length: 0))
    }
    var lexer = Lexer(characters)
    var tokens: [Token] = []
    while let token = try lexer.token() { tokens.append(token) }
    guard !tokens.isEmpty else { throw FormulaError(.empty, Span(start: 0, length: 0)) }
    tokens.append(Token(kind: .end, span: Span(start: characters.count, length: 0)))
    return tokens
  }

  /// The next token; `nil` at the end.
  private mutating func token() throws(FormulaError) -> Token? {
    while next < characters.count, characters[next].isWhitespace { next += 1 }
    guard next < characters.count else { return nil }
    let start = next
    let first = characters[next]
    let kind: Token.Kind
    if Lexer.isDigit(first) {
      kind = try number()
    } else if first == "'" || first == "\"" {
      let content = try quoted(first)
      kind = first == "'" ? .text(content) : .name(content)
    } else if Lexer.isNameStart(first) {
      kind = name()
    } else {
      kind = .symbol(try symbol())
    }
    return Token(kind: kind, span: Span(start: start, length: next - start))
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
  private static func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }
  private static func isNamePart(_ character: Character) -> Bool {
    isNameStart(character) || isDigit(character)
  }

  private mutating func number() throws(FormulaError) -> Token.Kind {
    let start = next
    while next < characters.count, Lexer.isNamePart(characters[next]) || characters[next] == "." { next += 1 }
    let span = Span(start: start, length: next - start)
    let text = String(characters[start..<next])
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Lexer.isDigit) }) else {
      throw FormulaError(.badNumber(text), span)
    }
    let decimals = parts.count == 2 ? parts[1].count : 0
    let digits = parts.joined().drop { $0 == "0" }
    guard digits.count <= Lexer.digitLimit, decimals <= Lexer.decimalLimit else {
      throw FormulaError(.longNumber(text), span)
    }
    return .number(Int64(Digits.value(digits.utf8) ?? 0), decimals: decimals)
  }

  /// The content between quotes; a doubled quote stands for itself.
  private mutating func quoted(_ quote: Character) throws(FormulaError) -> String {
    let start = next
    var content = ""
    next += 1
    while next < characters.count {
      if characters[next] == quote {
        next += 1
        guard next < characters.count, characters[next] == quote else { return content }
      }
      content.append(characters[next])
      next += 1
    }
    throw FormulaError(.openQuote(quote), Span(start: start, length: next - start))
  }

  private mutating func name() -> Token.Kind {
    let start = next
    // A point within a name joins a ledger and what is said of it: branches.rows.
    while next < characters.count,
      Lexer.isNamePart(characters[next])
        || characters[next] == "." && next + 1 < characters.count && Lexer.isNamePart(characters[next + 1])
    {
      next += 1
    }
    let text = String(characters[start..<next])
    return Word(rawValue: text.lowercased()).map { .word($0) } ?? .name(text)
  }

  private mutating func symbol() throws(FormulaError) -> Symbol {
    let two = String(characters[next..<min(next + 2, characters.count)])
    if two.count == 2 {
      if let symbol = Symbol(rawValue: two) {
        next += 2
        return symbol
      }
      if let instead = Lexer.insteadOfPair[two] {
        throw refused(Character(two.prefix(1).description), instead, 2)
      }
    }
    let one = characters[next]
    guard let symbol = Symbol(rawValue: String(one)) else {
      throw refused(one, Lexer.insteadOf[one], 1)
    }
    next += 1
    return symbol
  }

  private func refused(_ found: Character, _ instead: String?, _ length: Int) -> FormulaError {
    FormulaError(.character(found, instead: instead), Span(start: next, length: length))
  }

  /// What other languages write, and what is written here.
  private static let insteadOfPair = ["!=": "<>", "==": "=", "&&": "and", "||": "or"]
  /// What a Chinese keyboard gives, and what is written here.
  private static let insteadOf: [Character: String] = [
    "（": "(", "）": ")", "，": ",", "、": ",", "＋": "+", "－": "-", "—": "-", "−": "-", "＊": "*", "×": "*",
    "÷": "/", "／": "/",
    "＝": "=", "＜": "<", "＞": ">", "≥": ">=", "≤": "<=", "≠": "<>", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "！": "not", "!": "not", "&": "and", "|": "or", ";": "and", "；": "and",
  ]
}
