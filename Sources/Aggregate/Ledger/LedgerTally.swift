import Formula
import Model

/// What the rows of a ledger add up to, unit by unit. Units have places in the order in which their first row came.
struct LedgerTally: Sendable {
  /// How many row numbers are kept of a unit, or of what is found of it.
  static let listed = 10

  /// A row with a key.
  struct Key: Sendable {
    let key: Int64
    let place: Int32
    /// The row on the sheet on which the unit's first row stands; 0 for a row of another sheet, -1 for a row that does
    /// not count because its closing date has come.
    let row: Int32
  }

  /// Rows that violate a rule.
  struct Broken: Sendable {
    var file: Int32
    var table: Int32
    var rows: [Int32]
  }

  /// Where the unit's first row stands; `file` is a number that the caller gives.
  struct First: Sendable {
    let file: Int32
    let table: Int32
    let row: Int32
  }

  /// The unit of each place, a number of the caller's.
  private(set) var units: [Int32] = []
  private(set) var firsts: [First] = []
  /// The sums: for each place one for each of ``LedgerProgram/cells``. 128 bits hold any sum of 2^63 values.
  private(set) var sums: [Int128] = []
  /// For each place ``listed`` row numbers, 0 after the last.
  private(set) var rows: [Int32] = []
  private var listedRows: [UInt8] = []
  private(set) var keys: [Key] = []
  /// By place and rule.
  private(set) var broken: [Int: Broken] = [:]
  /// For each group of the program the values of all rows that have one, with the places of their units.
  private(set) var places: [[Int32]]
  private(set) var values: [[Int64]]
  private(set) var overflows = 0
  private let width: Int
  private var placeOf: [Int32: Int32] = [:]
  private var last: (unit: Int32, place: Int32) = (-1, -1)

  init(_ program: LedgerProgram, keysOnly: Bool) {
    width = keysOnly ? 1 : program.cells.count
    places = program.groups.map { _ in [] }
    values = places.map { _ in [] }
  }

  /// The sum of a cell of the program; with keys only there is but the first.
  func sum(_ place: Int, _ cell: Int) -> Int128 { cell < width ? sums[place * width + cell] : 0 }

  /// The place of a unit, made where it has none.
  mutating func place(of unit: Int32, first: @autoclosure () -> First) -> Int32 {
    if unit == last.unit { return last.place }
    if let known = placeOf[unit] {
      last = (unit, known)
      return known
    }
    let place = Int32(units.count)
    units.append(unit)
    firsts.append(first())
    sums.append(contentsOf: repeatElement(0, count: width))
    rows.append(contentsOf: repeatElement(0, count: LedgerTally.listed))
    listedRows.append(0)
    placeOf[unit] = place
    last = (unit, place)
    return place
  }

  /// Adds a row that counts or has ended.
  mutating func note(_ key: Int64?, _ fate: RowFate, _ row: Int32, at place: Int32, file: Int32, table: Int32)
  {
    let isNear = firsts[Int(place)].file == file && firsts[Int(place)].table == table
    if let key, fate != .notYet {
      keys.append(Key(key: key, place: place, row: fate == .ended ? -1 : isNear ? row : 0))
    }
    guard fate == .counts else { return }
    sums[Int(place) * width] += 1
    let listed = listedRows[Int(place)]
    guard isNear, listed < LedgerTally.listed else { return }
    rows[Int(place) * LedgerTally.listed + Int(listed)] = row
    listedRows[Int(place)] = listed + 1
  }

  /// Adds what formulas say of rows that have been noted.
  mutating func add(_ batch: LedgerBatch, _ program: LedgerProgram, file: Int32) {
    overflows += batch.overflows
    for (cell, what) in program.cells.enumerated() {
      switch what {
      case .rows: break
      case .cells: addEach(batch, cell) { Int64(batch.asked[$0]) }
      case .filled: addEach(batch, cell) { Int64(batch.filled[$0]) }
      case .count(let condition): addCount(batch, cell, batch.truths[condition])
      case .sum(let value, let condition):
        let condition = condition.map { batch.truths[$0] } ?? []
        addSum(batch, cell, batch.values[value], condition)
      case .given(let value, let condition):
        let (values, condition) = (batch.values[value], condition.map { batch.truths[$0] } ?? [])
        addEach(batch, cell) { values[$0] != nil && (condition.isEmpty || condition[$0] == .yes) ? 1 : 0 }
      case .broken(let condition): addBroken(batch, cell, batch.truths[condition], file)
      }
    }
    for (place, group) in program.groups.enumerated() {
      addValues(batch, place, batch.values[group.value], group.condition.map { batch.truths[$0] } ?? [])
    }
  }

  /// Adds small numbers, of which a batch's sum fits into 64 bits.
  private mutating func addEach(_ batch: LedgerBatch, _ cell: Int, _ number: (Int) -> Int64) {
    for run in batch.runs {
      var sum: Int64 = 0
      for row in run.rows { sum += number(row) }
      add(sum, run.place, cell)
    }
  }

  mutating func add(_ number: some BinaryInteger, _ place: Int, _ cell: Int) {
    sums[place * width + cell] += Int128(number)
  }

  mutating func keep(_ value: Int64, _ place: Int, _ group: Int) {
    places[group].append(Int32(place))
    values[group].append(value)
  }

  /// Lists a row that violates a rule, if it stands on the sheet of the first such row.
  mutating func list(_ row: Int32, _ file: Int32, _ table: Int32, _ place: Int, _ cell: Int) {
    var found = broken[place * width + cell] ?? Broken(file: file, table: table, rows: [])
    guard found.rows.count < LedgerTally.listed, found.file == file, found.table == table else { return }
    found.rows.append(row)
    broken[place * width + cell] = found
  }

  /// The rows of a place that violate the rule of a cell.
  func broken(_ place: Int, _ cell: Int) -> Broken? { broken[place * width + cell] }
}
