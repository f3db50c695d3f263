import Model

/// A unit's ledgers beside those of its siblings, and what is to be filled in.
enum LedgerFeedback {
  static func build(_ book: FeedbackBook, _ words: Words) -> Section? {
    let unit = words.edition.unit
    let blocks = words.edition.ledgers.flatMap { overview -> [Block] in
      guard let line = overview.lines.first(where: { $0.unit == unit }), line.expected > 0 || line.rows > 0
      else { return [] }
      return self.blocks(line, LedgerWords(overview, words), book)
    }
    return blocks.isEmpty ? nil : Section(words.language.pick("台账", "Ledgers"), blocks)
  }

  private static func blocks(
    _ line: LedgerOverview.Line, _ told: LedgerWords, _ book: FeedbackBook
  ) -> [Block] {
    let words = told.words
    let language = words.language
    var text = told.title + language.pick("：", ": ") + told.state(line)
    if line.fillingRate != nil, let median = median(told.overview, book.units) {
      text += language.pick("，同级居中\(median)%", ", the median of its siblings is \(median)%")
    }
    var blocks: [Block] = [.paragraph(text + language.pick("。", "."))]
    let roster = words.edition.roster
    var tasks: [String] = []
    if line.filled < line.cells {
      let lacking = line.cells - line.filled
      tasks.append(language.pick("请补填台账\(lacking)项。", "Fill in \(lacking) more cells."))
    }
    if let old = line.updated?.lowerBound, old < roster.month {
      tasks.append(
        language.pick(
          "请报送\(words.month(roster.month))的台账，现用最早的为\(told.told(old))。",
          "Send the ledger of \(words.month(roster.month)): the oldest in use is of \(told.told(old))."))
    }
    let unkept = told.overview.unkept.filter { roster.isWithin($0, line.unit) }
    let lacking = told.unkept(unkept, of: line)
    if !lacking.isEmpty { tasks.append(lacking) }
    if !tasks.isEmpty { blocks.append(.list(tasks)) }
    return blocks
  }

  /// The filling rate in the middle of all siblings that have one, the unit among them; of an even number the mean of
  /// the two.
  private static func median(_ overview: LedgerOverview, _ units: [Int]) -> String? {
    let siblings = Set(units)
    let rates = overview.lines.filter { siblings.contains($0.unit) }.compactMap(\.fillingRate).sorted()
    guard !rates.isEmpty else { return nil }
    return rates[(rates.count - 1) / 2].adding(rates[rates.count / 2])
      .flatMap { Rational($0.numerator * 100, $0.denominator * 2).rounded(decimals: 1) }
      .map { Quotient.text($0, decimals: 1) }
  }
}
