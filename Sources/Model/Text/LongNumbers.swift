/// Numbers so long that they may be somebody's: a mobile number has 11 digits, an identity number 18.
public enum LongNumbers {
  /// So many digits and more.
  private static let least = 11
  /// Groups of fewer digits are those of a date or of several numbers.
  private static let leastOfGroup = 3

  /// Where they stand, each from its first digit to its last: digits of any width in a row, or in groups with one blank or
  /// hyphen between them, as telephone numbers are written.
  public static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (number, digits) = (0..<0, 0)
    func close() {
      if digits >= least { found.append(number) }
      (number, digits) = (0..<0, 0)
    }
    var place = 0
    while place < text.count {
      let group = text[place...].prefix(while: isDigit)
      if !group.isEmpty {
        let isNext = !number.isEmpty && place == number.upperBound + 1 && isMark(text[place - 1])
        if !isNext || group.count < leastOfGroup { close() }
        if group.count >= leastOfGroup {
          number = (number.isEmpty ? place : number.lowerBound)..<group.endIndex
          digits += group.count
        }
      }
      place = max(place + 1, group.endIndex)
    }
    close()
    return found
  }

  /// Replaces all but the first three digits of each with `*`.
  public static func mask(_ text: inout [Unicode.Scalar]) {
    for range in ranges(in: text) {
      for place in range.filter({ isDigit(text[$0]) }).dropFirst(3) { text[place] = "*" }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: true
    // Latin and Chinese, as nearly all.
    case ..<0x600, 0x2000...0x9FFF: false
    default: scalar.properties.generalCategory == .decimalNumber
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0xA0, 0xB7, 0x2010...0x2015, 0x2212, 0x3000, 0xFF0D: true
    default: false
    }
  }
}
