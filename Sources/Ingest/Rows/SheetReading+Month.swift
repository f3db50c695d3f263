import Model

extension SheetReading {
  /// Where rows may be of any month, turns to that of the row; `false` where it does not say one.
  mutating func turn(to record: Record, _ plan: HeadingPlan, _ code: UnitCode) -> Bool {
    guard let months = sink.months else { return true }
    let field = plan.month ?? record.count
    if field < record.count, record[field].span.isSame(as: rightMonth.span) { return true }
    let folded = Apostrophe.dropped(Folding.cell(text(record, field)))
    guard let month = DayCell.month(folded) else {
      hasRows = true
      table.totals.isUnclear(at: record.row)
      let reason = MonthUnreadable(wanted: context.roster.month)
      log.add(reason, row: record.row, column: field + 1, unit: code, value: excerpt(record, field))
      return false
    }
    if month != context.roster.month {
      // No figures are made where there are so many.
      guard let turned = months.context(of: month) else { return false }
      context = turned
      (table.lastUnit, table.admittedUnit) = (nil, nil)
      table.ledger?.turn(to: month)
    }
    rightMonth = Array(record[field])
    return true
  }

  /// Whether the month cell, where there is one, and the titles give the month that is reported.
  mutating func checkMonth(_ record: Record, _ plan: HeadingPlan, _ unit: Int) -> Bool {
    guard let field = plan.month, field < record.count else { return !table.isOtherMonth }
    let cell = record[field]
    if cell.span.isSame(as: rightMonth.span) {
      table.hasOtherMonthCells = true
      return !table.isOtherMonth
    }
    if isBlank(record, field) { return !table.isOtherMonth }
    let (code, wanted) = (context.roster.units[unit].code, context.roster.month)
    let folded = Apostrophe.dropped(Folding.cell(decoder.text(cell.span) ?? ""))
    if folded == Digits.padded(wanted.year, 4) + ".1" {
      // A number has lost the zero of 2016.10, or says January.
      if wanted.number == 1 { return !table.isOtherMonth }
      // The rows of a ledger are gone when the sheet ends, so that nothing can be settled then.
      if wanted.number == 10, table.ledger == nil {
        table.october.rows.append(Int32(clamping: record.row))
        table.october.column = field + 1
        return !table.isOtherMonth
      }
    }
    table.hasOtherMonthCells = true
    let given = DayCell.month(folded)
    if given == wanted {
      rightMonth = Array(cell)
      return !table.isOtherMonth
    }
    let reason: any FindingReason =
      given.map { MonthDiffers(given: $0, wanted: wanted) } ?? MonthUnreadable(wanted: wanted)
    let value = excerpt(record, field)
    log.add(reason, row: record.row, column: field + 1, unit: code, value: value)
    return false
  }

  /// At the end of the sheet: 2016.1 is October where every month of the sheet reads so; else those rows go.
  mutating func settleOctober(_ plan: HeadingPlan) {
    let wanted = context.roster.month
    guard let first = table.october.rows.first else { return }
    if !table.hasOtherMonthCells {
      return log.add(MonthZeroDropped(month: wanted), row: Int(first), column: table.october.column)
    }
    let unclear = Set(table.october.rows)
    let width = context.campaign.forms[plan.form].items.count
    let rows = Array(reading.rows[table.firstRow...])
    let states = Array(reading.states[table.firstValue...])
    let values = Array(reading.values[table.firstValue...])
    reading.rows.removeSubrange(table.firstRow...)
    reading.states.removeSubrange(table.firstValue...)
    reading.values.removeSubrange(table.firstValue...)
    for (index, row) in rows.enumerated() {
      if unclear.contains(row.row) {
        reading.rejected.append(row)
        let code = context.roster.units[Int(row.unit)].code
        log.add(
          MonthUnreadable(wanted: wanted), row: Int(row.row), column: table.october.column, unit: code,
          value: "\(wanted.year).1")
      } else {
        reading.rows.append(row)
        reading.states += states[index * width..<(index + 1) * width]
        reading.values += values[index * width..<(index + 1) * width]
      }
    }
  }
}
