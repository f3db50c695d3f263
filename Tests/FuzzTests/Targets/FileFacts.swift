import Model
import Render

@testable import Ingest
@testable import Pipeline

/// What a file gives, and what must be true of it whatever the file is.
struct FileFacts: Equatable {
  private(set) var rows: [SubmissionReading.Row] = []
  private(set) var rejected: [SubmissionReading.Row] = []
  private(set) var values: [Int64] = []
  private(set) var states: [CellState] = []
  private(set) var texts: [String] = []
  private(set) var findings: [String] = []
  private(set) var ledger = LedgerFacts()

  struct LedgerFacts: Equatable {
    var units: [Int32] = []
    var rows: [Int32] = []
    var values: [Int64] = []
    var states: [CellState] = []
    var months: [Month?] = []
  }

  /// Reads a file in a world, and looks at what comes of it.
  init(
    _ bytes: [UInt8], _ world: FuzzWorld, _ sender: Int?, usesLane: Bool = true, isOfAnyMonth: Bool = false
  ) throws(FuzzFault) {
    var ledger = LedgerFacts()
    let months = MonthContexts(
      campaign: world.campaign, registry: world.workspace.registry, world.context.roster)
    var sink = RowSink(
      rows: { batch in
        ledger.units += batch.units
        ledger.rows += batch.rows
        ledger.values += batch.values
        ledger.states += batch.states
        ledger.months += batch.units.map { _ in batch.month }
      }, months: isOfAnyMonth ? months : nil)
    sink.usesLane = usesLane
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { bytes in
      unsafe SubmissionReader(world.context).read(bytes, of: world.submission(sender), sink)
    }
    (rows, rejected, values) = (reading.rows, reading.rejected, reading.values)
    (states, texts) = (reading.states, reading.texts)
    self.ledger = ledger
    findings = reading.findings.map {
      "\($0.code) \($0.place) \($0.unit.map(\.description) ?? "") \($0.value)"
    }
    try check(reading, world)
  }

  private func check(_ reading: SubmissionReading, _ world: FuzzWorld) throws(FuzzFault) {
    let units = world.roster.units.indices
    try FuzzFault.unless(
      (rows + rejected).allSatisfy { units.contains(Int($0.unit)) && $0.row > 0 }, "a row of no unit")
    try FuzzFault.unless(values.count == states.count, "values without states")
    try FuzzFault.unless(
      !rows.isEmpty || !ledger.rows.isEmpty || !rejected.isEmpty || !findings.isEmpty, "nothing is said")
    try FuzzFault.unless(reading.findings.count <= 3 * FindingLog.limit, "too many findings")
    for finding in reading.findings { try FileFacts.check(finding) }
    let (returns, findings) = ReturnsAssembler.assemble(
      [reading], campaign: world.campaign, roster: world.roster)
    for finding in findings { try FileFacts.check(finding) }
    try FuzzFault.unless(returns.submissions.count == 1, "the file is lost")
  }

  /// A finding is one line that can be shown anywhere, at a place that a spreadsheet has.
  static func check(_ finding: Finding) throws(FuzzFault) {
    for language in Language.allCases {
      let line = FindingText.line(finding, language)
      try FuzzFault.unless(
        !line.isEmpty && !line.unicodeScalars.contains(where: Shown.isHidden), "hidden characters: \(line)")
    }
    try FuzzFault.unless(finding.value.count <= Excerpt.limit + 1, "a long excerpt: \(finding.value)")
    let place = finding.place
    try FuzzFault.unless(
      place.row >= 0 && (0...CSVReader.maximumColumns + 1).contains(place.column), "no place: \(place)")
  }
}
