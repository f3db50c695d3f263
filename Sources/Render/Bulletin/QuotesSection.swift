import Model

/// What units wrote of problems, measures and cases, in their own words.
enum QuotesSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    let all = edition.campaign.bulletin.quotes.map { Quotes($0, edition) }.filter { !$0.quotes.isEmpty }
    guard !all.isEmpty else { return nil }
    return Section(edition.language.pick("各地反映", "In their own words"), all.flatMap { blocks($0, words) })
  }

  private static func blocks(_ quotes: Quotes, _ words: Words) -> [Block] {
    let (label, tellers, shown) = (quotes.plan.label, quotes.tellers, quotes.quotes.count)
    let told = quotes.quotes.reduce(0) { $0 + $1.count }
    let isAll = told == tellers
    let text = words.language.pick(
      "\(label)：\(tellers)个单位填写，" + (isAll ? "内容如下。" : "摘录\(shown)条如下（每个下级最多\(quotes.plan.perUnit)条）。"),
      "\(label): written by \(tellers) \(tellers == 1 ? "unit" : "units")"
        + (isAll ? "." : "; \(shown) quoted, at most \(quotes.plan.perUnit) for each unit below."))
    return [.paragraph(text), .list(quotes.quotes.map { line($0, words) })]
  }

  /// 清溪·城关镇：经费到位晚（另有3个单位所填相同）.
  private static func line(_ quote: Quotes.Quote, _ words: Words) -> String {
    let others = quote.count - 1
    let same =
      others == 0
      ? ""
      : words.language.pick(
        "（另有\(others)个单位所填相同）", " (the same from \(others) other \(others == 1 ? "unit" : "units"))")
    return words.language.pick(
      "\(words.place(quote.unit))：\(quote.text)\(same)", "\(words.place(quote.unit)): \(quote.text)\(same)")
  }
}
