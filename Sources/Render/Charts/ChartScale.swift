/// What the numbers of a chart are: whole numbers of the last printed decimal, and how they are printed.
public struct ChartScale: Hashable, Sendable {
  /// The decimals: 1 where 683 means 68.3.
  public var decimals: Int
  /// What stands after a number, such as `%`; may be empty.
  public var measure: String
  /// The value that the axis reaches at least; of shares 100 %.
  public var least: Int64

  /// A scale.
  public init(decimals: Int, measure: String, least: Int64 = 0) {
    self.decimals = decimals
    self.measure = measure
    self.least = least
  }
}

/// A value that is drawn across a chart, with its name.
public struct ChartMark: Hashable, Sendable {
  /// The value.
  public var value: Int64
  /// Its name with the value in print: 全国68%, 目标100%.
  public var label: String

  /// A mark.
  public init(_ value: Int64, _ label: String) {
    self.value = value
    self.label = label
  }
}
