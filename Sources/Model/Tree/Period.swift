/// A stretch of months that figures are made for.
public enum Period: Hashable, Sendable, CustomStringConvertible {
  /// One month.
  case month(Month)
  /// A quarter, 1…4, of a year.
  case quarter(year: Int, Int)
  /// A half, 1 or 2, of a year.
  case half(year: Int, Int)
  /// A year.
  case year(Int)
  /// January to that month.
  case yearToDate(Month)

  /// Reads `2016-06`, `2016Q2`, `2016H1`, `2016` and `2016-06/ytd`, and nothing else.
  public init?(_ text: String) {
    if let month = Month(text) {
      self = .month(month)
    } else if text.hasSuffix("/ytd"), let month = Month(text.dropLast(4)) {
      self = .yearToDate(month)
    } else {
      let bytes = Array(text.utf8)
      guard bytes.count == 4 || bytes.count == 6, let year = Digits.value(bytes[0..<4]), year > 0
      else { return nil }
      switch (bytes.dropFirst(4).first, bytes.dropFirst(5).first) {
      case (nil, nil): self = .year(year)
      case (UInt8(ascii: "Q"), let number?) where (0x31...0x34).contains(number):
        self = .quarter(year: year, Int(number - 0x30))
      case (UInt8(ascii: "H"), let number?) where (0x31...0x32).contains(number):
        self = .half(year: year, Int(number - 0x30))
      default: return nil
      }
    }
  }

  /// Its months in their order; at least one.
  public var months: [Month] {
    let (year, numbers): (Int, ClosedRange<Int>) =
      switch self {
      case .month(let month): (month.year, month.number...month.number)
      case .quarter(let year, let number): (year, (number * 3 - 2)...(number * 3))
      case .half(let year, let number): (year, (number * 6 - 5)...(number * 6))
      case .year(let year): (year, 1...12)
      case .yearToDate(let month): (month.year, 1...month.number)
      }
    return numbers.compactMap { Month(year: year, number: $0) }
  }

  /// Whether it is one month.
  public var isMonth: Bool {
    if case .month = self { return true }
    return false
  }

  /// As it is read, such as `2016Q2`.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let year, let number): Digits.padded(year, 4) + "Q\(number)"
    case .half(let year, let number): Digits.padded(year, 4) + "H\(number)"
    case .year(let year): Digits.padded(year, 4)
    case .yearToDate(let month): "\(month)/ytd"
    }
  }
}
