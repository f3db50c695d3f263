import Model

/// Compositions: the parts, their share in the whole, and the remark on rounding.
enum CompositionSection {
  /// How many compositions are drawn: a bulletin is no album.
  private static let mostCharts = 2

  static func build(_ edition: Edition, _ words: Words) -> Section? {
    var (parts, charts): ([(heading: String, blocks: [Block])], Int) = ([], 0)
    for index in edition.campaign.indicators.indices {
      let found = composition(index, edition, words)
      guard !found.isEmpty else { continue }
      let name = charts == 0 ? "composition" : "composition-\(charts + 1)"
      let chart = charts < mostCharts ? CompositionCharts(words: words).chart(index, name: name) : nil
      charts += chart == nil ? 0 : 1
      parts.append(
        (
          edition.campaign.indicators[index].label,
          found.prefix(1) + (chart.map { [.chart($0)] } ?? []) + found.dropFirst()
        ))
    }
    guard !parts.isEmpty else { return nil }
    return Section(edition.language.pick("构成情况", "Composition"), Section.parts(parts))
  }

  private static func composition(_ index: Int, _ edition: Edition, _ words: Words) -> [Block] {
    let indicator = edition.campaign.indicators[index]
    guard case .composition(let parts, let whole) = indicator.kind else { return [] }
    let figures = parts.indices.compactMap { edition.figure(edition.unit, index, part: $0) }
    guard let first = figures.first, let total = first.denominator, total > 0 else { return [] }
    let wholeItem = edition.campaign.items[whole]
    let measure = wholeItem.measure.isEmpty ? indicator.measure : wholeItem.measure
    let shares = figures.map { figure in
      let share =
        Quotient.percent(figure.numerator, of: total, decimals: indicator.decimals)
        .map { $0 + "%" } ?? "—"
      let label = edition.campaign.items[parts[figure.part ?? 0]].label
      return edition.language.pick("\(label)占\(share)", "\(label) \(share)")
    }
    let text = edition.language.pick(
      "\(wholeItem.label)\(words.number(total))\(measure)，其中\(words.join(shares))。",
      "\(wholeItem.label): \(total). Of these \(words.join(shares)).")
    let rounding = edition.language.pick(
      "各项占比分别四舍五入，由于数值修约误差，合计可能不等于100%，未作机械调整。"
        + "分母为\(wholeItem.label)\(total)\(measure)，已报\(first.received)个单位，应报\(first.expected)个单位。",
      "Shares are rounded each on its own and may not add up to 100%. Denominator: \(wholeItem.label), "
        + "\(total); \(first.received) of \(first.expected) units have answered.")
    return [
      .paragraph(text), .grid(grid(figures, parts, total, measure, indicator, edition)), .paragraph(rounding),
    ]
  }

  private static func grid(
    _ figures: [Figure], _ parts: [Int], _ total: Int64, _ measure: String, _ indicator: Indicator,
    _ edition: Edition
  ) -> Grid {
    let measure = measure.isEmpty ? "" : "(\(measure))"
    let headings = edition.language.pick("类别|数量\(measure)|占比", "Category|Number\(measure)|Share")
      .split(separator: "|").map(String.init)
    var grid = Grid(
      caption: indicator.label,
      columns: headings.enumerated().map { GridColumn($1, numeric: $0 > 0) })
    for figure in figures {
      grid.rows.append(
        GridRow([
          .text(edition.campaign.items[parts[figure.part ?? 0]].label),
          edition.noted(Cells.part(figure), figure),
          edition.marked(.percent(figure.numerator, of: total, decimals: indicator.decimals), figure),
        ]))
    }
    return grid
  }
}

extension Cells {
  /// The number of a composition's part.
  static func part(_ figure: Figure) -> Cell {
    figure.numeratorDecimals == 0
      ? .count(figure.numerator) : .decimal(figure.numerator, decimals: figure.numeratorDecimals)
  }
}
