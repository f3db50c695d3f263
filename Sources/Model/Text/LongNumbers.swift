/// Numbers so long that they may be somebody's: a mobile number has 11 digits, an identity number 18.
public enum LongNumbers {
  /// So many digits in a row and more.
  private static let least = 11
  /// How numbers of persons are written in groups: how many digits each has, and the first two of them all. Codes, dates
  /// and money are not.
  private static let groups:
    [(widths: [ClosedRange<Int>], first: ClosedRange<Int>, second: ClosedRange<Int>)] = [
      ([3...3, 4...4, 4...4], 1...1, 3...9),  // mobile
      ([3...4, 7...8], 0...0, 0...9),  // landline, with its area
      // Identity, the last group perhaps followed by X.
      ([6...6, 8...8, 3...4], 1...9, 0...9), ([6...6, 4...4, 4...4, 3...4], 1...9, 0...9),
    ]

  /// Digits in a row.
  private struct Run {
    var places: Range<Int>
    /// Whether one blank or hyphen is between it and the run before.
    var isNext: Bool
  }

  /// Where they stand, each from its first digit to its last; digits may be of any width.
  public static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    let runs = runs(in: text)
    var found: [Range<Int>] = []
    var place = 0
    while place < runs.count {
      let count = runs[place].places.count >= least ? 1 : grouped(runs[place...], text)
      if count > 0 { found.append(runs[place].places.lowerBound..<runs[place + count - 1].places.upperBound) }
      place += max(1, count)
    }
    return found
  }

  /// Replaces all but the first three digits of each with `*`.
  public static func mask(_ text: inout [Unicode.Scalar]) {
    for range in ranges(in: text) {
      for place in range.filter({ digit(text[$0]) != nil }).dropFirst(3) { text[place] = "*" }
    }
  }

  private static func runs(in text: [Unicode.Scalar]) -> [Run] {
    var runs: [Run] = []
    var place = 0
    while let first = text[place...].firstIndex(where: { digit($0) != nil }) {
      place = text[first...].firstIndex { digit($0) == nil } ?? text.count
      let isNext = runs.last.map { $0.places.upperBound == first - 1 && isMark(text[first - 1]) } ?? false
      runs.append(Run(places: first..<place, isNext: isNext))
    }
    return runs
  }

  /// How many runs from the first on are groups of one number; 0 where the first begins none.
  private static func grouped(_ runs: ArraySlice<Run>, _ text: [Unicode.Scalar]) -> Int {
    let start = runs[runs.startIndex].places.lowerBound
    for group in groups where runs.count >= group.widths.count {
      let some = runs.prefix(group.widths.count)
      guard some.dropFirst().allSatisfy(\.isNext),
        zip(some, group.widths).allSatisfy({ $1.contains($0.places.count) }),
        let first = digit(text[start]), group.first.contains(first),
        let second = digit(text[start + 1]), group.second.contains(second)
      else { continue }
      return some.count
    }
    return 0
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    // Latin and Chinese, as nearly all.
    case ..<0x600, 0x2000...0x9FFF: nil
    default:
      scalar.properties.generalCategory == .decimalNumber
        ? scalar.properties.numericValue.map { Int($0) } : nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0xA0, 0xB7, 0x2010...0x2015, 0x2212, 0x3000, 0xFF0D: true
    default: false
    }
  }
}
