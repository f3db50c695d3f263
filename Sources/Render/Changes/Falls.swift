import Model

/// Figures that should only rise and fell nevertheless, among units that reported in both months: something to
/// ask about.
struct Falls {
  let book: ChangeBook
  /// How many children are named for each figure.
  private static let longest = 20

  private var words: Words { book.words }
  private var language: Language { book.words.language }

  /// A question and the figures; none where nothing fell.
  var blocks: [Block] {
    let lines = book.keys.filter { isRising($0) }.compactMap(line)
    guard !lines.isEmpty else { return [] }
    let question = language.pick(
      "以下数据通常不会减少，本月却比\(book.earlierAgain)少。这里只计两个月都有数据的单位，不含名录调整、新报送、停报和数据更正的影响；"
        + "可能是工作确有变化，也可能是漏报、错报，请有关单位核实：",
      "These figures do not usually fall, and are lower than in \(book.earlierAgain). Only units with data for "
        + "both months are compared. There may be a good reason, or a mistake in a return; please ask:")
    return [.paragraph(question), .list(lines)]
  }

  /// 乡镇动员会召开率：石桥降低2个百分点、东山降低1个百分点。
  private func line(_ key: SeriesKey) -> String? {
    let children = book.edition.roster.children(of: book.edition.unit)
    let fallen = ([book.edition.unit] + children).compactMap { book.change($0, key) }.filter(hasFallen)
    guard !fallen.isEmpty else { return nil }
    let told = SeriesWords(key, words)
    let names = fallen.prefix(Self.longest).map { change -> String in
      let name = words.short(change.unit)
      if told.isAnswer(change.unit) {
        return language.pick("\(name)由“是”变为“否”", "\(name) from yes to no")
      }
      let moved = told.moved(change.value?.real ?? 0)
      return language.pick("\(name)\(moved)", "\(name) \(moved)")
    }
    let more = fallen.count > Self.longest
    let rest = more ? language.pick("等\(fallen.count)个", " and others, \(fallen.count) in all") : ""
    return "\(told.label)" + language.pick("：", ": ") + words.join(names) + rest + language.pick("。", ".")
  }

  /// Both the value and the sum fell: the value alone may only have been rounded.
  private func hasFallen(_ change: FigureChange) -> Bool {
    guard let value = change.value, value.real < 0 else { return false }
    return change.numerator.map { $0.real < 0 } ?? true
  }

  /// Whether the figure is of things that stay once they are done: stocks, and what the highest month counts of.
  private func isRising(_ key: SeriesKey) -> Bool {
    switch book.edition.campaign.indicators[key.indicator].kind {
    case .total(let item): isStock(book.edition.campaign.items[item])
    case .count(let formula), .rate(let formula): isRising(formula)
    case .averagePerUnit, .ratio, .composition: false
    }
  }

  private func isStock(_ item: Item) -> Bool { item.overTime == .max || item.overTime == .latest }

  /// Of a condition only where flags and `item >= 2` are joined by `and` and `or`: what `not`, `<` and the like
  /// say may turn either way.
  private func isRising(_ formula: String) -> Bool {
    Self.words(formula).split { ["and", "or", "(", ")"].contains($0) }.allSatisfy { term in
      guard let first = term.first,
        let item = book.edition.campaign.items.first(where: { $0.id == first }), isStock(item)
      else { return false }
      let rest = Array(term.dropFirst())
      if rest.isEmpty { return item.type == .flag }
      return item.type.decimals != nil && rest.count == 2 && [">", ">="].contains(rest[0])
        && rest[1].allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
  }

  /// The names, numbers and marks of a formula.
  private static func words(_ formula: String) -> [String] {
    var words: [String] = []
    var joins = false
    for character in formula {
      let isName = character.isLetter || character.isNumber || character == "_" || character == "."
      if isName, joins {
        words[words.count - 1].append(character)
      } else if character == "=", let last = words.last, [">", "<", "!"].contains(last) {
        words[words.count - 1].append(character)
      } else if !character.isWhitespace {
        words.append(String(character))
      }
      joins = isName
    }
    return words.map { ["AND", "OR"].contains($0.uppercased()) ? $0.lowercased() : $0 }
  }
}
