import Model

/// Who keeps which ledger and how full it is, and each ledger's tables.
enum LedgerBookTables {
  /// The tables, ledger by ledger.
  static func build(_ words: Words) -> [BookTable] {
    words.edition.ledgers.flatMap { overview -> [BookTable] in
      guard let own = overview.lines.first(where: { $0.unit == words.edition.unit }),
        own.expected > 0 || own.rows > 0
      else { return [] }
      let ledger = words.edition.campaign.ledgers[overview.ledger]
      return [state(overview, ledger, words)]
        + overview.tables.compactMap { counts in
          let table = ledger.tables[counts.table]
          guard let sum = sum(counts.now), sum > 0,
            counts.now.count == table.rows.count * max(table.columns.count, 1)
          else { return nil }
          return table.columns.count > 1 ? cross(counts, table, words) : shares(counts, table, sum, words)
        }
    }
  }

  private static func sum(_ values: [Int64]) -> Int64? {
    guard values.allSatisfy({ $0 >= 0 }) else { return nil }
    return Int64(exactly: values.reduce(Int128(0)) { $0 + Int128($1) }).flatMap {
      $0 <= BookCell.largest ? $0 : nil
    }
  }

  private static func state(_ overview: LedgerOverview, _ ledger: Ledger, _ words: Words) -> BookTable {
    let language = words.language
    let told = BookFigures(words)
    let zh = ["已建(个)", "应建(个)", "建账率", "在册(条)", "已填(项)", "应填(项)", "填报率", "新增", "撤销", "转入", "转出"]
    let en = [
      "Kept, units", "Expected, units", "Share kept", "Rows", "Filled in", "To fill in", "Share filled in",
      "New",
      "Gone", "Moved in", "Moved out",
    ]
    var table = BookTable(
      name: ledger.title,
      title: language.pick("《\(ledger.title)》情况（含下级单位）", "\(ledger.title), units below included"),
      remark: language.pick("建账率、填报率为公式。", "The shares are formulas over the cells to their left."),
      notes: [.totals, .ledgers],
      columns: told.unitColumns
        + (language == .zh ? zh : en).enumerated().map { BookColumn($1, bars: $0 == 2 || $0 == 6) } + [
          .text(language.pick("最早更新", "Oldest")), .text(language.pick("最近更新", "Newest")),
        ], frozen: 2)
    for line in overview.lines where line.expected > 0 || line.rows > 0 {
      let month = { (month: Month?) in BookCell.text(month.map(words.month) ?? "—") }
      var cells = told.unit(line.unit)
      cells += told.share(Int64(line.kept), of: Int64(line.expected), in: table, from: 3)
      cells.append(.number(line.rows))
      cells += told.share(line.filled, of: line.cells, in: table, from: 7)
      cells += [.opened, .closed, .movedIn, .movedOut].map { (movement: Derived.Movement) in
        BookCell.number(line[movement], 0)
      }
      cells += [month(line.updated?.lowerBound), month(line.updated?.upperBound)]
      table.add(cells, line.unit == words.edition.unit ? .total : .plain)
    }
    if let check = told.check(table, labels: 2) {
      table.rows.append(check)
      table.notes.append(.check)
    }
    return table
  }

  /// One property: number, share, the month before and the change in points.
  private static func shares(
    _ counts: LedgerOverview.Counts, _ found: LedgerTable, _ sum: Int64, _ words: Words
  ) -> BookTable {
    let language = words.language
    let told = BookFigures(words)
    let before = counts.before.flatMap { $0.count == counts.now.count ? $0 : nil }
    let earlier = before.flatMap(Self.sum)
    var table = BookTable(
      name: found.label, title: found.label + measure(found, words),
      remark: language.pick(
        "占比是公式，因四舍五入，其和可不等于100%。", "Shares are formulas; rounded, they may not add up to 100%."),
      notes: [.ledgers],
      columns: [
        .text(language.pick("类别", "Category")), BookColumn(language.pick("本期", "Now")),
        BookColumn(language.pick("合计", "Of")), BookColumn(language.pick("占比", "Share"), bars: true),
      ])
    if earlier != nil { table.columns.append(BookColumn(language.pick("上期", "Month before"))) }
    for (row, head) in found.rows.enumerated() {
      var cells: [BookCell] = [.text(head), .number(counts.now[row]), .number(sum)]
      let share = Quotient.scaled(counts.now[row], by: sum, decimals: 4).map {
        BookCell.share($0, decimals: 2)
      }
      let formula = OwnFormula.quotient(table.next(2), by: table.next(3), roundedTo: 4)
      cells.append(share.map { .computed(formula, $0) } ?? .none)
      if let before, earlier != nil { cells.append(.number(before[row])) }
      table.add(cells)
    }
    let rows = (BookTable.headingRow + 1)...(BookTable.headingRow + max(1, found.rows.count))
    var totals: [BookCell] = [
      .text(language.pick("合计", "Total")), .computed(.sum(rows: rows, column: 2), .number(sum)), .number(sum),
      told.ratio(sum, of: sum, table.next(2), table.next(3)),
    ]
    if let earlier { totals.append(.computed(.sum(rows: rows, column: 5), .number(earlier))) }
    table.add(totals, .total)
    return table
  }

  /// One property by another, with sums by formula.
  private static func cross(_ counts: LedgerOverview.Counts, _ found: LedgerTable, _ words: Words)
    -> BookTable
  {
    let language = words.language
    let width = found.columns.count
    let sum = language.pick("合计", "Total")
    var table = BookTable(
      name: found.label, title: found.label + measure(found, words),
      remark: language.pick("合计是公式。", "Totals are formulas."), notes: [.ledgers],
      columns: [.text(language.pick("类别", "Category"))] + (found.columns + [sum]).map { BookColumn($0) })
    for (row, head) in found.rows.enumerated() {
      let values = Array(counts.now[(row * width)..<((row + 1) * width)])
      let total = OwnFormula.sum(row: table.nextRow, columns: 2...(width + 1), decimals: 0)
      table.add(
        [.text(head)] + values.map { .number($0) } + [.computed(total, .number(values.reduce(0, +)))])
    }
    let rows = (BookTable.headingRow + 1)...(BookTable.headingRow + max(1, found.rows.count))
    let sums = (0...width).map { column -> BookCell in
      let value = stride(from: 0, to: counts.now.count, by: width).reduce(Int64(0)) { result, start in
        result
          + (column < width ? counts.now[start + column] : counts.now[start..<(start + width)].reduce(0, +))
      }
      return .computed(.sum(rows: rows, column: column + 2), .number(value))
    }
    table.add([.text(sum)] + sums, .total)
    return table
  }

  private static func measure(_ table: LedgerTable, _ words: Words) -> String {
    let measure = table.cells.first.map { words.edition.campaign.items[$0].measure } ?? ""
    return measure.isEmpty ? "" : words.language.pick("(\(measure))", " (\(measure))")
  }
}
