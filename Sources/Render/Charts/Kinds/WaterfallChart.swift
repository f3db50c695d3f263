/// How a figure went from one month to another, step by step.
public struct WaterfallChart: Sendable {
  /// A step.
  public struct Step: Hashable, Sendable {
    /// What moved it: 数据更正.
    public var label: String
    /// By how much.
    public var amount: Int64

    /// A step.
    public init(label: String, amount: Int64) {
      self.label = label
      self.amount = amount
    }
  }

  /// The name of the start: 5月.
  public var startLabel: String
  /// Where it starts.
  public var start: Int64
  /// The steps in their order; they lead from the start to the end.
  public var steps: [Step]
  /// The name of the end: 6月.
  public var endLabel: String
  /// What the values are.
  public var scale: ChartScale

  /// A way from one value to another.
  public init(startLabel: String, start: Int64, steps: [Step], endLabel: String, scale: ChartScale) {
    self.startLabel = startLabel
    self.start = start
    self.steps = steps
    self.endLabel = endLabel
    self.scale = scale
  }

  /// Where it ends.
  public var end: Int64 { steps.reduce(start) { $0 + $1.amount } }
}
