import Model

/// Collects the findings of one file. It keeps at most ``limit`` of each severity, so that a hostile file
/// cannot fill the memory, and so that notes cannot crowd out rejections.
struct FindingLog {
  /// The most findings that are shown for a file.
  static let limit = 1000

  let file: String
  /// The sheet that is being read; empty for formats without sheets.
  var sheet = ""
  private var kept: [[Finding]] = Severity.allCases.map { _ in [] }
  private(set) var omitted = 0

  init(file: String) { self.file = file }

  /// All that is kept, the heavier first.
  var findings: [Finding] { Array(kept.joined()) }

  mutating func add(
    _ reason: any FindingReason, row: Int = 0, column: Int = 0, unit: UnitCode? = nil,
    item: String = "", value: String = ""
  ) {
    let place = Place(file: file, sheet: sheet, row: row, column: column)
    add(Finding(reason, at: place, unit: unit, item: item, value: value))
  }

  /// Adds a finding that ends the reading of a sheet: however many there are, it is shown.
  mutating func addFault(_ kind: RecordFault.Kind, row: Int, column: Int) {
    let place = Place(file: file, sheet: sheet, row: row, column: column)
    let finding = Finding(kind.reason, at: place)
    let severity = finding.severity.rawValue
    kept[severity].insert(finding, at: 0)
    if kept[severity].count > FindingLog.limit {
      kept[severity].removeLast()
      omitted += 1
    }
  }

  /// Whether one more would be kept: else what costs time to find out for its message is not looked for.
  func hasRoom(for severity: Severity) -> Bool { kept[severity.rawValue].count < FindingLog.limit }

  /// Whether one more would be kept; else it is counted, and needs no words.
  mutating func takes(_ severity: Severity) -> Bool {
    if hasRoom(for: severity) { return true }
    omit()
    return false
  }

  mutating func add(_ finding: Finding) {
    if takes(finding.severity) { kept[finding.severity.rawValue].append(finding) }
  }

  /// At most ``limit`` of what is kept and what others found, line by line, for a file without sheets.
  func shown(with others: some Sequence<Finding>) -> [Finding] {
    var log = self
    for other in others { log.add(other) }
    return FindingLog.shown(log.findings, omitted: log.omitted, file: file, sheets: [])
  }

  /// The same findings, the heavier first.
  static func heavierFirst(_ findings: [Finding]) -> [Finding] {
    Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
  }

  /// Counts one that is not kept.
  mutating func omit() { omitted += 1 }

  /// At most ``limit`` findings, the heavier ones where there are more, in the order of the sheets and of
  /// their rows; `omitted` are known to be missing from them.
  static func shown(_ findings: [Finding], omitted: Int, file: String, sheets: [String]) -> [Finding] {
    let room = omitted > 0 || findings.count > limit ? limit - 1 : limit
    var shown = findings.count > room ? Array(heavierFirst(findings).prefix(room)) : findings
    let order = Dictionary(
      sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    shown.sort {
      // What is about no sheet comes first.
      let (left, right) = (order[$0.place.sheet] ?? -1, order[$1.place.sheet] ?? -1)
      if left != right { return left < right }
      return ($0.place.row, $0.place.column, $0.code, $0.item)
        < ($1.place.row, $1.place.column, $1.code, $1.item)
    }
    let missing = omitted + findings.count - shown.count
    if missing > 0 { shown.append(Finding(FindingsMore(count: missing), at: Place(file: file))) }
    return shown
  }
}
