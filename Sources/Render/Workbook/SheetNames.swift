/// The names of a workbook's sheets: each is one that Excel takes, and no two are the same, whatever the case of their
/// letters.
struct SheetNames {
  /// The most characters of a name.
  private static let longest = 31

  /// Excel keeps History for itself.
  private var taken: Set<String> = ["history"]
  /// The next number to try behind a name that is taken.
  private var numbers: [String: Int] = [:]

  /// Takes a name like the one wanted.
  mutating func take(_ wanted: String) -> String {
    let plain = String(
      wanted.unicodeScalars.map { "[]:*?/\\'".unicodeScalars.contains($0) ? "_" : Character($0) })
    let cleaned = WorkbookText.clean(plain, limit: SheetNames.longest)
    let base = cleaned.isEmpty ? "Sheet" : cleaned
    var name = base
    var number = numbers[base] ?? 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = "-\(number)"
      name = WorkbookText.clean(plain, limit: SheetNames.longest - suffix.utf16.count) + suffix
      number += 1
    }
    numbers[base] = number
    return name
  }
}
