import Model

extension SheetReading {
  /// Where rows are plain, reads them without making records of them.
  mutating func readPlainRows<Source: RecordSource & ~Copyable>(_ reader: inout Source, _ plan: HeadingPlan) {
    guard let delimiter = reader.delimiter, !table.isOtherMonth, !table.end.isSeen, sink.usesLane,
      sink.months == nil || plan.month != nil
    else {
      return
    }
    // Where the last rows were not plain the next are hardly, and making ready takes its time.
    guard table.lane.wait == 0 else { return table.lane.wait -= 1 }
    let ledger = context.forms[plan.form].form.ledger
    let fields = LaneFields(
      plan, context.forms[plan.form], ledger.map { context.campaign.ledgers[$0] }, delimiter: delimiter,
      decoder, month: rightMonth)
    guard let fields else { return table.lane.wait = Int.max }
    let rows = LaneRows(
      fields, LaneUnits(context, form: plan.form, sender: reading.submission.sender))
    let (lastRow, met) =
      ledger == nil ? readPlainReturns(&reader, rows) : readPlainLedger(&reader, rows)
    guard lastRow > 0 else {
      table.lane.misses = min(table.lane.misses + 1, 6)
      table.lane.wait = 1 << table.lane.misses
      return
    }
    table.lane.misses = 0
    hasRows = true
    table.end.lastRow = lastRow
    table.hasOtherMonthCells = table.hasOtherMonthCells || plan.month != nil
    for level in met { levels.insert(level) }
  }

  /// The last row that was plain, 0 for none, and the levels of those units.
  private mutating func readPlainLedger<Source: RecordSource & ~Copyable>(
    _ reader: inout Source, _ rows: LaneRows
  ) -> (lastRow: Int, levels: [Int]) {
    // Taken out meanwhile, so that its arrays have one owner and are changed in place.
    guard let sheet = table.ledger.take() else { return (0, []) }
    var lane = LedgerLane(consume sheet, rows)
    reader.read(into: &lane)
    table.ledger = lane.sheet
    return (lane.lastRow, lane.levels)
  }

  /// The same of returns.
  private mutating func readPlainReturns<Source: RecordSource & ~Copyable>(
    _ reader: inout Source, _ rows: LaneRows
  ) -> (lastRow: Int, levels: [Int]) {
    // As above.
    var taken = SubmissionReading(reading.submission)
    swap(&taken, &reading)
    let width = taken.submission.tables.last?.columns.count ?? 0
    let room = sink.keys?.takeRoom(width: width) ?? LedgerRoom(width: width)
    var lane = ReturnLane(consume taken, rows, room, mostAnswers: context.mostAnswers)
    reader.read(into: &lane)
    sink.keys?.keep(lane.room)
    reading = lane.reading
    return (lane.lastRow, lane.levels)
  }
}
