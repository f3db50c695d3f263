import Model

extension SheetReading {
  /// Reads the answers of a unit's row.
  mutating func readCells(_ record: Record, _ plan: HeadingPlan, _ unit: Int) {
    let level = context.roster.units[unit].level
    let first = context.campaign.forms[plan.form].items.lowerBound
    // Asked once, as all threads share them.
    let (cells, filledBy) = (context.cells, context.filledBy)
    reading.rows.append(.init(unit: unit, row: record.row))
    for (place, column) in plan.columns.enumerated() {
      let isAsked = filledBy[first + place].contains(level)
      var answer: (state: CellState, value: Int64) = (isAsked ? .blank : .notAsked, 0)
      if column > 0, column <= record.count {
        let cell = record.bytes.span.extracting(record.bounds(column - 1))
        let found =
          record.kind(column - 1).refusal.map { .refused($0) }
          ?? cells[first + place].read(cell, decoder)
        if !isAsked, case .value = found { table.totals.isUnclear(place, at: record.row) }
        answer = take(found, isAsked: isAsked, at: (record, column - 1), item: first + place, unit: unit)
      } else if plan.isAmbiguous[place], isAsked {
        answer.state = .unreadable
      }
      reading.states.append(answer.state)
      reading.values.append(answer.value)
    }
  }

  /// Turns what a cell says into the unit's answer, and says what is wrong with it.
  private mutating func take(
    _ found: CellReading, isAsked: Bool, at place: (record: Record, field: Int), item: Int, unit: Int
  ) -> (state: CellState, value: Int64) {
    if !isAsked {
      switch found {
      case .blank, .notApplicable: break
      case .value, .text, .refused: say(CellNotAsked(), at: place, item: item, unit: unit)
      }
      return (.notAsked, 0)
    }
    switch found {
    case .blank: return (.blank, 0)
    case .notApplicable: return (.notApplicable, 0)
    case .value(let value): return (.value, value)
    case .text(let text, let isShortened):
      if isShortened { say(TextShortened(), at: place, item: item, unit: unit) }
      reading.texts.append(text)
      return (.value, Int64(reading.texts.count - 1))
    case .refused(let refusal):
      say(refusal.reason(for: context.cells[item].type), at: place, item: item, unit: unit)
      return (.unreadable, 0)
    }
  }

  private mutating func say(
    _ reason: any FindingReason, at place: (record: Record, field: Int), item: Int, unit: Int
  ) {
    guard log.takes(reason.severity) else { return }
    log.add(
      reason, row: place.record.row, column: place.field + 1, unit: context.roster.units[unit].code,
      item: context.campaign.items[item].label, value: excerpt(place.record, place.field))
  }
}
