internal import Model

/// Reads the times of received.csv: `2016-07-05`, `2016-07-05 18:00`, `2016-07-05T18:00:30+08:00`.
enum ReceivedTime {
  /// The time on the campaign's clock, which is `utcOffset` minutes ahead of UTC; `nil` where the text is no
  /// time. A day alone is its first minute. Seconds are dropped.
  static func parse(_ text: String, utcOffset: Int) -> LocalTime? {
    var bytes = Array(text.utf8)[...]
    guard bytes.count >= 10, let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)) else {
      return nil
    }
    bytes = bytes.dropFirst(10)
    if bytes.isEmpty { return LocalTime(day: day, hour: 0, minute: 0) }
    guard let mark = bytes.popFirst(), mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "),
      let hour = number(&bytes), sign(&bytes, ":"), let minute = number(&bytes)
    else { return nil }
    if sign(&bytes, ":") {
      guard let second = number(&bytes), second < 60 else { return nil }
    }
    guard let time = LocalTime(day: day, hour: hour, minute: minute) else { return nil }
    if bytes.isEmpty { return time }
    guard let offset = offset(&bytes), bytes.isEmpty else { return nil }
    return LocalTime(minutes: time.minutes - offset + utcOffset)
  }

  /// Minutes ahead of UTC: `Z`, `+08:00` or `-03:30`, at most 18 hours.
  private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    if sign(&bytes, "Z") { return 0 }
    let isBehind = sign(&bytes, "-")
    guard isBehind || sign(&bytes, "+"), let hours = number(&bytes), sign(&bytes, ":"),
      let minutes = number(&bytes), minutes < 60, hours * 60 + minutes <= 18 * 60
    else { return nil }
    return (isBehind ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Steps over two digits.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2, let value = Digits.value(bytes.prefix(2)) else { return nil }
    bytes = bytes.dropFirst(2)
    return value
  }

  /// Steps over a sign where it stands.
  private static func sign(_ bytes: inout ArraySlice<UInt8>, _ sign: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: sign) else { return false }
    bytes = bytes.dropFirst()
    return true
  }
}
