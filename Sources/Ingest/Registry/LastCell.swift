import Model

/// The cell of a column that was read last, and what it says: most cells are those of the row before.
struct LastCell<Value> {
  private var bytes: [UInt8] = []
  private var value: Value?

  /// What those bytes say; `nil` where the last were others.
  func value(of cell: ArraySlice<UInt8>) -> Value? {
    cell.span.isSame(as: bytes.span) ? value : nil
  }

  /// Keeps what bytes say; nothing where they say nothing.
  mutating func keep(_ cell: ArraySlice<UInt8>, _ value: Value?) {
    bytes = Array(cell)
    self.value = value
  }
}
