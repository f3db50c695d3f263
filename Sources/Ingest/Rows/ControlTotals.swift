import Model

/// What rows of totals are checked against.
struct ControlTotals {
  /// The last row that is about a unit and whose answers are not known.
  private(set) var lastUnclearRow = 0

  /// The row's answers are not known, so no total over it can be checked.
  mutating func isUnclear(at row: Int) { lastUnclearRow = row }
}

extension SheetReading {
  mutating func readTotal(_ record: Record, _ plan: HeadingPlan, name: String, unit: Int? = nil) {
    log.add(TotalRow(), row: record.row, unit: unit.map { context.roster.units[$0].code })
  }
}
