import Model

/// Totals and averages: one sentence, a table with coverage, and a table by child unit.
enum TotalsSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    let figures = (edition.figures[edition.unit] ?? []).filter { isShown($0, edition) }
    guard !figures.isEmpty else { return nil }
    var blocks: [Block] = [.paragraph(sentence(figures, edition, words))]
    blocks.append(.grid(summary(figures, edition, words)))
    // A rate's charts stand with the rates.
    if figures.contains(where: { $0.indicator == words.rankIndicator }) { blocks += words.rankCharts }
    if !edition.ranking.isEmpty { blocks.append(.grid(byChild(figures, edition, words))) }
    return Section(edition.language.pick("工作数据", "Totals"), blocks)
  }

  static func isShown(_ figure: Figure, _ edition: Edition) -> Bool {
    switch edition.campaign.indicators[figure.indicator].kind {
    case .total, .averagePerUnit, .ratio, .value, .count: true
    case .rate, .composition: false
    }
  }

  private static func sentence(_ figures: [Figure], _ edition: Edition, _ words: Words) -> String {
    let parts = figures.filter { $0.status != .missing && $0.status != .cannotExist }.map { figure in
      let value = value(figure, edition, words)
      return edition.language.pick(
        "\(label(figure, edition, words))\(value)", "\(label(figure, edition, words)) \(value)")
    }
    let opening =
      edition.period.isMonth
      ? edition.language.pick("截至本月，", "To date: ")
      : edition.language.pick("\(words.month)，", "\(words.month): ")
    return opening + words.join(parts)
      + edition.language.pick("。", ".")
  }

  /// A value with its measure: 11.50万元.
  static func value(_ figure: Figure, _ edition: Edition, _ words: Words) -> String {
    let indicator = edition.campaign.indicators[figure.indicator]
    let value =
      figure.numeratorDecimals == 0 && figure.denominator == nil
      ? words.number(figure.numerator) : Cells.value(figure, indicator).text(edition.language)
    let measure = measure(indicator, edition.language)
    return edition.language.pick("\(value)\(measure)", "\(value)\(measure.isEmpty ? "" : " " + measure)")
  }

  private static func summary(_ figures: [Figure], _ edition: Edition, _ words: Words) -> Grid {
    let zh = ["指标", "数值", "单位", "算式", "已报/应报(个)", "覆盖率"]
    let en = ["Indicator", "Value", "Measure", "Computed as", "Answered/expected, units", "Coverage"]
    let headings = edition.language == .zh ? zh : en
    let columns = headings.enumerated().map { GridColumn($1, numeric: $0 != 0 && $0 != 2 && $0 != 3) }
    let caption = edition.language.pick(
      "各项数据合计（为已报单位之和）", "Totals, each the sum over units that have answered")
    return Grid(
      caption: caption, columns: columns,
      rows: figures.map { figure in
        let indicator = edition.campaign.indicators[figure.indicator]
        return GridRow([
          .text(label(figure, edition, words)),
          edition.marked(Cells.value(figure, indicator), figure),
          .text(measure(indicator, edition.language)), .text(quotient(figure)),
          .coverage(figure.received, of: figure.expected),
          Cells.coverage(figure),
        ])
      })
  }

  /// What an average is the quotient of, so that it never stands without its denominator.
  static func quotient(_ figure: Figure) -> String {
    guard let denominator = figure.denominator else { return "" }
    return Quotient.text(figure.numerator, decimals: figure.numeratorDecimals) + "÷"
      + Quotient.text(denominator, decimals: figure.denominatorDecimals)
  }

  /// The unit of measure; what is counted is units.
  private static func measure(_ indicator: Indicator, _ language: Language) -> String {
    guard case .count = indicator.kind, indicator.measure.isEmpty else { return indicator.measure }
    return language.pick("个", "units")
  }

  private static func byChild(_ figures: [Figure], _ edition: Edition, _ words: Words) -> Grid {
    let columns = figures.map { figure in
      let measure = measure(edition.campaign.indicators[figure.indicator], edition.language)
      let label = label(figure, edition, words)
      return GridColumn(measure.isEmpty ? label : "\(label)(\(measure))")
    }
    var grid = Grid(
      caption: edition.language.pick("分单位数据（为已报单位之和）", "Totals by unit"),
      columns: [GridColumn(words.childHeading, numeric: false)] + columns)
    let children = edition.roster.children(of: edition.unit)
    for unit in [edition.unit] + children {
      let cells = figures.map { wanted in
        edition.figure(unit, wanted.indicator, level: wanted.level).map {
          edition.marked(Cells.value($0, edition.campaign.indicators[$0.indicator]), $0)
        } ?? .notApplicable
      }
      guard unit == edition.unit || cells.contains(where: { $0 != .notApplicable }) else { continue }
      grid.rows.append(GridRow([.text(words.short(unit))] + cells, isTotal: unit == edition.unit))
    }
    return grid
  }

  /// The indicator's label; of a count the level that is counted, too.
  static func label(_ figure: Figure, _ edition: Edition, _ words: Words) -> String {
    let indicator = edition.campaign.indicators[figure.indicator]
    guard case .count = indicator.kind, let level = figure.level else { return indicator.label }
    return edition.language.pick(
      "\(indicator.label)的\(words.level(level))", "\(indicator.label), \(words.level(level))")
  }
}

/// Figures as cells of a table.
enum Cells {
  /// The value of a total, count or average.
  static func value(_ figure: Figure, _ indicator: Indicator) -> Cell {
    switch figure.status {
    case .cannotExist, .overflow: return .notApplicable
    case .missing: return .notReported
    case .normal, .provisional: break
    }
    let decimals = indicator.decimals
    guard let value = figure.value(decimals: decimals) else { return .notApplicable }
    return decimals == 0 ? .count(value) : .decimal(value, decimals: decimals)
  }

  /// The share of expected units that have answered; never 100 % while one is missing.
  static func coverage(_ figure: Figure) -> Cell {
    figure.expected == 0
      ? .notApplicable : .percent(Int64(figure.received), of: Int64(figure.expected), decimals: 1)
  }
}
