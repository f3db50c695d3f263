import Model

/// The work of ``ReturnsAssembler``: which row of each unit counts, and what becomes of the others.
struct Assembly {
  /// A row of a reading.
  struct Entry {
    let unit, reading, table: Int32
    /// The row of the sheet, 1 for the first.
    let row: Int32
    /// The next entry of the same unit; -1 at the end.
    let next: Int32
    /// Whether the row counts.
    var isAccepted = false
    /// The position of the row's first answer in the values of the reading.
    let firstValue: Int
  }

  let campaign: Campaign
  private let readings: [SubmissionReading]
  /// The returns, without columns.
  private var settled: Returns
  /// For each reading what is found when files are set side by side.
  private var added: [[Finding]]
  /// By form.
  private var accepted: [AcceptedRows]

  init(_ readings: [SubmissionReading], _ campaign: Campaign, _ roster: Roster) {
    self.readings = Assembly.sorted(readings)
    self.campaign = campaign
    settled = Returns(
      roster: roster, campaign: campaign, submissions: self.readings.map(\.submission), columns: [])
    added = readings.map { _ in [] }
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
    var (entries, first) = entries(of: form)
    let several = Assembly.acceptOnly(first, &entries, &settled.statuses[form], &settled.sources[form])
    for place in several {
      var all = [place]
      while let last = all.last, entries[last].next >= 0 { all.append(Int(entries[last].next)) }
      choose(among: all, &entries, form)
    }
    accepted[form] = AcceptedRows(entries)
  }

  /// Accepts the rows of units that have but one, as nearly all have, over spans; the places of the first rows of the
  /// others.
  private static func acceptOnly(
    _ first: [Int32], _ rows: inout [Entry], _ allStatuses: inout [ReturnStatus],
    _ allSources: inout [ReturnSource]
  ) -> [Int] {
    var several: [Int] = []
    var entries = rows.mutableSpan
    var statuses = allStatuses.mutableSpan
    var sources = allSources.mutableSpan
    for unit in first.indices where first[unit] >= 0 {
      let place = Int(first[unit])
      let entry = entries[place]
      if entry.next >= 0 {
        several.append(place)
        continue
      }
      entries[place].isAccepted = true
      statuses[unit] = .accepted
      sources[unit] = source(entry)
    }
    return several
  }

  /// The rows of a form, and the first of each unit; -1 for none.
  private func entries(of form: Int) -> (entries: [Entry], first: [Int32]) {
    var entries: [Entry] = []
    entries.reserveCapacity(readings.reduce(0) { $0 + $1.rows.count })
    var first = [Int32](repeating: -1, count: settled.roster.count)
    // From the last to the first, so that each unit's chain is in the order of paths and rows.
    for reading in readings.indices.reversed() {
      for table in readings[reading].extents.indices.reversed()
      where readings[reading].submission.tables[table].form == form {
        append(table, of: reading, to: &entries, &first)
      }
    }
    return (entries, first)
  }

  /// Puts the rows of a table before those of the same units that are there.
  private func append(_ table: Int, of reading: Int, to entries: inout [Entry], _ first: inout [Int32]) {
    let (extent, rows) = (readings[reading].extents[table], readings[reading].rows)
    let width = readings[reading].submission.tables[table].columns.count
    for index in extent.rows.reversed() {
      let unit = rows[index].unit
      let value = extent.firstValue + (index - extent.rows.lowerBound) * width
      entries.append(
        Entry(
          unit: unit, reading: Int32(reading), table: Int32(table), row: rows[index].row,
          next: first[Int(unit)], firstValue: value))
      first[Int(unit)] = Int32(entries.count - 1)
    }
  }

  private mutating func choose(among places: [Int], _ entries: inout [Entry], _ form: Int) {
    let all = places.map { entries[$0] }
    let unit = Int(all[0].unit)
    guard let latest = all.map(received).max(), let first = all.map(received).min(),
      let place = places.first(where: { received(entries[$0]) == latest })
    else { return }
    let newest = entries[place]
    if first < latest { settled.firstReceived[form][unit] = first }
    for entry in all where received(entry) < latest {
      add(UnitSuperseded(other: other(newest, than: entry)), entry)
      keep(entry, .superseded, form)
    }
    let rivals = all.filter { received($0) == latest }
    if let different = rivals.first(where: { !isSame($0, newest, form) }) {
      for entry in rivals {
        // Each is told of a row that differs from it.
        let rival = isSame(entry, newest, form) ? different : newest
        add(UnitTwice(other: other(rival, than: entry)), entry)
        keep(entry, .contradicted, form)
      }
      settled.statuses[form][unit] = .rejected
      settled.sources[form][unit] = Assembly.source(newest)
    } else {
      accept(place, &entries, form)
      for entry in rivals.dropFirst() {
        add(UnitRepeated(other: other(newest, than: entry)), entry)
        keep(entry, .repeated, form)
      }
    }
  }

  /// Keeps the numbers of a row that does not count: they may explain a difference.
  private mutating func keep(_ entry: Entry, _ reason: UnusedReturn.Reason, _ form: Int) {
    let unit = Int(entry.unit)
    guard settled.unused[form][unit, default: []].count < Returns.mostUnused else { return }
    let reading = readings[Int(entry.reading)]
    let numbers = campaign.forms[form].items.enumerated().map { place, item -> Int64? in
      let cell = entry.firstValue + place
      let isNumber = campaign.items[item].type.decimals != nil && reading.states[cell] == .value
      return isNumber ? reading.values[cell] : nil
    }
    settled.unused[form][unit, default: []].append(
      UnusedReturn(reason, source: Assembly.source(entry), numbers: numbers))
  }

  private mutating func accept(_ place: Int, _ entries: inout [Entry], _ form: Int) {
    entries[place].isAccepted = true
    let unit = Int(entries[place].unit)
    settled.statuses[form][unit] = .accepted
    settled.sources[form][unit] = Assembly.source(entries[place])
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
      let reading = readings[place]
      // As of most files.
      if reading.findings.isEmpty, added[place].isEmpty, reading.omittedFindings == 0 { return [] }
      let found = SentAgain(reading, campaign, settled).settled(reading.findings + added[place])
      return FindingLog.shown(
        found, omitted: reading.omittedFindings, file: reading.submission.path, sheets: reading.sheets)
    }
  }
}

extension Assembly {
  /// Whether two rows give the same answers.
  private func isSame(_ a: Entry, _ b: Entry, _ form: Int) -> Bool {
    let items = campaign.forms[form].items
    let (left, right) = (readings[Int(a.reading)], readings[Int(b.reading)])
    return items.indices.allSatisfy { place in
      let offset = place - items.lowerBound
      let (i, j) = (a.firstValue + offset, b.firstValue + offset)
      guard left.states[i] == right.states[j] else { return false }
      guard left.states[i] == .value, campaign.items[place].type == .text else {
        return left.values[i] == right.values[j]
      }
      return left.texts[Int(left.values[i])] == right.texts[Int(right.values[j])]
    }
  }

  private func received(_ entry: Entry) -> LocalTime { readings[Int(entry.reading)].submission.received }

  private func table(_ entry: Entry) -> SubmissionTable {
    readings[Int(entry.reading)].submission.tables[Int(entry.table)]
  }

  private static func source(_ entry: Entry) -> ReturnSource {
    ReturnSource(submission: entry.reading, table: entry.table, row: entry.row)
  }

  private func other(_ other: Entry, than entry: Entry) -> OtherRow {
    let isSameFile = other.reading == entry.reading
    let isSameSheet = isSameFile && other.table == entry.table
    return OtherRow(
      file: isSameFile ? "" : readings[Int(other.reading)].submission.path,
      sheet: isSameSheet ? "" : table(other).sheet, row: Int(other.row))
  }

  private mutating func add(_ reason: any FindingReason, _ entry: Entry) {
    let place = Place(
      file: readings[Int(entry.reading)].submission.path, sheet: table(entry).sheet, row: Int(entry.row))
    let unit = settled.roster.units[Int(entry.unit)].code
    added[Int(entry.reading)].append(Finding(reason, at: place, unit: unit))
  }
}
