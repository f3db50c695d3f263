import Model

/// What is known of a ledger's table before its rows are read. A class, so that what changes beside it stays small.
final class LedgerColumns {
  let ledger: Ledger
  /// The position of the first column in ``Campaign/items``.
  let first: Int
  /// For each column its field; -1 where the sheet lacks it.
  let fields: [Int]
  /// For each column whether it cannot be told which of several it is.
  let isAmbiguous: [Bool]
  /// For each column how its plain cells are read.
  let plain: [PlainCells]
  /// The columns of numbers.
  let numbers: [Int]

  init(_ ledger: Ledger, _ plan: HeadingPlan, _ cells: FormCells) {
    self.ledger = ledger
    first = cells.form.items.lowerBound
    fields = plan.columns.map { $0 - 1 }
    isAmbiguous = plan.isAmbiguous
    plain = cells.plain
    numbers = ledger.columns.indices.filter { ledger.columns[$0].type.decimals != nil }
  }
}

/// The rows of a ledger's table while they are read: a batch of them, and what is known of all.
struct LedgerSheet {
  let columns: LedgerColumns
  /// The rows that were handed on or will be.
  private(set) var count = 0

  private let position, table: Int
  private let mostCells: Int
  private var month: Month?
  private var room: LedgerRoom
  /// The cells of the row that is being written.
  private var cells = 0
  private let sink: RowSink
  /// Those of the table, where none are kept over files.
  private var keys: RowKeys
  /// Of each column the sums over the table, and since the last row of totals.
  private var all: [RunningSum]
  private var section: [RunningSum]

  /// The rows of a table, of the ledger at that position, until they have so many cells.
  init(_ position: Int, _ columns: LedgerColumns, table: Int, _ sink: RowSink, mostCells: Int) {
    self.mostCells = mostCells
    self.columns = columns
    self.position = position
    self.table = table
    let width = columns.fields.count
    room = sink.keys?.takeRoom(width: width) ?? LedgerRoom(width: width)
    self.sink = sink
    keys = sink.keys == nil ? .table() : .none
    all = Array(repeating: RunningSum(), count: columns.fields.count)
    section = all
  }

  /// The cells of all rows.
  var cellCount: Int { count * room.width }

  /// Whether no further row is to be read.
  var isFull: Bool { cellCount >= mostCells }

  /// Whether all rows that there is room for may be read.
  var mayFillRoom: Bool { (count + room.size - room.filled) * room.width <= mostCells }

  /// Takes in the next cell of the row.
  mutating func append(_ state: CellState, _ value: Int64) {
    let place = room.filled * room.width + cells
    room.states[place] = state
    room.values[place] = value
    cells += 1
  }

  /// The cell of a column in the row whose cells were taken in last.
  func cell(_ column: Int) -> (state: CellState, value: Int64) {
    let place = room.filled * room.width + column
    return (room.states[place], room.values[place])
  }

  /// Takes in a key; the row that has it already, 0 where that is not known, else `nil`.
  mutating func insert(key: Int64, row: Int) -> Int32? {
    if let register = sink.keys { return register.withKeys { $0.insert(key, row: row) } }
    return keys.insert(key, row: row)
  }

  /// The rows that follow are of that month.
  mutating func turn(to month: Month) {
    handOnRest()
    self.month = month
    sink.keys?.turn(to: month)
  }

  /// Ends a row all of whose cells were taken in.
  mutating func endRow(unit: Int, row: Int) {
    room.units[room.filled] = Int32(unit)
    room.rows[room.filled] = Int32(clamping: row)
    cells = 0
    room.filled += 1
    takeIn(room.filled - 1)
  }

  /// Lends the room, where a row at least may be written behind those that are there, and the keys.
  mutating func withRoomAndKeys<Result>(
    _ body: (inout LedgerRoom, inout RowKeys) -> Result
  ) -> Result {
    let before = room.filled
    let result = sink.keys?.withKeys { body(&room, &$0) } ?? body(&room, &keys)
    takeIn(before)
    return result
  }

  /// Takes in the rows from `first` on, which were written.
  private mutating func takeIn(_ first: Int) {
    count += room.filled - first
    // Sums are for rows of totals, which nobody checks where only figures are wanted.
    if sink.keys == nil { add(first) }
    if room.isFull { flush() } else { room.makeRoom() }
  }

  private mutating func add(_ first: Int) {
    for row in first..<room.filled {
      for column in columns.numbers {
        let place = row * room.width + column
        all[column].add(room.states[place], room.values[place])
        section[column].add(room.states[place], room.values[place])
      }
    }
  }

  /// Hands on what is left, and the room.
  mutating func finish() {
    handOnRest()
    guard let keys = sink.keys else { return }
    let next = LedgerRoom(width: room.width)
    keys.keep(room)
    room = next
  }

  private mutating func handOnRest() {
    if room.filled > 0 { flush() }
  }

  /// What follows is another part of the table.
  mutating func beginSection() {
    for column in section.indices { section[column] = RunningSum() }
  }

  /// The sum of a column over the table or its last part; `nil` where a cell cannot be read, none has a value, or
  /// it does not fit.
  func sum(_ column: Int, ofSection isSection: Bool) -> Int64? {
    isSection ? section[column].sum : all[column].sum
  }

  private mutating func flush() {
    room.trim()
    var batch = LedgerRows(ledger: position, table: table)
    batch.month = month
    // Moved there and back: nobody else has them unless they are kept.
    swap(&batch.units, &room.units)
    swap(&batch.rows, &room.rows)
    swap(&batch.values, &room.values)
    swap(&batch.states, &room.states)
    sink.rows?(batch)
    swap(&batch.units, &room.units)
    swap(&batch.rows, &room.rows)
    swap(&batch.values, &room.values)
    swap(&batch.states, &room.states)
    room.filled = 0
  }
}

/// A sum of cells, as long as all of them can be read.
private struct RunningSum {
  private var total: Int64 = 0
  private var (isGiven, isLost) = (false, false)

  var sum: Int64? { isGiven && !isLost ? total : nil }

  mutating func add(_ state: CellState, _ value: Int64) {
    if state == .value {
      let (next, overflow) = total.addingReportingOverflow(value)
      total = next
      isGiven = true
      isLost = isLost || overflow
    } else if state == .unreadable {
      isLost = true
    }
  }
}
