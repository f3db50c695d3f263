import Formula
import Model

extension LedgerTally {
  mutating func addCount(_ batch: LedgerBatch, _ cell: Int, _ truths: [Truth]) {
    for run in batch.runs {
      var count: Int64 = 0
      for row in run.rows where truths[row] == .yes { count += 1 }
      add(count, run.place, cell)
    }
  }

  mutating func addSum(_ batch: LedgerBatch, _ cell: Int, _ values: [Int64?], _ condition: [Truth]) {
    for run in batch.runs {
      var sum: Int128 = 0
      for row in run.rows {
        guard let value = values[row], condition.isEmpty || condition[row] == .yes else { continue }
        sum += Int128(value)
      }
      add(sum, run.place, cell)
    }
  }

  mutating func addBroken(_ batch: LedgerBatch, _ cell: Int, _ truths: [Truth], _ file: Int32) {
    for run in batch.runs {
      var count: Int64 = 0
      for row in run.rows where truths[row] == .no {
        count += 1
        list(batch.rows[row], file, batch.table, run.place, cell)
      }
      if count > 0 { add(count, run.place, cell) }
    }
  }

  mutating func addValues(_ batch: LedgerBatch, _ group: Int, _ values: [Int64?], _ condition: [Truth]) {
    for run in batch.runs {
      for row in run.rows {
        guard let value = values[row], condition.isEmpty || condition[row] == .yes else { continue }
        keep(value, run.place, group)
      }
    }
  }
}
