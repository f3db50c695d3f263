import Model

extension SheetReading {
  /// Reads a row below the headings.
  mutating func readRow(_ record: Record, _ plan: HeadingPlan) {
    guard let field = plan.code else { return readNamed(record, plan) }
    if let refusal = record.kind(field).refusal {
      hasRows = true
      let reason = refusal.reason(for: .text)
      return log.add(reason, row: record.row, column: field + 1, value: excerpt(record, field))
    }
    let cell =
      field < record.count ? CodeCell.read(record[field], prefix: plan.prefixLength, decoder) : .blank
    if case .blank = cell, isBlank(record), !record.hasNUL { return }
    passGap(record)
    switch cell {
    case .code(let code):
      guard turn(to: record, plan, code) else { return }
      if let unit = unit(of: code) {
        readReturn(record, plan, unit)
      } else {
        let text = plan.prefixLength == nil ? "\(code)" : CodeCell.whole(self.text(record, field))
        readUnplaced(record, plan, text: text, code: code)
      }
    case .blank: readUnplaced(record, plan, text: "", code: nil)
    case .other(let text): readUnplaced(record, plan, text: text, code: nil)
    }
  }

  /// The unit with a code; many rows of a ledger follow each other with the same.
  private mutating func unit(of code: UnitCode) -> Int? {
    if let last = table.lastUnit, last.code == code { return last.unit }
    let unit = context.roster.index(of: code)
    if let unit { table.lastUnit = (code, unit) }
    return unit
  }

  /// A row with the code of no unit of the month: totals, a remark, a code in another shape, or a mistake.
  private mutating func readUnplaced(_ record: Record, _ plan: HeadingPlan, text: String, code: UnitCode?) {
    let name = self.text(record, plan.name)
    guard claimsAUnit(record, plan, text: text, name: name, isCode: code != nil) else { return }
    let isPersonal = table.isPersonal(plan.code ?? 0)
    let value = code.flatMap { isPersonal ? nil : "\($0)" } ?? excerpt(record, (plan.code ?? 0))
    if text.isEmpty {
      let isGarbled = !value.isEmpty
      return refuseRow(isGarbled ? CellUndecodable() : CodeMissing(), record, plan, value: value)
    }
    if let length = plan.prefixLength, code == nil, text.count < length {
      return refuseRow(LedgerKeyShort(length: length), record, plan, value: value)
    }
    if CodeCell.hasLostDigits(text) { return refuseRow(CodeLostDigits(), record, plan, value: value) }
    let sender = reading.submission.sender
    let searched = plan.prefixLength == nil ? text : code.map { "\($0)" } ?? ""
    let isWhole = plan.prefixLength != nil
    switch context.search.unit(code: searched, name: name, sender: sender, isWhole: isWhole) {
    case .found(let unit, let remark):
      if let remark { say(remark, record, plan, unit: unit, value: value) }
      readReturn(record, plan, unit, isFormer: remark is UnitFormerName)
    case .several(let units):
      let candidates = units.prefix(UnitCandidate.most).map(context.candidate)
      let reason = UnitAmbiguous(candidates: candidates, count: units.count)
      refuseRow(reason, record, plan, code: code, value: value)
    case .none:
      let hint = context.hint(code, name: name, sender: sender)
      let reason = UnitUnknown(month: context.roster.month, hint: hint)
      refuseRow(reason, record, plan, code: code, value: value)
    }
  }

  /// Whether a row without a known unit is about one; says what else it is.
  mutating func claimsAUnit(
    _ record: Record, _ plan: HeadingPlan, text: String, name: String, isCode: Bool
  ) -> Bool {
    // 合计 also stands in the first column, under 序号.
    if let total = [text, name, self.text(record, 0)].first(where: TotalName.isOne) {
      readTotal(record, plan, name: total)
      return false
    }
    if record.hasNUL {
      refuseRow(RowHasNUL(), record, plan, isWholeRow: true)
      return false
    }
    let first = (0..<record.count).first { !isBlank(record, $0) }.map { self.text(record, $0) } ?? ""
    if [text, name, first].contains(where: TableEnd.isSample) {
      log.add(SampleRow(), row: record.row)
      return false
    }
    let vocabulary = context.headings.vocabulary
    let isHeading = vocabulary.meanings(of: text).contains {
      $0.saysUnit || vocabulary.isPrefix($0, inForm: plan.form)
    }
    let hasAnswers = plan.columns.contains { $0 > 0 && !isBlank(record, $0 - 1) }
    let isNote = !isCode && TableEnd.isNote(first)
    if isHeading || isNote || (!isCode && !hasAnswers) {
      if !table.end.isSeen { log.add(RowNotAReturn(), row: record.row) }
      table.end.isSeen = table.end.isSeen || isNote
      return false
    }
    return true
  }

  /// Says why a row that claims to be a unit's does not count.
  mutating func refuseRow(
    _ reason: any FindingReason, _ record: Record, _ plan: HeadingPlan, code: UnitCode? = nil,
    value: String = "", isWholeRow: Bool = false
  ) {
    let column = isWholeRow ? 0 : plan.unitColumn ?? 0
    addOrHold(reason, row: record.row, column: column, unit: code, value: value)
  }

  /// Says something of a row's unit.
  mutating func say(
    _ reason: any FindingReason, _ record: Record, _ plan: HeadingPlan, unit: Int, value: String
  ) {
    let code = context.roster.units[unit].code
    log.add(reason, row: record.row, column: plan.unitColumn ?? 0, unit: code, value: value)
  }

  /// A row of a unit of the month; `isFormer` where it was said that the row gives its former code.
  mutating func readReturn(_ record: Record, _ plan: HeadingPlan, _ unit: Int, isFormer: Bool = false) {
    let code = context.roster.units[unit].code
    // 示例 may stand under 序号, before the code of a true unit.
    if plan.unitColumn != 1, record[0].first ?? 0 >= 0x80, TableEnd.isSample(text(record, 0)) {
      return log.add(SampleRow(), row: record.row)
    }
    goOn()
    hasRows = true
    // What is known of the unit of the row before need not be asked again.
    let isKnown = table.admittedUnit == unit
    if !isKnown, let sender = reading.submission.sender, !context.roster.isWithin(unit, sender) {
      table.totals.isUnclear(at: record.row)
      let reason = UnitOutsideSender(sender: context.named(sender))
      return say(reason, record, plan, unit: unit, value: "\(code)")
    }
    if record.hasNUL {
      log.add(RowHasNUL(), row: record.row, unit: code)
      return reject(record, unit)
    }
    guard checkName(record, plan, unit, isFormer: isFormer) else {
      return readTotal(record, plan, name: text(record, plan.name), unit: unit)
    }
    guard checkMonth(record, plan, unit) else { return reject(record, unit) }
    guard isKnown || context.campaign.forms[plan.form].expects(unit, in: context.roster) else {
      table.totals.isUnclear(at: record.row)
      return log.add(UnitNotExpected(), row: record.row, unit: code)
    }
    if !isKnown { levels.insert(context.roster.units[unit].level) }
    table.admittedUnit = unit
    if record.count > plan.width,
      let extra = (plan.width..<record.count).first(where: { !isBlank(record, $0) })
    {
      let value = excerpt(record, extra)
      log.add(RowTooLong(), row: record.row, column: extra + 1, unit: code, value: value)
    }
    if table.ledger != nil { readCells(record, ofLedgerIn: unit) } else { readCells(record, plan, unit) }
  }

  private mutating func reject(_ record: Record, _ unit: Int) {
    table.totals.isUnclear(at: record.row)
    if table.ledger == nil { reading.rejected.append(.init(unit: unit, row: record.row)) }
  }

  /// Compares the name cell with the registry; `false` where it says that the row holds table.totals.
  private mutating func checkName(
    _ record: Record, _ plan: HeadingPlan, _ unit: Int, isFormer isTold: Bool
  ) -> Bool {
    guard plan.code != nil, let field = plan.name, field < record.count, !record[field].isEmpty else {
      return true
    }
    let registered = context.roster.units[unit]
    if record[field].span.isSame(as: registered.name.utf8.span) { return true }
    if registered.name.isEmpty, !TotalName.mayBeOne(record[field], decoder.encoding) { return true }
    let given = text(record, field)
    if given == registered.name || given.isEmpty { return true }
    if TotalName.isOne(given), !TotalName.isOne(registered.name) { return false }
    let shaped = Folding.name(given)
    let isAlike = [registered.name, registered.short].map(Folding.name).contains {
      shaped.contains($0) || $0.contains(shaped)
    }
    if !isAlike {
      let isFormer = context.search.wasNamed(UnitNames.shaped(given), unit)
      // The former name beside the former code is no news.
      if isFormer, isTold { return true }
      let reason: any FindingReason =
        isFormer ? UnitFormerName(today: context.named(unit)) : UnitNameDiffers(registered: registered.name)
      log.add(
        reason, row: record.row, column: field + 1, unit: registered.code, value: Excerpt.of(given))
    }
    return true
  }
}
