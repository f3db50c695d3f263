/// A tile a unit, laid out about as the units lie in the country. It is no map: sizes and borders mean nothing.
public struct TileChart: Sendable {
  /// A unit's tile.
  public struct Tile: Hashable, Sendable {
    /// The row, 0 in the north.
    public var row: Int
    /// The column, 0 in the west.
    public var column: Int
    /// The unit's name.
    public var label: String
    /// The value; `nil` where there is none, which is not zero.
    public var value: Int64?
    /// The value in print: 68%, 未报.
    public var text: String

    /// A tile.
    public init(row: Int, column: Int, label: String, value: Int64?, text: String) {
      self.row = row
      self.column = column
      self.label = label
      self.value = value
      self.text = text
    }
  }

  /// The tiles.
  public var tiles: [Tile]
  /// What the values are.
  public var scale: ChartScale

  /// Tiles.
  public init(tiles: [Tile], scale: ChartScale) {
    self.tiles = tiles
    self.scale = scale
  }
}
