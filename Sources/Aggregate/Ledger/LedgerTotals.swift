import Formula
public import Model

/// What the rows of a ledger add up to by month and unit: sums and counts alone, for figures without a history.
///
/// It keeps eight bytes a month, unit and sum, however many rows there are. Medians, least, greatest and distinct values
/// and movements are not made.
public struct LedgerTotals: Sendable {
  /// The sums of a month.
  private struct Sums: Sendable {
    /// For each unit those that are kept.
    var values: [Int64]
    /// By place in `values` how often a sum went beyond 64 bits, less how often it came back.
    var carries: [Int: Int64] = [:]
    /// The units with a row.
    var isKept: [Bool]
    var overflows = 0
  }

  /// A number that is the sum of a column, with its place among the sums.
  private struct PlainSum: Sendable {
    var cell: Int
    var column: Int
    var isCount: Bool
  }

  private let program: LedgerProgram
  private let units: Int
  /// The most sums of all months.
  private let most: Int
  /// Whether rows were left out, as there would be more sums than may be.
  public private(set) var isFull = false
  /// For each of the program's cells its place among those of a unit that are kept; -1 where no indicator needs it.
  private let places: [Int]
  /// How many are kept of a unit.
  private let width: Int
  private var months: [Month: Sums] = [:]
  /// The sums where all are of whole columns, so that no formula is needed.
  private let plain: [PlainSum]?

  /// Of a ledger of which no row is known; units are numbers below `units`. Of all months and units there are at most so
  /// many sums.
  public init(_ plan: LedgerPlan, ledger: Int, units: Int, most: Int = .max) {
    program = plan.programs[ledger]
    self.units = units
    self.most = most
    let used = Set(plan.campaign.indicators.indices.flatMap { plan.campaign.itemsUsed(by: $0) })
    let first = plan.campaign.forms[program.ledger.form].items.lowerBound
    var needed = Set<Int>()
    for (place, make) in program.makes.enumerated() where used.contains(first + place) {
      if case .cell(let cell) = make { needed.insert(cell) }
    }
    // The number of rows is the first of all.
    needed.insert(0)
    let kept = needed.sorted()
    places = program.cells.indices.map { kept.firstIndex(of: $0) ?? -1 }
    width = kept.count
    plain = LedgerTotals.plain(program, places)
  }

  /// The months with rows, ascending.
  public var known: [Month] { months.keys.sorted() }

  private static func plain(_ program: LedgerProgram, _ places: [Int]) -> [PlainSum]? {
    let marks = program.marks
    guard marks.opened < 0, marks.closed < 0 else { return nil }
    var sums: [PlainSum] = []
    for (place, what) in program.cells.enumerated() where places[place] >= 0 {
      let cell = places[place]
      switch what {
      case .rows, .cells, .filled, .broken: continue
      case .sum(let value, where: nil):
        guard let column = number(program.values[value].source, program) else { return nil }
        sums.append(PlainSum(cell: cell, column: column, isCount: false))
      case .given(let value, where: nil):
        guard let column = number(program.values[value].source, program) else { return nil }
        sums.append(PlainSum(cell: cell, column: column, isCount: true))
      // Yes is kept as 1.
      case .count(let condition):
        let source = program.conditions.sources[condition]
        guard let column = number(source, program), program.ledger.columns[column].type == .flag else {
          return nil
        }
        sums.append(PlainSum(cell: cell, column: column, isCount: false))
      case .sum, .given: return nil
      }
    }
    return sums
  }

  /// The column of numbers or flags that a formula is, and nothing else.
  private static func number(_ source: String, _ program: LedgerProgram) -> Int? {
    program.ledger.columns.firstIndex { column in
      column.id == source && (column.type.decimals != nil || column.type == .flag)
    }
  }

  /// Adds rows, all of the month that they say, else of the one given.
  public mutating func add(_ rows: LedgerRows, month: Month) {
    let month = rows.month ?? month
    // Taken out meanwhile, so that its arrays have one owner and are changed in place.
    guard var sums = months.removeValue(forKey: month) ?? another() else { return }
    if let plain { addPlain(rows, plain, &sums) } else { addOther(rows, month, &sums) }
    months[month] = sums
  }

  /// The sums of another month, if there is room for them.
  private mutating func another() -> Sums? {
    guard hasRoom() else { return nil }
    return Sums(
      values: Array(repeating: 0, count: units * width), isKept: Array(repeating: false, count: units))
  }

  private mutating func hasRoom() -> Bool {
    let (all, overflow) = (units * width).multipliedReportingOverflow(by: months.count + 1)
    if overflow || all > most { isFull = true }
    return !isFull
  }

  private func addPlain(_ rows: LedgerRows, _ plain: [PlainSum], _ sums: inout Sums) {
    addNumbers(rows, plain, &sums.values, &sums.isKept, &sums.carries)
    guard let cells = place(of: .cells), let filled = place(of: .filled), max(cells, filled) >= 0 else {
      return
    }
    addFilling(rows, cells, filled, &sums.values)
  }

  private func place(of cell: LedgerProgram.Cell) -> Int? {
    program.cells.firstIndex(of: cell).map { places[$0] }
  }

  /// Adds how many cells should be filled in, and are.
  private func addFilling(_ rows: LedgerRows, _ cells: Int, _ filled: Int, _ sums: inout [Int64]) {
    let columns = program.marks.width
    let (states, units, required) = (rows.states.span, rows.units.span, program.required.span)
    var all = sums.mutableSpan
    for row in units.indices {
      let (base, first) = (row * columns, Int(units[row]) * width)
      var (asked, given): (Int64, Int64) = (0, 0)
      for index in required.indices {
        let state = states[base + required[index]]
        asked += state == .notAsked ? 0 : 1
        given += state == .value || state == .notApplicable ? 1 : 0
      }
      if cells >= 0 { all[first + cells] += asked }
      if filled >= 0 { all[first + filled] += given }
    }
  }

  /// Adds the rows and their numbers. Spans, so that no number asks who owns the arrays.
  private func addNumbers(
    _ rows: LedgerRows, _ plain: [PlainSum], _ sums: inout [Int64], _ isKept: inout [Bool],
    _ carries: inout [Int: Int64]
  ) {
    let columns = program.marks.width
    let plain = plain.span
    let (values, states, units) = (rows.values.span, rows.states.span, rows.units.span)
    var all = sums.mutableSpan
    var kept = isKept.mutableSpan
    // All cells of the rows are there; that those of a unit are is asked once a row.
    precondition(values.count >= units.count * columns && states.count >= units.count * columns)
    precondition(plain.indices.allSatisfy { plain[$0].column < columns && plain[$0].cell < width })
    for row in units.indices {
      let (base, first) = (row &* columns, Int(units[row]) &* width)
      kept[Int(units[row])] = true
      precondition(first &+ width <= all.count)
      unsafe all[unchecked: first] &+= 1
      for index in plain.indices {
        let sum = unsafe plain[unchecked: index]
        guard unsafe states[unchecked: base &+ sum.column] == .value else { continue }
        let place = first &+ sum.cell
        let value = unsafe sum.isCount ? 1 : values[unchecked: base &+ sum.column]
        let (next, overflow) = unsafe all[unchecked: place].addingReportingOverflow(value)
        unsafe all[unchecked: place] = next
        if overflow { carries[place, default: 0] += value < 0 ? -1 : 1 }
      }
    }
  }

  @inline(__always)
  private func add(_ value: Int64, at place: Int, _ sums: inout Sums) {
    let (sum, overflow) = sums.values[place].addingReportingOverflow(value)
    sums.values[place] = sum
    if overflow { sums.carries[place, default: 0] += value < 0 ? -1 : 1 }
  }

  private func addOther(_ rows: LedgerRows, _ month: Month, _ sums: inout Sums) {
    let last = month.lastDay
    var picked: [Int32] = []
    for row in rows.units.indices {
      sums.isKept[Int(rows.units[row])] = true
      guard program.marks.fate(rows.values, rows.states, row: row, last: last) == .counts else { continue }
      picked.append(Int32(row))
    }
    guard !picked.isEmpty else { return }
    let batch = LedgerBatch(
      program, values: rows.values, states: rows.states, picked: picked,
      places: picked.map { rows.units[Int($0)] }, rows: picked.map { rows.rows[Int($0)] },
      table: Int32(rows.table), month: month)
    sums.overflows += batch.overflows
    for (cell, what) in program.cells.enumerated() where places[cell] >= 0 {
      for run in batch.runs {
        let place = run.place * width + places[cell]
        for row in run.rows { add(LedgerTotals.value(of: what, batch, row), at: place, &sums) }
      }
    }
  }

  /// What a row adds to a number.
  private static func value(of what: LedgerProgram.Cell, _ batch: LedgerBatch, _ row: Int) -> Int64 {
    switch what {
    case .rows: 1
    case .cells: Int64(batch.asked[row])
    case .filled: Int64(batch.filled[row])
    case .count(let condition): batch.truths[condition][row] == .yes ? 1 : 0
    case .sum(let value, let condition):
      condition.map { batch.truths[$0][row] == .yes } ?? true ? batch.values[value][row] ?? 0 : 0
    case .given(let value, let condition):
      (condition.map { batch.truths[$0][row] == .yes } ?? true) && batch.values[value][row] != nil ? 1 : 0
    case .broken: 0
    }
  }

  /// Adds the sums of another task, of the same ledger and units.
  public mutating func merge(_ other: LedgerTotals) {
    isFull = isFull || other.isFull
    for (month, more) in other.months {
      guard var sums = months.removeValue(forKey: month) else {
        if hasRoom() { months[month] = more }
        continue
      }
      for place in more.values.indices { add(more.values[place], at: place, &sums) }
      for (place, carry) in more.carries { sums.carries[place, default: 0] += carry }
      for unit in more.isKept.indices where more.isKept[unit] { sums.isKept[unit] = true }
      sums.overflows += more.overflows
      months[month] = sums
    }
  }

  /// The sums of a month, which are let go of here.
  public mutating func taking(_ month: Month) -> LedgerTotals {
    let taken = months.removeValue(forKey: month)
    var one = self
    one.months = [:]
    one.months[month] = taken
    return one
  }

  /// Sets statuses and columns of the ledger's form for a month, and lets go of its sums. How many units and operations
  /// of formulas did not fit into 64 bits.
  public mutating func fill(_ returns: inout Returns, form: Form, position: Int) -> Int {
    guard let sums = months.removeValue(forKey: returns.roster.month) else { return 0 }
    var lost = sums.overflows
    for unit in 0..<min(units, returns.roster.count) where sums.isKept[unit] {
      returns.statuses[position][unit] = .accepted
      for (place, make) in program.makes.enumerated() {
        guard case .cell(let cell) = make, places[cell] >= 0 else { continue }
        let spot = unit * width + places[cell]
        let carry = sums.carries[spot] ?? 0
        if carry != 0 { lost += 1 }
        returns.columns[form.items.lowerBound + place].set(
          unit, carry == 0 ? .value : .unreadable, sums.values[spot])
      }
    }
    return lost
  }
}
