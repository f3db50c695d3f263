import Model

/// Cells of which only matters which text they hold.
enum KeyCell {
  /// 1 with the digits behind it, of 1 to 18 digits and nothing else: different digits, different numbers.
  static func plain(_ cell: Span<UInt8>) -> Int64? {
    guard (1...18).contains(cell.count) else { return nil }
    var number: Int64 = 1
    for index in cell.indices {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  /// What stands for a text; as of any text, blank and “does not apply” are told apart from it.
  static func read(_ text: String) -> CellReading {
    guard case .text(let whole, _) = TextCell.read(text) else { return TextCell.read(text) }
    let folded = Array(Folding.cell(whole).utf8)
    return .value(plain(folded.span) ?? hashed(folded))
  }

  /// A negative number made of the first 63 bits of the digest: of a million texts two are alike by chance once in
  /// twenty million times.
  private static func hashed(_ text: [UInt8]) -> Int64 {
    // The array outlives the call, and nothing of the buffer is kept.
    let digest = unsafe text.withUnsafeBytes { unsafe SHA256.hex(of: $0) }
    return (UInt64(digest.prefix(16), radix: 16) ?? 0).magnitudeAsNegative
  }
}

extension UInt64 {
  /// A negative number of all but the highest bit.
  fileprivate var magnitudeAsNegative: Int64 { -1 - Int64(self & (UInt64.max >> 1)) }
}
