import Model

/// Takes names and numbers of persons out of titles, notes and signatures: what follows 填表人 and the like, and
/// ``LongNumbers``.
struct NoteMask {
  private static let labels = [
    "填表人", "填报人", "联系人", "审核人", "复核人", "负责人", "经办人", "制表人", "统计人", "报送人", "校对人", "签字", "分管领导", "主要领导", "主管领导",
    "联系方式", "电话", "手机", "身份证",
  ].map { Array($0.unicodeScalars) }
  /// A cell that begins so says something else, whatever stands before it.
  private static let others = ["填报单位", "报送单位", "单位", "月份", "报送月份", "报告期", "所属月份", "日期", "填报日期", "报送日期"]
  private static let separators = Set(" \t\n　:：,，;；、/()（）[]".unicodeScalars)

  /// Whether the cell before ended in a word such as 填表人, so that what comes is what follows it.
  private var isOpen = false

  /// Whether a text has such a word.
  static func hasLabel(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { label(in: scalars, at: $0) != nil }
  }

  /// The next cell of a row, masked.
  mutating func masked(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    if scalars.allSatisfy(Folding.isBlank) { return text }
    if isOpen, NoteMask.others.contains(where: Folding.name(text).hasPrefix) { isOpen = false }
    var numbers = LongNumbers.ranges(in: scalars)[...]
    var result = String.UnicodeScalarView()
    var (place, isMasked) = (0, false)
    while place < scalars.count {
      numbers = numbers.drop { $0.upperBound <= place }
      if let length = NoteMask.label(in: scalars, at: place) {
        result.append(contentsOf: scalars[place..<place + length])
        place += length
        (isOpen, isMasked) = (true, false)
      } else if let length = NoteMask.month(in: scalars, at: place) {
        result.append(contentsOf: scalars[place..<place + length])
        place += length
      } else if isOpen {
        let isKept = NoteMask.separators.contains(scalars[place])
        if isKept || result.last != "■" { result.append(isKept ? scalars[place] : "■") }
        isMasked = isMasked || !isKept
        place += 1
      } else {
        let isNumber = numbers.first?.contains(place) == true
        result.append(isNumber ? "■" : scalars[place])
        place = isNumber ? numbers[numbers.startIndex].upperBound : place + 1
      }
    }
    // A word alone in its cell speaks of the next one.
    isOpen = isOpen && !isMasked
    return String(result)
  }

  /// The length of such a word there, blanks between its characters counted.
  private static func label(in text: [Unicode.Scalar], at start: Int) -> Int? {
    for label in labels where text[start] == label[0] {
      var (place, matched) = (start, 0)
      while place < text.count, matched < label.count {
        if text[place] == label[matched] {
          matched += 1
        } else if !Folding.isBlank(text[place]) {
          break
        }
        place += 1
      }
      if matched == label.count { return place - start }
    }
    return nil
  }

  /// The length of a month such as 2016年6月 there: it says nothing of a person, and may be the sheet's.
  private static func month(in text: [Unicode.Scalar], at start: Int) -> Int? {
    if start > 0, isDigit(text[start - 1]) { return nil }
    let year = text[start...].prefix(while: isDigit).count
    guard year == 4, start + 4 < text.count, text[start + 4] == "年" else { return nil }
    let number = text[(start + 5)...].prefix(while: isDigit).count
    let end = start + 5 + number
    return (1...2).contains(number) && end < text.count && text[end] == "月" ? end + 1 - start : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }
}
