import Formula
import Model

/// Makes the series of one indicator after another; what they share is made once.
struct SeriesBuilder {
  let campaign: Campaign
  let returns: Returns
  /// Whether the series keep what each unit itself adds: a third more time, and memory.
  let keeps: Bool
  private(set) var series: [Series] = []
  private(set) var overflows: [Int] = []
  private var ground: Ground

  init(campaign: Campaign, returns: Returns, keeps: Bool) {
    self.campaign = campaign
    self.returns = returns
    self.keeps = keeps
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
      let sum = try total(item, indicator)
      series.append(
        Series(
          key: SeriesKey(indicator: position), coverage: sum.coverage, numerator: sum.sums,
          divisor: .none, numeratorDecimals: decimals(item), divisorDecimals: 0, isBounded: false,
          valued: valued(sum), contributions: kept(sum.contributions)))
    case .averagePerUnit(let item, let level): try addAverage(position, indicator, item, level)
    case .ratio(let item, let per): addRatio(position, indicator, item, per)
    case .value(let item): addValue(position, indicator, item)
    case .composition(let parts, let whole):
      try addComposition(position, indicator, parts, whole)
    }
  }

  /// Passes over an indicator: the next one keeps its position.
  mutating func leaveOut() { overflows.append(0) }

  mutating func append(_ one: Series) { series.append(one) }

  mutating func coverage(_ population: Population, answered: [Bool]) -> Coverage {
    ground.coverage(population, received: answered)
  }

  private func kept(_ contributions: @autoclosure () -> Contributions) -> Contributions? {
    keeps ? contributions() : nil
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
    let result = formula.evaluate(input)
    overflows[position] = result.overflows
    let (answered, yes) = answers(to: formula, result.truths)
    for level in indicator.levels.members {
      let population = Population(levels: SmallSet([level]), groups: group(indicator))
      let (members, below) = ground.members(population)
      let received = Flags.both(members, answered)
      let counted = Flags.ones(Flags.both(members, yes))
      series.append(
        Series(
          key: SeriesKey(indicator: position, level: level),
          coverage: Coverage(received: received, expectedBelow: below, parent: ground.parent),
          numerator: Rollup.sums(counted, ground.parent), divisor: divisor, numeratorDecimals: 0,
          divisorDecimals: 0, isBounded: true,
          contributions: kept(
            Contributions(
              members: members, answered: received,
              numerator: OwnValues(valued: received, values: counted), denominator: nil))))
    }
  }

  /// Who has answered, and who of them meets the condition. A unit of which nothing that the condition needs
  /// was reported has not, whatever the condition makes of nothing (`fund is null` holds of it), nor has one
  /// that lacks a month of what is added over the months.
  private func answers(to formula: Formula, _ truths: [Truth]) -> (answered: [Bool], yes: [Bool]) {
    let states = formula.itemsUsedHere.map { returns.columns[$0].states }
    let gaps = formula.itemsUsedHere.map { returns.incomplete($0) }.filter { !$0.isEmpty }
    let reported = truths.indices.map { unit in
      (states.isEmpty || states.contains { $0[unit] != .notReported })
        && (gaps.isEmpty || !gaps.contains { $0[unit] })
    }
    let answered = truths.indices.map { unit in
      reported[unit] && (truths[unit] != .unknown || states.allSatisfy { $0[unit].isAnswered })
    }
    return (answered, truths.indices.map { reported[$0] && truths[$0] == .yes })
  }

  /// The sum of an item over the members of a population.
  private struct Sum {
    let coverage: Coverage
    let sums: Rollup.Sums
    let contributions: Contributions
  }

  /// The sum of an item over those who are expected to answer it.
  private mutating func total(_ item: Int, _ indicator: Indicator) throws(FormulaError) -> Sum {
    let states = returns.columns[item].states
    let population = population(item, indicator)
    guard !indicator.condition.isEmpty else {
      return sum(of: item, population, answered: returns.answered(item), valued: Flags.valued(states))
    }
    // Who does not meet the condition has answered, and adds nothing; of whom it cannot be told has not.
    let formula = try Formula(condition: indicator.condition, items: campaign.items)
    let result = formula.evaluate(input)
    overflows[overflows.count - 1] += result.overflows
    let (told, chosen) = answers(to: formula, result.truths)
    let given = returns.answered(item)
    let answered = told.indices.map { told[$0] && (given[$0] || !chosen[$0]) }
    let valued = told.indices.map { told[$0] && (!chosen[$0] || states[$0] == .value) }
    return sum(of: item, population, answered: answered, valued: valued, counted: chosen)
  }

  /// The month's answers, as formulas take them.
  private var input: FormulaInput {
    FormulaInput(
      columns: returns.columns, count: returns.roster.count, prior: nil, parent: ground.parent,
      month: returns.roster.month)
  }

  /// How many of those expected to answer have a value, at and below each unit.
  private func valued(_ sum: Sum) -> [Int32] {
    // Where nobody said "not applicable" these are who has answered.
    let given = sum.contributions
    if Flags.areSame(given.numerator.valued, given.answered) { return sum.coverage.received }
    return Coverage.counts(given.numerator.valued, parent: ground.parent)
  }

  /// The sum of an item over the members of a population that have a value, of those that count.
  private mutating func sum(
    of item: Int, _ population: Population, answered: [Bool], valued: [Bool], counted: [Bool]? = nil
  ) -> Sum {
    let (members, below) = ground.members(population)
    let received = Flags.both(members, answered)
    let own = own(item, Flags.both(members, valued), counted: counted)
    return Sum(
      coverage: Coverage(received: received, expectedBelow: below, parent: ground.parent),
      sums: Rollup.sums(own.values, ground.parent),
      contributions: Contributions(
        members: members, answered: received, numerator: own, denominator: nil))
  }

  /// What each of the units that have a value has for an item; 0 where it is not to be counted.
  private func own(_ item: Int, _ valued: [Bool], counted: [Bool]? = nil) -> OwnValues {
    let chosen = counted.map { Flags.both(valued, $0) } ?? valued
    return OwnValues(valued: valued, values: Flags.chosen(returns.columns[item].values, where: chosen))
  }

  /// The total by the number of units of a level in the indicator's group, whether or not they answered.
  private mutating func addAverage(
    _ position: Int, _ indicator: Indicator, _ item: Int, _ level: Int
  ) throws(FormulaError) {
    let sum = try total(item, indicator)
    let units = ground.members(Population(levels: SmallSet([level]), groups: group(indicator)))
    series.append(
      Series(
        key: SeriesKey(indicator: position, level: level), coverage: sum.coverage,
        numerator: sum.sums, divisor: .units(units.below), numeratorDecimals: decimals(item),
        divisorDecimals: 0, isBounded: false, valued: valued(sum), contributions: kept(sum.contributions)))
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
    let top = sum(
      of: item, both, answered: Flags.both(returns.answered(item), returns.answered(per)),
      valued: Flags.both(Flags.valued(a), Flags.valued(b)))
    let given = top.contributions
    let bottom = own(per, given.numerator.valued)
    series.append(
      Series(
        key: SeriesKey(indicator: position), coverage: top.coverage, numerator: top.sums,
        divisor: .sum(Rollup.sums(bottom.values, ground.parent)), numeratorDecimals: decimals(item),
        divisorDecimals: decimals(per), isBounded: false,
        partlyValued: returns.isIncomplete(item) || returns.isIncomplete(per) ? valued(top) : nil,
        contributions: kept(
          Contributions(
            members: given.members, answered: given.answered, numerator: given.numerator,
            denominator: bottom))))
  }

  /// A series a part, over the units that have a value for the whole.
  private mutating func addComposition(
    _ position: Int, _ indicator: Indicator, _ parts: [Int], _ whole: Int
  ) throws(FormulaError) {
    let all = try total(whole, indicator)
    let given = all.contributions
    for (part, item) in parts.enumerated() {
      let states = returns.columns[item].states
      let own = own(item, Flags.both(given.numerator.valued, Flags.valued(states)))
      series.append(
        Series(
          key: SeriesKey(indicator: position, part: part), coverage: all.coverage,
          numerator: Rollup.sums(own.values, ground.parent), divisor: .sum(all.sums),
          numeratorDecimals: decimals(item), divisorDecimals: decimals(whole), isBounded: false,
          partlyValued: returns.isIncomplete(whole) ? valued(all) : nil,
          contributions: kept(
            Contributions(
              members: given.members, answered: given.answered, numerator: own,
              denominator: given.numerator))))
    }
  }
}
