import Model

/// The rows of a form that count, until their answers are put into its columns.
struct AcceptedRows {
  /// A table of a reading.
  struct Table {
    let reading: Int
    /// Its position among the tables of the reading.
    let table: Int
  }

  /// A unit's row: where its answers begin in the values of the reading.
  private typealias Row = (unit: Int32, firstValue: Int)

  private var tables: [Table] = []
  /// By reading the places of the rows that do not count.
  private var leftOut: [Int: Set<Int>] = [:]

  /// None.
  init() {}

  /// All rows of the tables but those left out, by reading.
  init(_ tables: [Table], leftOut: [Int: Set<Int>]) { (self.tables, self.leftOut) = (tables, leftOut) }

  /// Those of a table, in their order, put into an array that is there.
  private func take(_ table: Table, of readings: [SubmissionReading], into rows: inout [Row]) {
    let all = readings[table.reading].rows
    let out = leftOut[table.reading]
    rows.removeAll(keepingCapacity: true)
    for (index, firstValue) in readings[table.reading].placed(table.table)
    where out?.contains(index) != true { rows.append((all[index].unit, firstValue)) }
  }

  /// So many rows at a time, so that their answers stay near while column after column is filled.
  private static let block = 64

  /// Puts the answers into the columns of neighbouring items, from the item `first` on, file after file; texts are left
  /// out.
  func fill(
    _ columns: inout [ItemColumn], from first: Int, form: Int, of readings: [SubmissionReading],
    _ campaign: Campaign
  ) {
    let items = campaign.forms[form].items
    let own = items.clamped(to: first..<first + columns.count).filter { campaign.items[$0].type != .text }
    var rows: [Row] = []
    for table in tables {
      take(table, of: readings, into: &rows)
      let (states, values) = (readings[table.reading].states, readings[table.reading].values)
      for start in stride(from: 0, to: rows.count, by: AcceptedRows.block) {
        let some = rows[start..<min(start + AcceptedRows.block, rows.count)]
        for item in own { put(some, item - items.lowerBound, states, values, into: &columns[item - first]) }
      }
    }
  }

  private func put(
    _ some: ArraySlice<Row>, _ offset: Int, _ states: [CellState], _ values: [Int64],
    into column: inout ItemColumn
  ) {
    put(some, offset, states, values, &column.states, &column.values)
  }

  /// Over spans: a month has a million answers.
  private func put(
    _ some: ArraySlice<Row>, _ offset: Int, _ givenStates: [CellState], _ givenValues: [Int64],
    _ columnStates: inout [CellState], _ columnValues: inout [Int64]
  ) {
    var states = columnStates.mutableSpan
    var values = columnValues.mutableSpan
    let given = givenStates.span
    let numbers = givenValues.span
    let rows = some.span
    // One of each pair is asked whether a place is there.
    precondition(given.count == numbers.count && states.count == values.count)
    for row in rows.indices {
      let (unit, cell) = (Int(rows[row].unit), rows[row].firstValue &+ offset)
      let state = given[cell]
      states[unit] = state
      unsafe values[unchecked: unit] = state == .value ? numbers[unchecked: cell] : 0
    }
  }

  /// Puts the texts into the columns of the form, file after file.
  func takeTexts(
    into returns: inout Returns, form: Int, of readings: [SubmissionReading], _ campaign: Campaign
  ) {
    let items = campaign.forms[form].items
    let texts = items.filter { campaign.items[$0].type == .text }
    guard !texts.isEmpty else { return }
    var rows: [Row] = []
    for table in tables {
      take(table, of: readings, into: &rows)
      for item in texts {
        takeTexts(rows, item - items.lowerBound, readings[table.reading], item, &returns)
      }
    }
  }

  private func takeTexts(
    _ rows: [Row], _ offset: Int, _ reading: SubmissionReading, _ item: Int,
    _ returns: inout Returns
  ) {
    for (unit, firstValue) in rows {
      let state = reading.states[firstValue + offset]
      guard state == .value else {
        returns.columns[item].set(Int(unit), state)
        continue
      }
      returns.texts.append(reading.texts[Int(reading.values[firstValue + offset])])
      returns.columns[item].set(Int(unit), state, Int64(returns.texts.count - 1))
    }
  }
}
