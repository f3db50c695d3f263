/// The text of a number as a spreadsheet program shows it where the column is wide enough.
///
/// Numbers are kept in the file as the shortest decimals of their binary form; rounding those to 15 digits
/// gives what the program shows, without going through binary again.
struct NumberText {
  /// As many digits as a spreadsheet program keeps.
  static let digits = 15
  private static let zero = UInt8(ascii: "0")

  private var isNegative = false
  /// The significant digits, 0 to 9; none for zero.
  private var digits: [UInt8] = []
  /// How many digits stand before the point; negative where zeros stand behind it.
  private var point = 0

  /// Reads a decimal with or without an exponent; `nil` for anything else.
  init?(_ text: Span<UInt8>) {
    var index = 0
    if index < text.count, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      index = 1
    }
    var isFraction = false
    var count = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39 {
        count += 1
        if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) } else if isFraction { point -= 1 }
        if !isFraction, !digits.isEmpty { point += 1 }
      } else {
        break
      }
      index += 1
    }
    guard count > 0, let exponent = NumberText.exponent(text, from: index) else { return nil }
    point += exponent
    round()
  }

  /// The exponent that begins there; 0 at the end of the text.
  private static func exponent(_ text: Span<UInt8>, from start: Int) -> Int? {
    if start == text.count { return 0 }
    guard text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    let isNegative = index < text.count && text[index] == UInt8(ascii: "-")
    if index < text.count, isNegative || text[index] == UInt8(ascii: "+") { index += 1 }
    guard index < text.count, text.count - index < 5 else { return nil }
    var value = 0
    while index < text.count {
      guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return isNegative ? -value : value
  }

  private mutating func round() {
    if digits.count > NumberText.digits {
      let isUp = digits[NumberText.digits] >= 5
      digits.removeLast(digits.count - NumberText.digits)
      if isUp { roundUp() }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  private mutating func roundUp() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// Appends the number, with zeros before it where it has fewer than `width` digits and is whole.
  func append(to bytes: inout [UInt8], width: Int = 1) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if point > NumberText.digits || point < -NumberText.digits { return appendExponent(&bytes) }
    let isWhole = digits.count <= point || digits.isEmpty
    let before = max(point, 0)
    let padding = max(isWhole ? width - before : 0, before == 0 ? 1 : 0)
    bytes.append(contentsOf: repeatElement(NumberText.zero, count: padding))
    for index in 0..<before { bytes.append(NumberText.zero + (index < digits.count ? digits[index] : 0)) }
    guard !isWhole else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: repeatElement(NumberText.zero, count: max(0, -point)))
    for digit in digits.dropFirst(before) { bytes.append(NumberText.zero + digit) }
  }

  /// Appends the number times 100 with a percent sign.
  func appendPercent(to bytes: inout [UInt8]) {
    var hundredfold = self
    if !digits.isEmpty { hundredfold.point += 2 }
    hundredfold.append(to: &bytes)
    bytes.append(UInt8(ascii: "%"))
  }

  private func appendExponent(_ bytes: inout [UInt8]) {
    bytes.append(NumberText.zero + digits[0])
    if digits.count > 1 {
      bytes.append(UInt8(ascii: "."))
      for digit in digits.dropFirst() { bytes.append(NumberText.zero + digit) }
    }
    let exponent = point - 1
    bytes += [UInt8(ascii: "E"), UInt8(ascii: exponent < 0 ? "-" : "+")]
    if abs(exponent) < 10 { bytes.append(NumberText.zero) }
    bytes += Array(String(abs(exponent)).utf8)
  }
}
