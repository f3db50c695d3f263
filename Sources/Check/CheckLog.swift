import Model

/// Collects what the checks find: of each check at most ``limit`` findings, the others counted.
struct CheckLog {
  /// The most findings that are shown of a check.
  static let limit = 5000

  private struct Entry {
    let form, unit, item, order: Int
    let finding: Finding
  }

  private var entries: [Entry] = []
  private var counts: [String: Int] = [:]
  private var rejections: Set<Int> = []
  private var unitCount = 1

  /// Adds a finding of a unit's return of a form; about one item, or about the whole return.
  mutating func add(
    _ reason: some CheckReason, form: Int, unit: Int, item: Int? = nil, value: String? = nil,
    in context: CheckContext
  ) {
    if reason.severity == .reject {
      unitCount = context.count
      rejections.insert(form * context.count + unit)
    }
    let count = (counts[reason.code] ?? 0) + 1
    counts[reason.code] = count
    guard count <= CheckLog.limit else { return }
    let finding = context.finding(reason, form: form, unit: unit, item: item, value: value)
    entries.append(
      Entry(form: form, unit: unit, item: item ?? -1, order: entries.count, finding: finding))
  }

  /// The returns that findings reject, by form and unit.
  var rejected: [(form: Int, unit: Int)] {
    rejections.sorted().map { ($0 / unitCount, $0 % unitCount) }
  }

  /// The findings by form, unit and item, then what is not shown.
  func inOrder() -> [Finding] {
    let sorted = entries.sorted {
      ($0.form, $0.unit, $0.item, $0.order) < ($1.form, $1.unit, $1.item, $1.order)
    }
    let more = counts.filter { $0.value > CheckLog.limit }.sorted { $0.key < $1.key }.map { rule, count in
      Finding(CheckMore(rule: rule, count: count - CheckLog.limit), at: Place(file: ""))
    }
    return sorted.map(\.finding) + more
  }
}
