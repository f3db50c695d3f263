import Model

/// Builds the month's bulletin from an edition. One file a section.
public enum Bulletin {
  /// The bulletin of the edition's unit.
  public static func document(_ edition: Edition) -> Document {
    let words = Words(edition)
    let templates = BulletinTemplates(edition, words)
    let figures = sections(edition, words)
    let isMarked = figures.contains(where: \.section.isMarked)
    let notes = NotesSection.build(edition, words, isMarked: isMarked).map { (SectionKind.notes, $0) }
    let headline = Headline.build(edition, words)
    let own = templates.lines("headline", builtin: headline.compactMap(\.paragraph))
    let arrangement = BulletinArrangement(plan: edition.campaign.bulletin, templates: templates)
    var document = Document(
      title: templates.line("title", builtin: title(edition, words)) + marks(edition),
      byline: templates.line("byline", builtin: byline(edition, words)),
      opening: provisional(edition, words) + (own.map(BulletinTemplates.blocks) ?? headline),
      sections: arrangement.sections(figures + [notes].compactMap { $0 }))
    document.closing = edition.campaign.closing
    return document
  }

  /// What there is to say, but for the notes.
  private static func sections(_ edition: Edition, _ words: Words) -> [(kind: SectionKind, section: Section)]
  {
    let all: [(SectionKind, Section?)] = [
      (.errata, ErrataSection.build(edition, words)),
      (.rates, RatesSection.build(edition, words)),
      (.totals, TotalsSection.build(edition, words)),
      (.composition, CompositionSection.build(edition, words)),
      (.ledgers, LedgerSection.build(edition, words)),
      (.changes, ChangesSection.build(edition, words)),
      (.progress, ProgressSection.build(edition, words)),
      (.scores, ScoreSection.build(edition, words)),
      (.supervision, SupervisionSection.build(edition, words)),
      (.quotes, QuotesSection.build(edition, words)),
      (.reporting, ReportingSection.build(edition, words)),
      (.reconciliation, ReconciliationSection.build(edition, words)),
      (.quality, QualitySection.build(edition, words)),
    ]
    return all.compactMap { kind, section in section.map { (kind, $0) } }
  }

  /// Whether the edition takes the place of one that said something else.
  private static func isRevised(_ edition: Edition) -> Bool {
    edition.vintage.before != nil
  }

  /// The title, with the month and what kind of edition it is.
  static func title(_ edition: Edition, _ words: Words) -> String {
    let place = edition.roster.parent[edition.unit] < 0 ? "" : words.name(edition.unit)
    return edition.language.pick(
      "关于\(place)\(words.month)\(edition.campaign.title)的通报",
      "\(edition.campaign.title): \(place.isEmpty ? "" : place + ", ")\(words.month)")
  }

  /// What no title may lack, whoever words it.
  private static func marks(_ edition: Edition) -> String {
    (isRevised(edition) ? edition.language.pick("（修订版）", " (revised)") : "")
      + (edition.isProvisional ? edition.language.pick("（初步）", " (provisional)") : "")
  }

  private static func byline(_ edition: Edition, _ words: Words) -> String {
    let organisation = edition.campaign.organisation
    let byline =
      edition.period.isMonth
      ? edition.language.pick(
        "\(organisation)　数据月份：\(words.month)　报送截止：\(words.date(edition.due))",
        "\(organisation). Month: \(words.month). Returns were due on \(words.date(edition.due)).")
      : edition.language.pick(
        "\(organisation)　数据期间：\(words.month)", "\(organisation). Period: \(words.month).")
    return byline + editions(edition.vintage, edition.language, words)
  }

  /// Which edition it is, and which one it revises.
  static func editions(_ vintage: Vintage, _ language: Language, _ words: Words) -> String {
    var text = ""
    if let own = vintage.edition {
      text += language.pick(
        "　第\(own.number)版：\(words.time(own.time))发布",
        " Edition \(own.number), published \(words.time(own.time)).")
    } else if vintage.before != nil {
      text += language.pick("　修订稿，尚未发布", " A revision that is not published yet.")
    }
    if let before = vintage.before {
      text += language.pick(
        "　修订第\(before.number)版（\(words.time(before.time))发布）",
        " It revises edition \(before.number), published \(words.time(before.time)).")
    }
    return text
  }

  /// Why the edition is provisional.
  private static func provisional(_ edition: Edition, _ words: Words) -> [Block] {
    guard edition.isProvisional else { return [] }
    let all = edition.reporting.flatMap(\.punctuality)
    let expected = all.count { $0 != .notExpected }
    let received = all.count { $0 == .onTime || $0 == .late }
    let gate = edition.campaign.gate.received
    // Of a longer period the returns of its last month say nothing.
    let isMissed = edition.period.isMonth && expected > 0 && received * 100 < gate * expected
    let share = Quotient.percent(Int64(received), of: Int64(expected), decimals: 1) ?? "—"
    let text = edition.language.pick(
      isMissed
        ? "全部应报\(expected)份，实报\(received)份，报送率\(share)%，未达到规定的\(gate)%，本通报为初步数据，以后可能修订。"
        : "报送情况未达到活动规定的要求，本通报为初步数据，以后可能修订。",
      isMissed
        ? "Provisional: \(received) of \(expected) returns (\(share)%) have come in, fewer than the \(gate)% asked "
          + "for. The figures may be revised."
        : "Provisional: what has come in falls short of what the campaign asks for. The figures may be revised."
    )
    return [.paragraph(text)]
  }
}
