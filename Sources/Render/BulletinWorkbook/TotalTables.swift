import Model

/// Totals, counts and averages: once with their coverage, and unit by unit.
enum TotalTables {
  /// Both tables; none where nothing of the kind is counted.
  static func build(_ words: Words) -> [BookTable] {
    let figures = (words.edition.figures[words.edition.unit] ?? []).filter {
      let indicator = words.edition.campaign.indicators[$0.indicator]
      return !indicator.isShare
    }
    guard !figures.isEmpty else { return [] }
    let hasChildren = !words.edition.ranking.isEmpty
    return [summary(figures, words)] + (hasChildren ? [byUnit(figures, words)] : [])
  }

  private static func summary(_ figures: [Figure], _ words: Words) -> BookTable {
    let language = words.language
    let told = BookFigures(words)
    var table = BookTable(
      name: language.pick("工作数据", "Totals"),
      title: language.pick("各项数据合计及其覆盖", "Totals and averages, with their coverage"),
      remark: language.pick(
        "平均数=分子÷分母，覆盖率=已报÷应报，均为公式。", "Averages and coverage are formulas over the cells of the row."),
      columns: [
        .text(language.pick("指标", "Indicator")), .text(language.pick("单位", "Measure")),
        BookColumn(language.pick("分子或合计", "Sum")), BookColumn(language.pick("分母", "Divided by")),
        BookColumn(language.pick("数值", "Value"), notes: [.rounding]),
        BookColumn(language.pick("已报(个)", "Answered, units"), notes: [.coverage]),
        BookColumn(language.pick("应报(个)", "Expected, units")),
        BookColumn(language.pick("覆盖率", "Coverage"), bars: true),
      ])
    for figure in figures {
      let series = SeriesWords(figure.key, words)
      var cells: [BookCell] = [.text(series.label), .text(measure(series, language))]
      if figure.denominator == nil {
        cells += [told.numerator(figure), .none, told.value(figure)]
      } else {
        cells += told.quotient(figure, in: table, from: 3)
      }
      cells += told.share(Int64(figure.received), of: Int64(figure.expected), in: table, from: 6)
      table.add(cells)
    }
    return table
  }

  private static func measure(_ series: SeriesWords, _ language: Language) -> String {
    let measure = series.indicator.measure
    guard case .count = series.indicator.kind, measure.isEmpty else { return measure.isEmpty ? "—" : measure }
    return language.pick("个", "units")
  }

  private static func byUnit(_ figures: [Figure], _ words: Words) -> BookTable {
    let (edition, language) = (words.edition, words.language)
    let told = BookFigures(words)
    var table = BookTable(
      name: language.pick("工作数据分单位", "Totals by unit"),
      title: language.pick("各项数据，分单位", "Totals and averages by unit"),
      remark: language.pick(
        "各数为已报单位之和；平均数是公式。", "Sums over units that have answered; averages are formulas."),
      notes: [.totals], columns: told.unitColumns, frozen: 2)
    for figure in figures { table.columns += columns(figure, words) }
    for unit in [edition.unit] + edition.roster.children(of: edition.unit) {
      let found = figures.map { edition.figure(unit, $0.indicator, level: $0.level) }
      let isTotal = unit == edition.unit
      guard isTotal || found.contains(where: { $0.map { $0.status != .cannotExist } ?? false }) else {
        continue
      }
      var cells = told.unit(unit)
      for (wanted, figure) in zip(figures, found) {
        cells +=
          wanted.denominator == nil
          ? [told.value(figure)] : told.quotient(figure, in: table, from: cells.count + 1)
      }
      table.add(cells, isTotal ? .total : .plain)
    }
    if let check = told.check(table, labels: 2) {
      table.rows.append(check)
      table.notes.append(.check)
    }
    return table
  }

  private static func columns(_ figure: Figure, _ words: Words) -> [BookColumn] {
    let language = words.language
    let series = SeriesWords(figure.key, words)
    let measure = measure(series, language)
    let label =
      measure == "—"
      ? series.label : language.pick("\(series.label)(\(measure))", "\(series.label) (\(measure))")
    guard figure.denominator != nil else { return [BookColumn(label, notes: [.coverage])] }
    return [
      BookColumn(language.pick("分子", "sum"), of: series.label),
      BookColumn(language.pick("分母", "divided by"), of: series.label),
      BookColumn(label, notes: [.rounding]),
    ]
  }
}
