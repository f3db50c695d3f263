import Model

extension SheetReading {
  /// Reads a row below the headings.
  mutating func readRow(_ record: Record, _ plan: HeadingPlan) {
    guard let field = plan.code else { return }
    if let refusal = record.kind(field).refusal {
      hasRows = true
      let reason = refusal.reason(for: .text)
      return log.add(reason, row: record.row, column: field + 1, value: excerpt(record, field))
    }
    let cell = field < record.count ? CodeCell.read(record[field], decoder) : .blank
    switch cell {
    case .code(let code):
      if let unit = context.roster.index(of: code) {
        readReturn(record, plan, unit)
      } else {
        readUnplaced(record, plan, text: "\(code)", code: code)
      }
    case .blank:
      if !isBlank(record) || record.bytes.contains(0) { readUnplaced(record, plan, text: "", code: nil) }
    case .other(let text): readUnplaced(record, plan, text: text, code: nil)
    }
  }

  /// A row that is no unit's of the month: totals, a remark, or a mistake.
  private mutating func readUnplaced(_ record: Record, _ plan: HeadingPlan, text: String, code: UnitCode?) {
    let (row, column) = (record.row, (plan.code ?? 0) + 1)
    let name = self.text(record, plan.name)
    // 合计 also stands in the first column, under 序号.
    if [text, name, self.text(record, 0)].contains(where: TotalName.isOne) {
      return log.add(TotalRow(), row: row)
    }
    if record.bytes.contains(0) {
      hasRows = true
      return log.add(RowHasNUL(), row: row)
    }
    let isHeading = context.headings.vocabulary.meanings(of: text).contains(.code)
    let hasAnswers = plan.columns.contains { $0 > 0 && !isBlank(record, $0 - 1) }
    if isHeading || (code == nil && !hasAnswers) { return log.add(RowNotAReturn(), row: row) }
    hasRows = true
    let value = code.map { "\($0)" } ?? excerpt(record, column - 1)
    if text.isEmpty {
      let isGarbled = !value.isEmpty
      return log.add(isGarbled ? CellUndecodable() : CodeMissing(), row: row, column: column, value: value)
    }
    if CodeCell.hasLostDigits(text) {
      return log.add(CodeLostDigits(), row: row, column: column, value: value)
    }
    let hint = context.hint(code, name: name, sender: reading.submission.sender)
    let reason = UnitUnknown(month: context.roster.month, hint: hint)
    log.add(reason, row: row, column: column, unit: code, value: value)
  }

  /// A row with the code of a unit of the month.
  private mutating func readReturn(_ record: Record, _ plan: HeadingPlan, _ unit: Int) {
    let code = context.roster.units[unit].code
    hasRows = true
    if let sender = reading.submission.sender, !context.roster.isWithin(unit, sender) {
      let reason = UnitOutsideSender(sender: context.named(sender))
      let column = (plan.code ?? 0) + 1
      return log.add(reason, row: record.row, column: column, unit: code, value: "\(code)")
    }
    if record.bytes.contains(0) {
      log.add(RowHasNUL(), row: record.row, unit: code)
      return reject(record, unit)
    }
    guard checkName(record, plan, unit) else { return log.add(TotalRow(), row: record.row, unit: code) }
    guard checkMonth(record, plan, unit) else { return reject(record, unit) }
    guard context.campaign.forms[plan.form].expects(unit, in: context.roster) else {
      return log.add(UnitNotExpected(), row: record.row, unit: code)
    }
    levels.insert(context.roster.units[unit].level)
    if record.count > plan.width,
      let extra = (plan.width..<record.count).first(where: { !isBlank(record, $0) })
    {
      let value = excerpt(record, extra)
      log.add(RowTooLong(), row: record.row, column: extra + 1, unit: code, value: value)
    }
    readCells(record, plan, unit)
  }

  private mutating func reject(_ record: Record, _ unit: Int) {
    reading.rejected.append(.init(unit: unit, row: record.row))
  }

  /// Compares the name cell with the registry; `false` where it says that the row holds totals.
  private mutating func checkName(_ record: Record, _ plan: HeadingPlan, _ unit: Int) -> Bool {
    guard let field = plan.name, field < record.count, !record[field].isEmpty else { return true }
    let registered = context.roster.units[unit]
    if record[field].elementsEqual(registered.name.utf8) { return true }
    let given = text(record, field)
    if given == registered.name || given.isEmpty { return true }
    if TotalName.isOne(given), !TotalName.isOne(registered.name) { return false }
    let shaped = Folding.name(given)
    let isAlike = [registered.name, registered.short].map(Folding.name).contains {
      shaped.contains($0) || $0.contains(shaped)
    }
    if !isAlike {
      log.add(
        UnitNameDiffers(registered: registered.name), row: record.row, column: field + 1,
        unit: registered.code, value: Excerpt.of(given))
    }
    return true
  }

  /// Whether the month cell, where there is one, gives the month that is reported.
  private mutating func checkMonth(_ record: Record, _ plan: HeadingPlan, _ unit: Int) -> Bool {
    guard let field = plan.month, field < record.count else { return true }
    let cell = record[field]
    if cell.elementsEqual(rightMonth) || isBlank(record, field) { return true }
    let (code, wanted) = (context.roster.units[unit].code, context.roster.month)
    let given = DayCell.month(Folding.cell(decoder.text(cell.span) ?? ""))
    if given == wanted {
      rightMonth = Array(cell)
      return true
    }
    let reason: any FindingReason =
      given.map { MonthDiffers(given: $0, wanted: wanted) } ?? MonthUnreadable(wanted: wanted)
    let value = excerpt(record, field)
    log.add(reason, row: record.row, column: field + 1, unit: code, value: value)
    return false
  }
}
