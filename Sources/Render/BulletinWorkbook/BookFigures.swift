import Model

/// Figures as cells of the workbook.
struct BookFigures {
  let words: Words
  private var edition: Edition { words.edition }
  private var language: Language { words.language }

  init(_ words: Words) { self.words = words }

  /// 未报, no return.
  var notReported: BookCell { .text(language.pick("未报", "no return")) }

  /// The value of a total or count, or of a share as a plain number.
  func value(_ figure: Figure?) -> BookCell {
    guard let figure else { return .none }
    return marked(value(figure, of: edition.campaign.indicators[figure.indicator]), figure)
  }

  /// The same without a mark, for a figure of another month too, whose campaign may have had other indicators.
  func value(_ figure: Figure?, of indicator: Indicator) -> BookCell {
    guard let figure else { return .none }
    switch figure.status {
    case .cannotExist, .overflow: return .none
    case .missing: return notReported
    case .normal, .provisional: break
    }
    let decimals = indicator.decimals
    guard let value = figure.value(decimals: indicator.isShare ? decimals + 2 : decimals) else {
      return .none
    }
    return indicator.isShare ? .share(value, decimals: decimals) : .number(value, decimals: decimals)
  }

  /// Numerator, denominator and their quotient as a formula, of the next row of a table from that column on.
  func quotient(_ figure: Figure?, in table: BookTable, from column: Int) -> [BookCell] {
    guard let figure else { return [.none, .none, .none] }
    let numerator = numerator(figure)
    let denominator = BookCell.number(figure.denominator, figure.denominatorDecimals)
    let shown = value(figure)
    guard denominator.isExactNumber, numerator.isExactNumber, shown.isExactNumber else {
      return [numerator, denominator, shown]
    }
    let (above, below) = (table.next(column), table.next(column + 1))
    let indicator = edition.campaign.indicators[figure.indicator]
    if SeriesWords(figure.key, words).isAnswer(figure.unit) {
      let word = figure.numerator > 0 ? language.pick("是", "yes") : language.pick("否", "no")
      let formula = OwnFormula.answer(above, of: below, language)
      return [numerator, denominator, .computed(formula, marked(.text(word), figure))]
    }
    let formula = OwnFormula.quotient(
      above, decimals: figure.numeratorDecimals, by: below, decimals: figure.denominatorDecimals,
      roundedTo: indicator.isShare ? indicator.decimals + 2 : indicator.decimals)
    return [numerator, denominator, .computed(formula, shown)]
  }

  /// The sum or count; 未报 where nobody has answered.
  func numerator(_ figure: Figure) -> BookCell {
    switch figure.status {
    case .normal, .provisional: .number(figure.numerator, decimals: figure.numeratorDecimals)
    case .missing: notReported
    case .cannotExist, .overflow: .none
    }
  }

  /// A part of a whole: both, and the share with one decimal as a formula, from that column on.
  func share(_ part: Int64, of whole: Int64, in table: BookTable, from column: Int) -> [BookCell] {
    [.number(part), .number(whole), ratio(part, of: whole, table.next(column), table.next(column + 1))]
  }

  /// The share that two cells make, with one decimal.
  func ratio(_ part: Int64, of whole: Int64, _ above: CellAddress, _ below: CellAddress) -> BookCell {
    guard let share = Quotient.scaled(part, by: whole, decimals: 3) else { return .none }
    return .computed(.quotient(above, by: below, roundedTo: 3), .share(share, decimals: 1))
  }

  /// The cell of a figure, marked where the figure is no longer what was published.
  func marked(_ cell: BookCell, _ figure: Figure) -> BookCell {
    edition.vintage.of(figure.unit, figure.key) == .revised ? .revised(cell) : cell
  }

  /// Code and name of a unit.
  func unit(_ unit: Int) -> [BookCell] {
    [.text(edition.roster.units[unit].code.description), .text(words.short(unit))]
  }

  /// The columns of these.
  var unitColumns: [BookColumn] { [.text(language.pick("单位代码", "Code")), .text(words.childHeading)] }

  /// A row that tells by formula of each column whether the rows after the first add up to it; nothing where that
  /// can be said of no column. The first row must be that of the whole, and `labels` says how many columns are names.
  func check(_ table: BookTable, labels: Int) -> BookRow? {
    guard table.rows.count > 2 else { return nil }
    let first = BookTable.headingRow + 1
    let cells = table.columns.indices.map { column -> BookCell in
      if column < labels { return .text(column == labels - 1 ? language.pick("下级之和核对", "Sum checked") : "") }
      guard let decimals = table.rows[0].cells[column].decimals, adds(table.rows.map { $0.cells[column] })
      else {
        return .none
      }
      let formula = OwnFormula.adds(
        rows: (first + 1)...(first + table.rows.count - 1), column: column + 1,
        to: CellAddress(first, column + 1), decimals: decimals, language)
      return .computed(formula, .text(language.pick("相符", "agrees")))
    }
    let isOfUse = cells.contains { cell in
      if case .computed = cell { return true }
      return false
    }
    return isOfUse ? BookRow(cells: cells, kind: .check) : nil
  }

  /// Whether cells are numbers typed in, the first of them the sum of the others; texts count as nothing.
  private func adds(_ cells: [BookCell]) -> Bool {
    guard let total = cells.first?.scaled, cells[0].isTyped else { return false }
    let others = cells.dropFirst()
    guard others.allSatisfy({ $0.scaled == nil || ($0.isTyped && $0.decimals == cells[0].decimals) }) else {
      return false
    }
    return others.reduce(Int128(0)) { $0 + Int128($1.scaled ?? 0) } == Int128(total)
  }
}

extension BookCell {
  /// Whether it is a number, kept exactly, and no formula.
  fileprivate var isTyped: Bool {
    switch self {
    case .number: isExactNumber
    case .revised(let cell): cell.isTyped
    case .computed, .share, .change, .text: false
    }
  }
}
