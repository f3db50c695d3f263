import Model

/// Numbers with something behind them, such as 30人, 2.5万元, 1.2万 or 12①. Asked only of cells that are not plain
/// numbers.
///
/// - The item's own measure is taken, and no other: a number of another measure may be a mistake of the column.
/// - 万 and 亿 multiply where the item's measure does not scale by itself: 1.2万 of a count is 12000, and of an
///   amount in 元 too. Of an amount in 万元, 2万 is refused, as it may mean 2 or 20000 of them; 2万元 is 2.
///   An amount whose measure nobody has said takes no multiple.
/// - ①…⑳, ※ and * at the end are marks of notes and no part of any number: they are dropped. [1], (1), 注1 and ²
///   are refused, as their digits may be the number's.
struct MeasuredNumber {
  let decimals: Int
  /// Whether the item is an amount and not a count.
  let isAmount: Bool
  /// The item's measure as ``Folding/name(_:)`` shapes it; empty where there is none.
  let measure: String

  private static let noneWords: Set<String> = ["无", "没有", "暂无", "…", "……", "..."]
  private static let multiples: [(name: String, power: Int)] = [("万亿", 12), ("万", 4), ("亿", 8)]

  /// Reads a cell as ``Folding/cell(_:)`` shapes it.
  func read(_ folded: String) -> CellReading {
    guard folded.utf8.count <= 80 else { return .refused(.notANumber) }
    if MeasuredNumber.noneWords.contains(folded) { return .refused(.noneWord) }
    let text = MeasuredNumber.withoutMarks(folded.replacing("\u{2212}", with: "-"))
    let end = text.firstIndex { !MeasuredNumber.isOfNumbers($0) } ?? text.endIndex
    let number = Array(text[..<end].utf8)
    let rest = Folding.name(String(text[end...]))
    guard !number.isEmpty else { return .refused(.notANumber) }
    if rest.isEmpty || rest == measure { return NumberCell.read(number, decimals: decimals) }
    if let refusal = refusal(of: rest) {
      // What comes before must be a number for the rest to be worth a word.
      let plain = NumberCell.read(number, decimals: 18)
      return .refused(plain == .refused(.notANumber) ? .notANumber : refusal)
    }
    guard let power = power(of: rest) else { return .refused(.notANumber) }
    // So many decimals more are so many zeros more.
    return NumberCell.read(number, decimals: decimals + power)
  }

  private static func isOfNumbers(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "," || character == "." || character == "-"
  }

  private static func withoutMarks(_ text: String) -> Substring {
    var rest = Substring(text)
    while let last = rest.unicodeScalars.last,
      (0x2460...0x2473).contains(last.value) || last == "*" || last == "※" || Folding.isBlank(last)
    {
      rest.unicodeScalars.removeLast()
    }
    return rest
  }

  /// Why what stands behind the number is refused; `nil` where it may be read.
  private func refusal(of rest: String) -> CellRefusal? {
    if rest == "%" || rest == "‰" { return .percent }
    if MeasuredNumber.isNote(rest) { return .footnote }
    if let power = power(of: rest), power > 0 { return nil }
    if MeasuredNumber.multiples.contains(where: { $0.name == rest }) { return .unclearMultiple }
    if HeadingMeasure.isMeasure(rest), !measure.isEmpty { return .otherMeasure(measure) }
    return nil
  }

  /// The zeros that 万 or 亿 stand for, alone or before the item's measure; `nil` where they cannot be told.
  private func power(of rest: String) -> Int? {
    guard !HeadingMeasure.isScaled(measure), !(isAmount && measure.isEmpty), measure != "%" else {
      return nil
    }
    return MeasuredNumber.multiples.first { rest == $0.name || rest == $0.name + measure }?.power
  }

  private static func isNote(_ rest: String) -> Bool {
    if rest.unicodeScalars.allSatisfy({ superscripts.contains($0) }) { return true }
    let brackets: [(Character, Character)] = [("[", "]"), ("(", ")"), ("〔", "〕"), ("【", "】"), ("<", ">")]
    if let first = rest.first, let last = rest.last, brackets.contains(where: { $0 == (first, last) }) {
      let inside = rest.dropFirst().dropLast()
      return Digits.value(inside.utf8) != nil || inside.hasPrefix("注")
    }
    return rest.hasPrefix("注") && rest.dropFirst().allSatisfy { $0.isNumber }
  }

  private static let superscripts: Set<Unicode.Scalar> = ["¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
