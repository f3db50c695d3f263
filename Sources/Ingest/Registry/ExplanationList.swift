public import Model

/// What explanations.csv says: why values that were queried are right after all.
public struct ExplanationList: Sendable {
  /// What it says, in the order of its rows; of two rows about the same the first counts.
  public private(set) var explanations = Explanations()
  private var log: FindingLog

  private static let headings = [
    ["rule", "规则"], ["unit", "单位"], ["month", "月份"], ["text", "说明"], ["who", "署名"],
  ]
  /// The last heading may be missing: nobody has to sign.
  private static let required = 4

  /// Reads explanations.csv in UTF-8 or GB18030. `file` is its path in findings.
  public init(_ bytes: [UInt8], file: String) {
    log = FindingLog(file: file)
    let table = TextRows(bytes) { ExplanationList.headings.joined().contains($0) }
    if let fault = table.fault {
      log.add(ExplanationsUnreadable(), row: fault.row, column: fault.column)
    }
    let places = ExplanationList.headings.map { names in table.headings.firstIndex(where: names.contains) }
    if let missing = places.prefix(ExplanationList.required).firstIndex(of: nil) {
      log.add(ExplanationHeadingMissing(names: ExplanationList.headings[missing]), row: table.headingRow)
      return
    }
    var found: [Explanation] = []
    var rows: [Explanation.Key: Int] = [:]
    for row in table.rows {
      // A cell that is no text says nothing for certain; the replacement character is in no code and no month.
      let cells = places.map { place in
        place.map { $0 < row.cells.count ? row.cells[$0] ?? "\u{FFFD}" : "" } ?? ""
      }
      let at = places.map { Place(file: file, row: row.number, column: ($0 ?? -1) + 1) }
      guard let explanation = read(cells, at) else { continue }
      if let first = rows.updateValue(row.number, forKey: explanation.key) {
        rows[explanation.key] = first
        add(ExplanationTwice(row: first), at[0], cells[0])
      } else {
        found.append(explanation)
      }
    }
    explanations = Explanations(found)
  }

  /// What is wrong with it. A faulty line does not spoil the others.
  public var findings: [Finding] { findings(with: []) }

  /// What is wrong with it, and what else is, line by line: at most as many findings as of any file, and how many more
  /// there are.
  public func findings(with others: some Sequence<Finding>) -> [Finding] { log.shown(with: others) }

  /// An explanation; `nil`, with a finding, where the row does not make one.
  private mutating func read(_ cells: [String], _ at: [Place]) -> Explanation? {
    guard !cells[0].isEmpty else { return refuse(ExplanationRuleMissing(), at[0], "") }
    guard let unit = UnitCode(CodeCell.whole(cells[1])) else {
      return refuse(ExplanationUnitUnclear(), at[1], cells[1])
    }
    guard let month = DayCell.listed(cells[2]) else {
      return refuse(ExplanationMonthUnclear(), at[2], cells[2])
    }
    let text = Folding.oneLine(cells[3])
    guard !text.isEmpty, text != "\u{FFFD}" else { return refuse(ExplanationEmpty(), at[3], "") }
    // The message that quotes it puts the full stop.
    // A number that may be a person's is masked, and who signed stays in the list.
    let masked = Excerpt.whole(text)
    let bare = masked.last.map { "。.".contains($0) } ?? false ? String(masked.dropLast()) : masked
    return Explanation(
      Explanation.Key(rule: cells[0], unit: unit, month: month), text: bare, who: Folding.oneLine(cells[4]),
      place: at[0])
  }

  private mutating func refuse(
    _ reason: any FindingReason, _ place: Place, _ value: String
  ) -> Explanation? {
    add(reason, place, value)
    return nil
  }

  private mutating func add(_ reason: any FindingReason, _ place: Place, _ value: String) {
    log.add(Finding(reason, at: place, value: Excerpt.of(value)))
  }
}
