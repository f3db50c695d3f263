/// A slip of the hand that makes something else of a line of YAML than was meant: most of them come from an input method
/// that writes Chinese signs.
enum YAMLSlip: Equatable, Sendable {
  /// A full-width sign where YAML's own is wanted.
  case wide(Unicode.Scalar, plain: String)
  /// A colon without a space after it.
  case noSpace
  /// A tab or a wide space before a line.
  case indentation

  func text(_ zh: Bool) -> String {
    switch self {
    case .wide(let sign, ":"):
      zh ? "“\(sign)”是中文（全角）冒号，请改为英文冒号“:”，后面空一格" : "'\(sign)' is a full-width colon; write ':' and a space"
    case .wide(let sign, let plain):
      zh ? "“\(sign)”是中文（全角）符号，请改为英文的 \(plain) " : "'\(sign)' is a full-width sign; write \(plain) instead"
    case .noSpace: zh ? "冒号后面要空一格" : "a space must follow the colon"
    case .indentation:
      zh ? "行首只能用英文空格缩进，请删去制表符或全角空格" : "lines are indented with spaces only; replace tabs and wide spaces"
    }
  }

  /// The first slip of a line and how many code points stand before it; `nil` where there is none. Keys are written in
  /// small letters, so that a sign in a label is no slip.
  static func first(in line: Substring) -> (slip: YAMLSlip, offset: Int)? {
    let scalars = Array(line.unicodeScalars)
    let start = scalars.firstIndex { !indents.contains($0) } ?? 0
    if let wrong = scalars[..<start].firstIndex(where: { $0 != " " }) { return (.indentation, wrong) }
    var reader = LineReader(scalars: scalars, index: start)
    while reader.index < scalars.count {
      if let slip = reader.step() { return (slip, reader.index) }
    }
    return nil
  }

  /// The slip in a key that swallowed its value, such as `label：动员会`, or the wide spaces before it; `nil` where what
  /// stands before the colon is none of the keys that are known.
  static func inKey(_ key: String, known: [String]) -> (slip: YAMLSlip, offset: Int)? {
    guard let found = first(in: key[...]) else { return nil }
    let isKnown = known.contains(String(key.unicodeScalars.prefix(found.offset)))
    return isKnown || found.slip == .indentation ? found : nil
  }

  private static let indents: Set<Unicode.Scalar> = [" ", "\t", "\u{3000}", "\u{A0}"]

  /// Signs of Chinese writing and what YAML has for them.
  private static let brackets: [Unicode.Scalar: String] = [
    "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]",
  ]
  private static let quotes: Set<Unicode.Scalar> = ["“", "”", "‘", "’", "＂", "＇"]

  /// Goes along a line, and knows where keys and values begin.
  private struct LineReader {
    let scalars: [Unicode.Scalar]
    var index: Int
    /// What may begin here: a key or an entry of a list, a value, or nothing.
    private var place = Place.key

    private enum Place { case key, value, inside }

    init(scalars: [Unicode.Scalar], index: Int) { (self.scalars, self.index) = (scalars, index) }

    private subscript(offset: Int) -> Unicode.Scalar? {
      scalars.indices.contains(index + offset) ? scalars[index + offset] : nil
    }

    /// Goes on by a sign, a word or what is in quotes; stays where a slip is, and answers with it.
    mutating func step() -> YAMLSlip? {
      guard let sign = self[0] else { return nil }
      switch sign {
      case "#" where index == 0 || self[-1] == " ": index = scalars.count
      case "\"", "'": skipQuoted(sign)
      case " ": index += 1
      case "-" where place == .key && self[1] == " ", "{", "[", ",":
        place = .key
        index += 1
      case "，" where isKey(after: index + 1): return .wide(sign, plain: ",")
      case _ where place != .inside && YAMLSlip.quotes.contains(sign): return .wide(sign, plain: "\"")
      case _ where place != .inside && YAMLSlip.brackets[sign] != nil:
        return .wide(sign, plain: YAMLSlip.brackets[sign] ?? "")
      case "a"..."z" where place == .key: return stepKey()
      default:
        place = .inside
        index += 1
      }
      return nil
    }

    /// A key and its colon; what comes after a right one is the start of a value.
    private mutating func stepKey() -> YAMLSlip? {
      while let sign = self[0], LineReader.isOfKey(sign) { index += 1 }
      place = .inside
      switch self[0] {
      case "：": return .wide("：", plain: ":")
      case ":":
        guard let next = self[1], next != " " else {
          index += 1
          place = .value
          return nil
        }
        return .noSpace
      default: return nil
      }
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar) {
      place = .inside
      index += 1
      while let sign = self[0], sign != quote { index += sign == "\\" && quote == "\"" ? 2 : 1 }
      index += 1
    }

    /// Whether a key and a colon follow, so that a comma before them parts two entries.
    private func isKey(after start: Int) -> Bool {
      let key = scalars[start...].drop { $0 == " " }.prefix(while: LineReader.isOfKey)
      guard !key.isEmpty, scalars.indices.contains(key.endIndex) else { return false }
      return [":", "："].contains(scalars[key.endIndex])
    }

    private static func isOfKey(_ sign: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(sign) || ("0"..."9").contains(sign) || sign == "_"
    }
  }
}
