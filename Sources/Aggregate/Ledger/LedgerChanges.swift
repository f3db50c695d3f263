import Model

/// Puts the files of a ledger together of which each says what is new: of each key the latest row counts.
struct LedgerChanges: Sendable {
  private let program: LedgerProgram
  private let form: Form
  private let roster: Roster
  private let month: Month
  private var parts: [LedgerPart] = []

  init(_ program: LedgerProgram, _ form: Form, _ roster: Roster, _ month: Month) {
    self.program = program
    self.form = form
    self.roster = roster
    self.month = month
  }

  mutating func take(_ part: LedgerPart) { parts.append(part) }

  /// What counts: the rows are added up now that it is known which of them do.
  func standing() -> LedgerStanding {
    var standing = LedgerStanding(count: roster.count)
    let expected = (0..<roster.count).map { form.expects($0, in: roster) }
    let keysOnly = parts.contains { $0.keysOnly }
    var tally = LedgerTally(program, keysOnly: keysOnly)
    // From the newest file back: the first row of a key, and the first file of a unit, is the one that counts.
    let inOrder = parts.sorted { $0.file.order > $1.file.order }
    var passed: Set<Int64> = []
    for (file, part) in inOrder.enumerated() {
      let counting = latest(part.rows, &passed)
      for row in part.rows.units.indices {
        guard let unit = known(part.rows.units[row], expected) else { continue }
        let first = LedgerTally.First(
          file: Int32(file), table: part.rows.tables[row], row: part.rows.rows[row])
        _ = tally.place(of: Int32(unit), first: first)
        standing.note(unit, part.file.order, first)
      }
      add(part.rows, counting, expected, Int32(file), to: &tally, keysOnly)
    }
    // Rows say more of a unit than a file that has none of it.
    for part in inOrder { cover(part.file, expected, &standing) }
    standing.pieces = [
      LedgerStanding.Piece(
        tally: tally, units: tally.units, submissions: inOrder.map { Int32($0.file.submission) })
    ]
    return standing
  }

  /// Notes the units at and below a file's sender that no file has rows of.
  private func cover(_ file: LedgerFile, _ expected: [Bool], _ standing: inout LedgerStanding) {
    guard let sender = file.sender, file.roster.units.indices.contains(sender) else { return }
    for unit in sender..<Int(file.roster.end[sender]) where form.expects(unit, in: file.roster) {
      guard let unit = known(file.today(Int32(unit)), expected), standing.newest[unit] == nil else {
        continue
      }
      standing.note(unit, file.order, nil)
    }
  }

  private func known(_ unit: Int32, _ expected: [Bool]) -> Int? {
    unit >= 0 && expected[Int(unit)] ? Int(unit) : nil
  }

  /// Which rows of a file no later row takes the place of. A row of a unit that is gone takes the place of earlier ones
  /// as any other.
  private func latest(_ rows: LedgerRowStore, _ passed: inout Set<Int64>) -> [Bool] {
    var counting = [Bool](repeating: true, count: rows.units.count)
    for row in rows.units.indices.reversed() where rows.hasKey[row] {
      counting[row] = passed.insert(rows.keys[row]).inserted
    }
    return counting
  }

  private func add(
    _ rows: LedgerRowStore, _ counting: [Bool], _ expected: [Bool], _ file: Int32,
    to tally: inout LedgerTally,
    _ keysOnly: Bool
  ) {
    var picked: [Int32] = []
    var places: [Int32] = []
    var table: Int32 = 0
    func flush(_ tally: inout LedgerTally) {
      guard !picked.isEmpty else { return }
      let batch = LedgerBatch(
        program, values: rows.values, states: rows.states, picked: picked, places: places,
        rows: picked.map { rows.rows[Int($0)] }, table: table, month: month)
      tally.add(batch, program, file: file)
      picked.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
    }
    for row in counting.indices where counting[row] {
      guard let unit = known(rows.units[row], expected) else { continue }
      let first = LedgerTally.First(file: file, table: rows.tables[row], row: rows.rows[row])
      let place = tally.place(of: Int32(unit), first: first)
      tally.note(
        rows.hasKey[row] ? rows.keys[row] : nil, rows.fates[row], rows.rows[row], at: place, file: file,
        table: rows.tables[row])
      guard rows.fates[row] == .counts, !keysOnly else { continue }
      if rows.tables[row] != table || picked.count == 8192 { flush(&tally) }
      table = rows.tables[row]
      picked.append(Int32(row))
      places.append(place)
    }
    flush(&tally)
  }
}
