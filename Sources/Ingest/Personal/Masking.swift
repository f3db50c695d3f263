/// What takes the place of personal texts.
enum Masking {
  /// Stands where something was, in cells and in what findings show of them.
  static let mark = "■"
  private static let bytes = Array(mark.utf8)

  /// Whether a cell holds the mark and nothing else.
  static func isMark(_ cell: Span<UInt8>) -> Bool {
    cell.count == bytes.count && bytes.indices.allSatisfy { bytes[$0] == cell[$0] }
  }
}
