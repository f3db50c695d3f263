import Model

/// What moved since the month before, and why.
enum ChangesSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard let comparison = edition.comparison else { return nil }
    let book = ChangeBook(comparison, words)
    var blocks = opening(book)
    if !book.isStill {
      if let chart = ChangeChart.chart(book) { blocks.append(.chart(chart)) }
      let grids = ChangeGrids(book: book)
      if !book.shown.isEmpty { blocks.append(.grid(grids.summary)) }
      if let key = book.rankKey, !edition.ranking.isEmpty { blocks.append(.grid(grids.children(key))) }
    }
    return Section(
      heading(book), blocks + remarks(book) + units(book) + corrections(edition.earlierErrata, book))
  }

  /// What of the earlier month is no longer as it was published, and why.
  private static func corrections(_ errata: [Erratum], _ book: ChangeBook) -> [Block] {
    guard !errata.isEmpty else { return [] }
    let month = book.headings.earlier
    let caption = book.words.language.pick(
      "\(month)已发布数据的更正", "Published figures of \(month) that have changed")
    return ErrataSection.table(errata, caption, book.words)
  }

  /// 与上月比较; of months that do not follow each other 与2015年6月比较.
  private static func heading(_ book: ChangeBook) -> String {
    book.words.language.pick(
      "与\(book.earlierAgain)比较", "Compared with \(book.earlierAgain)")
  }

  /// The sentences, and which edition of the earlier month is meant.
  static func opening(_ book: ChangeBook) -> [Block] {
    (ChangeSentences(book: book).opening + [book.source].compactMap { $0 }).map { .paragraph($0) }
  }

  /// Who moved most, and what fell that should not.
  static func remarks(_ book: ChangeBook) -> [Block] {
    let movers = book.rankKey.map { Movers(book: book, key: $0).sentences } ?? []
    return (movers.isEmpty ? [] : [.list(movers)]) + Falls(book: book).blocks
  }

  private static func units(_ book: ChangeBook) -> [Block] {
    let lines = UnitChangeWords(units: book.comparison.units, words: book.words).lines
    guard !lines.isEmpty else { return [] }
    let text = book.words.language.pick(
      "与\(book.earlierAgain)相比，名录有以下变动：",
      "The registry differs from \(book.earlierAgain):")
    return [.paragraph(text), .list(lines)]
  }
}
