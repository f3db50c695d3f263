import Model

/// Builds the month's bulletin from an edition. One file a section.
public enum Bulletin {
  /// The bulletin of the edition's unit.
  public static func document(_ edition: Edition) -> Document {
    let words = Words(edition)
    let sections = [
      RatesSection.build(edition, words),
      TotalsSection.build(edition, words),
      CompositionSection.build(edition, words),
      ReportingSection.build(edition, words),
      QualitySection.build(edition, words),
      NotesSection.build(edition, words),
    ]
    return Document(
      title: title(edition, words), byline: byline(edition, words),
      opening: Headline.build(edition, words), sections: sections.compactMap { $0 })
  }

  private static func title(_ edition: Edition, _ words: Words) -> String {
    let place = edition.roster.parent[edition.unit] < 0 ? "" : words.name(edition.unit)
    return edition.language.pick(
      "关于\(place)\(words.month)\(edition.campaign.title)的通报",
      "\(edition.campaign.title): \(place.isEmpty ? "" : place + ", ")\(words.month)")
  }

  private static func byline(_ edition: Edition, _ words: Words) -> String {
    let organisation = edition.campaign.organisation
    return edition.language.pick(
      "\(organisation)　数据月份：\(words.month)　报送截止：\(words.date(edition.due))",
      "\(organisation). Month: \(words.month). Returns were due on \(words.date(edition.due)).")
  }
}
