import Model

/// Whether one number becomes another by a slip of the pen.
enum DigitSlip {
  /// The slip that makes `recorded` of `meant`; `nil` where none does. Both are not negative, and differ.
  static func kind(recorded: Int64, meant: Int64) -> ReconciliationCause.Kind? {
    guard recorded > 0, meant > 0, recorded != meant else { return nil }
    let (small, large) = recorded < meant ? (recorded, meant) : (meant, recorded)
    if large % small == 0, [10, 100, 10_000].contains(large / small) { return .shifted }
    if isTransposed(small, large) { return .transposed }
    if isShortened(large, to: small) { return recorded < meant ? .digitDropped : .digitAdded }
    return nil
  }

  /// Whether exchanging two neighbouring digits turns one into the other.
  private static func isTransposed(_ small: Int64, _ large: Int64) -> Bool {
    guard (large - small) % 9 == 0 else { return false }
    var unit: Int64 = 1
    // Beyond 10^17 there are no two digits any more.
    for _ in 0..<18 where unit <= large / 10 {
      let (low, high) = (large / unit % 10, large / unit / 10 % 10)
      // 50 is not what 05 became: a number does not begin with 0.
      let isFirst = large / unit < 100
      if high > low, low > 0 || !isFirst, large - (high - low) * 9 * unit == small { return true }
      unit *= 10
    }
    return false
  }

  /// Whether leaving out one digit turns the longer number into the shorter.
  private static func isShortened(_ long: Int64, to short: Int64) -> Bool {
    // 1999 without its first digit is the most that can be left.
    guard short <= long / 2 else { return false }
    var unit: Int64 = 1
    for _ in 0..<19 {
      let head = long / unit / 10
      if head * unit + long % unit == short { return true }
      guard head > 0 else { return false }
      unit *= 10
    }
    return false
  }
}
