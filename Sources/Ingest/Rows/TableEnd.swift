import Model

/// Where the rows of a sheet end and notes and signatures begin.
///
/// Behind a note, or two blank rows, a row that is no unit's may be anything: what is to be said of it waits until
/// a row of a unit comes, as then the table has gone on, or the sheet ends.
struct TableEnd {
  /// Whether a note or two blank rows have been seen since the last row of a unit.
  var isSeen = false
  /// The last row that is not blank.
  var lastRow = 0
  /// What is to be said if the table goes on.
  var held: [Finding] = []

  private static let notes = [
    "备注", "注:", "注1", "注意", "说明", "填表", "填报人", "填报日期", "填报时间", "填报说明", "审核", "复核", "负责人", "单位负责人",
    "分管领导", "主要领导", "主管领导", "制表", "数据来源", "资料来源", "联系", "电话", "报送日期", "报送时间", "报出日期", "经办人", "统计人",
    "单位(盖章)", "note:", "notes:", "source:", "preparedby",
  ]

  private static let samples = [
    "示例", "(示例", "样例", "(样例", "范例", "填写示例", "填报示例", "例:", "例如", "(例", "例1", "example",
  ]

  /// Whether a row that begins so is a note or a signature.
  static func isNote(_ text: String) -> Bool { note(text) != nil }

  /// The word by which such a row is known.
  static func note(_ text: String) -> String? {
    let shaped = Folding.name(String(text.prefix(20)))
    return notes.first(where: shaped.hasPrefix)
  }

  /// Whether a row that begins so shows how to fill in the form.
  static func isSample(_ text: String) -> Bool {
    let shaped = Folding.name(String(text.prefix(20)))
    return shaped == "例" || samples.contains(where: shaped.hasPrefix)
  }
}

extension SheetReading {
  /// Notes blank rows between this row and the last.
  mutating func passGap(_ record: Record) {
    if table.end.lastRow > 0, record.row - table.end.lastRow > 2 { table.end.isSeen = true }
    table.end.lastRow = record.row
  }

  /// A row of a unit: the table has not ended before it.
  mutating func goOn() {
    guard table.end.isSeen else { return }
    table.end.isSeen = false
    flushHeld()
  }

  private mutating func flushHeld() {
    for finding in table.end.held {
      table.totals.isUnclear(at: finding.place.row)
      log.add(finding)
    }
    hasRows = hasRows || !table.end.held.isEmpty
    table.end.held = []
  }

  /// Says something of a row that is no unit's, now or when the table goes on.
  mutating func addOrHold(_ reason: any FindingReason, row: Int, column: Int, unit: UnitCode?, value: String)
  {
    guard table.end.isSeen else {
      hasRows = true
      table.totals.isUnclear(at: row)
      return log.add(reason, row: row, column: column, unit: unit, value: value)
    }
    let place = Place(file: log.file, row: row, column: column)
    table.end.held.append(Finding(reason, at: place, unit: unit, value: value))
    // Nobody writes notes this long.
    if table.end.held.count == FindingLog.limit { goOn() }
  }

  /// At the end of the sheet: the rows behind the table are not returns.
  mutating func endTable() {
    guard hasRows else { return flushHeld() }
    if let first = table.end.held.first {
      log.add(RowsAfterEnd(count: table.end.held.count), row: first.place.row)
    }
  }
}
