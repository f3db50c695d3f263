/// Wholes split into their parts, each bar 100 %.
public struct CompositionChart: Sendable {
  /// A whole.
  public struct Whole: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// The size of each part; empty where nothing is known.
    public var parts: [Int64]
    /// The shares in print, a part each: 18.8%.
    public var texts: [String]
    /// The whole in print: 18.8万人, 未报.
    public var total: String
    /// Whether it is the unit that the others are part of.
    public var isWhole: Bool

    /// A whole.
    public init(label: String, parts: [Int64], texts: [String], total: String, isWhole: Bool = false) {
      self.label = label
      self.parts = parts
      self.texts = texts
      self.total = total
      self.isWhole = isWhole
    }
  }

  /// The names of the parts.
  public var parts: [String]
  /// The wholes from the top.
  public var wholes: [Whole]

  /// A composition.
  public init(parts: [String], wholes: [Whole]) {
    self.parts = parts
    self.wholes = wholes
  }
}
