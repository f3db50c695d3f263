/// Rows such as ages, each split into two sides such as men and women, back to back.
public struct PyramidChart: Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its name: 60—69岁.
    public var label: String
    /// The number of the left side.
    public var left: Int64
    /// The number of the right side.
    public var right: Int64

    /// A row.
    public init(label: String, left: Int64, right: Int64) {
      self.label = label
      self.left = left
      self.right = right
    }
  }

  /// The name of the left side.
  public var left: String
  /// The name of the right side.
  public var right: String
  /// The rows from the top.
  public var rows: [Row]

  /// A pyramid.
  public init(left: String, right: String, rows: [Row]) {
    self.left = left
    self.right = right
    self.rows = rows
  }
}
