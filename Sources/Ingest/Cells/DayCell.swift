import Model

/// Cells of days and months.
enum DayCell {
  /// 2016-06-14, 2016/6/14, 2016.6.14, 2016年6月14日 or 20160614, as ``Folding/cell(_:)`` shapes it.
  static func read(_ folded: String) -> CellReading {
    guard let parts = parts(folded, units: ["年", "月", "日"], compact: [4, 2, 2]) else {
      return .refused(.notADate)
    }
    return Day(year: parts[0], month: parts[1], day: parts[2]).map { .value(Int64($0.number)) }
      ?? .refused(.noSuchDay)
  }

  /// 2016-06, 2016/6, 2016.06, 2016年6月 or 201606; `nil` for anything else. 2016.1 is refused: a spreadsheet
  /// program writes 2016.10 so, when it takes it for a number.
  static func month(_ folded: String) -> Month? {
    let text = folded.hasSuffix("份") ? String(folded.dropLast()) : folded
    guard let parts = parts(text, units: ["年", "月"], compact: [4, 2]), !text.hasSuffix(".1") else {
      return nil
    }
    return Month(year: parts[0], number: parts[1])
  }

  /// The numbers of a date: the first of four digits, the others of one or two.
  private static func parts(_ text: String, units: [Character], compact: [Int]) -> [Int]? {
    guard text.utf8.count <= 20 else { return nil }
    if text.utf8.count == compact.reduce(0, +), Digits.value(text.utf8) != nil {
      var rest = Substring(text)
      return compact.compactMap { count in
        defer { rest = rest.dropFirst(count) }
        return Digits.value(rest.prefix(count).utf8)
      }
    }
    for separator in ["-", "/", "."] as [Character] {
      let pieces = text.split(separator: separator, omittingEmptySubsequences: false)
      if let numbers = numbers(pieces, count: compact.count) { return numbers }
    }
    var rest = Substring(text)
    var pieces: [Substring] = []
    for unit in units {
      guard let end = rest.firstIndex(of: unit) else { return nil }
      pieces.append(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? numbers(pieces, count: compact.count) : nil
  }

  private static func numbers(_ pieces: [Substring], count: Int) -> [Int]? {
    guard pieces.count == count, pieces[0].utf8.count == 4,
      pieces.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let numbers = pieces.compactMap { Digits.value($0.utf8) }
    return numbers.count == count ? numbers : nil
  }
}
