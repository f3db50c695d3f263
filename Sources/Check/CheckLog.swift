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
    append(finding, form, unit, item)
  }

  /// Adds a finding of rows of a ledger, which count all the same.
  mutating func add(_ reason: some CheckReason, of fact: LedgerFact, form: Int, in context: CheckContext) {
    let count = (counts[reason.code] ?? 0) + 1
    counts[reason.code] = count
    guard count <= CheckLog.limit else { return }
    let finding = Finding(
      reason, at: context.place(fact.source), unit: context.roster.units[fact.unit].code)
    append(finding, form, fact.unit, nil)
  }

  private mutating func append(_ finding: Finding, _ form: Int, _ unit: Int, _ item: Int?) {
    entries.append(
      Entry(form: form, unit: unit, item: item ?? -1, order: entries.count, finding: finding))
  }

  /// Adds what was found by another, as if it had been found here.
  mutating func merge(_ other: CheckLog) {
    var room: [String: Int] = [:]
    for code in other.counts.keys { room[code] = max(0, CheckLog.limit - (counts[code] ?? 0)) }
    for entry in other.entries where room[entry.finding.code, default: 0] > 0 {
      room[entry.finding.code, default: 0] -= 1
      append(entry.finding, entry.form, entry.unit, entry.item < 0 ? nil : entry.item)
    }
    counts.merge(other.counts) { $0 + $1 }
    rejections.formUnion(other.rejections)
    unitCount = max(unitCount, other.unitCount)
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
