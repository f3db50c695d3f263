import Model

extension SheetReading {
  /// Where the table is a ledger's, makes ready for its rows.
  mutating func beginLedger(_ plan: HeadingPlan) {
    let cells = context.forms[plan.form]
    guard let position = cells.form.ledger else { return }
    let columns = LedgerColumns(context.campaign.ledgers[position], plan, cells)
    // Where only figures are wanted no rows are kept.
    let most = sink.keys == nil ? context.mostLedgerCells - ledgerCells : .max
    let table = reading.submission.tables.count - 1
    self.table.ledger = LedgerSheet(position, columns, table: table, sink, mostCells: most)
    self.table.ledger?.turn(to: context.roster.month)
  }

  /// Hands on what is left of a ledger's rows.
  mutating func finishLedger() {
    table.ledger?.finish()
    ledgerCells += table.ledger?.cellCount ?? 0
  }

  /// Takes note of the columns of which findings show nothing.
  mutating func takePersonal(_ plan: HeadingPlan) {
    table.width = plan.width
    table.personal = plan.personal
  }

  /// Reads the cells of a ledger's row.
  mutating func readCells(_ record: Record, ofLedgerIn unit: Int) {
    // Taken out meanwhile, so that its arrays have one owner and are changed in place.
    guard var sheet = table.ledger.take() else { return }
    let columns = sheet.columns
    let bytes = record.bytes.span
    let isUTF8 = decoder.encoding != .gb18030
    for place in columns.fields.indices {
      let field = columns.fields[place]
      guard field >= 0, field < record.count else {
        sheet.append(columns.isAmbiguous[place] ? .unreadable : .blank, 0)
        continue
      }
      let cell = bytes.extracting(record.bounds(field))
      if cell.isEmpty {
        sheet.append(.blank, 0)
      } else if record.isText || record.kind(field).refusal == nil,
        let value = columns.plain[place].value(cell, isUTF8: isUTF8)
      {
        sheet.append(.value, value)
      } else {
        readOther(cell, place, (record, field), &sheet, unit)
      }
    }
    checkKey(record, &sheet, unit)
    checkDates(record, sheet, unit)
    sheet.endRow(unit: unit, row: record.row)
    table.ledger = consume sheet
  }

  /// Reads a cell that is not plain.
  private mutating func readOther(
    _ cell: Span<UInt8>, _ place: Int, _ spot: (record: Record, field: Int),
    _ sheet: inout LedgerSheet, _ unit: Int
  ) {
    let reader = context.cells[sheet.columns.first + place]
    let refusal = spot.record.kind(spot.field).refusal
    switch refusal.map({ .refused($0) }) ?? reader.read(cell, decoder) {
    case .blank: sheet.append(.blank, 0)
    case .notApplicable: sheet.append(.notApplicable, 0)
    case .value(let value): sheet.append(.value, value)
    // The model has no texts in ledgers, as nobody would keep them.
    case .text: sheet.append(.notApplicable, 0)
    case .refused(let refusal):
      say(refusal.reason(for: reader.type), place, spot, sheet, unit)
      sheet.append(.unreadable, 0)
    }
  }

  /// Says where a row has no key, or that of another.
  private mutating func checkKey(_ record: Record, _ sheet: inout LedgerSheet, _ unit: Int) {
    guard let place = sheet.columns.ledger.key, sheet.columns.fields[place] >= 0 else { return }
    let cell = sheet.cell(place)
    let field = sheet.columns.fields[place]
    switch cell.state {
    case .value:
      if let first = sheet.insert(key: cell.value, row: record.row) {
        say(LedgerKeyTwice(row: Int(first)), place, (record, field), sheet, unit)
      }
    case .blank, .notApplicable:
      say(LedgerKeyMissing(), place, (record, field), sheet, unit, showsValue: false)
    case .notReported, .notAsked, .unreadable: break
    }
  }

  /// Says where a row ends before it begins.
  private mutating func checkDates(_ record: Record, _ sheet: LedgerSheet, _ unit: Int) {
    guard let opened = sheet.columns.ledger.opened, let closed = sheet.columns.ledger.closed else { return }
    let (from, to) = (sheet.cell(opened), sheet.cell(closed))
    guard from.state == .value, to.state == .value, to.value < from.value else { return }
    let field = sheet.columns.fields[closed]
    say(LedgerDatesReversed(), closed, (record, field), sheet, unit)
  }

  private mutating func say(
    _ reason: any FindingReason, _ place: Int, _ spot: (record: Record, field: Int), _ sheet: LedgerSheet,
    _ unit: Int, showsValue: Bool = true
  ) {
    guard log.takes(reason.severity) else { return }
    log.add(
      reason, row: spot.record.row, column: spot.field + 1, unit: context.roster.units[unit].code,
      item: sheet.columns.ledger.columns[place].label,
      value: showsValue ? excerpt(spot.record, spot.field) : "")
  }
}
