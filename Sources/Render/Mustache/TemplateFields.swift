import Model

/// The fields of ``TemplateSchema`` with what an edition says. No share leaves here without its denominator.
struct TemplateFields {
  private let edition: Edition
  private let words: Words
  private var language: Language { words.language }

  init(_ edition: Edition, _ words: Words) {
    self.edition = edition
    self.words = words
  }

  /// By name, as Mustache looks them up.
  var values: [String: Any] {
    var all = general
    all["has_rates"] = !Headline.sentences(edition, words).isEmpty
    all["sentences"] = texts(Headline.sentences(edition, words))
    all["denominators"] = texts(Headline.denominators(edition, words))
    all["rates"] = TemplateFields.list(rates.map { rate($0) })
    all["totals"] = TemplateFields.list(totals.map { total($0) })
    all["rate"] = namedRates
    all["total"] = namedTotals
    let ranked = ranked
    let last = ranked.map(\.rank).max() ?? 1
    all["ranked"] = TemplateFields.list(ranked.map(\.fields))
    all["best"] = TemplateFields.list(ranked.filter { $0.rank == 1 }.map(\.fields))
    all["worst"] = TemplateFields.list(ranked.filter { $0.rank == last && last > 1 }.map(\.fields))
    all["changes"] = texts(
      edition.comparison.map { ChangeSentences(book: ChangeBook($0, words)).opening } ?? [])
    all["reporting"] = TemplateFields.list(edition.period.isMonth ? reporting : [])
    all["problems"] = problems
    all["quotes"] = TemplateFields.list(quotes)
    return all
  }

  /// Entries that know whether they are the first or the last.
  static func list(_ entries: [[String: Any]]) -> [[String: Any]] {
    entries.indices.map { index in
      var entry = entries[index]
      entry["first"] = index == 0
      entry["last"] = index == entries.count - 1
      return entry
    }
  }

  private func texts(_ texts: [String]) -> [[String: Any]] {
    TemplateFields.list(texts.map { ["text": TemplateValue($0)] })
  }

  private var general: [String: Any] {
    let isTop = edition.roster.parent[edition.unit] < 0
    let name = words.name(edition.unit)
    return [
      "campaign": TemplateValue(edition.campaign.title),
      "organisation": TemplateValue(edition.campaign.organisation),
      "contact": TemplateValue(edition.campaign.contact), "unit": TemplateValue(name),
      "place": TemplateValue(isTop ? "" : name), "month": TemplateValue(words.month),
      "is_month": edition.period.isMonth, "due": TemplateValue(words.date(edition.due)),
      "edition": TemplateValue(Bulletin.editions(edition.vintage, language, words).trimmingBlanks),
      "is_revised": edition.vintage.before != nil, "is_provisional": edition.isProvisional,
    ]
  }

  // MARK: Figures

  private var rates: [Figure] {
    edition.campaign.indicators.indices.filter { edition.campaign.indicators[$0].isRate }
      .flatMap { Headline.counted($0, edition) }
  }

  private func rate(_ figure: Figure) -> [String: Any] {
    let indicator = edition.campaign.indicators[figure.indicator]
    return [
      "label": TemplateValue(indicator.label), "level": TemplateValue(words.level(figure.level ?? 0)),
      "phrase": TemplateValue(indicator.phrase), "value": TemplateValue(value(figure)),
      "count": TemplateValue(String(figure.numerator)),
      "whole": TemplateValue(String(figure.denominator ?? 0)),
      "percent_of": TemplateValue(share(figure)), "coverage": TemplateValue(coverage(figure)), "known": true,
    ]
  }

  /// 4个，占12个的33%; of a total its value.
  private func value(_ figure: Figure) -> String {
    guard edition.campaign.indicators[figure.indicator].isRate else { return totalValue(figure) }
    let whole = figure.denominator ?? 0
    if figure.status == .missing {
      return language.pick("未报（应计\(whole)个）", "no return (of \(whole))")
    }
    return language.pick("\(figure.numerator)个，\(share(figure))", "\(figure.numerator) of \(percent(figure))")
  }

  /// 占12个的33%.
  private func share(_ figure: Figure) -> String {
    let (whole, text) = (figure.denominator ?? 0, text(figure))
    return language.pick("占\(whole)个的\(text)", "\(text) of \(whole)")
  }

  private func percent(_ figure: Figure) -> String { "\(figure.denominator ?? 0) (\(text(figure)))" }

  private func text(_ figure: Figure) -> String {
    let decimals = edition.campaign.indicators[figure.indicator].decimals
    return Quotient.percent(figure.numerator, of: figure.denominator ?? 0, decimals: decimals).map {
      $0 + "%"
    }
      ?? "—"
  }

  private func coverage(_ figure: Figure) -> String {
    language.pick(
      "已答复\(figure.received)个，应答复\(figure.expected)个",
      "\(figure.received) of \(figure.expected) have answered")
  }

  private var totals: [Figure] {
    (edition.figures[edition.unit] ?? []).filter {
      TotalsSection.isShown($0, edition) && $0.status != .cannotExist
    }
  }

  private func total(_ figure: Figure) -> [String: Any] {
    [
      "label": TemplateValue(TotalsSection.label(figure, edition, words)),
      "value": TemplateValue(totalValue(figure)), "coverage": TemplateValue(coverage(figure)), "known": true,
    ]
  }

  /// 11.50万元; 4.3人（52÷12）.
  private func totalValue(_ figure: Figure) -> String {
    switch figure.status {
    case .missing: return language.pick("未报", "no return")
    case .cannotExist, .overflow: return "—"
    case .normal, .provisional: break
    }
    let quotient = TotalsSection.quotient(figure)
    return TotalsSection.value(figure, edition, words)
      + (quotient.isEmpty ? "" : language.pick("（\(quotient)）", " (\(quotient))"))
  }

  /// Each rate by id and level, known or not.
  private var namedRates: [String: Any] {
    named { indicator, found in
      guard found.isRate else { return nil }
      let figures = Headline.counted(indicator, edition)
      let levels = found.levels.members.map { level -> (String, Any) in
        let figure = figures.first { $0.level == level }
        let fields = figure.map { rate($0) } ?? unknown(TemplateSchema.rate, found, level)
        return (edition.campaign.levels[level].id, fields)
      }
      return Dictionary(levels, uniquingKeysWith: { first, _ in first })
    }
  }

  private var namedTotals: [String: Any] {
    named { indicator, found in
      guard !found.isRate, !found.isComposition else { return nil }
      return totals.first { $0.indicator == indicator }.map { total($0) }
        ?? unknown(TemplateSchema.total, found)
    }
  }

  private func named(_ fields: (Int, Indicator) -> [String: Any]?) -> [String: Any] {
    let entries = edition.campaign.indicators.enumerated().compactMap { index, found in
      fields(index, found).map { (found.id, $0 as Any) }
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  /// A figure that there is not says so wherever it is named.
  private func unknown(_ fields: [TemplateField], _ indicator: Indicator, _ level: Int = 0) -> [String: Any] {
    var values: [String: Any] = Dictionary(
      fields.map { ($0.name, TemplateValue("—")) }, uniquingKeysWith: { first, _ in first })
    values["label"] = TemplateValue(indicator.label)
    values["level"] = TemplateValue(words.level(level))
    values["known"] = false
    return values
  }
}

extension TemplateFields {
  // MARK: Units

  private var ranked: [(rank: Int, fields: [String: Any])] {
    guard let indicator = edition.campaign.bulletin.rankIndicator else { return [] }
    return edition.ranking.compactMap { ranked in
      guard let rank = ranked.rank else { return nil }
      let figures = (edition.figures[ranked.unit] ?? []).filter { $0.indicator == indicator }
      let figure = figures.last { $0.level == edition.campaign.bulletin.rankLevel } ?? figures.last
      return (
        rank,
        [
          "rank": TemplateValue(String(rank)), "unit": TemplateValue(words.short(ranked.unit)),
          "value": TemplateValue(figure.map { value($0) } ?? "—"),
        ]
      )
    }
  }

  private var reporting: [[String: Any]] {
    edition.reporting.compactMap { reporting in
      let tally = reporting.total(edition.unit)
      guard tally.expected > 0 else { return nil }
      let share = Quotient.percent(Int64(tally.received), of: Int64(tally.expected), decimals: 1) ?? "—"
      let value = language.pick(
        "\(tally.received)个，占\(tally.expected)个的\(share)%",
        "\(tally.received) of \(tally.expected) (\(share)%)")
      let numbers = [
        ("expected", tally.expected), ("received", tally.received), ("on_time", tally.onTime),
        ("late", tally.late),
        ("missing", tally.missing), ("rejected", tally.rejected),
      ]
      var fields: [String: Any] = Dictionary(
        numbers.map { ($0.0, TemplateValue(String($0.1))) }, uniquingKeysWith: { first, _ in first })
      fields["form"] = TemplateValue(edition.campaign.forms[reporting.form].title)
      fields["value"] = TemplateValue(value)
      fields["is_complete"] = tally.received == tally.expected
      return fields
    }
  }

  private var problems: [String: Any] {
    let count = { (severity: Severity) in
      TemplateValue(String(edition.findings.count { $0.severity == severity }))
    }
    return [
      "all": TemplateValue(String(edition.findings.count)), "rejected": count(.reject),
      "queries": count(.query),
      "notes": count(.note),
    ]
  }

  private var quotes: [[String: Any]] {
    edition.campaign.bulletin.quotes.map { Quotes($0, edition) }.flatMap { found in
      found.quotes.map { quote in
        [
          "label": TemplateValue(found.plan.label), "unit": TemplateValue(words.place(quote.unit)),
          "text": TemplateValue(quote.text), "count": TemplateValue(String(quote.count)),
        ]
      }
    }
  }
}
