/// What the format of a cell makes of its number.
enum NumberFormat: Hashable {
  /// The number itself.
  case plain
  /// The number times 100, with a percent sign.
  case percent
  /// A whole number with zeros before it, so that it has this many digits.
  case padded(Int)
  /// A day, a time, or both.
  case date
  /// A year and a month.
  case month
  /// A span of hours, minutes and seconds, perhaps of more than a day.
  case duration

  /// The format of a number that is built in, and has no code in the file. From 27 on those of Chinese Excel.
  static func builtIn(_ number: Int) -> NumberFormat {
    switch number {
    case 9, 10: .percent
    case 17, 27, 36, 50, 52, 57: .month
    case 46: .duration
    case 14...22, 28...35, 45, 47, 51, 53...56, 58: .date
    default: .plain
    }
  }

  /// What a format code means; of several sections the first counts.
  init(code: String) {
    var scan = FormatScan(Array(code.lowercased().unicodeScalars))
    scan.run()
    self = scan.format
  }
}

/// Goes through a format code in lower case, past quoted and escaped text.
private struct FormatScan {
  private let code: [Unicode.Scalar]
  private var place = 0
  private var (hasYear, hasMonth, hasDay, hasTime) = (false, false, false, false)
  private var (isDuration, isPercent, isOther) = (false, false, false)
  private var zeros = 0
  /// Whether an `m` would mean minutes: after hours.
  private var isAfterHours = false

  init(_ code: [Unicode.Scalar]) { self.code = code }

  var format: NumberFormat {
    if isDuration { return .duration }
    if hasYear && hasMonth && !hasDay && !hasTime { return .month }
    if hasYear || hasMonth || hasDay || hasTime { return .date }
    if isPercent { return .percent }
    return zeros > 1 && !isOther ? .padded(zeros) : .plain
  }

  mutating func run() {
    while place < code.count, code[place] != ";" {
      let scalar = code[place]
      switch scalar {
      case "\"": skip(to: "\"")
      case "[": bracket()
      // An escaped character, one that leaves its width, one that fills the cell.
      case "\\", "_", "*": place += 1
      default: letter(scalar)
      }
      place += 1
    }
  }

  private mutating func letter(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "g" where starts("general"): skip(6)
    case "a" where starts("am/pm"): skip(4)
    case "a" where starts("a/p"): skip(2)
    // An e before a sign is an exponent; else it is a year, as g and b are of other calendars.
    case "e" where next == "+" || next == "-": isOther = true
    case "y", "e", "g", "b": hasYear = true
    case "d": hasDay = true
    case "h", "s": hasTime = true
    case "m": months()
    case "%": isPercent = true
    case "0": zeros += 1
    default: isOther = true
    }
    if scalar == "h" { isAfterHours = true }
    if scalar == "y" || scalar == "d" || scalar == "s" { isAfterHours = false }
  }

  /// Months, or minutes where hours stand before or seconds behind.
  private mutating func months() {
    while next == "m" { place += 1 }
    let rest = code[min(place + 1, code.count)...]
    let following = rest.first { "ymdhs0;".unicodeScalars.contains($0) }
    if isAfterHours || following == "s" { hasTime = true } else { hasMonth = true }
  }

  /// A colour, a condition or a language; or `[h]`, a span of time.
  private mutating func bracket() {
    let inside = code[(place + 1)...].prefix { $0 != "]" }
    if let first = inside.first, "hms".unicodeScalars.contains(first),
      inside.allSatisfy({ $0 == first })
    {
      isDuration = true
    }
    place += inside.count + 1
  }

  private var next: Unicode.Scalar? { place + 1 < code.count ? code[place + 1] : nil }

  private func starts(_ word: String) -> Bool {
    code[place...].starts(with: word.unicodeScalars)
  }

  private mutating func skip(_ count: Int) {
    isOther = true
    place += count
  }

  private mutating func skip(to end: Unicode.Scalar) {
    isOther = true
    place = code[(place + 1)...].firstIndex(of: end) ?? code.count
  }
}
