import Model

/// The rows of a form that count, until their answers are put into its columns.
struct AcceptedRows {
  /// A unit's row: where its answers begin in the values of the reading.
  private typealias Row = (unit: Int32, firstValue: Int)

  private var rows: [Row] = []
  /// The rows of each reading, which lie together.
  private var extents: [(reading: Int, rows: Range<Int>)] = []

  /// None.
  init() {}

  /// Those entries that count; the entries of a reading lie together, the last reading first.
  init(_ entries: [Assembly.Entry]) {
    // Of most readings nearly all rows count.
    rows.reserveCapacity(entries.count)
    var (reading, start) = (Int32(-1), 0)
    for entry in entries.reversed() where entry.isAccepted {
      if entry.reading != reading {
        if start < rows.count { extents.append((Int(reading), start..<rows.count)) }
        (reading, start) = (entry.reading, rows.count)
      }
      rows.append((entry.unit, entry.firstValue))
    }
    if start < rows.count { extents.append((Int(reading), start..<rows.count)) }
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
    for extent in extents {
      let (states, values) = (readings[extent.reading].states, readings[extent.reading].values)
      for start in stride(from: extent.rows.lowerBound, to: extent.rows.upperBound, by: AcceptedRows.block) {
        let some = start..<min(start + AcceptedRows.block, extent.rows.upperBound)
        for item in own { put(some, item - items.lowerBound, states, values, into: &columns[item - first]) }
      }
    }
  }

  private func put(
    _ range: Range<Int>, _ offset: Int, _ states: [CellState], _ values: [Int64],
    into column: inout ItemColumn
  ) {
    put(range, offset, states, values, &column.states, &column.values)
  }

  /// Over spans: a month has a million answers.
  private func put(
    _ range: Range<Int>, _ offset: Int, _ givenStates: [CellState], _ givenValues: [Int64],
    _ columnStates: inout [CellState], _ columnValues: inout [Int64]
  ) {
    var states = columnStates.mutableSpan
    var values = columnValues.mutableSpan
    let given = givenStates.span
    let numbers = givenValues.span
    let rows = self.rows.span
    for row in range {
      let (unit, cell) = (Int(rows[row].unit), rows[row].firstValue + offset)
      states[unit] = given[cell]
      values[unit] = given[cell] == .value ? numbers[cell] : 0
    }
  }

  /// Puts the texts into the columns of the form, file after file.
  func takeTexts(
    into returns: inout Returns, form: Int, of readings: [SubmissionReading], _ campaign: Campaign
  ) {
    let items = campaign.forms[form].items
    let texts = items.filter { campaign.items[$0].type == .text }
    for extent in extents {
      for item in texts {
        takeTexts(rows[extent.rows], item - items.lowerBound, readings[extent.reading], item, &returns)
      }
    }
  }

  private func takeTexts(
    _ rows: ArraySlice<Row>, _ offset: Int, _ reading: SubmissionReading, _ item: Int,
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
