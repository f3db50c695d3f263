/// What may be said of a figure (codes of SDMX CL_OBS_STATUS).
public enum FigureStatus: String, Sendable, CaseIterable {
  /// Everybody expected has answered.
  case normal = "A"
  /// Some of those expected have not answered.
  case provisional = "P"
  /// Nobody has answered.
  case missing = "O"
  /// There is nothing to count: nobody is expected.
  case cannotExist = "M"
  /// The sum does not fit into 64 bits.
  case overflow = "U"
}

/// One published number: a unit, an indicator, a month.
public struct Figure: Hashable, Sendable {
  /// The index of the unit in the roster.
  public var unit: Int
  /// The position of the indicator in ``Campaign/indicators``.
  public var indicator: Int
  /// For a composition, the position of the part.
  public var part: Int?
  /// The rank of the level whose units are counted; `nil` for sums over several levels.
  public var level: Int?
  /// The sum or count; of an amount in its smallest unit.
  public var numerator: Int64
  /// The decimals that ``numerator`` is kept with: 2 where 250 means 2.50.
  public var numeratorDecimals: Int
  /// What it is divided by; `nil` for totals and counts.
  public var denominator: Int64?
  /// The decimals that ``denominator`` is kept with.
  public var denominatorDecimals: Int
  /// How many of the expected units have answered.
  public var received: Int
  /// How many units of the registry are expected to answer.
  public var expected: Int
  /// For a count or rate where answers are missing: the numerator if none, and if all, of the missing units
  /// said yes.
  public var bounds: ClosedRange<Int64>?
  /// What may be said of it.
  public var status: FigureStatus

  /// A figure.
  public init(
    unit: Int, indicator: Int, part: Int? = nil, level: Int? = nil, numerator: Int64,
    numeratorDecimals: Int = 0, denominator: Int64? = nil, denominatorDecimals: Int = 0,
    received: Int, expected: Int, bounds: ClosedRange<Int64>? = nil, status: FigureStatus
  ) {
    self.unit = unit
    self.indicator = indicator
    self.part = part
    self.level = level
    self.numerator = numerator
    self.numeratorDecimals = numeratorDecimals
    self.denominator = denominator
    self.denominatorDecimals = denominatorDecimals
    self.received = received
    self.expected = expected
    self.bounds = bounds
    self.status = status
  }
}
