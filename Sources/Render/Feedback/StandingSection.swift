import Model

/// A unit's figures beside those of the unit above and of its siblings.
enum StandingSection {
  static func build(_ book: FeedbackBook, _ words: Words) -> Section? {
    let edition = words.edition
    let figures = (edition.figures[edition.unit] ?? []).filter { $0.status != .cannotExist }
    guard !figures.isEmpty else { return nil }
    let above = book.edition.unit
    let (name, siblings) = (words.name(above), book.units.count)
    let text = words.language.pick(
      "“\(words.short(above))”一列是\(name)全部单位合起来的数；“同级居中”是把\(name)下属\(siblings)个单位从高到低排列后居中的数，没有数的不算；名次从高到低，相同的并列。",
      "The column \(words.short(above)) is of all its units together. The median is the value in the middle of its "
        + "\(siblings) units, those without one left out; ranks go from the highest down, and equals share one."
    )
    return Section(
      words.language.pick("本单位数据", "Your figures"), [.paragraph(text), .grid(grid(figures, book, words))])
  }

  private static func grid(_ figures: [Figure], _ book: FeedbackBook, _ words: Words) -> Grid {
    let (language, edition) = (words.language, words.edition)
    let headings = [
      words.short(edition.unit), words.short(book.edition.unit), language.pick("同级居中", "Median"),
      language.pick("同级最高", "Highest"), language.pick("名次/参加比较(个)", "Rank/units ranked"),
      language.pick("已报/应报(个)", "Answered/expected, units"),
    ]
    let columns =
      [GridColumn(language.pick("指标", "Indicator"), numeric: false)] + headings.map { GridColumn($0) }
    return Grid(
      caption: language.pick("各项数据对照", "Your figures and those of others"), columns: columns,
      rows: figures.map { figure in
        let told = SeriesWords(figure.key, words)
        let standing = told.isAnswer(edition.unit) ? nil : book.standings[figure.key]
        let parent = edition.figure(
          book.edition.unit, figure.indicator, level: figure.level, part: figure.part)
        let rank = standing?.ranks[edition.unit]
        return GridRow([
          .text(label(told, words.language)), told.cell(figure, of: edition.unit),
          told.cell(parent, of: book.edition.unit),
          (standing?.median).map { number($0, told) } ?? .text(""),
          (standing?.best).map { number($0, told) } ?? .text(""),
          rank.map { .coverage($0, of: standing?.ranks.count ?? 0) } ?? .text(""),
          .coverage(figure.received, of: figure.expected),
        ])
      })
  }

  /// The label with its measure: 工作经费(万元).
  private static func label(_ told: SeriesWords, _ language: Language) -> String {
    let measure = told.indicator.isShare ? "" : told.changeMeasure
    guard !measure.isEmpty else { return told.label }
    return language.pick("\(told.label)(\(measure))", "\(told.label) (\(measure))")
  }

  private static func number(_ value: Int64, _ told: SeriesWords) -> Cell {
    if told.indicator.isShare { return .text(told.text(value)) }
    return told.indicator.decimals == 0 ? .count(value) : .decimal(value, decimals: told.indicator.decimals)
  }
}
