/// Why a sum moved from one month to another: five parts that add up to the whole, in integers. Of amounts all
/// are in the smallest unit, as in ``Figure/numerator``.
public struct ChangeParts: Hashable, Sendable {
  /// The earlier month is known better now than when it was published: late and corrected returns, a corrected
  /// registry or campaign.
  public var restated: Int64
  /// Units that came, went, merged, moved or changed their level or groups.
  public var registry: Int64
  /// Units with a value in the later month only.
  public var started: Int64
  /// Units with a value in the earlier month only.
  public var stopped: Int64
  /// Units with a value in both months.
  public var real: Int64

  /// Parts; all 0 where left out.
  public init(
    restated: Int64 = 0, registry: Int64 = 0, started: Int64 = 0, stopped: Int64 = 0, real: Int64 = 0
  ) {
    self.restated = restated
    self.registry = registry
    self.started = started
    self.stopped = stopped
    self.real = real
  }

  /// The whole change.
  public var total: Int64 { restated + registry + started + stopped + real }
  /// The parts in the order in which they are told: restated, registry, started, stopped, real.
  public var all: [Int64] { [restated, registry, started, stopped, real] }
}

/// A figure of a unit in two months.
public struct FigureChange: Sendable {
  /// The unit, as an index of the later month's roster.
  public var unit: Int
  /// What is compared.
  public var key: SeriesKey
  /// The earlier figure as it was published, or as known then; `nil` where the unit had none.
  public var published: Figure?
  /// The earlier figure as known now; equal to ``published`` where nothing was restated.
  public var previous: Figure?
  /// The later figure; `nil` where there is none.
  public var current: Figure?
  /// Why the numerator moved; `nil` where a sum does not fit into 64 bits, or where the unit's level keeps it
  /// from having the figure in one of the months.
  public var numerator: ChangeParts?
  /// Why the denominator moved; `nil` where there is none, or as for ``numerator``.
  public var denominator: ChangeParts?
  /// The change of the value as printed, in its last decimal: of a share with one decimal, 12 is 1.2 percentage
  /// points. The difference of the two printed values, so that a reader who subtracts finds the same; its parts
  /// add up to it. `nil` where one of the months has nothing to say.
  public var value: ChangeParts?
  /// The rank among its siblings in the earlier month, as published; `nil` where it had none.
  public var previousRank: Int?
  /// The rank in the later month; `nil` where it has none.
  public var rank: Int?

  /// A figure in two months; leave out what is not known.
  public init(
    unit: Int, key: SeriesKey, published: Figure? = nil, previous: Figure? = nil,
    current: Figure? = nil, numerator: ChangeParts? = nil, denominator: ChangeParts? = nil,
    value: ChangeParts? = nil, previousRank: Int? = nil, rank: Int? = nil
  ) {
    self.unit = unit
    self.key = key
    self.published = published
    self.previous = previous
    self.current = current
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.previousRank = previousRank
    self.rank = rank
  }
}

/// What became of a unit from one month to another.
public struct UnitChange: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is new, and no unit was followed by it.
    case new
    /// It is gone, and no unit follows it.
    case gone
    /// It has another name under the same code.
    case renamed
    /// It has another code: one unit follows one.
    case recoded
    /// It went into another unit, which other units went into or which was there before.
    case merged
    /// It lies below another unit.
    case moved
    /// Its level or its groups differ.
    case regrouped
  }

  /// What happened.
  public var kind: Kind
  /// The code and name in the earlier month; `nil` for new units.
  public var before: NamedCode?
  /// The code and name in the later month; `nil` for units that are gone.
  public var after: NamedCode?
  /// The names of the unit above, before and after, where it moved; of the groups, where they differ; else empty.
  public var detail: (before: String, after: String) { (detailBefore, detailAfter) }
  private var detailBefore: String
  private var detailAfter: String

  /// A unit's code and name.
  public struct NamedCode: Hashable, Sendable {
    /// The code.
    public var code: UnitCode
    /// The full name.
    public var name: String
    /// The rank of its level.
    public var level: Int

    /// A code and a name.
    public init(code: UnitCode, name: String, level: Int) {
      self.code = code
      self.name = name
      self.level = level
    }
  }

  /// A change.
  public init(
    _ kind: Kind, before: NamedCode?, after: NamedCode?,
    detail: (before: String, after: String) = ("", "")
  ) {
    self.kind = kind
    self.before = before
    self.after = after
    (detailBefore, detailAfter) = detail
  }
}

/// Two months of a unit and its children, side by side.
public struct Comparison: Sendable {
  /// The earlier month.
  public var earlier: Month
  /// The later month.
  public var later: Month
  /// The number of the publication that the earlier figures were taken from; `nil` where the earlier month was
  /// not published, and its figures are those known now.
  public var publication: Int?
  /// The changes of the unit and of its children: unit by unit in the order of the roster, of each the series in
  /// their order.
  public var changes: [FigureChange]
  /// Units that came, went or changed within the unit, in the order of codes.
  public var units: [UnitChange]
  /// Positions of indicators that should never fall in units that reported in both months.
  public var rising: Set<Int> = []

  /// A comparison.
  public init(
    earlier: Month, later: Month, publication: Int?, changes: [FigureChange], units: [UnitChange]
  ) {
    self.earlier = earlier
    self.later = later
    self.publication = publication
    self.changes = changes
    self.units = units
  }

  /// The change of a unit's figure.
  public func change(_ unit: Int, _ key: SeriesKey) -> FigureChange? {
    changes.first { $0.unit == unit && $0.key == key }
  }
}
