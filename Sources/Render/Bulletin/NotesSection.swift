import Model

/// How the numbers are to be read: each rate's denominator, coverage and bounds, and the marks.
enum NotesSection {
  /// `isMarked`: whether a table before it has a figure marked (r).
  static func build(_ edition: Edition, _ words: Words, isMarked: Bool) -> Section? {
    var blocks: [Block] = []
    let grid = bounds(edition, words)
    if !grid.rows.isEmpty { blocks.append(.grid(grid)) }
    var remarks = remarks(edition, words)
    if isMarked || grid.isMarked {
      remarks.append(mark(edition.language))
    }
    blocks.append(.list(remarks))
    return Section(edition.language.pick("口径说明", "Notes"), blocks)
  }

  /// What the mark (r) means.
  static func mark(_ language: Language) -> String {
    language.pick("(r) 为修订数：与已发布的数不同。", "(r): revised, differs from the figure published.")
  }

  private static func bounds(_ edition: Edition, _ words: Words) -> Grid {
    let zh = ["指标", "层级", "分子(个)", "分母(个)", "占比", "已答复/应答复(个)", "下限", "上限"]
    let en = ["Indicator", "Level", "Numerator", "Denominator", "Share", "Answered", "Lower", "Upper"]
    let headings = edition.language == .zh ? zh : en
    var grid = Grid(
      caption: edition.language.pick(
        "各项占比的分母、覆盖与上下限（下限：未答复的单位均未完成；上限：均已完成）",
        "Denominators, coverage and bounds (if none, and if all, of those who did not answer had done it)"),
      columns: headings.enumerated().map { GridColumn($1, numeric: $0 > 1) })
    for (index, indicator) in edition.campaign.indicators.enumerated() where indicator.isRate {
      for figure in Headline.counted(index, edition) {
        let all = figure.denominator ?? 0
        let limits = figure.bounds ?? figure.numerator...figure.numerator
        let share = { (part: Int64) in Cell.percent(part, of: all, decimals: max(1, indicator.decimals)) }
        grid.rows.append(
          GridRow([
            .text(indicator.label), .text(words.level(figure.level ?? 0)), .count(figure.numerator),
            .count(all),
            edition.marked(.percent(figure.numerator, of: all, decimals: indicator.decimals), figure),
            .coverage(figure.received, of: figure.expected), share(limits.lowerBound),
            share(limits.upperBound),
          ]))
      }
    }
    return grid
  }

  private static func remarks(_ edition: Edition, _ words: Words) -> [String] {
    let zh = edition.period.isMonth ? "名录当月" : "\(words.rosterMonth)名录"
    let en = edition.period.isMonth ? "that month" : words.rosterMonth
    return edition.language == .zh
      ? [
        "分母为\(zh)所列单位总数，不因未报送而减少；不在应报范围内而报送的，单独列出，不计入。",
        "合计为已报单位之和，并注明已报/应报；未报不视为零，空白、“—”（不适用）与零分别对待。",
        "占比由整数计算后一次四舍五入，不对百分数求平均。",
        "“未报”指没有可采用的数据；“—”指不适用或无可计算的单位。",
        "每个单位的数据来源（报送件、行号）见 units.csv，逐级数据及分子、分母见 figures.csv。",
      ]
      : [
        "A denominator is the registry's number of units in \(en); it does not shrink where returns are missing. Units that reported without being expected are listed, not counted.",
        "A total is the sum over units that have answered, with their number. Missing is not zero; blank, \"—\" (not applicable) and zero are kept apart.",
        "Shares are computed from integers and rounded half up once; percentages are never averaged.",
        "\"no return\" means no usable data; \"—\" means not applicable or nothing to count.",
        "units.csv gives the source (file, row) of each unit's data; figures.csv gives numerators and denominators.",
      ]
  }
}
