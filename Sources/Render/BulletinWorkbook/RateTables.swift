import Model

/// A table for each rate: unit by unit and level by level how many did it, of how many, and the share.
enum RateTables {
  /// The tables in the order of the indicators.
  static func build(_ words: Words) -> [BookTable] { indicators(words.edition).map { table($0, words) } }

  /// The indicators that have a table, in their order.
  static func indicators(_ edition: Edition) -> [Int] {
    let all = edition.campaign.indicators
    return all.indices.filter { all[$0].isRate && !Headline.counted($0, edition).isEmpty }
  }

  /// The levels of an indicator that are below the edition's unit.
  static func levels(_ indicator: Int, _ edition: Edition) -> [Int] {
    let own = edition.roster.units[edition.unit].level
    let all = edition.campaign.indicators[indicator].levels.members
    let below = all.filter { $0 > own }
    return below.isEmpty ? all.filter { $0 == own } : below
  }

  /// Whether it is the indicator that ranks the units.
  static func isRanked(_ indicator: Int, _ edition: Edition) -> Bool {
    edition.campaign.bulletin.rankIndicator == indicator
  }

  /// The column of a level's numerator; denominator, share and answers follow it.
  static func column(_ level: Int, of indicator: Int, _ edition: Edition) -> Int? {
    levels(indicator, edition).firstIndex(of: level).map {
      (isRanked(indicator, edition) ? 3 : 2) + 4 * $0 + 1
    }
  }

  private static func table(_ indicator: Int, _ words: Words) -> BookTable {
    let (edition, language) = (words.edition, words.language)
    let figures = BookFigures(words)
    let found = edition.campaign.indicators[indicator]
    let levels = levels(indicator, edition)
    let isRanked = isRanked(indicator, edition)
    var table = BookTable(
      name: found.label, title: language.pick("\(found.label)，分单位", "\(found.label) by unit"),
      remark: language.pick(
        "占比=完成数÷总数，是公式，可逐格复核；总数为名录所列单位数。",
        "Share = number that did it, of all units of the registry; a formula over the cells to its left."),
      notes: [.totals, .below],
      columns: (isRanked ? [.rank(language)] : []) + figures.unitColumns,
      frozen: isRanked ? 3 : 2)
    for level in levels { table.columns += columns(level, indicator, words) }
    for ranked in [Ranked(unit: edition.unit, rank: nil)] + edition.ranking {
      add(ranked, indicator, levels, to: &table, figures)
    }
    if let check = figures.check(table, labels: isRanked ? 3 : 2) {
      table.rows.append(check)
      table.notes.append(.check)
    }
    return table
  }

  private static func columns(_ level: Int, _ indicator: Int, _ words: Words) -> [BookColumn] {
    let language = words.language
    let found = words.edition.campaign.indicators[indicator]
    let whole = words.edition.figure(words.edition.unit, indicator, level: level)
    let share = whole.flatMap { SeriesWords($0.key, words).value($0) }
    let name = words.level(level, of: found.group)
    return [
      BookColumn(language.pick("完成数(个)", "did it, units"), of: name),
      BookColumn(language.pick("总数(个)", "all units"), of: name, notes: [.denominators]),
      BookColumn(language.pick("占比", "share"), of: name, bars: true, whole: share, notes: [.rounding]),
      BookColumn(language.pick("已答复(个)", "answered, units"), of: name, notes: [.coverage]),
    ]
  }

  private static func add(
    _ ranked: Ranked, _ indicator: Int, _ levels: [Int], to table: inout BookTable, _ told: BookFigures
  ) {
    let edition = told.words.edition
    let isTotal = ranked.unit == edition.unit
    let figures = levels.map { edition.figure(ranked.unit, indicator, level: $0) }
    guard isTotal || figures.contains(where: { $0.map { $0.status != .cannotExist } ?? false }) else {
      return
    }
    var cells: [BookCell] = []
    if isRanked(indicator, edition) { cells.append(ranked.rank.map { .count($0) } ?? .none) }
    cells += told.unit(ranked.unit)
    for figure in figures {
      cells += told.quotient(figure, in: table, from: cells.count + 1)
      cells.append(figure.map { .count($0.received) } ?? .none)
    }
    table.add(cells, isTotal ? .total : .plain)
  }
}
