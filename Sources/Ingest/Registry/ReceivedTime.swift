internal import Model

/// Reads the times of received.csv: `2016-07-05`, `2016-07-05 18:00`, `2016-07-05T18:00:30+08:00`, or what a spreadsheet
/// program makes of them, `2016/7/5 9:30`.
enum ReceivedTime {
  /// The time on the campaign's clock, which is `utcOffset` minutes ahead of UTC; `nil` where the text is no
  /// time. A day alone is its first minute. Seconds are dropped.
  static func parse(_ text: String, utcOffset: Int) -> LocalTime? {
    guard let (day, rest) = plainDay(text) ?? otherDay(text) else { return nil }
    var bytes = rest
    if bytes.isEmpty { return LocalTime(day: day, hour: 0, minute: 0) }
    guard let mark = bytes.popFirst(), mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "),
      let hour = number(&bytes, digits: [2, 1]), sign(&bytes, ":"), let minute = number(&bytes)
    else { return nil }
    if sign(&bytes, ":") {
      guard let second = number(&bytes), second < 60 else { return nil }
    }
    guard let time = LocalTime(day: day, hour: hour, minute: minute) else { return nil }
    if bytes.isEmpty { return time }
    guard let offset = offset(&bytes), bytes.isEmpty else { return nil }
    return LocalTime(minutes: time.minutes - offset + utcOffset)
  }

  /// A day such as 2016-07-05, and what stands behind it.
  private static func plainDay(_ text: String) -> (Day, ArraySlice<UInt8>)? {
    let bytes = Array(text.utf8)
    return Day(String(decoding: bytes.prefix(10), as: UTF8.self)).map { ($0, bytes.dropFirst(10)) }
  }

  /// A day that cells may have, whose year stands first, and what stands behind it.
  private static func otherDay(_ text: String) -> (Day, ArraySlice<UInt8>)? {
    let end = text.firstIndex { $0 == " " || $0 == "T" } ?? text.endIndex
    guard case .value(let number) = DayCell.read(Folding.cell(String(text[..<end]))) else { return nil }
    return (Day(number: Int(number)), Array(text[end...].utf8)[...])
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

  /// Steps over two digits, or the first of the counts that are there.
  private static func number(_ bytes: inout ArraySlice<UInt8>, digits: [Int] = [2]) -> Int? {
    for count in digits where bytes.count >= count {
      guard let value = Digits.value(bytes.prefix(count)) else { continue }
      bytes = bytes.dropFirst(count)
      return value
    }
    return nil
  }

  /// Steps over a sign where it stands.
  private static func sign(_ bytes: inout ArraySlice<UInt8>, _ sign: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: sign) else { return false }
    bytes = bytes.dropFirst()
    return true
  }
}
