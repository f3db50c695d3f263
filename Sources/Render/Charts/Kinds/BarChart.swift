/// Units in the order of their rank, a bar each.
public struct BarChart: Sendable {
  /// A unit's bar.
  public struct Bar: Hashable, Sendable {
    /// The unit's name.
    public var label: String
    /// Its rank, shared by equals; `nil` where it has none.
    public var rank: Int?
    /// The value; `nil` where there is none, which is not zero.
    public var value: Int64?
    /// The value in print: 68%, 未报, —.
    public var text: String
    /// The value of the month before; `nil` where it is not known.
    public var earlier: Int64?

    /// A bar.
    public init(label: String, rank: Int?, value: Int64?, text: String, earlier: Int64? = nil) {
      self.label = label
      self.rank = rank
      self.value = value
      self.text = text
      self.earlier = earlier
    }
  }

  /// The bars from the top.
  public var bars: [Bar]
  /// What the values are.
  public var scale: ChartScale
  /// What a bar is: 6月.
  public var label: String
  /// What a bar's mark of the month before is: 5月; `nil` where no bar has one.
  public var earlierLabel: String?
  /// The value of the unit above; `nil` where it has none.
  public var average: ChartMark?
  /// The target; `nil` where there is none.
  public var target: ChartMark?

  /// Bars.
  public init(
    bars: [Bar], scale: ChartScale, label: String, earlierLabel: String? = nil, average: ChartMark? = nil,
    target: ChartMark? = nil
  ) {
    self.bars = bars
    self.scale = scale
    self.label = label
    self.earlierLabel = earlierLabel
    self.average = average
    self.target = target
  }
}
