/// What one series of figures is about.
public struct SeriesKey: Hashable, Sendable {
  /// The position of the indicator in ``Campaign/indicators``.
  public var indicator: Int
  /// The rank of the counted level; `nil` for sums over several levels.
  public var level: Int?
  /// For a composition the position of the part.
  public var part: Int?

  /// A key.
  public init(indicator: Int, level: Int? = nil, part: Int? = nil) {
    self.indicator = indicator
    self.level = level
    self.part = part
  }
}
