import Model

/// All figures of the unit and its children in one long list, as in `figures.csv`, numbers as numbers.
enum FigureTable {
  /// The column of the value; of quotients it is a formula over the two that follow it.
  static let value = 8

  /// The table.
  static func build(_ words: Words) -> BookTable {
    let (edition, language) = (words.edition, words.language)
    let zh = [
      "单位代码", "单位名称", "层级", "指标", "指标名称", "类别", "统计层级", "数值", "分子", "分母", "已报(个)", "应报(个)", "下限", "上限",
      "计量单位", "状态",
    ]
    let en = [
      "Code", "Unit", "Level", "Indicator", "Label", "Category", "Counted level", "Value", "Numerator",
      "Denominator",
      "Answered, units", "Expected, units", "Lower", "Upper", "Measure", "Status",
    ]
    let notes: [Int: [BookNote]] = [
      8: [.rounding], 10: [.denominators], 11: [.coverage], 13: [.bounds], 14: [.bounds],
    ]
    var table = BookTable(
      name: language.pick("全部数据", "figures"),
      title: language.pick("全部数据（同figures.csv）", "All figures, as in figures.csv"),
      remark: language.pick(
        "状态：A 报齐，P 未报齐，O 无人答复，M 无可计算，U 数值过大。",
        "Status: A all have answered, P some have not, O nobody has, M nothing to count, U too large."),
      columns: (language == .zh ? zh : en).enumerated().map {
        BookColumn($1, numeric: (7..<14).contains($0), notes: notes[$0 + 1] ?? [])
      }, frozen: 2)
    table.isFiltered = true
    let told = BookFigures(words)
    for unit in [edition.unit] + edition.roster.children(of: edition.unit) {
      for figure in edition.figures[unit] ?? [] { table.add(cells(figure, told, table)) }
    }
    return table
  }

  private static func cells(_ figure: Figure, _ told: BookFigures, _ table: BookTable) -> [BookCell] {
    let (words, edition) = (told.words, told.words.edition)
    let unit = edition.roster.units[figure.unit]
    let series = SeriesWords(figure.key, words)
    let indicator = series.indicator
    let text = { (text: String) in BookCell.text(text.isEmpty ? "—" : text) }
    return [
      .text(unit.code.description), .text(unit.name), .text(edition.roster.levels[unit.level].label),
      .text(indicator.id), .text(indicator.label), text(series.part ?? ""), text(series.level),
      value(figure, told, table),
      told.numerator(figure), .number(figure.denominator, figure.denominatorDecimals),
      .count(figure.received),
      .count(figure.expected), bound(figure.bounds?.lowerBound, figure, indicator),
      bound(figure.bounds?.upperBound, figure, indicator), text(indicator.isShare ? "%" : indicator.measure),
      .text(figure.status.rawValue),
    ]
  }

  private static func value(_ figure: Figure, _ told: BookFigures, _ table: BookTable) -> BookCell {
    let (shown, numerator) = (told.value(figure), told.numerator(figure))
    let denominator = BookCell.number(figure.denominator, figure.denominatorDecimals)
    guard figure.denominator != nil, shown.isExactNumber, numerator.isExactNumber, denominator.isExactNumber
    else {
      return shown
    }
    let indicator = told.words.edition.campaign.indicators[figure.indicator]
    let formula = OwnFormula.quotient(
      table.next(Self.value + 1), decimals: figure.numeratorDecimals, by: table.next(Self.value + 2),
      decimals: figure.denominatorDecimals,
      roundedTo: indicator.isShare ? indicator.decimals + 2 : indicator.decimals)
    return .computed(formula, shown)
  }

  /// As in figures.csv: of a share with a decimal at least.
  private static func bound(_ bound: Int64?, _ figure: Figure, _ indicator: Indicator) -> BookCell {
    guard let bound else { return .none }
    guard indicator.isShare else { return .number(bound) }
    let decimals = max(1, indicator.decimals)
    return Quotient.scaled(bound, by: figure.denominator ?? 0, decimals: decimals + 2)
      .map { .share($0, decimals: decimals) } ?? .none
  }
}
