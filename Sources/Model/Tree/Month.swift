/// A calendar month, such as 2016-06; years 1 to 9999.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1…9999.
  public let year: Int
  /// The month of the year, 1…12.
  public let number: Int

  /// `nil` where the year or the month does not exist.
  public init?(year: Int, number: Int) {
    guard (1...9999).contains(year), (1...12).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// Reads `2016-06` and nothing else: four digits, a hyphen, two digits.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = Digits.value(bytes[0..<4]), let number = Digits.value(bytes[5..<7])
    else { return nil }
    self.init(year: year, number: number)
  }

  /// The month after, or `nil` after December 9999.
  public var next: Month? {
    number == 12 ? Month(year: year + 1, number: 1) : Month(year: year, number: number + 1)
  }

  /// The month before, or `nil` before January of year 1.
  public var previous: Month? {
    number == 1 ? Month(year: year - 1, number: 12) : Month(year: year, number: number - 1)
  }

  /// `2016-06`.
  public var description: String { Digits.padded(year, 4) + "-" + Digits.padded(number, 2) }

  /// Orders by time.
  public static func < (a: Month, b: Month) -> Bool { (a.year, a.number) < (b.year, b.number) }
}

/// Plain ASCII digits, read and written without a locale.
public enum Digits {
  /// The value of a run of at most 18 ASCII digits, or `nil` where anything else stands in it.
  public static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// `value` with leading zeros up to `width` digits; `value` is not negative.
  public static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
