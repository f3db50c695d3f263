public import Model

extension LedgerOverview {
  /// The same with a line for every unit at and below its unit that is expected to keep the ledger, or has such a unit
  /// below, and with the units that do not keep it. `returns` are those that its lines were made of, with the columns
  /// of the derived items.
  public func withTree(_ campaign: Campaign, _ returns: Returns) -> LedgerOverview {
    guard let unit = lines.first?.unit else { return self }
    let sums = LedgerTreeSums(campaign, campaign.ledgers[ledger], returns, within: unit)
    var overview = self
    overview.unkept = sums.unkept
    overview.tree = sums.lines.filter { $0.expected > 0 || $0.kept > 0 }
    return overview
  }
}

/// The lines of a ledger for a unit and all below it, in one pass.
private struct LedgerTreeSums {
  private(set) var lines: [LedgerOverview.Line] = []
  private(set) var unkept: [Int] = []

  init(_ campaign: Campaign, _ ledger: Ledger, _ returns: Returns, within top: Int) {
    let form = campaign.forms[ledger.form]
    let roster = returns.roster
    let range = top..<Int(roster.end[top])
    let column = { (kind: Derived.Kind) in
      ledger.derived.firstIndex { $0.kind == kind }.map { returns.columns[form.items.lowerBound + $0] }
    }
    let rows = ledger.derived.isEmpty ? nil : returns.columns[form.items.lowerBound]
    let (cells, filled, updated) = (column(.cells), column(.filled), column(.updated))
    let moved = Derived.Movement.allCases.map { column(.moved($0)) }
    lines = range.map { unit in
      let expects = form.expects(unit, in: roster)
      let keeps = returns.statuses[ledger.form][unit] == .accepted
      if expects, !keeps { unkept.append(unit) }
      let month = keeps ? updated?[unit].flatMap { Month(ordinal: $0) } : nil
      let movements = moved.map { $0.flatMap { $0[unit] } }
      return LedgerOverview.Line(
        unit: unit, expected: expects ? 1 : 0, kept: keeps ? 1 : 0, rows: rows?[unit] ?? 0,
        updated: month.map { $0...$0 }, cells: cells?[unit] ?? 0, filled: filled?[unit] ?? 0,
        // Of a unit that keeps none nothing is lacking.
        movements: keeps && movements.contains(nil) ? nil : movements.map { $0 ?? 0 })
    }
    for unit in range.dropFirst().reversed() {
      lines[Int(roster.parent[unit]) - top].add(lines[unit - top])
    }
    for place in lines.indices where lines[place].kept == 0 { lines[place].movements = nil }
  }
}

extension LedgerOverview.Line {
  fileprivate mutating func add(_ other: LedgerOverview.Line) {
    expected += other.expected
    kept += other.kept
    rows = rows.clampedSum(other.rows)
    cells = cells.clampedSum(other.cells)
    filled = filled.clampedSum(other.filled)
    if let theirs = other.updated {
      let mine = updated ?? theirs
      updated = min(mine.lowerBound, theirs.lowerBound)...max(mine.upperBound, theirs.upperBound)
    }
    movements = movements.flatMap { mine in
      other.movements.map { zip(mine, $0).map { $0.clampedSum($1) } }
    }
  }
}

extension Int64 {
  fileprivate func clampedSum(_ other: Int64) -> Int64 {
    let (sum, isOff) = addingReportingOverflow(other)
    return isOff ? (self > 0 ? .max : .min) : sum
  }
}

extension Month {
  /// The month of an ``ordinal``; `nil` where there is none.
  fileprivate init?(ordinal: Int64) {
    guard ordinal >= 0, let place = Int(exactly: ordinal) else { return nil }
    self.init(year: place / 12 + 1, number: place % 12 + 1)
  }
}
