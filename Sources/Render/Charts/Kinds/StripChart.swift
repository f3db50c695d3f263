public import Model

/// Who has reported: a strip a unit, split by how its returns came.
public struct StripChart: Sendable {
  /// A unit's strip.
  public struct Strip: Hashable, Sendable {
    /// The unit's name.
    public var label: String
    /// The returns at and below it.
    public var tally: ReportingTally
    /// Whether it is the whole.
    public var isWhole: Bool

    /// A strip.
    public init(label: String, tally: ReportingTally, isWhole: Bool = false) {
      self.label = label
      self.tally = tally
      self.isWhole = isWhole
    }
  }

  /// The strips from the top.
  public var strips: [Strip]

  /// Strips.
  public init(strips: [Strip]) { self.strips = strips }
}
