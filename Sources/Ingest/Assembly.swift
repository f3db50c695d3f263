import Model

/// The work of ``ReturnsAssembler``: which row of each unit counts, and what becomes of the others.
struct Assembly {
  let campaign: Campaign
  let readings: [SubmissionReading]
  /// The returns, without columns.
  var settled: Returns
  /// By reading what is found when files are set side by side.
  var added: [Int: FindingLog] = [:]
  /// How many more of these are kept.
  var roomForFindings: Int
  /// By form.
  private var accepted: [AcceptedRows]

  init(_ readings: [SubmissionReading], _ campaign: Campaign, _ roster: Roster, mostFindings: Int) {
    roomForFindings = mostFindings
    self.readings = Assembly.sorted(readings)
    self.campaign = campaign
    settled = Returns(
      roster: roster, campaign: campaign, submissions: self.readings.map(\.submission), columns: [])
    accepted = campaign.forms.map { _ in AcceptedRows() }
  }

  /// In the order of paths, in which most come.
  private static func sorted(_ readings: [SubmissionReading]) -> [SubmissionReading] {
    let precedes = { (one: SubmissionReading, other: SubmissionReading) in
      one.submission.path.utf8.span.precedes(other.submission.path.utf8.span)
    }
    let isSorted = readings.indices.dropFirst().allSatisfy { !precedes(readings[$0], readings[$0 - 1]) }
    return isSorted ? readings : readings.sorted(by: precedes)
  }

  /// Decides which row of each unit counts.
  mutating func resolve(_ form: Int) {
    let tables = readings.indices.flatMap { reading in
      readings[reading].submission.tables.indices
        .filter { readings[reading].submission.tables[$0].form == form }
        .map { AcceptedRows.Table(reading: reading, table: $0) }
    }
    let several = Assembly.acceptFirst(
      of: tables, readings, &settled.statuses[form], &settled.sources[form])
    accepted[form] = AcceptedRows(tables, leftOut: several.isEmpty ? [:] : choose(of: several, tables, form))
  }

  /// Accepts the first row of each unit, over spans; the units that have more, which are few.
  private static func acceptFirst(
    of tables: [AcceptedRows.Table], _ readings: [SubmissionReading], _ allStatuses: inout [ReturnStatus],
    _ allSources: inout [ReturnSource]
  ) -> Set<Int32> {
    var several: Set<Int32> = []
    var statuses = allStatuses.mutableSpan
    var sources = allSources.mutableSpan
    for table in tables {
      let rows = readings[table.reading].rows
      for row in rows[readings[table.reading].extents[table.table].rows] {
        let unit = Int(row.unit)
        if sources[unit].submission >= 0 {
          several.insert(row.unit)
          continue
        }
        statuses[unit] = .accepted
        sources[unit] = ReturnSource(
          submission: Int32(table.reading), table: Int32(table.table), row: row.row)
      }
    }
    return several
  }

  /// Units of which something was received, and nothing counts; of several rows the last received is named.
  mutating func markRejected(_ form: Int) {
    for (place, reading) in readings.enumerated() where !reading.rejected.isEmpty {
      for (table, extent) in reading.extents.enumerated()
      where reading.submission.tables[table].form == form {
        for row in reading.rejected[extent.rejected] {
          let source = ReturnSource(submission: Int32(place), table: Int32(table), row: row.row)
          markRejected(form, Int(row.unit), source, reading.submission.received)
        }
      }
    }
  }

  private mutating func markRejected(
    _ form: Int, _ unit: Int, _ source: ReturnSource, _ received: LocalTime
  ) {
    let known = settled.sources[form][unit].submission
    let isLater = known < 0 || readings[Int(known)].submission.received < received
    switch settled.statuses[form][unit] {
    case .missing, .rejected:
      settled.statuses[form][unit] = .rejected
      if isLater { settled.sources[form][unit] = source }
    case .notExpected, .accepted: break
    }
  }

  /// The columns of some items, those of texts without answers.
  func columns(_ items: Range<Int>) -> [ItemColumn] {
    var columns = Returns.columns(of: items, campaign, settled.roster)
    for form in campaign.forms.indices {
      accepted[form].fill(&columns, from: items.lowerBound, form: form, of: readings, campaign)
    }
    return columns
  }

  /// The returns with the columns of all items.
  consuming func returns(_ columns: [ItemColumn]) -> Returns {
    var returns = settled
    returns.columns = columns
    for form in campaign.forms.indices {
      accepted[form].takeTexts(into: &returns, form: form, of: readings, campaign)
    }
    return returns
  }

  /// The findings of all files.
  func findings() -> [Finding] {
    readings.indices.flatMap { place -> [Finding] in
      let (reading, added) = (readings[place], added[place])
      let omitted = reading.omittedFindings + (added?.omitted ?? 0)
      // As of most files.
      if reading.findings.isEmpty, added == nil, omitted == 0 { return [] }
      let found = SentAgain(reading, campaign, settled)
        .settled(reading.findings + (added?.findings ?? []))
      return FindingLog.shown(
        found, omitted: omitted, file: reading.submission.path, sheets: reading.sheets)
    }
  }
}
