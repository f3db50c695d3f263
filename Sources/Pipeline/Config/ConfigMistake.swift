import Model
import Render

/// Something wrong in a configuration file, with its place.
struct ConfigMistake: Sendable {
  /// What is wrong.
  enum Kind: Sendable {
    /// The text is not YAML.
    case syntax(YAMLMistake)
    /// An alias, `*name`.
    case alias
    /// A character with more combining marks than any has.
    case marks
    /// A key that is not known here.
    case unknownKey(String, allowed: [String])
    /// A key that must be there.
    case missingKey(String, of: String)
    /// A value of another shape than expected.
    case wrongType(key: String, expected: Expected)
    /// A name that refers to nothing.
    case unknownName(String, what: What, known: [String])
    /// A name given twice.
    case duplicate(String, what: What)
    /// The id of a rule that findings of the program have as their code.
    case reserved(String)
    /// A derived group that names itself, or one whose formula comes later; a circle where that leads back to it.
    case derivedOrder(String, in: String, isCircular: Bool)
    /// An item in a condition on what the registry says of a unit.
    case reported(String)
    /// More of something than there may be.
    case tooMany(String, most: Int)
    /// More keys and values than are read.
    case tooLarge(most: Int)
    /// So many mistakes that are not shown.
    case more(Int)
    /// A formula that cannot be read.
    case formula(zh: String, en: String)
    /// Several keys of which exactly one must be there.
    case needsOne(of: [String])
    /// Keys that do not go together.
    case conflict(String, with: String)
    /// An item of the wrong type for what is asked.
    case itemType(String, needed: [String])
    /// A file that is named and not there, but perhaps under another name.
    case noFile(String, known: [String], misnamed: String?)
    /// A month that must not be before another; where `strictly`, it must come after it.
    case disorder(String, after: String, strictly: Bool)
    /// Weights that add up to something else than 100.
    case weights(Int)
    /// A series that is not `INDICATOR` or `INDICATOR@LEVEL`, or a veto that is no comparison of one with a number.
    case comparison(String)
    /// What is made of a ledger's rows.
    case ledger(LedgerMistake)
    /// Something in a template.
    case template(TemplateProblem)
  }

  /// The shape of a value.
  enum Expected: Sendable {
    case text, visible, list, mapping, flag
    /// A list of two columns.
    case two
    /// A text of at most so many characters.
    case short(Int)
    case whole(ClosedRange<Int>)
    case oneOf([String])
    case day, offset
    /// A number with at most so many decimals.
    case decimal(Int)
    /// A number that is not below another key's.
    case notBelow(String)
    case month, code
    /// A whole number that is greater than the one before it in a list.
    case above(Int)
    /// A list of so many lengths of codes.
    case lengths(Int)
    case number(most: Int)
  }

  /// What a name names.
  enum What: Sendable {
    case level, group, form, item, indicator, choice, check
    case target, phase, rule, score, grade, unit
    case table, column, mean, section, output
  }

  let file: String
  let line: Int
  let column: Int
  /// The line of the file, for the excerpt; empty where there is none.
  let source: String
  let kind: Kind

  /// `FILE:LINE:COLUMN: message`, the line, and a mark under the place.
  func text(_ language: Language) -> String {
    var text = "\(file):\(line):\(column): \(message(language))"
    if !source.isEmpty {
      let before = source.prefix(max(0, column - 1)).map { $0.isWide ? "　" : " " }.joined()
      text += "\n  | \(source)\n  | \(before)^"
    }
    return text
  }
}

extension Character {
  /// Whether a terminal gives it two columns (CJK and full-width forms).
  fileprivate var isWide: Bool {
    guard let first = unicodeScalars.first?.value else { return false }
    return (0x1100...0x115F).contains(first) || (0x2E80...0xA4CF).contains(first)
      || (0xAC00...0xD7A3).contains(first) || (0xF900...0xFAFF).contains(first)
      || (0xFE30...0xFE6F).contains(first) || (0xFF00...0xFF60).contains(first)
      || (0x20000...0x3FFFD).contains(first)
  }
}
