import Model

extension AdditionWriter {
  /// Adds the findings that are new and ends those that are no longer there; equal ones are counted.
  func write(_ findings: [StoredFinding], of month: Month) throws {
    var left: [StoredFinding: Int] = [:]
    for finding in findings { left[finding, default: 0] += 1 }
    try end(takenFrom: &left, month)
    let marks = (0..<FindingColumns.count).map { _ in ", ?" }.joined()
    let insert = try Prepared(
      db, "INSERT INTO finding (month, entry, \(FindingColumns.list)) VALUES (?, ?\(marks))")
    try insert.bind(1, month.description)
    try insert.bind(2, entry)
    for finding in findings {
      guard let count = left[finding], count > 0 else { continue }
      left[finding] = count - 1
      try FindingColumns.bind(finding, insert, from: 3)
      try insert.run()
    }
  }

  /// Takes the findings that are there from `left`, and ends those that are not in it.
  private func end(takenFrom left: inout [StoredFinding: Int], _ month: Month) throws {
    let there = try Prepared(
      db, "SELECT id, \(FindingColumns.list) FROM finding WHERE month = ? AND gone_entry IS NULL")
    try there.bind(1, month.description)
    var gone: [Int] = []
    while try there.step() {
      let finding = try FindingColumns.finding(there, from: 1)
      if let count = left[finding], count > 0 {
        left[finding] = count - 1
      } else {
        gone.append(try there.count(0))
      }
    }
    // The one change of a row that the history knows: it says since when a finding is no more.
    let update = try Prepared(db, "UPDATE finding SET gone_entry = ? WHERE id = ?")
    try update.bind(1, entry)
    for id in gone {
      try update.bind(2, id)
      try update.run()
    }
  }
}
