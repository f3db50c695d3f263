import Model

extension SheetReading {
  /// Reads a row of a sheet without codes: its name says which unit it is about, together with the names of the
  /// units above it, which stand once and hold for the rows below too.
  mutating func readNamed(_ record: Record, _ plan: HeadingPlan) {
    if isBlank(record), !record.hasNUL { return }
    passGap(record)
    let own = nameCell(record, plan)
    let all = plan.levels.map { text(record, $0.field) }
    if let total = all.first(where: TotalName.isOne) { return readTotal(record, plan, name: total) }
    guard let own else {
      if claimsAUnit(record, plan, text: "", name: "", isCode: false) {
        refuseRow(NameMissing(), record, plan)
      }
      return
    }
    let around = surroundings(plan, own)
    let value = Excerpt.of(own.text)
    let result = context.search.unit(named: own.text, around)
    if case .found(let unit, let remark) = result {
      if let remark { say(remark, record, plan, unit: unit, value: value) }
      return readReturn(record, plan, unit)
    }
    guard claimsAUnit(record, plan, text: own.text, name: own.text, isCode: false) else { return }
    if case .several(let units) = result {
      let candidates = units.prefix(UnitCandidate.most).map(context.candidate)
      refuseRow(UnitAmbiguous(candidates: candidates, count: units.count), record, plan, value: value)
    } else {
      let alike = log.hasRoom(for: .reject) ? context.alike(own.text, sender: around.sender) : []
      refuseRow(UnitNameUnknown(candidates: alike), record, plan, value: value)
    }
  }

  /// The cell that names the row's own unit, with the place of its column among those of levels: the name column,
  /// else the lowest level that the row fills in itself. Fills names down.
  private mutating func nameCell(_ record: Record, _ plan: HeadingPlan) -> (text: String, place: Int)? {
    var own: (text: String, place: Int)?
    for (place, level) in plan.levels.enumerated() {
      let cell = text(record, level.field)
      if cell.isEmpty || TotalName.isOne(cell) { continue }
      own = (cell, place)
      table.above[level.field] = cell
      // What was said of lower levels was said of another unit's.
      for lower in plan.levels[(place + 1)...] { table.above[lower.field] = nil }
    }
    let name = text(record, plan.name)
    if !name.isEmpty { return (name, plan.levels.count) }
    return plan.name == nil ? own : nil
  }

  private mutating func surroundings(
    _ plan: HeadingPlan, _ own: (text: String, place: Int)
  ) -> UnitSearch.Surroundings {
    var around = UnitSearch.Surroundings(sender: reading.submission.sender, title: titleUnit())
    if own.place < plan.levels.count { around.level = plan.levels[own.place].rank }
    around.above = plan.levels[..<own.place].compactMap { level in
      table.above[level.field].map { (level.rank, $0) }
    }
    return around
  }

  /// The unit that the titles name, looked for when first asked for.
  private mutating func titleUnit() -> Int? {
    if let known = table.titleUnit { return known }
    let around = UnitSearch.Surroundings(sender: reading.submission.sender)
    var unit: Int?
    for name in table.title.unitNames where unit == nil {
      if case .found(let found, _) = context.search.unit(named: name, around) { unit = found }
    }
    table.titleUnit = .some(unit)
    return unit
  }
}
