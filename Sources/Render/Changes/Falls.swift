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
    let lines = book.keys.filter { book.comparison.rising.contains($0.indicator) }.compactMap(line)
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
}
