/// A series over months, as known now and as it was first published.
public struct TrendChart: Sendable {
  /// A month.
  public struct Point: Hashable, Sendable {
    /// The month in print: 6月.
    public var label: String
    /// The value as known now; `nil` where there is none.
    public var known: Int64?
    /// The value as it was first published; `nil` where the month was not.
    public var published: Int64?

    /// A month.
    public init(label: String, known: Int64?, published: Int64? = nil) {
      self.label = label
      self.known = known
      self.published = published
    }
  }

  /// The months in their order.
  public var points: [Point]
  /// What the values are.
  public var scale: ChartScale
  /// The target; `nil` where there is none.
  public var target: ChartMark?

  /// A series.
  public init(points: [Point], scale: ChartScale, target: ChartMark? = nil) {
    self.points = points
    self.scale = scale
    self.target = target
  }
}
