/// Keeps the marks that combine with a character to as many as any writing has. To compare texts their marks are put
/// into order, which takes for ever where a cell has 100,000 of them in a row, and shown in a page they cover it.
public enum CombiningMarks {
  /// The most in a row, as in the Stream-Safe Text Format of Unicode (UAX #15).
  public static let most = 30

  /// The text without the marks beyond the most.
  public static func limited(_ text: String) -> String {
    guard areTooMany(in: text) else { return text }
    var kept = String.UnicodeScalarView()
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run <= most { kept.append(scalar) }
    }
    return String(kept)
  }

  /// Whether a character has more.
  public static func areTooMany(in text: some StringProtocol) -> Bool {
    guard text.utf8.count > most else { return false }
    var run = 0
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run > most { return true }
    }
    return false
  }

  /// Latin and Chinese, which nearly all texts are written in, have none.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x3100..<0xA66F: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
