import Model

/// One month of a period, seen from the period's last month.
struct PeriodStep {
  let month: Month
  /// The month's returns; `nil` where they are not at hand.
  let returns: Returns?
  let succession: Succession
  /// For each form who owes it.
  let expects: [[Bool]]
  /// The rank of each unit's level.
  let levels: [Int]
  /// The forms that units fill in each month.
  let monthly: [Int]

  init(_ month: Month, _ returns: Returns?, campaign: Campaign, registry: Registry, roster: Roster) {
    let tree = returns?.roster ?? (month == roster.month ? roster : registry.roster(in: month))
    self.month = month
    self.returns = returns
    succession = Succession(registry: registry, earlier: tree, later: roster)
    expects = campaign.forms.map { form in (0..<tree.count).map { form.expects($0, in: tree) } }
    levels = tree.units.map(\.level)
    monthly = campaign.monthlyForms
  }

  /// How many returns count of units that none follows.
  var unfollowed: Int {
    guard let returns else { return 0 }
    return monthly.reduce(0) { sum, form in
      let statuses = returns.statuses[form]
      return sum + statuses.indices.count { statuses[$0] == .accepted && succession.successors[$0] < 0 }
    }
  }

  /// How many units were expected and received at and below each unit of the later tree.
  func coverage(_ roster: Roster) -> PeriodReturns.MonthCoverage {
    PeriodReturns.MonthCoverage(
      month: month, isPresent: returns != nil,
      forms: monthly.map { form in
        let accepted = returns?.statuses[form].map { $0 == .accepted }
        return (
          form, counts(expects[form], roster), counts(accepted ?? expects[form].map { _ in false }, roster)
        )
      })
  }

  private func counts(_ flags: [Bool], _ roster: Roster) -> [Int32] {
    var counts = [Int32](repeating: 0, count: roster.count)
    for unit in flags.indices where flags[unit] && succession.successors[unit] >= 0 {
      counts[Int(succession.successors[unit])] += 1
    }
    for unit in counts.indices.reversed() where roster.parent[unit] >= 0 {
      counts[Int(roster.parent[unit])] += counts[unit]
    }
    return counts
  }
}
