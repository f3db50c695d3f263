import Formula
import Model

/// Makes the series of one indicator after another; what they share is made once.
struct SeriesBuilder {
  let campaign: Campaign
  let returns: Returns
  private(set) var series: [Series] = []
  private(set) var overflows: [Int] = []
  private var ground: Ground

  init(campaign: Campaign, returns: Returns) {
    self.campaign = campaign
    self.returns = returns
    ground = Ground(returns.roster)
  }

  /// Adds the series of an indicator.
  mutating func add(_ position: Int) throws(FormulaError) {
    let indicator = campaign.indicators[position]
    overflows.append(0)
    switch indicator.kind {
    case .count(let formula): try addCounts(position, indicator, formula, .none)
    case .rate(let formula): try addCounts(position, indicator, formula, .expected)
    case .total(let item):
      let sum = total(item, indicator)
      series.append(
        Series(
          key: SeriesKey(indicator: position), coverage: sum.coverage, numerator: sum.inclusive,
          divisor: .none, numeratorDecimals: decimals(item), divisorDecimals: 0, isBounded: false,
          valued: valued(item, indicator)))
    case .averagePerUnit(let item, let level): addAverage(position, indicator, item, level)
    case .ratio(let item, let per): addRatio(position, indicator, item, per)
    case .composition(let parts, let whole): addComposition(position, indicator, parts, whole)
    }
  }

  private func decimals(_ item: Int) -> Int { campaign.items[item].type.decimals ?? 0 }

  private func group(_ indicator: Indicator) -> SmallSet {
    SmallSet(indicator.group.map { [$0] } ?? [])
  }

  /// Who is expected to answer an item: who owes its form and fills it, within the indicator's levels and
  /// group. Of an item whose values are statements about the units below, only the lowest.
  private func population(_ item: Int, _ indicator: Indicator) -> Population {
    let form = campaign.forms[campaign.form(ofItem: item)]
    var population = Population(
      levels: form.filledBy.intersection(campaign.items[item].filledBy), groups: group(indicator),
      lowestOnly: campaign.items[item].overTree == .statement)
    if !indicator.levels.isEmpty {
      population.levels = population.levels.intersection(indicator.levels)
    }
    if let group = form.group { population.groups.insert(group) }
    return population
  }

  /// One series a level. A unit has answered where the condition is known, or where it has answered all that
  /// the condition needs: by "not applicable" it does not become missing.
  private mutating func addCounts(
    _ position: Int, _ indicator: Indicator, _ source: String, _ divisor: Series.Divisor
  ) throws(FormulaError) {
    let formula = try Formula(condition: source, items: campaign.items)
    let result = formula.evaluate(columns: returns.columns, count: returns.roster.count)
    overflows[position] = result.overflows
    let (answered, yes) = answers(to: formula, result.truths)
    for level in indicator.levels.members {
      let population = Population(levels: SmallSet([level]), groups: group(indicator))
      let (members, _) = ground.members(population)
      let counted = members.indices.map { members[$0] && yes[$0] ? Int64(1) : 0 }
      series.append(
        Series(
          key: SeriesKey(indicator: position, level: level),
          coverage: ground.coverage(population, received: answered),
          numerator: Rollup.sums(counted, ground.parent), divisor: divisor, numeratorDecimals: 0,
          divisorDecimals: 0, isBounded: true))
    }
  }

  /// Who has answered, and who of them meets the condition. A unit of which nothing that the condition needs
  /// was reported has not, whatever the condition makes of nothing (`fund is null` holds of it).
  private func answers(to formula: Formula, _ truths: [Truth]) -> (answered: [Bool], yes: [Bool]) {
    let states = formula.itemsUsed.map { returns.columns[$0].states }
    let reported = truths.indices.map { unit in
      states.isEmpty || states.contains { $0[unit] != .notReported }
    }
    let answered = truths.indices.map { unit in
      reported[unit] && (truths[unit] != .unknown || states.allSatisfy { $0[unit].isAnswered })
    }
    return (answered, truths.indices.map { reported[$0] && truths[$0] == .yes })
  }

  /// The sum of an item over those who are expected to answer it.
  private mutating func total(_ item: Int, _ indicator: Indicator) -> Rollup {
    let column = returns.columns[item]
    return sum(of: item, population(item, indicator)) {
      column.states[$0].isAnswered
    } values: {
      column.states[$0] == .value
    }
  }

  /// How many of those expected to answer an item have a value for it, at and below each unit.
  private mutating func valued(_ item: Int, _ indicator: Indicator) -> [Int32] {
    let (members, _) = ground.members(population(item, indicator))
    let states = returns.columns[item].states
    let flags = members.indices.map { members[$0] && states[$0] == .value }
    return Coverage.counts(flags, parent: ground.parent)
  }

  /// The sum of an item over the members of a population for which `adds` holds.
  private mutating func sum(
    of item: Int, _ population: Population, answered: (Int) -> Bool, values adds: (Int) -> Bool
  ) -> Rollup {
    let (members, _) = ground.members(population)
    let values = returns.columns[item].values
    let own = members.indices.map { members[$0] && adds($0) ? values[$0] : 0 }
    let coverage = ground.coverage(population, received: members.indices.map(answered))
    return Rollup(own: own, coverage: coverage, parent: ground.parent)
  }

  /// The total by the number of units of a level in the indicator's group, whether or not they answered.
  private mutating func addAverage(
    _ position: Int, _ indicator: Indicator, _ item: Int, _ level: Int
  ) {
    let sum = total(item, indicator)
    let units = ground.members(Population(levels: SmallSet([level]), groups: group(indicator)))
    series.append(
      Series(
        key: SeriesKey(indicator: position, level: level), coverage: sum.coverage,
        numerator: sum.inclusive, divisor: .units(units.below), numeratorDecimals: decimals(item),
        divisorDecimals: 0, isBounded: false, valued: valued(item, indicator)))
  }

  /// One sum by another. Only units expected to answer both and having a value for both add to either: else
  /// the quotient would mix populations. A unit that said "not applicable" to one has answered, and adds
  /// nothing.
  private mutating func addRatio(
    _ position: Int, _ indicator: Indicator, _ item: Int, _ per: Int
  ) {
    let (one, other) = (population(item, indicator), population(per, indicator))
    var groups = one.groups
    for group in other.groups.members { groups.insert(group) }
    let both = Population(
      levels: one.levels.intersection(other.levels), groups: groups,
      lowestOnly: one.lowestOnly || other.lowestOnly)
    let (a, b) = (returns.columns[item].states, returns.columns[per].states)
    let top = sum(of: item, both) {
      a[$0].isAnswered && b[$0].isAnswered
    } values: {
      a[$0] == .value && b[$0] == .value
    }
    let values = returns.columns[per].values
    let (members, _) = ground.members(both)
    let bottom = members.indices.map {
      members[$0] && a[$0] == .value && b[$0] == .value ? values[$0] : 0
    }
    series.append(
      Series(
        key: SeriesKey(indicator: position), coverage: top.coverage, numerator: top.inclusive,
        divisor: .sum(Rollup.sums(bottom, ground.parent)), numeratorDecimals: decimals(item),
        divisorDecimals: decimals(per), isBounded: false))
  }

  /// A series a part, over the units that have a value for the whole.
  private mutating func addComposition(
    _ position: Int, _ indicator: Indicator, _ parts: [Int], _ whole: Int
  ) {
    let all = total(whole, indicator)
    let (members, _) = ground.members(population(whole, indicator))
    let states = returns.columns[whole].states
    for (part, item) in parts.enumerated() {
      let column = returns.columns[item]
      let own = members.indices.map {
        members[$0] && states[$0] == .value && column.states[$0] == .value ? column.values[$0] : 0
      }
      series.append(
        Series(
          key: SeriesKey(indicator: position, part: part), coverage: all.coverage,
          numerator: Rollup.sums(own, ground.parent), divisor: .sum(all.inclusive),
          numeratorDecimals: decimals(item), divisorDecimals: decimals(whole), isBounded: false))
    }
  }
}
