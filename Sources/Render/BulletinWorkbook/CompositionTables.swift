import Model

/// A table for each composition: unit by unit the parts, each with its share in the whole.
enum CompositionTables {
  /// The tables in the order of the indicators.
  static func build(_ words: Words) -> [BookTable] {
    words.edition.campaign.indicators.indices.compactMap { table($0, words) }
  }

  private static func table(_ index: Int, _ words: Words) -> BookTable? {
    let (edition, language) = (words.edition, words.language)
    let indicator = edition.campaign.indicators[index]
    guard case .composition(let parts, let whole) = indicator.kind,
      parts.indices.contains(where: { edition.figure(edition.unit, index, part: $0) != nil })
    else { return nil }
    let told = BookFigures(words)
    let item = edition.campaign.items[whole]
    let measure = item.measure.isEmpty ? "" : language.pick("(\(item.measure))", " (\(item.measure))")
    var table = BookTable(
      name: indicator.label, title: language.pick("\(indicator.label)，分单位", "\(indicator.label) by unit"),
      remark: language.pick(
        "占比=该类÷\(item.label)，是公式；因四舍五入，各占比之和可不等于100%。",
        "Shares in \(item.label) are formulas; rounded, they may not add up to 100%."),
      notes: [.totals], columns: told.unitColumns + [BookColumn(item.label + measure)], frozen: 2)
    for part in parts {
      let label = edition.campaign.items[part].label
      table.columns.append(BookColumn(label + measure))
      table.columns.append(
        BookColumn(language.pick("占比", "share"), of: label, bars: true, notes: [.rounding]))
    }
    for unit in [edition.unit] + edition.roster.children(of: edition.unit) {
      let figures = parts.indices.map { edition.figure(unit, index, part: $0) }
      guard unit == edition.unit || figures.contains(where: { $0.map { $0.status != .cannotExist } ?? false })
      else { continue }
      table.add(told.unit(unit) + cells(figures, told, table), unit == edition.unit ? .total : .plain)
    }
    if let check = told.check(table, labels: 2) {
      table.rows.append(check)
      table.notes.append(.check)
    }
    return table
  }

  /// The whole in the third column, then each part and its share.
  private static func cells(_ figures: [Figure?], _ told: BookFigures, _ table: BookTable) -> [BookCell] {
    let whole = figures.lazy.compactMap { $0 }.first
    var cells: [BookCell] = [
      whole.map { $0.status == .missing ? told.notReported : .number($0.denominator, $0.denominatorDecimals) }
        ?? .none
    ]
    for figure in figures {
      guard let figure else {
        cells += [.none, .none]
        continue
      }
      let (part, shown) = (told.numerator(figure), told.value(figure))
      let column = cells.count + 3
      cells.append(part)
      guard part.isExactNumber, shown.isExactNumber, cells[0].isExactNumber else {
        cells.append(shown)
        continue
      }
      let decimals = told.words.edition.campaign.indicators[figure.indicator].decimals
      let formula = OwnFormula.quotient(
        table.next(column), decimals: figure.numeratorDecimals, by: table.next(3),
        decimals: figure.denominatorDecimals, roundedTo: decimals + 2)
      cells.append(.computed(formula, shown))
    }
    return cells
  }
}
