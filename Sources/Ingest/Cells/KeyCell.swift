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
    guard let folded = folded(text) else { return TextCell.read(text) }
    return .value(plain(folded.span) ?? hashed(folded.span))
  }

  /// The text in the shape in which it is compared; `nil` where it is blank or says that it does not apply.
  static func folded(_ text: String) -> [UInt8]? {
    guard case .text(let whole, _) = TextCell.read(text) else { return nil }
    return Array(Folding.cell(whole).utf8)
  }

  /// What stands for Chinese characters, small letters, digits and signs without blanks, straight from UTF-8; `nil`
  /// for anything that would be folded first.
  static func plainText(_ cell: Span<UInt8>) -> Int64? {
    guard cell.count <= 300 else { return nil }
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      if byte > 0x20, byte < 0x7F {
        if (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "#") { return nil }
        index += 1
      } else {
        guard (0xE4...0xE9).contains(byte), index + 2 < cell.count, cell[index + 1] & 0xC0 == 0x80,
          cell[index + 2] & 0xC0 == 0x80
        else { return nil }
        index += 3
      }
    }
    return saysNothing(cell) ? nil : hashed(cell)
  }

  /// Whether short cells may say that nothing applies; these are left to ``TextCell``.
  private static func saysNothing(_ cell: Span<UInt8>) -> Bool {
    guard cell.count <= 9 else { return false }
    return nothing.contains { word in
      word.count == cell.count && word.indices.allSatisfy { word[$0] == cell[$0] }
    }
  }

  private static let nothing = ["-", "--", "/", "n/a", "无", "没有", "暂无", "不适用"].map { Array($0.utf8) }

  /// A negative number made of the first 63 bits of the digest: of a million texts two are alike by chance once in
  /// twenty million times.
  private static func hashed(_ text: Span<UInt8>) -> Int64 {
    // The text outlives the call, and nothing of the buffer is kept.
    unsafe text.withUnsafeBytes { unsafe SHA256.start(of: $0) }.magnitudeAsNegative
  }
}

extension UInt64 {
  /// A negative number of all but the highest bit.
  fileprivate var magnitudeAsNegative: Int64 { -1 - Int64(self & (UInt64.max >> 1)) }
}
