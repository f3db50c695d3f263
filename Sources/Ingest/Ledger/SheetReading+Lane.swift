import Model

extension SheetReading {
  /// Where the rows of a ledger are plain, reads them without making records of them.
  mutating func readPlainRows<Source: RecordSource & ~Copyable>(_ reader: inout Source, _ plan: HeadingPlan) {
    guard let delimiter = reader.delimiter, table.ledger != nil, !table.isOtherMonth, !table.end.isSeen,
      sink.usesLane, sink.months == nil || plan.month != nil
    else {
      return
    }
    // Where the last rows were not plain the next are hardly, and making ready takes its time.
    guard table.lane.wait == 0 else { return table.lane.wait -= 1 }
    guard let sheet = table.ledger.take() else { return }
    let fields = LaneFields(
      sheet.columns, plan, delimiter: delimiter, isUTF8: decoder.encoding != .gb18030, month: rightMonth)
    guard let fields else {
      table.ledger = sheet
      table.lane.wait = Int.max
      return
    }
    var lane = LedgerLane(sheet, LaneRows(fields, admits: admission(plan)))
    reader.read(into: &lane)
    table.ledger = lane.sheet
    guard lane.lastRow > 0 else {
      table.lane.misses = min(table.lane.misses + 1, 6)
      table.lane.wait = 1 << table.lane.misses
      return
    }
    table.lane.misses = 0
    hasRows = true
    table.end.lastRow = lane.lastRow
    table.hasOtherMonthCells = table.hasOtherMonthCells || plan.month != nil
    for level in lane.levels { levels.insert(level) }
  }

  /// Finds units whose rows may count.
  private func admission(_ plan: HeadingPlan) -> LaneRows.Admission {
    let (context, sender) = (context, reading.submission.sender)
    let form = context.campaign.forms[plan.form]
    return { code, last in
      guard let unit = context.roster.index(of: code, after: last), form.expects(unit, in: context.roster),
        sender.map({ context.roster.isWithin(unit, $0) }) ?? true
      else { return nil }
      return (unit, context.roster.units[unit].level)
    }
  }
}
