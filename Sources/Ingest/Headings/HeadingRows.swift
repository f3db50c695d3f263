import Model

/// The rows of a sheet until its headings are found.
struct HeadingRows {
  /// The best headings so far: one row or two, with the range of ``rows`` that they take.
  private(set) var best: (plan: HeadingPlan, place: Range<Int>)?
  /// The rows that were seen, but for one that ends the search at once.
  private(set) var rows: [Record] = []
  /// Whether all rows seen are blank.
  var isEmpty = true
  var miss: HeadingSearch.NearMiss?

  /// A title is no longer than this; of a longer row above the headings only its place is kept.
  private static let longestTitle = 1 << 16
  /// Nor are rows kept beyond these many bytes to look for better headings.
  private static let mostBytes = 4 << 20
  private var bytes = 0

  /// Takes in a row; `true` where the headings are found for certain. Nearly always they are in a row of which
  /// every cell means something; then nothing was copied.
  mutating func take(_ record: Record, _ search: HeadingSearch, _ decoder: TextDecoder) -> Bool {
    let plan = search.plan(record, decoder, miss: &miss)
    if let plan, plan.matches > best?.plan.matches ?? 0 {
      best = (plan, rows.count..<rows.count + 1)
      if plan.isWhole {
        rows.append(record)
        return true
      }
    }
    rows.append(best == nil && record.size > HeadingRows.longestTitle ? Record() : record)
    bytes += record.size
    if best != nil, bytes > HeadingRows.mostBytes { return true }
    guard rows.count > 1 else { return false }
    let upper = HeadingRows.texts(rows[rows.count - 2], decoder)
    if let both = search.plan(upper, over: HeadingRows.texts(record, decoder)),
      both.matches > best?.plan.matches ?? 0
    {
      best = (both, rows.count - 2..<rows.count)
      return both.remarks.isEmpty
    }
    return false
  }

  /// Keeps a row that is no heading.
  mutating func keep(_ record: Record) { rows.append(record) }

  static func texts(_ record: Record, _ decoder: TextDecoder) -> [String] {
    (0..<record.count).map { decoder.text(record[$0].span) ?? "" }
  }
}
