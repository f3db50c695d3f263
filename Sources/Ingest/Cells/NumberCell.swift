/// Cells of numbers: digits, with commas before each three or none, a point and decimals.
enum NumberCell {
  /// Digits, a point and at most `decimals` more digits, all ASCII, as an integer of the smallest unit; `nil`
  /// for anything else, including what might not fit.
  static func plain(_ cell: Span<UInt8>, decimals: Int) -> Int64? {
    guard cell.count <= 12 else { return nil }
    var value: Int64 = 0
    var point: Int?
    for index in cell.indices {
      let byte = cell[index]
      if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int64(byte - 0x30)
      } else if byte == 0x2E, point == nil, decimals > 0, index > 0, index + 1 < cell.count {
        point = index
      } else {
        return nil
      }
    }
    let given = point.map { cell.count - 1 - $0 } ?? 0
    guard given <= decimals else { return nil }
    // 12 digits and at most 6 more zeros fit.
    for _ in given..<decimals { value *= 10 }
    return value
  }

  /// A number as ``Folding/cell(_:)`` shapes it.
  static func read(_ cell: [UInt8], decimals: Int) -> CellReading {
    if cell.first == UInt8(ascii: "-") {
      let isNumber =
        if case .value = read(Array(cell.dropFirst()), decimals: decimals) { true } else { false }
      return .refused(isNumber ? .negative : .notANumber)
    }
    let point = cell.firstIndex(of: UInt8(ascii: ".")) ?? cell.count
    let whole = cell[..<point]
    let fraction = cell[min(point + 1, cell.count)...]
    let isNumber =
      whole.first.map(isDigit) ?? false && whole.allSatisfy { isDigit($0) || $0 == comma }
      && fraction.allSatisfy(isDigit) && (point == cell.count || !fraction.isEmpty)
    guard isNumber else { return .refused(.notANumber) }
    guard isGroupedRight(whole) else { return .refused(.grouping) }
    guard fraction.dropFirst(decimals).allSatisfy({ $0 == zero }) else {
      return .refused(.tooManyDecimals)
    }
    let zeros = [UInt8](repeating: zero, count: max(0, decimals - fraction.count))
    return value(of: whole.filter { $0 != comma } + fraction.prefix(decimals) + zeros)
  }

  private static let zero = UInt8(ascii: "0")
  private static let comma = UInt8(ascii: ",")

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// 1,234 and 1234 are right; 1,23,4 is not, and neither is 0,123, which may mean 0.123.
  private static func isGroupedRight(_ whole: ArraySlice<UInt8>) -> Bool {
    let groups = whole.split(separator: comma, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...3).contains(first.count) && first.first != zero
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func value(of digits: [UInt8]) -> CellReading {
    var value: Int64 = 0
    for digit in digits {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int64(digit - zero))
      if overflow || carry { return .refused(.tooLarge) }
      value = sum
    }
    return .value(value)
  }
}
