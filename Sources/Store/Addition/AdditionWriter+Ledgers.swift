import Model

extension AdditionWriter {
  func write(_ files: [LedgerFileRecord], of month: Month) throws {
    let insert = try Prepared(
      db, "INSERT INTO ledger_file (month, entry, submission, ledger) VALUES (?, ?, ?, ?)")
    for file in Set(files).sorted(by: { ($0.arrival, $0.ledger) < ($1.arrival, $1.ledger) }) {
      try insert.bind(1, month.description)
      try insert.bind(2, entry)
      try insert.bind(3, file.arrival)
      try insert.bind(4, file.ledger)
      try insert.run()
    }
  }

  func write(_ masked: [MaskedContent]) throws {
    let insert = try Prepared(
      db, "INSERT INTO masked (original, sha256, entry) VALUES (?, ?, ?)")
    for content in masked {
      try insert.bind(1, content.original)
      try insert.bind(2, content.sha256)
      try insert.bind(3, entry)
      try insert.run()
    }
  }
}
