import Model

/// Writes what counts of a ledger into the returns of a month.
struct LedgerFilling {
  private let program: LedgerProgram
  private let position: Int
  private let roster: Roster
  private let standing: LedgerStanding
  private let form: Form
  private let items: [Item]
  private(set) var findings: [Finding] = []
  private let entries: LedgerEntries?
  /// For each unit the number of its rows.
  private let rows: [Int128]

  init(_ plan: LedgerPlan, _ position: Int, _ roster: Roster, _ standing: LedgerStanding) {
    program = plan.programs[position]
    self.position = position
    self.roster = roster
    self.standing = standing
    form = plan.campaign.forms[program.ledger.form]
    items = plan.campaign.items
    rows = standing.sums(0)
    entries = program.ledger.key == nil ? nil : LedgerEntries(standing, count: roster.count)
  }

  /// The keys in force; `nil` for a ledger without a key.
  var keys: LedgerKeys.Rows? {
    guard let entries else { return nil }
    let unkeyed = rows.indices.map { Int32(clamping: Int64(clamping: rows[$0]) - entries.counts[$0]) }
    return LedgerKeys.Rows(
      keys: entries.all.map(\.key), units: entries.all.map(\.unit), unkeyed: unkeyed,
      keeping: rows.indices.map { unit in
        standing.newest[unit] != nil ? .keeps : form.expects(unit, in: roster) ? .lacks : .notExpected
      })
  }

  mutating func fill(_ returns: inout Returns, before: LedgerKeys.Rows?) {
    for unit in 0..<roster.count {
      let isKept = standing.newest[unit] != nil
      returns.statuses[program.ledger.form][unit] =
        isKept ? .accepted : form.expects(unit, in: roster) ? .missing : .notExpected
      returns.sources[program.ledger.form][unit] = standing.sources[unit]
    }
    let statistics = program.groups.indices.map { LedgerStatistics(standing, group: $0, roster: roster) }
    let movements = LedgerFilling.movements(before, keys, entries, roster.count)
    for (place, make) in program.makes.enumerated() {
      let item = form.items.lowerBound + place
      switch make {
      case .cell(let cell): set(item, &returns) { [sums = standing.sums(cell)] in sums[$0] }
      case .updated: set(item, &returns) { [newest = standing.newest] in newest[$0].map { Int128($0.month) } }
      case .moved(let movement):
        guard let movements else { continue }
        let found = movements[movement]
        set(item, &returns) { movements.isKnown[$0] ? Int128(found[$0]) : nil }
      case .whole(let statistic, let group): set(item, statistic, statistics[group], &returns)
      }
    }
    let overflows = standing.pieces.reduce(0) { $0 + $1.tally.overflows }
    if overflows > 0 {
      findings.append(
        Finding(LedgerOverflow(count: overflows), at: Place(file: ""), item: program.ledger.title))
    }
    tell(&returns, movements)
  }

  private static func movements(
    _ before: LedgerKeys.Rows?, _ now: LedgerKeys.Rows?, _ entries: LedgerEntries?, _ count: Int
  ) -> LedgerMovements? {
    guard let before, let now, let entries, before.keeping.count == count else { return nil }
    return LedgerMovements(before: before, now: now, ended: entries.ended)
  }

  /// Sets the cells of the units that keep the ledger.
  private mutating func set(_ item: Int, _ returns: inout Returns, _ value: (Int) -> Int128?) {
    for unit in 0..<roster.count where standing.newest[unit] != nil {
      guard let value = value(unit) else { continue }
      set(item, unit, value, &returns)
    }
  }

  private mutating func set(_ item: Int, _ unit: Int, _ value: Int128, _ returns: inout Returns) {
    if let value = Int64(exactly: value) { return returns.columns[item].set(unit, .value, value) }
    returns.columns[item].set(unit, .unreadable)
    findings.append(
      Finding(SumOverflow(), at: Place(file: ""), unit: roster.units[unit].code, item: items[item].label))
  }

  /// Sets the cells of every unit that keeps the ledger, or below which one does.
  private mutating func set(
    _ item: Int, _ statistic: Derived.Statistic, _ found: LedgerStatistics, _ returns: inout Returns
  ) {
    let kept = Coverage.counts(standing.newest.map { $0 != nil }, parent: roster.parent)
    for unit in 0..<roster.count where kept[unit] > 0 {
      guard found.counts[unit] > 0 else {
        returns.columns[item].set(unit, .notApplicable)
        continue
      }
      switch statistic {
      case .median: set(item, unit, found.median[unit], &returns)
      case .min: set(item, unit, Int128(found.least[unit]), &returns)
      case .max: set(item, unit, Int128(found.most[unit]), &returns)
      case .distinct: set(item, unit, Int128(found.distinct[unit]), &returns)
      }
    }
  }

  private func tell(_ returns: inout Returns, _ movements: LedgerMovements?) {
    returns.ledgerRows[program.ledger.form] = standing.listed
    var facts = broken()
    for repeated in entries?.repeated ?? [] {
      let unit = Int(repeated.unit)
      facts.append(
        LedgerFact(
          .repeated(unit: Int(repeated.other)), ledger: position, unit: unit, count: repeated.count,
          of: Int(clamping: rows[unit]), rows: repeated.rows,
          source: LedgerFilling.at(standing.sources[unit], repeated.rows.first)))
    }
    if let movements {
      for unit in 0..<roster.count where movements.isKnown[unit] && movements.gone[unit] > 0 {
        facts.append(
          LedgerFact(
            .gone, ledger: position, unit: unit, count: Int(movements.gone[unit]),
            of: Int(clamping: rows[unit]),
            rows: [], source: LedgerFilling.at(standing.sources[unit], nil)))
      }
    }
    returns.facts += facts
  }

  private static func at(_ source: ReturnSource, _ row: Int32?) -> ReturnSource {
    ReturnSource(submission: source.submission, table: source.table, row: row ?? 0)
  }

  /// The rules that rows violate, of units of the levels that they are about.
  private func broken() -> [LedgerFact] {
    var facts: [[Int: LedgerFact]] = program.rules.map { _ in [:] }
    for piece in standing.pieces {
      for (place, unit) in piece.units.enumerated() where unit >= 0 {
        for (rule, cell) in program.rules.enumerated() {
          let count = Int(clamping: piece.tally.sum(place, cell))
          guard count > 0, program.ledger.rules[rule].levels.contains(roster.units[Int(unit)].level) else {
            continue
          }
          if facts[rule][Int(unit)] != nil {
            facts[rule][Int(unit)]?.count += count
          } else if let found = piece.tally.broken(place, cell) {
            facts[rule][Int(unit)] = LedgerFact(
              .broken(rule: rule), ledger: position, unit: Int(unit), count: count,
              of: Int(clamping: rows[Int(unit)]), rows: found.rows,
              source: ReturnSource(
                submission: piece.submissions[Int(found.file)], table: found.table, row: found.rows.first ?? 0
              ))
          }
        }
      }
    }
    return facts.flatMap { $0.values.sorted { $0.unit < $1.unit } }
  }
}
