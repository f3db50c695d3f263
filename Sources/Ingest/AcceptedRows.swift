import Model

/// The rows of units that count, until their answers are put into the columns of a form.
struct AcceptedRows {
  /// A unit's row: where its answers begin in the values of the reading.
  private typealias Row = (unit: Int32, firstValue: Int)

  /// By reading, in the order of units.
  private var rows: [[Row]]

  /// None, of those readings: of most nearly all rows will count.
  init(_ readings: [SubmissionReading]) {
    rows = readings.map { reading in
      var rows: [Row] = []
      rows.reserveCapacity(reading.rows.count)
      return rows
    }
  }

  /// Adds a unit's row.
  mutating func add(_ unit: Int, reading: Int, firstValue: Int) {
    rows[reading].append((Int32(unit), firstValue))
  }

  /// Puts the answers into the columns of a form, file after file; no rows are left.
  mutating func fill(
    _ returns: inout Returns, form: Int, of readings: [SubmissionReading], _ campaign: Campaign
  ) {
    let items = campaign.forms[form].items
    let isText = items.map { campaign.items[$0].type == .text }
    for place in rows.indices where !rows[place].isEmpty {
      let reading = readings[place]
      let (states, values) = (reading.states, reading.values)
      for (offset, item) in items.enumerated() {
        if isText[offset] {
          AcceptedRows.takeTexts(rows[place], offset, reading, item, &returns)
        } else {
          AcceptedRows.put(rows[place], offset, states, values, into: &returns.columns[item])
        }
      }
      rows[place] = []
    }
  }

  private static func put(
    _ rows: [Row], _ offset: Int, _ states: [CellState], _ values: [Int64], into column: inout ItemColumn
  ) {
    put(rows, offset, states, values, &column.states, &column.values)
  }

  /// Over spans: a month has a million answers.
  private static func put(
    _ rows: [Row], _ offset: Int, _ givenStates: [CellState], _ givenValues: [Int64],
    _ columnStates: inout [CellState], _ columnValues: inout [Int64]
  ) {
    var states = columnStates.mutableSpan
    var values = columnValues.mutableSpan
    let given = givenStates.span
    let numbers = givenValues.span
    for row in rows.span.indices {
      let (unit, cell) = (Int(rows[row].unit), rows[row].firstValue + offset)
      states[unit] = given[cell]
      values[unit] = given[cell] == .value ? numbers[cell] : 0
    }
  }

  private static func takeTexts(
    _ rows: [Row], _ offset: Int, _ reading: SubmissionReading, _ item: Int, _ returns: inout Returns
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
