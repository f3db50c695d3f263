import Formula
import Model

/// Some rows of a ledger that count, of one table, laid out by column, with all that formulas say of them.
struct LedgerBatch {
  /// Rows of the same unit one after another: from where to where, and the place of the unit.
  struct Run {
    var rows: Range<Int>
    let place: Int
  }

  let table: Int32
  /// The numbers of the rows on their sheet.
  let rows: [Int32]
  private(set) var runs: [Run] = []
  /// Of each row how many cells should be filled in, and how many are.
  private(set) var asked: [Int32] = []
  private(set) var filled: [Int32] = []
  /// For each condition of the program whether it holds of each row; for each value what it is.
  let truths: [[Truth]]
  let values: [[Int64?]]
  let overflows: Int

  /// The rows of those positions among cells laid out row by row; `places` has the place of each of them.
  init(
    _ program: LedgerProgram, values cells: [Int64], states: [CellState], picked: [Int32], places: [Int32],
    rows: [Int32], table: Int32, month: Month
  ) {
    self.table = table
    self.rows = rows
    let width = program.ledger.columns.count
    let columns = program.used.indices.map { column in
      var made = ItemColumn(count: 0)
      guard program.used[column] else { return made }
      made.values = picked.map { cells[Int($0) * width + column] }
      made.states = picked.map { states[Int($0) * width + column] }
      return made
    }
    let input = FormulaInput(columns: columns, count: picked.count, month: month)
    let conditions = program.conditions.truths(input)
    let found = program.values.map { $0.evaluate(input) }
    truths = conditions.truths
    values = found.map { one in
      one.truths.isEmpty ? one.values : one.truths.map { $0 == .unknown ? nil : $0 == .yes ? 1 : 0 }
    }
    overflows = found.reduce(conditions.overflows) { $0 + $1.overflows }
    countCells(program.required, states, picked, width)
    for (row, place) in places.enumerated() {
      if let last = runs.last, last.place == Int(place) {
        runs[runs.count - 1].rows = last.rows.lowerBound..<(row + 1)
      } else {
        runs.append(Run(rows: row..<(row + 1), place: Int(place)))
      }
    }
  }

  private mutating func countCells(_ required: [Int], _ states: [CellState], _ picked: [Int32], _ width: Int)
  {
    asked = [Int32](repeating: 0, count: picked.count)
    filled = asked
    for (row, found) in picked.enumerated() {
      let base = Int(found) * width
      var all: Int32 = 0
      var given: Int32 = 0
      for column in required {
        let state = states[base + column]
        all += state == .notAsked ? 0 : 1
        given += state.isAnswered ? 1 : 0
      }
      asked[row] = all
      filled[row] = given
    }
  }
}
