import Model

/// Two months of a unit side by side, in full: `diff.md`.
public enum DiffDocument {
  /// The document; of an edition without a comparison only its title.
  public static func build(_ edition: Edition) -> Document {
    let (words, language) = (Words(edition), edition.language)
    let place = edition.roster.parent[edition.unit] < 0 ? "" : words.name(edition.unit)
    guard let comparison = edition.comparison else {
      return Document(
        title: language.pick("\(place)\(words.month)数据对比", "Comparison of \(words.month)"),
        byline: edition.campaign.organisation, opening: [], sections: [])
    }
    let book = ChangeBook(comparison, words)
    let (earlier, later) = (words.month(comparison.earlier), words.month(comparison.later))
    let comma = place.isEmpty ? "" : ", "
    return Document(
      title: language.pick(
        "\(place)\(later)与\(earlier)数据对比", "\(later) compared with \(earlier)\(comma)\(place)"),
      byline: "\(edition.campaign.organisation)" + language.pick("　", ". ") + edition.campaign.title,
      opening: ChangesSection.opening(book),
      sections: sections(book)
        + [LedgerMovesSection.build(edition, since: comparison.earlier, words)].compactMap { $0 })
  }

  private static func sections(_ book: ChangeBook) -> [Section] {
    let language = book.words.language
    let grids = ChangeGrids(book: book)
    let whole = (book.shown.isEmpty ? [] : [Block.grid(grids.summary)]) + ChangesSection.remarks(book)
    var sections = whole.isEmpty ? [] : [Section(language.pick("总体情况", "Overview"), whole)]
    for (index, indicator) in book.edition.campaign.indicators.enumerated() {
      let tables = book.keys.filter { $0.indicator == index }.map(grids.full).filter { !$0.rows.isEmpty }
      if !tables.isEmpty { sections.append(Section(indicator.label, tables.map { .grid($0) })) }
    }
    let units = UnitChangeWords(units: book.comparison.units, words: book.words)
    if !units.units.isEmpty {
      sections.append(
        Section(language.pick("名录变动", "Registry"), [.list(units.lines), .grid(units.grid)]))
    }
    return sections
  }
}
