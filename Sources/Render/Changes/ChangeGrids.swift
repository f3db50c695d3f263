import Model

/// Tables of a comparison.
struct ChangeGrids {
  let book: ChangeBook

  private var words: Words { book.words }
  private var language: Language { book.words.language }
  private var unit: Int { book.edition.unit }

  /// The figures of the edition's unit, each with its change and the five parts of that.
  var summary: Grid {
    let (earlier, later) = book.headings
    let texts = [language.pick("指标", "Indicator"), language.pick("增减单位", "Change in")]
    let numbers =
      [earlier, later, language.pick("增减", "Change")] + ChangeWords.allCases.map { $0.heading(language) }
    return Grid(
      caption: language.pick(
        "\(words.name(unit))各项数据与\(book.earlier)比较（增减等于后五列之和）",
        "\(words.name(unit)), compared with \(book.earlier); the last five columns add up to the change"),
      columns: texts.map { GridColumn($0, numeric: false) } + numbers.map { GridColumn($0) },
      rows: book.shown.compactMap { key in
        guard let change = book.change(unit, key) else { return nil }
        let told = SeriesWords(key, words)
        return GridRow(
          [
            .text(told.label), .text(told.changeMeasure), before(change, told),
            told.cell(change.current, of: unit),
          ] + parts(change, told))
      })
  }

  /// The children by the series that ranks them.
  func children(_ key: SeriesKey) -> Grid {
    let told = SeriesWords(key, words)
    let (earlier, later) = book.headings
    var columns = [GridColumn(language.pick("名次", "Rank")), GridColumn(words.childHeading, numeric: false)]
    columns += [earlier, later, change(in: told), language.pick("名次变化", "Rank change")].map { GridColumn($0) }
    let units = [Ranked(unit: unit, rank: nil)] + book.edition.ranking
    let rows = units.compactMap { ranked -> GridRow? in
      let row = ranked.unit
      guard let change = book.change(row, key) else { return nil }
      let isTotal = row == unit
      return GridRow(
        [
          (change.rank ?? ranked.rank).map { .count(Int64($0)) } ?? .text(isTotal ? "" : "—"),
          .text(words.short(row)),
          before(change, told), told.cell(change.current, of: row), total(change, told),
          .text(isTotal ? "" : ranks(change)),
        ], isTotal: isTotal)
    }
    return Grid(
      caption: language.pick(
        "分单位\(told.label)与\(book.earlier)比较", "\(told.label) by unit, compared with \(book.earlier)"),
      columns: columns, rows: rows)
  }

  /// A series in full: the unit and all its children, the values of the earlier month (both where it was published), the
  /// five parts.
  func full(_ key: SeriesKey) -> Grid {
    let told = SeriesWords(key, words)
    let (earlier, later) = book.headings
    let units = [unit] + book.edition.roster.children(of: unit)
    let changes = units.compactMap { book.change($0, key) }
    let isRanked = changes.contains { $0.rank != nil || $0.previousRank != nil }
    let wasPublished = book.comparison.publication != nil
    let before =
      wasPublished
      ? [
        language.pick("\(earlier)（发布时）", "\(earlier), as published"),
        language.pick("\(earlier)（现为）", "\(earlier), as known now"),
      ] : [earlier]
    var headings = before + [later, change(in: told)]
    headings += ChangeWords.allCases.map { $0.heading(language) }
    if isRanked { headings.append(language.pick("名次变化", "Rank change")) }
    return Grid(
      caption: told.label,
      columns: [GridColumn(words.childHeading, numeric: false)] + headings.map { GridColumn($0) },
      rows: changes.map { change in
        let row = change.unit
        var cells: [Cell] = [.text(words.short(row)), told.cell(change.published, of: row)]
        if wasPublished {
          cells.append(isRestated(change, told) ? told.cell(change.previous, of: row) : .text(""))
        }
        cells.append(told.cell(change.current, of: row))
        cells += parts(change, told)
        if isRanked { cells.append(.text(row == unit ? "" : ranks(change))) }
        return GridRow(cells, isTotal: row == unit)
      })
  }

  private func change(in told: SeriesWords) -> String {
    let measure = told.changeMeasure
    return language.pick("增减", "Change")
      + (measure.isEmpty ? "" : language.pick("(\(measure))", " (\(measure))"))
  }

  private func isRestated(_ change: FigureChange, _ told: SeriesWords) -> Bool {
    told.cell(change.published, of: change.unit) != told.cell(change.previous, of: change.unit)
  }

  /// The earlier value as published, with what it is known to be now.
  private func before(_ change: FigureChange, _ told: SeriesWords) -> Cell {
    let published = told.cell(change.published, of: change.unit)
    guard isRestated(change, told) else { return published }
    let now = told.cell(change.previous, of: change.unit).text(language)
    return .text(
      published.text(language) + language.pick("（现为\(now)）", " (now \(now))"))
  }

  private func total(_ change: FigureChange, _ told: SeriesWords) -> Cell {
    if told.isAnswer(change.unit) { return .text(answer(change, told)) }
    let decimals = told.indicator.decimals
    if let value = change.value { return .change(value.total, decimals: decimals) }
    // A median has no parts that add up, and a difference all the same.
    guard case .value = told.indicator.kind, let before = told.value(change.published),
      let now = told.value(change.current)
    else { return .notApplicable }
    return .change(now - before, decimals: decimals)
  }

  /// What a unit says of itself has no change in points: 否→是; nothing where it said the same.
  private func answer(_ change: FigureChange, _ told: SeriesWords) -> String {
    let texts = [change.published, change.current].map { told.cell($0, of: change.unit).text(language) }
    return texts[0] == texts[1] ? "" : texts.joined(separator: "→")
  }

  private func parts(_ change: FigureChange, _ told: SeriesWords) -> [Cell] {
    [total(change, told)]
      + ChangeWords.allCases.map { part in
        if told.isAnswer(change.unit) {
          let isCause = change.numerator.map { part.amount($0) != 0 } ?? false
          return .text(isCause ? answer(change, told) : "")
        }
        return change.value.map { .change(part.amount($0), decimals: told.indicator.decimals) }
          ?? .notApplicable
      }
  }

  /// ↑3, ↓2, —; nothing where it had no rank, or has none.
  private func ranks(_ change: FigureChange) -> String {
    guard let before = change.previousRank, let now = change.rank else { return "" }
    if before == now { return "—" }
    return before > now ? "↑\(before - now)" : "↓\(now - before)"
  }
}
