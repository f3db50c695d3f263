public import Model

/// The series by which the children are ranked: what its charts show of each of them.
struct RankedSeries {
  let words: Words
  let told: SeriesWords
  /// The children with something to count, in the order of their rank.
  let children: [Ranked]

  private var edition: Edition { words.edition }
  private var language: Language { words.language }

  /// `nil` where nothing ranks the children, or where each would only say yes or no of itself.
  init?(_ words: Words) {
    self.words = words
    let edition = words.edition
    guard let key = words.rankKey else { return nil }
    let told = SeriesWords(key, words)
    self.told = told
    children = edition.ranking.filter { ranked in
      let figure = edition.figure(ranked.unit, key.indicator, level: key.level, part: key.part)
      return !told.isAnswer(ranked.unit) && (figure.map { $0.status != .cannotExist } ?? false)
    }
    guard children.count > 1, children.contains(where: { value($0.unit) != nil }) else { return nil }
  }

  /// A unit's figure.
  func figure(_ unit: Int) -> Figure? {
    edition.figure(unit, told.key.indicator, level: told.key.level, part: told.key.part)
  }

  /// A unit's value in its last printed decimal; `nil` where it has none.
  func value(_ unit: Int) -> Int64? { told.value(figure(unit)) }

  /// A unit's value in print, marked where it was revised.
  func text(_ unit: Int) -> String {
    guard let figure = figure(unit) else { return Cell.notApplicable.text(language) }
    return edition.marked(told.cell(figure, of: unit), figure).text(language)
  }

  /// How values are drawn: shares up to 100 %.
  var scale: ChartScale { ChartScale(told) }

  /// 全国68%; `nil` where the unit has no value.
  var average: ChartMark? {
    let unit = edition.unit
    guard !told.isAnswer(unit), let value = value(unit) else { return nil }
    // A sum is no height to hold its parts against.
    if !told.indicator.isShare, !told.indicator.isQuotient { return nil }
    return ChartMark(value, "\(words.short(unit))\(language.pick("", " "))\(told.text(value))")
  }

  /// Who stands highest and lowest, and the whole: 上海最高（100%），西藏最低（23%），全国68%.
  var sight: String {
    let found = children.compactMap { child in value(child.unit).map { (unit: child.unit, value: $0) } }
    guard let most = found.map(\.value).max(), let least = found.map(\.value).min() else { return "" }
    let own = value(edition.unit).map {
      [words.short(edition.unit) + language.pick("", " ") + told.text($0)]
    }
    let ends =
      most == least
      ? [language.pick("各单位均为\(told.text(most))", "all at \(told.text(most))")]
      : [end(found, most, language.pick("最高", "highest")), end(found, least, language.pick("最低", "lowest"))]
    return (ends + (own ?? [])).joined(separator: language.pick("，", ", "))
  }

  /// 上海等3个最高（100%）.
  private func end(_ found: [(unit: Int, value: Int64)], _ value: Int64, _ word: String) -> String {
    let units = found.filter { $0.value == value }.map(\.unit)
    let name = units.first.map(words.short) ?? ""
    let number = told.text(value)
    guard units.count > 1 else {
      return language.pick("\(name)\(word)（\(number)）", "\(name) \(word) (\(number))")
    }
    return language.pick(
      "\(name)等\(units.count)个\(word)（\(number)）", "\(name) and \(units.count - 1) more \(word) (\(number))")
  }

  /// What the values are shares of, who has answered, and who has not.
  var note: String {
    guard let figure = figure(edition.unit) else { return "" }
    let blank = children.filter { value($0.unit) == nil }.map(\.unit)
    let missing =
      blank.isEmpty
      ? ""
      : language.pick(
        "无数据的\(blank.count)个（\(words.names(blank))）不作零计。",
        " Without data, which is not zero: \(words.names(blank)).")
    return told.coverage(figure) + missing
  }
}

extension Edition {
  /// The indicator by which children are ranked; the first rate where the campaign names none.
  var rankIndicator: Int? {
    campaign.bulletin.rankIndicator ?? campaign.indicators.firstIndex(where: \.isRate)
  }

  /// The series by which children are ranked, as the edition's unit has it; `nil` where nothing ranks them.
  public var rankKey: SeriesKey? {
    guard let indicator = rankIndicator else { return nil }
    let keys = (figures[unit] ?? []).map(\.key).filter { $0.indicator == indicator }
    return keys.last { $0.level == campaign.bulletin.rankLevel } ?? keys.last
  }
}

extension Words {
  /// The indicator by which children are ranked.
  var rankIndicator: Int? { edition.rankIndicator }
  /// The series by which children are ranked, as the unit has it.
  var rankKey: SeriesKey? { edition.rankKey }

  /// The charts of that series: the children by rank, on tiles where they are provinces, and the months.
  var rankCharts: [Block] {
    [RankChart.chart(self), ProvinceTiles.chart(self), TrendMonths.chart(self)].compactMap { $0 }
      .map { .chart($0) }
  }
}

extension Indicator {
  /// Whether it is one number by another, so that a whole and its parts compare.
  fileprivate var isQuotient: Bool {
    switch kind {
    case .averagePerUnit, .ratio, .value: true
    case .total, .count, .rate, .composition: false
    }
  }
}

extension ChartScale {
  /// How the values of a series are drawn: shares up to 100 %.
  init(_ told: SeriesWords) {
    let decimals = told.indicator.decimals
    let hundred = Quotient.power(of: 10, decimals + 2) ?? 100
    let bare = Quotient.text(0, decimals: decimals).count
    self.init(
      decimals: decimals, measure: String(told.text(0).dropFirst(bare)),
      least: told.indicator.isShare ? hundred : 0)
  }
}

extension SeriesWords {
  /// The denominator of a figure and how many have answered: 分子23106，分母34012（名录所列“涉农”单位中的乡镇）；
  /// 应答复34012个单位，已答复33000个.
  func coverage(_ figure: Figure) -> String {
    let answers = language.pick(
      "应答复\(figure.expected)个单位，已答复\(figure.received)个。",
      "\(figure.received) of \(figure.expected) units have answered.")
    guard let denominator = figure.denominator else { return answers }
    let below = Quotient.text(denominator, decimals: figure.denominatorDecimals)
    let above = Quotient.text(figure.numerator, decimals: figure.numeratorDecimals)
    let name = words.short(figure.unit)
    if indicator.isRate {
      let group = words.population(indicator.group)
      return language.pick(
        "\(name)分子\(above)，分母\(below)（\(group)中的\(level)）；",
        "\(name): \(above) of \(below) (\(level), \(group)); ") + answers
    }
    return language.pick("\(name)分子\(above)，分母\(below)；", "\(name): \(above) by \(below); ") + answers
  }
}
