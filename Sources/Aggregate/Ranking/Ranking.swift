public import Model

/// The units directly below one, ranked by a figure, the highest first.
///
/// Quotients are compared exactly, not as they are rounded in print. Equal ones share the rank, and the ranks
/// after them are left out: 1, 2, 2, 4.
public struct Ranking: Sendable {
  /// A unit's place.
  public struct Entry: Hashable, Sendable {
    /// The index of the unit in the roster.
    public let unit: Int
    /// Its rank, 1 for the highest; `nil` where it has nothing to be ranked by.
    public let rank: Int?
    /// Its figure; `nil` where the counted level lies above the unit.
    public let figure: Figure?
  }

  /// The units, highest first, equal ones by code, those without a rank last.
  public let entries: [Entry]

  /// Ranks the children of a unit by a series.
  public init(of unit: Int, by key: SeriesKey, figures: Figures, roster: Roster) {
    let children = roster.children(of: unit)
    let found = children.map { child in
      figures.figure(unit: child, indicator: key.indicator, level: key.level, part: key.part)
    }
    let ranks = Ranking.ranks(found)
    entries = children.indices.map { place in
      Entry(unit: children[place], rank: ranks[place], figure: found[place])
    }.sorted { ($0.rank ?? .max, $0.unit) < ($1.rank ?? .max, $1.unit) }
  }

  /// The rank of each of these figures among them; `nil` where it has nothing to be ranked by.
  static func ranks(_ figures: [Figure?]) -> [Int?] {
    let ranked = figures.enumerated().compactMap { place, figure in
      figure.flatMap(Fraction.init).map { (place: place, value: $0) }
    }.sorted { $1.value < $0.value }
    var ranks = [Int?](repeating: nil, count: figures.count)
    var rank = 1
    for (position, found) in ranked.enumerated() {
      if position > 0, found.value < ranked[position - 1].value { rank = position + 1 }
      ranks[found.place] = rank
    }
    return ranks
  }

  /// A unit's place; `nil` where it is not among the children.
  public func entry(of unit: Int) -> Entry? { entries.first { $0.unit == unit } }

  /// The value of a figure; figures of one series have the same decimals, so these do not matter.
  private struct Fraction {
    let numerator: Int64
    let denominator: Int64

    /// `nil` where nothing was received or there is nothing to divide by.
    init?(_ figure: Figure) {
      guard figure.status == .normal || figure.status == .provisional else { return nil }
      numerator = figure.numerator
      denominator = figure.denominator ?? 1
      if denominator <= 0 { return nil }
    }

    static func < (a: Fraction, b: Fraction) -> Bool {
      Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
  }
}
