/// The styles of a workbook's cells, as far as freexl asks of them which cells are days.
struct LegacyStyles {
  /// How many styles freexl has places for; beyond, it counts them without a place to look them up.
  private static let most = 8192

  /// 31 December 9999, the last day that spreadsheet programs show; they have no days for larger numbers.
  static let lastDay = 2_958_465.0

  /// The format of each style.
  private var formats: [Int] = []
  /// Formats of the workbook's own in which freexl sees days.
  private var days: Set<Int> = [14, 15, 16, 17, 22]

  /// An XF record.
  mutating func add(format: Int) throws(RecordFault.Kind) {
    guard formats.count < LegacyStyles.most else { throw .damaged }
    formats.append(format)
  }

  /// A FORMAT record with a text of these bytes: freexl counts letters, and sees days where there are years and months
  /// or months and days. Other formats of the same number do not matter, as one is enough to be careful.
  mutating func add(_ format: Int, _ text: Span<UInt8>) {
    var (hasYears, hasMonths, hasDays) = (false, false, false)
    for index in text.indices {
      switch text[index] | 0x20 {
      case UInt8(ascii: "y"): hasYears = true
      case UInt8(ascii: "m"): hasMonths = true
      case UInt8(ascii: "d"): hasDays = true
      default: break
      }
    }
    if hasMonths, hasYears || hasDays { days.insert(format) }
  }

  /// Whether freexl shows a number of a style as a day.
  func isDay(_ style: Int) -> Bool {
    formats.indices.contains(style) && days.contains(formats[style])
  }
}
