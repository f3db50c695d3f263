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
    let candidates = roster.children(of: unit).map { child in
      let figure = figures.figure(
        unit: child, indicator: key.indicator, level: key.level, part: key.part)
      return (unit: child, figure: figure, value: figure.flatMap(Fraction.init))
    }
    let ranked = candidates.compactMap { found in
      found.value.map { (unit: found.unit, figure: found.figure, value: $0) }
    }.sorted { $1.value < $0.value || (!($0.value < $1.value) && $0.unit < $1.unit) }
    var entries: [Entry] = []
    var rank = 1
    for (position, found) in ranked.enumerated() {
      if position > 0, found.value < ranked[position - 1].value { rank = position + 1 }
      entries.append(Entry(unit: found.unit, rank: rank, figure: found.figure))
    }
    for found in candidates where found.value == nil {
      entries.append(Entry(unit: found.unit, rank: nil, figure: found.figure))
    }
    self.entries = entries
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
