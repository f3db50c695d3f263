import Model

/// `diff.csv`: a row a unit and series, with both months, the change and its five parts.
public enum DiffCSV {
  /// The bytes of the file; only its headings where the edition is compared with nothing.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    let words = Words(edition)
    if let comparison = edition.comparison {
      for change in comparison.changes { write(change, comparison, words, &writer) }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    let zh = [
      "期间", "对比期间", "单位代码", "单位名称", "层级", "指标", "指标名称", "类别", "统计层级", "计量单位", "增减单位",
    ]
    let en = [
      "period", "previous_period", "unit_code", "unit_name", "level", "indicator", "label", "category",
      "counted_level", "measure", "change_measure",
    ]
    let parts = ["restated", "registry", "started", "stopped", "real"]
    var headings = language == .zh ? zh : en
    for (zh, en) in [("数值", ""), ("分子", "numerator_"), ("分母", "denominator_")] {
      if language == .zh {
        headings += ["上期发布", "上期现为", "本期", "增减"].map { "\(zh)·\($0)" }
        headings += ChangeWords.allCases.map { "\(zh)·\($0.label(.zh))" }
      } else {
        headings += ["published", "previous", "current", "change"].map { en + $0 }
        headings += parts.map { "\(en)change_\($0)" }
      }
    }
    return headings
      + (language == .zh ? ["上期名次", "本期名次", "名次变化"] : ["previous_rank", "rank", "rank_change"])
  }

  private static func write(
    _ change: FigureChange, _ comparison: Comparison, _ words: Words, _ writer: inout CSVWriter
  ) {
    let roster = words.edition.roster
    let unit = roster.units[change.unit]
    let told = SeriesWords(change.key, words)
    writer.text(comparison.later.description)
    writer.text(comparison.earlier.description)
    writer.code(unit.code)
    writer.text(unit.name)
    writer.text(roster.levels[unit.level].id)
    writer.text(told.indicator.id)
    writer.text(told.indicator.label)
    writer.text(told.partID)
    writer.text(change.key.level.map { roster.levels[$0].id } ?? "")
    writer.text(told.indicator.isShare ? "%" : told.indicator.measure)
    writer.text(told.changeMeasure)
    let figures = [change.published, change.previous, change.current]
    write(figures.map(told.value), change.value, decimals: told.indicator.decimals, &writer)
    let known = figures.map { figure in
      figure.flatMap { $0.status == .normal || $0.status == .provisional ? $0 : nil }
    }
    let any = figures.lazy.compactMap { $0 }.first
    write(known.map { $0?.numerator }, change.numerator, decimals: any?.numeratorDecimals ?? 0, &writer)
    write(
      figures.map { $0?.denominator }, change.denominator, decimals: any?.denominatorDecimals ?? 0, &writer)
    for rank in [change.previousRank, change.rank] {
      writer.number(rank.map(Int64.init), decimals: 0)
    }
    let moved = change.previousRank.flatMap { before in change.rank.map { Int64(before - $0) } }
    writer.number(moved, decimals: 0)
    writer.endRow()
  }

  /// The value in both months, its change and the parts of that.
  private static func write(
    _ values: [Int64?], _ parts: ChangeParts?, decimals: Int, _ writer: inout CSVWriter
  ) {
    for value in values { writer.number(value, decimals: decimals) }
    writer.number(parts?.total, decimals: decimals)
    for part in ChangeWords.allCases { writer.number(parts.map(part.amount), decimals: decimals) }
  }
}
