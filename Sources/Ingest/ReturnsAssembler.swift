public import Model

/// Puts the readings of a month's files together.
public enum ReturnsAssembler {
  /// The month's returns and all findings of its files, in the order of paths, rows and columns, whatever the
  /// order of the readings. A unit's row in a file received later takes the place of those received before;
  /// of different rows received at the same time none counts.
  public static func assemble(
    _ readings: [SubmissionReading], campaign: Campaign, roster: Roster
  ) -> (returns: Returns, findings: [Finding]) {
    let sorted = readings.sorted {
      $0.submission.path.utf8.lexicographicallyPrecedes($1.submission.path.utf8)
    }
    var assembly = Assembly(sorted, campaign, roster)
    // The rows of ledgers are not one a unit, and were handed on when they were read.
    for form in campaign.forms.indices where campaign.forms[form].ledger == nil {
      assembly.resolve(form)
      assembly.markRejected(form)
    }
    return (assembly.returns, assembly.findings())
  }
}

/// The work of ``ReturnsAssembler``.
private struct Assembly {
  /// A row of a reading.
  struct Entry {
    let reading: Int
    let table: Int
    /// The position of the row in the reading, and of its first answer.
    let index, firstValue: Int
    /// The next entry of the same unit; -1 at the end.
    let next: Int
  }

  let readings: [SubmissionReading]
  let campaign: Campaign
  var returns: Returns
  /// For each reading what is found when files are set side by side.
  var added: [[Finding]]
  private var accepted: AcceptedRows

  init(_ readings: [SubmissionReading], _ campaign: Campaign, _ roster: Roster) {
    self.readings = readings
    self.campaign = campaign
    returns = Returns(roster: roster, campaign: campaign, submissions: readings.map(\.submission))
    added = readings.map { _ in [] }
    accepted = AcceptedRows(readings)
  }

  /// Decides which row of each unit counts.
  mutating func resolve(_ form: Int) {
    var entries: [Entry] = []
    entries.reserveCapacity(readings.reduce(0) { $0 + $1.rows.count })
    var first = [Int](repeating: -1, count: returns.roster.count)
    // From the last to the first, so that each unit's chain is in the order of paths and rows.
    for reading in readings.indices.reversed() {
      for table in readings[reading].extents.indices.reversed()
      where readings[reading].submission.tables[table].form == form {
        append(table, of: reading, to: &entries, &first)
      }
    }
    for unit in first.indices where first[unit] >= 0 {
      let entry = entries[first[unit]]
      if entry.next < 0 {
        accept(entry, unit, form)
      } else {
        var all = [entry]
        while let last = all.last, last.next >= 0 { all.append(entries[last.next]) }
        choose(among: all, unit, form)
      }
    }
    accepted.fill(&returns, form: form, of: readings, campaign)
  }

  /// Puts the rows of a table before those of the same units that are there.
  private func append(_ table: Int, of reading: Int, to entries: inout [Entry], _ first: inout [Int]) {
    let (extent, rows) = (readings[reading].extents[table], readings[reading].rows)
    let width = readings[reading].submission.tables[table].columns.count
    for index in extent.rows.reversed() {
      let unit = Int(rows[index].unit)
      let value = extent.firstValue + (index - extent.rows.lowerBound) * width
      entries.append(
        Entry(reading: reading, table: table, index: index, firstValue: value, next: first[unit]))
      first[unit] = entries.count - 1
    }
  }

  private mutating func choose(among all: [Entry], _ unit: Int, _ form: Int) {
    guard let latest = all.map(received).max(), let newest = all.first(where: { received($0) == latest })
    else {
      return
    }
    if let first = all.map(received).min(), first < latest { returns.firstReceived[form][unit] = first }
    for entry in all where received(entry) < latest {
      add(UnitSuperseded(other: other(newest, than: entry)), entry, unit)
      keep(entry, .superseded, unit, form)
    }
    let rivals = all.filter { received($0) == latest }
    if let different = rivals.first(where: { !isSame($0, newest, form) }) {
      for entry in rivals {
        // Each is told of a row that differs from it.
        let rival = isSame(entry, newest, form) ? different : newest
        add(UnitTwice(other: other(rival, than: entry)), entry, unit)
        keep(entry, .contradicted, unit, form)
      }
      returns.statuses[form][unit] = .rejected
      returns.sources[form][unit] = source(newest)
    } else {
      accept(newest, unit, form)
      for entry in rivals.dropFirst() {
        add(UnitRepeated(other: other(newest, than: entry)), entry, unit)
        keep(entry, .repeated, unit, form)
      }
    }
  }

  /// Keeps the numbers of a row that does not count: they may explain a difference.
  private mutating func keep(
    _ entry: Entry, _ reason: UnusedReturn.Reason, _ unit: Int, _ form: Int
  ) {
    guard returns.unused[form][unit, default: []].count < Returns.mostUnused else { return }
    let reading = readings[entry.reading]
    let numbers = campaign.forms[form].items.enumerated().map { place, item -> Int64? in
      let cell = entry.firstValue + place
      let isNumber = campaign.items[item].type.decimals != nil && reading.states[cell] == .value
      return isNumber ? reading.values[cell] : nil
    }
    returns.unused[form][unit, default: []].append(
      UnusedReturn(reason, source: source(entry), numbers: numbers))
  }

  private mutating func accept(_ entry: Entry, _ unit: Int, _ form: Int) {
    accepted.add(unit, reading: entry.reading, firstValue: entry.firstValue)
    returns.statuses[form][unit] = .accepted
    returns.sources[form][unit] = source(entry)
  }

  /// Units of which something was received, and nothing counts; of several rows the last received is named.
  mutating func markRejected(_ form: Int) {
    for (place, reading) in readings.enumerated() {
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
    let known = returns.sources[form][unit].submission
    let isLater = known < 0 || readings[Int(known)].submission.received < received
    switch returns.statuses[form][unit] {
    case .missing, .rejected:
      returns.statuses[form][unit] = .rejected
      if isLater { returns.sources[form][unit] = source }
    case .notExpected, .accepted: break
    }
  }

  /// Whether two rows give the same answers.
  private func isSame(_ a: Entry, _ b: Entry, _ form: Int) -> Bool {
    let items = campaign.forms[form].items
    return items.indices.allSatisfy { place in
      let offset = place - items.lowerBound
      let (i, j) = (a.firstValue + offset, b.firstValue + offset)
      let (left, right) = (readings[a.reading], readings[b.reading])
      guard left.states[i] == right.states[j] else { return false }
      guard left.states[i] == .value, campaign.items[place].type == .text else {
        return left.values[i] == right.values[j]
      }
      return left.texts[Int(left.values[i])] == right.texts[Int(right.values[j])]
    }
  }

  private func received(_ entry: Entry) -> LocalTime { readings[entry.reading].submission.received }

  private func row(_ entry: Entry) -> Int { Int(readings[entry.reading].rows[entry.index].row) }

  private func table(_ entry: Entry) -> SubmissionTable {
    readings[entry.reading].submission.tables[entry.table]
  }

  private func source(_ entry: Entry) -> ReturnSource {
    ReturnSource(
      submission: Int32(entry.reading), table: Int32(entry.table), row: Int32(row(entry)))
  }

  private func other(_ other: Entry, than entry: Entry) -> OtherRow {
    let isSameFile = other.reading == entry.reading
    let isSameSheet = isSameFile && other.table == entry.table
    return OtherRow(
      file: isSameFile ? "" : readings[other.reading].submission.path,
      sheet: isSameSheet ? "" : table(other).sheet, row: row(other))
  }

  private mutating func add(_ reason: any FindingReason, _ entry: Entry, _ unit: Int) {
    let place = Place(
      file: readings[entry.reading].submission.path, sheet: table(entry).sheet, row: row(entry))
    added[entry.reading].append(Finding(reason, at: place, unit: returns.roster.units[unit].code))
  }

  /// The findings of all files.
  func findings() -> [Finding] {
    readings.indices.flatMap { place in
      let reading = readings[place]
      let found = SentAgain(reading, campaign, returns).settled(reading.findings + added[place])
      return FindingLog.shown(
        found, omitted: reading.omittedFindings, file: reading.submission.path, sheets: reading.sheets)
    }
  }
}
