import Model

/// The parts of a whole, of the unit and of each child.
struct CompositionCharts {
  let words: Words
  private var edition: Edition { words.edition }
  private var language: Language { words.language }

  /// The most children that are drawn; of more, whose bars would hardly differ to the eye, only the unit is.
  private static let mostChildren = 16

  /// The chart of a composition; `nil` where the unit has nothing to divide, or its parts are more than all of it.
  func chart(_ index: Int, name: String) -> Chart? {
    let indicator = edition.campaign.indicators[index]
    guard case .composition(let parts, let whole) = indicator.kind,
      let own = Split(edition.unit, index, parts.count, edition)
    else { return nil }
    let children = edition.roster.children(of: edition.unit)
    let splits =
      children.count <= Self.mostChildren
      ? children.map { (unit: $0, split: Split($0, index, parts.count, edition)) } : []
    let all = [(unit: edition.unit, split: Optional(own))] + splits
    let hasRest = all.contains { ($0.split?.rest ?? 0) > 0 }
    let wholes = all.filter { !isNobody($0.unit, index) }.map { part in
      CompositionChart.Whole(
        label: words.short(part.unit),
        parts: part.split.map { $0.parts + (hasRest ? [$0.rest] : []) } ?? [],
        texts: part.split.map { split in
          (split.parts + (hasRest ? [split.rest] : [])).map { share($0, split.whole, indicator) }
        } ?? [],
        total: part.split.map { text($0.whole, $0.decimals) } ?? blank(part.unit, index),
        isWhole: part.unit == edition.unit)
    }
    let labels =
      parts.map { edition.campaign.items[$0].label } + (hasRest ? [language.pick("其余", "other")] : [])
    let shares = (own.parts + (hasRest ? [own.rest] : [])).map { share($0, own.whole, indicator) }
    return Chart(
      name: name, title: title(own, labels, indicator),
      note: note(own, edition.campaign.items[whole].label, index),
      kind: .composition(CompositionChart(parts: zip(labels, shares).map { $0 + " " + $1 }, wholes: wholes)))
  }

  /// Whether nobody is asked at or below a unit.
  private func isNobody(_ unit: Int, _ index: Int) -> Bool {
    (edition.figure(unit, index, part: 0)?.expected ?? 0) == 0
  }

  private func blank(_ unit: Int, _ index: Int) -> String {
    guard let figure = edition.figure(unit, index, part: 0), figure.received > 0 else {
      return Cell.notReported.text(language)
    }
    return figure.denominator == 0 ? "0" : "—"
  }

  private func share(_ part: Int64, _ whole: Int64, _ indicator: Indicator) -> String {
    Quotient.percent(part, of: whole, decimals: indicator.decimals).map { $0 + "%" } ?? "—"
  }

  private func text(_ whole: Int64, _ decimals: Int) -> String { Quotient.text(whole, decimals: decimals) }

  /// 委员来源：农民最多，占45.3%.
  private func title(_ own: Split, _ labels: [String], _ indicator: Indicator) -> String {
    let most = own.parts.max() ?? 0
    let name = own.parts.firstIndex(of: most).map { labels[$0] } ?? ""
    let share = share(most, own.whole, indicator)
    let said =
      own.parts.count == 1
      ? language.pick("\(name)占\(share)", "\(name) \(share)")
      : language.pick("\(name)最多，占\(share)", "\(name) most, \(share)")
    return indicator.label + language.pick("：", ": ") + said
  }

  private func note(_ own: Split, _ whole: String, _ index: Int) -> String {
    let figure = edition.figure(edition.unit, index, part: 0)
    let (received, expected) = (figure?.received ?? 0, figure?.expected ?? 0)
    return language.pick(
      "各条长度为该单位\(whole)的100%，右侧为其总数；\(words.short(edition.unit))\(text(own.whole, own.decimals))，"
        + "应报\(expected)个单位，已报\(received)个。",
      "Each bar is 100% of \(whole) of the unit; the number behind it is \(whole). "
        + "\(words.short(edition.unit)): \(text(own.whole, own.decimals)); \(received) of \(expected) units have answered."
    )
  }
}

/// A unit's whole and its parts, all with the same decimals.
private struct Split {
  let parts: [Int64]
  let whole: Int64
  let decimals: Int
  /// What is in no part.
  let rest: Int64

  /// `nil` where there is no whole, or where parts are negative or together more than it.
  init?(_ unit: Int, _ index: Int, _ count: Int, _ edition: Edition) {
    let figures = (0..<count).compactMap { edition.figure(unit, index, part: $0) }
    guard figures.count == count, let first = figures.first, let whole = first.denominator, whole > 0,
      figures.allSatisfy({ figure in
        figure.numerator >= 0 && figure.numeratorDecimals == first.denominatorDecimals
          && (figure.status == .normal || figure.status == .provisional)
      })
    else { return nil }
    parts = figures.map(\.numerator)
    self.whole = whole
    decimals = first.denominatorDecimals
    let sum = parts.reduce(Int128(0)) { $0 + Int128($1) }
    guard let rest = Int64(exactly: Int128(whole) - sum), rest >= 0 else { return nil }
    self.rest = rest
  }
}
