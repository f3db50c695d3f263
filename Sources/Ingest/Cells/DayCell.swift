import Model

/// Cells of days and months.
///
/// The year stands first and has four digits, or the month is a word: 6/7/2016 and 16-6-14 are refused, as nobody
/// can tell their parts apart. A time of day behind a day is passed over.
enum DayCell {
  /// The days that a spreadsheet program writes as whole numbers: 1954 to 2119.
  private static let serials = 20_000...80_000
  /// The number of 1899-12-30, from which spreadsheet programs count.
  private static let serialZero = -25_569

  /// 2016-06-14, 2016/6/14, 2016.6.14, 2016年6月14日, 20160614, 二〇一六年六月十四日, 14-Jun-2016 or 42535, as
  /// ``Folding/cell(_:)`` shapes it.
  static func read(_ folded: String) -> CellReading {
    if folded.utf8.count == 5, let serial = Digits.value(folded.utf8), serials.contains(serial) {
      return .value(Int64(serial + serialZero))
    }
    let text = ChineseDate.inDigits(withoutTime(folded)) ?? withoutTime(folded)
    let found =
      parts(text, units: [["年"], ["月"], ["日", "号"]], compact: [4, 2, 2]) ?? EnglishDate.parts(text)
    guard let found else { return .refused(.notADate) }
    return Day(year: found[0], month: found[1], day: found[2]).map { .value(Int64($0.number)) }
      ?? .refused(.noSuchDay)
  }

  /// 2016-06-14 in ASCII; `nil` for anything else.
  static func plain(_ cell: Span<UInt8>) -> Int64? {
    guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        let digit = cell[index] &- 0x30
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return Day(year: year, month: month, day: day).map { Int64($0.number) }
  }

  /// The first day of a day's month.
  static func firstOfMonth(_ day: Int64) -> Int64 { day - Int64(Day(number: Int(day)).parts.day - 1) }

  /// 2016-06, 2016/6, 2016.06, 2016年6月 or 201606, or what Excel makes of them when it saves a CSV: jun-16, 2016/6/1;
  /// `nil` for anything else. 2016.1 is refused: a spreadsheet program writes 2016.10 so, when it takes it for a number.
  static func month(_ folded: String) -> Month? {
    let text = folded.hasSuffix("份") ? String(folded.dropLast()) : folded
    if let parts = parts(text, units: [["年"], ["月"]], compact: [4, 2]) {
      return text.hasSuffix(".1") ? nil : Month(year: parts[0], number: parts[1])
    }
    return EnglishDate.month(text) ?? monthOfFirst(text)
  }

  /// The month of a cell of a list that the office keeps, as it stands there.
  static func listed(_ text: String) -> Month? { Month(text) ?? month(Folding.cell(text)) }

  /// The month of its first day; another day is that of something else.
  private static func monthOfFirst(_ text: String) -> Month? {
    guard case .value(let number) = read(text), firstOfMonth(number) == number else { return nil }
    let parts = Day(number: Int(number)).parts
    return Month(year: parts.year, number: parts.month)
  }

  /// The text without a time of day at its end, such as 08:30 or T00:00:00.
  private static func withoutTime(_ text: String) -> String {
    guard text.utf8.count <= 40, let split = text.lastIndex(where: { $0 == " " || $0 == "t" }) else {
      return text
    }
    let clock = text[text.index(after: split)...].split(separator: ":", omittingEmptySubsequences: false)
    let limits = [24, 60, 60]
    let isTime =
      (2...3).contains(clock.count)
      && zip(clock, limits).allSatisfy { piece, limit in
        (1...2).contains(piece.utf8.count) && (Digits.value(piece.utf8).map { $0 < limit } ?? false)
      }
    let kept = isTime ? Folding.trimmed(String(text[..<split])) : text
    // Blanks stand around the signs of 2016 年 6 月 14 日. Between two digits one may stand for a lost digit.
    let pieces = kept.split(separator: " ")
    let isApart = zip(pieces, pieces.dropFirst()).contains { left, right in
      (left.last?.isNumber ?? false) && (right.first?.isNumber ?? false)
    }
    return kept.contains("年") && !isApart ? pieces.joined() : kept
  }

  /// The numbers of a date: the first of four digits, the others of one or two.
  private static func parts(_ text: String, units: [[Character]], compact: [Int]) -> [Int]? {
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
      guard let end = rest.firstIndex(where: unit.contains) else { return nil }
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

/// Days and months with the month as an English word.
enum EnglishDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Year, month and day of 14-jun-2016 or 14 jun 2016; `nil` for anything else.
  static func parts(_ text: String) -> [Int]? {
    guard text.utf8.count <= 11 else { return nil }
    let pieces = text.split(whereSeparator: { $0 == "-" || $0 == " " })
    guard pieces.count == 3, (1...2).contains(pieces[0].utf8.count), pieces[2].utf8.count == 4,
      let day = Digits.value(pieces[0].utf8), let year = Digits.value(pieces[2].utf8),
      let month = months.firstIndex(of: String(pieces[1]))
    else { return nil }
    return [year, month + 1, day]
  }

  /// jun-16, jun-2016 or jun 2016; `nil` for anything else. A spreadsheet program has no day of the month in such a text.
  static func month(_ text: String) -> Month? {
    let pieces = text.split(whereSeparator: { $0 == "-" || $0 == " " })
    guard text.utf8.count <= 8, pieces.count == 2, [2, 4].contains(pieces[1].utf8.count),
      let year = Digits.value(pieces[1].utf8), let month = months.firstIndex(of: String(pieces[0]))
    else { return nil }
    return Month(year: year < 100 ? 2000 + year : year, number: month + 1)
  }
}

/// Days in Chinese numerals, as official papers write them.
enum ChineseDate {
  private static let digits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 二〇一六年六月十四日 as 2016年6月14日; `nil` for anything else.
  static func inDigits(_ text: String) -> String? {
    guard text.count <= 12, let year = text.firstIndex(of: "年"), let month = text.firstIndex(of: "月"),
      year < month, text.hasSuffix("日")
    else { return nil }
    let years = text[..<year].compactMap { digits[$0] }
    guard years.count == 4, text[..<year].count == 4,
      let number = value(text[text.index(after: year)..<month]),
      let day = value(text[text.index(after: month)...].dropLast())
    else { return nil }
    return years.map(String.init).joined() + "年\(number)月\(day)日"
  }

  /// 1 to 99: 六, 十, 十四, 二十, 三十一.
  private static func value(_ text: Substring) -> Int? {
    let halves = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ text: Substring) -> Int? {
      text.count == 1 ? text.first.flatMap { digits[$0] }.flatMap { $0 > 0 ? $0 : nil } : nil
    }
    switch halves.count {
    case 1: return digit(halves[0])
    case 2:
      guard let tens = halves[0].isEmpty ? 1 : digit(halves[0]),
        let ones = halves[1].isEmpty ? 0 : digit(halves[1])
      else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }
}
