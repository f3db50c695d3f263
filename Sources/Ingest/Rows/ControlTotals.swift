import Model

/// What rows of totals are checked against. Nothing is kept of plain rows: their answers are in the reading.
struct ControlTotals {
  /// A number in a row of table.totals.
  struct Stated {
    /// The item's place in the form.
    let place: Int
    /// The column, 1 for A.
    let column: Int
    let value: Int64
    /// What stands in the cell.
    let text: String
  }

  /// A row of table.totals.
  struct Row {
    let row: Int
    let stated: [Stated]
  }

  /// The last row that is about a unit and whose answers are not known.
  private(set) var lastUnclearRow = 0
  /// For places of items the last row with a number that is not in the reading.
  private(set) var lastUnclearCells: [Int: Int] = [:]
  /// Where the section begins that the next 小计 is about: in the table's rows, and in the sheet.
  var section: (index: Int, row: Int) = (0, 0)
  /// Whether each 小计 stands above the rows that it is about. Then nobody can tell where they end.
  var isSubtotalFirst = false
  /// The rows of totals over the whole sheet.
  var wholes = 0
  /// Each of those goes through all rows: of a hostile sheet's only these many are checked.
  static let mostWholes = 20
  /// Totals above all rows, to be checked at the end.
  var held: [Row] = []

  /// The row's answers are not known, so no total over it can be checked.
  mutating func isUnclear(at row: Int) { lastUnclearRow = row }

  /// A number of the row is not in the reading, as the unit is not asked for it.
  mutating func isUnclear(_ place: Int, at row: Int) { lastUnclearCells[place] = row }
}

extension SheetReading {
  /// Checks a row of totals and passes over it. 小计, or the total of a unit, is about the rows since the last one;
  /// 合计 is about all rows above, or, where none is, about all below.
  mutating func readTotal(_ record: Record, _ plan: HeadingPlan, name: String, unit: Int? = nil) {
    log.add(TotalRow(), row: record.row, unit: unit.map { context.roster.units[$0].code })
    let row = ControlTotals.Row(row: record.row, stated: stated(record, plan))
    if TotalName.isOfAll(name) {
      table.totals.wholes += 1
      guard table.totals.wholes <= ControlTotals.mostWholes else { return }
      if countOfRows == 0 { table.totals.held.append(row) } else { check(row, plan, from: (0, 0)) }
      return
    }
    if countOfRows == 0, table.totals.lastUnclearRow == 0 { table.totals.isSubtotalFirst = true }
    if !table.totals.isSubtotalFirst { check(row, plan, from: table.totals.section) }
    table.totals.section = (countOfRows, record.row)
    table.ledger?.beginSection()
  }

  /// Checks the totals that stand above all rows.
  mutating func checkHeldTotals(_ plan: HeadingPlan) {
    for row in table.totals.held { check(row, plan, from: (0, 0)) }
  }

  /// The rows of the table that are in the reading.
  private var countOfRows: Int { table.ledger?.count ?? (reading.rows.count - table.firstRow) }

  private func unit(ofRow row: Int) -> Int32 { reading.rows[table.firstRow + row].unit }

  private func stated(_ record: Record, _ plan: HeadingPlan) -> [ControlTotals.Stated] {
    let first = context.campaign.forms[plan.form].items.lowerBound
    return plan.columns.enumerated().compactMap { place, column in
      guard column > 0, column <= record.count, context.campaign.items[first + place].type.decimals != nil,
        !table.isPersonal(column - 1)
      else { return nil }
      let cell = record.bytes.span.extracting(record.bounds(column - 1))
      guard case .value(let value) = context.cells[first + place].read(cell, decoder) else { return nil }
      let text = excerpt(record, column - 1)
      return ControlTotals.Stated(place: place, column: column, value: value, text: text)
    }
  }

  private mutating func check(
    _ row: ControlTotals.Row, _ plan: HeadingPlan, from start: (index: Int, row: Int)
  ) {
    guard start.index < countOfRows, table.totals.lastUnclearRow <= start.row else { return }
    let form = context.campaign.forms[plan.form]
    let lowest = table.ledger == nil ? lowestUnits(from: start.index) : []
    for stated in row.stated where table.totals.lastUnclearCells[stated.place] ?? 0 <= start.row {
      let item = context.campaign.items[form.items.lowerBound + stated.place]
      // What a unit states of those below it is no part of a sum over them.
      let sum: Int64?
      if let ledger = table.ledger {
        sum = ledger.sum(stated.place, ofSection: start.index > 0)
      } else {
        let counted = item.overTree == .statement ? lowest : Array(start.index..<countOfRows)
        sum = self.sum(stated.place, of: counted, width: form.items.count)
      }
      guard let sum, sum != stated.value else { continue }
      let reason = TotalDiffers(stated: stated.value, computed: sum, decimals: item.type.decimals ?? 0)
      log.add(reason, row: row.row, column: stated.column, item: item.label, value: stated.text)
    }
  }

  /// The rows whose units have no other row's unit below them.
  private func lowestUnits(from start: Int) -> [Int] {
    let sorted = (start..<countOfRows).sorted { unit(ofRow: $0) < unit(ofRow: $1) }
    var lowest: [Int] = []
    // The next other unit; units are followed by those below them.
    var (current, next) = (Int32(-1), Int32.max)
    for row in sorted.reversed() {
      let unit = unit(ofRow: row)
      if unit != current { (current, next) = (unit, current < 0 ? Int32.max : current) }
      if next >= context.roster.end[Int(unit)] { lowest.append(row) }
    }
    return lowest
  }

  /// The sum of the rows' values; `nil` where a cell cannot be read, nobody gives a value, or it does not fit.
  private func sum(_ place: Int, of rows: [Int], width: Int) -> Int64? {
    var sum: Int64?
    for row in rows {
      let index = table.firstValue + row * width + place
      if reading.states[index] == .unreadable { return nil }
      guard reading.states[index] == .value else { continue }
      let (next, overflow) = (sum ?? 0).addingReportingOverflow(reading.values[index])
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}
