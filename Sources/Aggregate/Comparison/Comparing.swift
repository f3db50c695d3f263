public import Model

/// Two months side by side, made once for any number of units.
public struct Comparing: Sendable {
  /// Which unit is which.
  public let succession: Succession
  let campaign: Campaign
  let earlier: MonthFigures
  let later: MonthFigures
  private let before: [SeriesKey: Contributions]
  private let after: [SeriesKey: Contributions]

  /// The figures of both months are those of `campaign`.
  public init(campaign: Campaign, registry: Registry, earlier: MonthFigures, later: MonthFigures) {
    self.campaign = campaign
    self.earlier = earlier
    self.later = later
    succession = Succession(
      registry: registry, earlier: earlier.returns.roster, later: later.returns.roster)
    before = earlier.contributions(campaign)
    after = later.contributions(campaign)
  }

  /// A unit of the later month and its children beside the earlier month. `published` gives the figure of a
  /// unit of the earlier month as it was published, with `key` of the present campaign; where it gives none,
  /// the figure known now is taken.
  public func comparison(
    of unit: Int, publication: Int?, published: (_ unit: UnitCode, _ key: SeriesKey) -> Figure?
  ) -> Comparison {
    let roster = succession.later
    let units = [unit] + roster.children(of: unit)
    let sides = units.map { Side(unit: $0, roots: succession.counterparts(of: $0)) }
    let columns = later.figures.columns.map { key in
      changes(sides, key) { published($0, key) }
    }
    var comparison = Comparison(
      earlier: succession.earlier.month, later: roster.month, publication: publication,
      changes: sides.indices.flatMap { place in columns.compactMap { $0[place] } },
      units: succession.changes(within: unit, campaign.language))
    comparison.rising = Set(campaign.indicators.indices.filter { campaign.onlyRises($0) })
    return comparison
  }

  /// A unit of the later month, and the subtrees of the earlier month that it is compared with.
  private struct Side {
    let unit: Int
    let roots: [Range<Int>]
  }

  /// The changes of one series; `nil` where a unit has no figure of it in either month.
  private func changes(
    _ sides: [Side], _ key: SeriesKey, _ published: (UnitCode) -> Figure?
  ) -> [FigureChange?] {
    let decomposition = decomposition(key)
    var changes = sides.map { change($0, key, decomposition, published) }
    let ranks = Ranking.ranks(changes.dropFirst().map { $0?.current })
    for (place, rank) in ranks.enumerated() { changes[place + 1]?.rank = rank }
    guard let root = sides.first?.roots.first, sides.first?.roots.count == 1 else { return changes }
    let children = succession.earlier.children(of: root.lowerBound)
    let former = Ranking.ranks(children.map { past($0, key, published) })
    for place in sides.indices.dropFirst() where sides[place].roots.count == 1 {
      guard let child = children.firstIndex(of: sides[place].roots[0].lowerBound) else { continue }
      changes[place]?.previousRank = former[child]
    }
    return changes
  }

  private func decomposition(_ key: SeriesKey) -> Decomposition? {
    guard let before = before[key], let after = after[key] else { return nil }
    return Decomposition(
      succession: succession, before: before, after: after,
      countsUnits: campaign.indicators[key.indicator].countsUnits)
  }

  private func change(
    _ side: Side, _ key: SeriesKey, _ decomposition: Decomposition?,
    _ published: (UnitCode) -> Figure?
  ) -> FigureChange? {
    let current = figure(later, side.unit, key)
    let former = side.roots.compactMap { figure(earlier, $0.lowerBound, key) }
    // Medians of several units are no median of them all.
    let roots = campaign.indicators[key.indicator].isOfAllRows && side.roots.count > 1 ? [] : side.roots
    let previous = roots.isEmpty ? nil : Figure.together(former)
    let past = Figure.together(roots.compactMap { self.past($0.lowerBound, key, published) })
    guard current != nil || previous != nil || past != nil else { return nil }
    var change = FigureChange(
      unit: side.unit, key: key, published: past, previous: previous, current: current)
    // Of a unit whose level is not as it was, one month may have no such figure: nothing to take apart.
    guard let decomposition, let current, former.count == side.roots.count else { return change }
    let told = past.flatMap { $0.kept(like: current) }
    guard past == nil || told != nil else { return change }
    explain(&change, told, side, decomposition)
    return change
  }

  /// Fills in the parts of a change; `told` is the published figure in the decimals of today.
  private func explain(
    _ change: inout FigureChange, _ told: Figure?, _ side: Side, _ decomposition: Decomposition
  ) {
    let (previous, current) = (change.previous, change.current)
    guard ![told, previous, current].contains(where: { $0?.status == .overflow }) else { return }
    let restated = Int128(previous?.numerator ?? 0) - Int128(told?.numerator ?? 0)
    change.numerator = ChangeParts(
      restated: restated, decomposition.numerator(side.unit, side.roots))
    if current?.denominator != nil || previous?.denominator != nil {
      let old = Int128(previous?.denominator ?? 0)
      let registry = Int128(current?.denominator ?? 0) - old
      change.denominator = ChangeParts(
        restated: old - Int128(told?.denominator ?? 0),
        decomposition.denominator(side.unit, side.roots)
          ?? Decomposition.Parts(registry: registry))
      guard change.denominator != nil else { return }
    }
    guard let told, let current, let numerator = change.numerator else { return }
    let indicator = campaign.indicators[change.key.indicator]
    change.value = ChangeParts.ofValue(
      from: told, to: current, numerator, change.denominator, decimals: indicator.valueDecimals)
  }

  private func figure(_ month: MonthFigures, _ unit: Int, _ key: SeriesKey) -> Figure? {
    month.figures.figure(unit: unit, indicator: key.indicator, level: key.level, part: key.part)
  }

  /// The figure of a unit of the earlier month as published, or as known now.
  private func past(_ unit: Int, _ key: SeriesKey, _ published: (UnitCode) -> Figure?) -> Figure? {
    published(succession.earlier.units[unit].code) ?? figure(earlier, unit, key)
  }
}

extension Comparison {
  /// A unit of the later month and its children beside the earlier month, as
  /// ``Aggregate/Comparing/comparison(of:publication:published:)`` makes it; for several units make one
  /// ``Aggregate/Comparing``.
  public static func make(
    campaign: Campaign, registry: Registry, earlier: MonthFigures, later: MonthFigures,
    published: (_ unit: UnitCode, _ key: SeriesKey) -> Figure?, publication: Int?, unit: Int
  ) -> Comparison {
    Comparing(campaign: campaign, registry: registry, earlier: earlier, later: later)
      .comparison(of: unit, publication: publication, published: published)
  }
}
