import Model

/// `figures.csv`: a row a figure, of the bulletin's unit and its children.
public enum FiguresCSV {
  /// The bytes of the file; `units` in the order in which they are to stand.
  public static func render(_ edition: Edition, units: [Int]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    for unit in units {
      for figure in edition.figures[unit] ?? [] { write(figure, edition, &writer) }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "单位代码", "单位名称", "层级", "指标", "指标名称", "类别", "统计层级", "数值", "计量单位",
        "分子", "分母", "已报", "应报", "下限", "上限", "版次", "状态",
      ]
      : [
        "period", "unit_code", "unit_name", "level", "indicator", "label", "category",
        "counted_level", "value", "measure", "numerator", "denominator", "received", "expected",
        "lower", "upper", "vintage", "status",
      ]
  }

  private static func write(_ figure: Figure, _ edition: Edition, _ writer: inout CSVWriter) {
    let roster = edition.roster
    let unit = roster.units[figure.unit]
    let indicator = edition.campaign.indicators[figure.indicator]
    writer.text(edition.period.description)
    writer.code(unit.code)
    writer.text(unit.name)
    writer.text(roster.levels[unit.level].id)
    writer.text(indicator.id)
    writer.text(indicator.label)
    writer.text(category(figure, indicator, edition))
    writer.text(figure.level.map { roster.levels[$0].id } ?? "")
    FigureCells.value(figure, isShare: indicator.isShare, decimals: indicator.decimals, &writer)
    writer.text(indicator.isShare ? "%" : indicator.measure)
    FigureCells.numerator(figure, &writer)
    writer.number(figure.denominator, decimals: figure.denominatorDecimals)
    writer.number(figure.received)
    writer.number(figure.expected)
    FigureCells.bound(figure.bounds?.lowerBound, figure, indicator, &writer)
    FigureCells.bound(figure.bounds?.upperBound, figure, indicator, &writer)
    writer.text(edition.vintage.of(figure.unit, figure.key).rawValue)
    writer.text(figure.status.rawValue)
    writer.endRow()
  }

  /// The id of a composition's part.
  private static func category(
    _ figure: Figure, _ indicator: Indicator, _ edition: Edition
  ) -> String {
    guard case .composition(let parts, _) = indicator.kind, let part = figure.part else { return "" }
    return edition.campaign.items[parts[part]].id
  }
}

/// Figures as cells of CSV.
enum FigureCells {
  /// The value as published: percent for shares, the quotient or sum otherwise; empty for none.
  static func value(_ figure: Figure, isShare: Bool, decimals: Int, _ writer: inout CSVWriter) {
    writer.number(figure.value(decimals: isShare ? decimals + 2 : decimals), decimals: decimals)
  }

  /// What the cells of a column of a wide table need of its indicator and series.
  struct Shape {
    let isShare: Bool
    let decimals: Int
    let scale: FigureScale
    /// Whether a number is printed as it is kept.
    let isAsKept: Bool

    init(_ indicator: Indicator, _ scale: FigureScale) {
      (isShare, decimals) = (indicator.isShare, indicator.decimals)
      self.scale = scale
      isAsKept = !isShare && decimals == scale.numeratorDecimals
    }

    /// How many cells a figure takes.
    var cells: Int { isShare ? 3 : 1 }
  }

  /// A figure in a wide table: of a share numerator, denominator and value, else the value alone.
  static func wide(_ numbers: FigureNumbers, _ shape: Shape, _ room: inout CellRoom) {
    guard numbers.status != .cannotExist else {
      for _ in 0..<shape.cells { room.empty() }
      return
    }
    let isKnown = numbers.status == .normal || numbers.status == .provisional
    if shape.isAsKept, numbers.denominator == nil {
      return room.number(isKnown ? numbers.numerator : nil, decimals: shape.decimals)
    }
    if shape.isShare {
      room.number(isKnown ? numbers.numerator : nil, decimals: shape.scale.numeratorDecimals)
      room.number(numbers.denominator, decimals: shape.scale.denominatorDecimals)
    }
    room.number(
      numbers.value(shape.scale, decimals: shape.isShare ? shape.decimals + 2 : shape.decimals),
      decimals: shape.decimals)
  }

  /// The sum or count; empty where nobody has answered or there is nothing to say.
  static func numerator(_ figure: Figure, _ writer: inout CSVWriter) {
    let isKnown = figure.status == .normal || figure.status == .provisional
    writer.number(isKnown ? figure.numerator : nil, decimals: figure.numeratorDecimals)
  }

  /// A bound in the measure of the value; of a share with a decimal at least, since bounds lie close.
  static func bound(
    _ bound: Int64?, _ figure: Figure, _ indicator: Indicator, _ writer: inout CSVWriter
  ) {
    guard indicator.isShare else { return writer.number(bound, decimals: 0) }
    let decimals = max(1, indicator.decimals)
    let share = bound.flatMap {
      Quotient.scaled($0, by: figure.denominator ?? 0, decimals: decimals + 2)
    }
    writer.number(share, decimals: decimals)
  }
}

extension Indicator {
  /// Whether its value is a percentage.
  var isShare: Bool {
    switch kind {
    case .rate, .composition: true
    case .total, .count, .averagePerUnit, .ratio, .value: false
    }
  }
}
