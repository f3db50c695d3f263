import Model

/// Reads the cells of one item. A class, since it is asked for every cell and has much to copy.
final class CellReader: Sendable {
  let type: ItemType
  /// The measure as ``Folding/name(_:)`` shapes it.
  private let measure: String
  /// For a choice the position of each answer, by its label and id as ``Folding/name(_:)`` shapes them.
  private let choices: [String: Int64]
  /// What becomes of the cells where they say something of persons.
  private let personal: Personal?
  /// How most cells are read.
  let plainCells: PlainCells

  /// A reader of an item's cells.
  convenience init(_ item: Item) {
    // A heading such as 人口（万人） says the measure where the form does not.
    let said = item.measure.isEmpty ? HeadingMeasure.split(item.label)?.measure ?? "" : item.measure
    self.init(item.type, measure: said, personal: item.personal)
  }

  convenience init(_ type: ItemType, measure: String = "", personal: Personal? = nil) {
    var choices: [String: Int64] = [:]
    var answers = type == .flag ? ["是", "否", "有", "无", "√", "×"] : []
    if case .choice(let all) = type {
      let named = all.enumerated().flatMap { place, choice in
        [choice.label, choice.id].map { (Folding.name($0), Int64(place)) }
      }
      choices = Dictionary(named, uniquingKeysWith: { first, _ in first })
      answers = all.prefix(100).flatMap { [$0.label, $0.id] }
    }
    let reader = CellReader(type, measure, personal, choices, words: [])
    let decoder = TextDecoder(.utf8)
    let words = answers.compactMap { answer -> (text: [UInt8], value: Int64)? in
      let text = Array(answer.utf8)
      guard case .value(let value) = reader.decoded(text.span, decoder) else { return nil }
      return (text, value)
    }
    self.init(type, measure, personal, choices, words: words)
  }

  private init(
    _ type: ItemType, _ measure: String, _ personal: Personal?, _ choices: [String: Int64],
    words: [(text: [UInt8], value: Int64)]
  ) {
    self.type = type
    self.personal = personal
    self.measure = Folding.name(measure)
    self.choices = choices
    plainCells = PlainCells(type, words: words, personal: personal)
  }

  /// What the cell says.
  func read(_ cell: Span<UInt8>, _ decoder: TextDecoder) -> CellReading {
    if cell.isEmpty { return .blank }
    if let value = plainCells.value(cell, isUTF8: decoder.encoding != .gb18030) { return .value(value) }
    let found = decoded(cell, decoder)
    return personal.map { kept(found, cell, $0) } ?? found
  }

  /// What is known of a cell that says something of a person, the same whether it was masked before or not: of a day
  /// its month, and of what is dropped no more than that something was there.
  private func kept(_ found: CellReading, _ cell: Span<UInt8>, _ personal: Personal) -> CellReading {
    switch found {
    case .value(let day) where type == .date:
      return personal == .drop ? .notApplicable : .value(DayCell.firstOfMonth(day))
    case .refused(.notADate) where personal == .apart: return found
    case .refused where Masking.isMark(cell): return .notApplicable
    default: return found
    }
  }

  func decoded(_ cell: Span<UInt8>, _ decoder: TextDecoder) -> CellReading {
    guard let text = decoder.text(cell) else { return .refused(.undecodable) }
    if ErrorText.isOne(text) { return .refused(.error) }
    if type == .text { return TextCell.read(text) }
    if type == .key { return KeyCell.read(text) }
    let folded = Apostrophe.dropped(Folding.cell(text))
    if folded.isEmpty { return .blank }
    switch type {
    case .choice:
      // An answer may be called 不适用.
      if let place = choices[Folding.name(folded)] { return .value(place) }
      return NotApplicable.isSaid(byWords: folded) ? .notApplicable : .refused(.notAChoice)
    case .flag:
      if NotApplicable.isSaid(by: folded) { return .notApplicable }
      return FlagCell.value(folded).map { .value($0) } ?? .refused(.notAFlag)
    case .count: return number(folded, decimals: 0)
    case .amount(let decimals): return number(folded, decimals: decimals)
    case .date: return NotApplicable.isSaid(byWords: folded) ? .notApplicable : DayCell.read(folded)
    case .text: return TextCell.read(text)
    case .key: return KeyCell.read(text)
    }
  }

  private func number(_ folded: String, decimals: Int) -> CellReading {
    if NotApplicable.isSaid(by: folded) { return .notApplicable }
    let found = NumberCell.read(Array(folded.utf8), decimals: decimals)
    guard found == .refused(.notANumber) else { return found }
    return MeasuredNumber(decimals: decimals, isAmount: type != .count, measure: measure).read(folded)
  }
}

/// The mark that a spreadsheet program puts before a number that was typed as text.
enum Apostrophe {
  /// The text without one at its start.
  static func dropped(_ text: String) -> String {
    guard text.hasPrefix("'") || text.hasPrefix("’") else { return text }
    return Folding.trimmed(String(text.dropFirst()))
  }
}

/// What a spreadsheet program shows where a formula failed. Saved as CSV, or pasted, it is text.
enum ErrorText {
  private static let all: Set<String> = [
    "#ref!", "#n/a", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!",
  ]

  /// Whether a cell holds such a text and nothing else.
  static func isOne(_ text: String) -> Bool {
    // A cheap look at the bytes first: # or the first of ＃.
    guard text.utf8.count <= 40, text.utf8.contains(where: { $0 == 0x23 || $0 == 0xEF }) else { return false }
    return all.contains(Folding.cell(text))
  }
}

/// The ways to say that an item does not apply.
enum NotApplicable {
  private static let ways: Set<String> = ["—", "–", "-", "―", "——", "--", "/", "不适用", "n/a"]
  private static let words: Set<String> = ["无", "没有", "暂无"]

  /// Whether a whole cell, as ``Folding/cell(_:)`` shapes it, says so.
  static func isSaid(by folded: String) -> Bool { folded.utf8.count <= 9 && ways.contains(folded) }

  /// The same of items that are no numbers and not of yes or no: there 无 says so too. Of a number it may mean 0.
  static func isSaid(byWords folded: String) -> Bool {
    isSaid(by: folded) || (folded.utf8.count <= 9 && words.contains(folded))
  }
}

/// Cells of yes or no. ○, ☒ and x are refused: they mark a yes on some sheets and a no on others.
enum FlagCell {
  private static let words: [String: Int64] = [
    "是": 1, "有": 1, "已": 1, "对": 1, "1": 1, "√": 1, "✓": 1, "✔": 1, "☑": 1, "y": 1, "yes": 1, "true": 1,
    "已召开": 1, "已完成": 1,
    "否": 0, "无": 0, "未": 0, "错": 0, "0": 0, "×": 0, "✗": 0, "✘": 0, "✕": 0, "✖": 0, "n": 0, "no": 0,
    "false": 0, "没有": 0, "未召开": 0, "未完成": 0,
  ]

  /// 1 or 0; `nil` where the text, as ``Folding/cell(_:)`` shapes it, is neither yes nor no.
  static func value(_ folded: String) -> Int64? { folded.utf8.count <= 9 ? words[folded] : nil }
}

/// Cells of text.
enum TextCell {
  /// The most characters that are kept.
  static let limit = 10_000

  /// The text, cleaned; blank and “does not apply” are told apart from it.
  static func read(_ text: String) -> CellReading {
    let folded = Folding.cell(text)
    if folded.isEmpty { return .blank }
    if NotApplicable.isSaid(byWords: folded) { return .notApplicable }
    let whole = Folding.oneLine(text)
    let start = whole.unicodeScalars.prefix(limit)
    return .text(String(start), isShortened: start.endIndex != whole.endIndex)
  }
}
