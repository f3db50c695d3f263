public import Model

extension LedgerOverview {
  /// What a month knows of each ledger, for a unit and its children, made of columns alone: of a month of the history as
  /// well. `earlier` is the month before with the succession from it to this one.
  public static func make(
    campaign: Campaign, returns: Returns, earlier: (returns: Returns, succession: Succession)?, unit: Int
  ) -> [LedgerOverview] {
    campaign.ledgers.indices.map { ledger in
      let units = [unit] + returns.roster.children(of: unit)
      let maker = Maker(campaign: campaign, ledger: campaign.ledgers[ledger], returns: returns)
      return LedgerOverview(
        ledger: ledger, lines: units.map(maker.line),
        tables: campaign.ledgers[ledger].tables.indices.map { maker.counts($0, unit, earlier) })
    }
  }

  private struct Maker {
    let campaign: Campaign
    let ledger: Ledger
    let returns: Returns

    var form: Form { campaign.forms[ledger.form] }

    func line(_ unit: Int) -> Line {
      let range = unit..<Int(returns.roster.end[unit])
      let kept = range.filter { returns.statuses[ledger.form][$0] == .accepted }
      let updated = item(.updated).map { item in kept.compactMap { returns.columns[item][$0] } } ?? []
      return Line(
        unit: unit, expected: range.count { form.expects($0, in: returns.roster) }, kept: kept.count,
        rows: sum(form.items.lowerBound, range), updated: Maker.months(updated),
        cells: item(.cells).map { sum($0, range) } ?? 0, filled: item(.filled).map { sum($0, range) } ?? 0,
        movements: movements(kept, range))
    }

    func counts(
      _ table: Int, _ unit: Int, _ earlier: (returns: Returns, succession: Succession)?
    ) -> Counts {
      let cells = ledger.tables[table].cells
      let range = unit..<Int(returns.roster.end[unit])
      var counts = Counts(table: table, now: cells.map { sum($0, range) }, before: nil)
      guard let earlier else { return counts }
      let roots = earlier.succession.counterparts(of: unit)
      let isKnown = roots.contains { root in
        root.contains { earlier.returns.statuses[ledger.form][$0] == .accepted }
      }
      guard isKnown else { return counts }
      let before = Maker(campaign: campaign, ledger: ledger, returns: earlier.returns)
      counts.before = cells.map { cell in
        Int64(clamping: roots.reduce(Int128(0)) { $0 + Int128(before.sum(cell, $1)) })
      }
      return counts
    }

    /// The item that is made so.
    private func item(_ kind: Derived.Kind) -> Int? {
      ledger.derived.firstIndex { $0.kind == kind }.map { form.items.lowerBound + $0 }
    }

    private func sum(_ item: Int, _ range: Range<Int>) -> Int64 {
      let column = returns.columns[item]
      return Int64(clamping: range.reduce(Int128(0)) { $0 + Int128(column[$1] ?? 0) })
    }

    /// `nil` where a unit that keeps the ledger has none.
    private func movements(_ kept: [Int], _ range: Range<Int>) -> [Int64]? {
      let items = Derived.Movement.allCases.compactMap { item(.moved($0)) }
      guard !kept.isEmpty, items.count == Derived.Movement.allCases.count else { return nil }
      guard items.allSatisfy({ item in kept.allSatisfy { returns.columns[item][$0] != nil } }) else {
        return nil
      }
      return items.map { sum($0, range) }
    }

    private static func months(_ ordinals: [Int64]) -> ClosedRange<Month>? {
      guard let least = ordinals.min().flatMap(month), let most = ordinals.max().flatMap(month), least <= most
      else {
        return nil
      }
      return least...most
    }

    private static func month(_ ordinal: Int64) -> Month? {
      Month(year: Int(ordinal / 12) + 1, number: Int(ordinal % 12) + 1)
    }
  }
}
