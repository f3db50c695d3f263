import Model

extension SeriesBuilder {
  /// The values of an item that is made of all rows of a ledger at and below a unit: nothing is added up. Its coverage
  /// is that of the units that keep the ledger.
  mutating func addValue(_ position: Int, _ indicator: Indicator, _ item: Int) {
    let form = campaign.forms[campaign.form(ofItem: item)]
    var groups = SmallSet(indicator.group.map { [$0] } ?? [])
    if let group = form.group { groups.insert(group) }
    let population = Population(levels: form.filledBy, groups: groups)
    // The first item of a ledger's form is the number of its rows: who has it keeps the ledger.
    let kept = returns.answered(form.items.lowerBound)
    let column = returns.columns[item]
    append(
      Series(
        key: SeriesKey(indicator: position), coverage: coverage(population, answered: kept),
        numerator: Rollup.Sums(values: column.values, overflowed: []), divisor: .none,
        numeratorDecimals: campaign.items[item].type.decimals ?? 0, divisorDecimals: 0, isBounded: false,
        valued: column.states.map { $0 == .value ? 1 : 0 }, contributions: nil))
  }
}
