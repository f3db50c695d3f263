import Model

/// A row of a unit that has several.
private struct Entry {
  let unit, reading, table: Int32
  /// Its place among the rows of the reading.
  let index: Int
  /// The row of the sheet, 1 for the first.
  let row: Int32
  /// The position of its first answer in the values of the reading.
  let firstValue: Int

  var source: ReturnSource { ReturnSource(submission: reading, table: table, row: row) }
}

extension Assembly {
  /// Decides which row of units that have several counts; by reading the places of those that do not.
  mutating func choose(
    of several: Set<Int32>, _ tables: [AcceptedRows.Table], _ form: Int
  ) -> [Int: Set<Int>] {
    // In the order of paths and rows.
    let entries = Dictionary(grouping: tables.flatMap { rows(of: several, $0) }, by: \.unit)
    var leftOut: [Int: Set<Int>] = [:]
    for unit in several.sorted() {
      let all = entries[unit] ?? []
      let chosen = choose(among: all, form)
      for (place, entry) in all.enumerated() where place != chosen {
        leftOut[Int(entry.reading), default: []].insert(entry.index)
      }
    }
    return leftOut
  }

  private func rows(of several: Set<Int32>, _ table: AcceptedRows.Table) -> [Entry] {
    let reading = readings[table.reading]
    return reading.placed(table.table).compactMap { index, firstValue in
      let row = reading.rows[index]
      guard several.contains(row.unit) else { return nil }
      return Entry(
        unit: row.unit, reading: Int32(table.reading), table: Int32(table.table), index: index, row: row.row,
        firstValue: firstValue)
    }
  }

  /// The place of the row that counts among those of a unit; `nil` where none does.
  private mutating func choose(among all: [Entry], _ form: Int) -> Int? {
    guard let latest = all.map(received).max(), let first = all.map(received).min(),
      let place = all.firstIndex(where: { received($0) == latest })
    else { return nil }
    let (newest, unit) = (all[place], Int(all[place].unit))
    settled.sources[form][unit] = newest.source
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
      return nil
    }
    for entry in rivals.dropFirst() {
      add(UnitRepeated(other: other(newest, than: entry)), entry)
      keep(entry, .repeated, form)
    }
    return place
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
      UnusedReturn(reason, source: entry.source, numbers: numbers))
  }

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
    var log = added.removeValue(forKey: Int(entry.reading)) ?? FindingLog(file: place.file)
    if roomForFindings > 0, log.hasRoom(for: reason.severity) {
      roomForFindings -= 1
      log.add(Finding(reason, at: place, unit: unit))
    } else {
      log.omit()
    }
    added[Int(entry.reading)] = log
  }
}
