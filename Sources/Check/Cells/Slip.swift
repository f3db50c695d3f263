/// Slips of the pen that turn one number into another.
enum Slip {
  /// Whether `given` may have been written for `wanted`: two neighbouring digits have changed places, or it has
  /// a zero too many or too few.
  static func isOne(_ given: Int64, for wanted: Int64) -> Bool {
    if given == wanted { return false }
    if given % 10 == 0, given / 10 == wanted { return true }
    if wanted % 10 == 0, wanted / 10 == given { return true }
    return transposed(given).contains(wanted)
  }

  /// The numbers that come of exchanging two neighbouring, different digits, none with a leading zero.
  static func transposed(_ number: Int64) -> [Int64] {
    guard number > 9 else { return [] }
    var found: [Int64] = []
    var power: Int64 = 1
    while number / power > 9 {
      let (low, high) = (number / power % 10, number / power / 10 % 10)
      let isFirst = number / power < 100
      if low != high, !(isFirst && low == 0) {
        // The low digit gains what the high one loses, tenfold.
        let (sum, overflow) = number.addingReportingOverflow((low - high) * power * 9)
        if !overflow { found.append(sum) }
      }
      // A number of 19 digits has no further power.
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    return found.filter { $0 > 0 }
  }
}
