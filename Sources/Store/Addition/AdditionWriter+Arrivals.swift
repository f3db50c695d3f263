import Model

extension AdditionWriter {
  func write(_ documents: [AddedDocument]) throws {
    let store = try contentStatement()
    let insert = try Prepared(db, "INSERT INTO document (name, entry, sha256) VALUES (?, ?, ?)")
    for document in documents {
      if let content = document.content { try write(content.sha256, content.bytes, store) }
      try insert.bind(1, document.name)
      try insert.bind(2, entry)
      try insert.bind(3, document.content?.sha256)
      try insert.run()
    }
  }

  func write(_ arrivals: [AddedArrival]) throws {
    let store = try contentStatement()
    let insert = try Prepared(
      db, "INSERT INTO submission (id, entry, month, path, sha256, sender) VALUES (?, ?, ?, ?, ?, ?)")
    let receipt = try receiptStatement()
    let last = try Prepared(db, "SELECT coalesce(max(id), 0) FROM submission")
    var next = try last.step() ? try last.count(0) + 1 : 1
    last.reset()
    for added in arrivals {
      let arrival = added.arrival
      guard arrival.id == next else { throw BrokenRule("arrival \(arrival.id) instead of \(next)") }
      guard arrival.size == added.bytes.count else { throw BrokenRule("size of \(arrival.path)") }
      next += 1
      try write(arrival.sha256, added.bytes, store)
      try insert.bind(1, arrival.id)
      try insert.bind(2, entry)
      try insert.bind(3, arrival.month.description)
      try insert.bind(4, arrival.path)
      try insert.bind(5, arrival.sha256)
      try insert.bind(6, arrival.sender?.description)
      try insert.run()
      try write(arrival.id, arrival.sender, arrival.received, receipt)
    }
  }

  func write(_ receipts: [AddedReceipt]) throws {
    let insert = try receiptStatement()
    for receipt in receipts { try write(receipt.arrival, receipt.sender, receipt.received, insert) }
  }

  func write(_ paths: [AddedPath]) throws {
    let insert = try Prepared(db, "INSERT INTO path (month, path, entry, submission) VALUES (?, ?, ?, ?)")
    for path in paths {
      try insert.bind(1, path.month.description)
      try insert.bind(2, path.path)
      try insert.bind(3, entry)
      try insert.bind(4, path.arrival)
      try insert.run()
    }
  }

  func write(_ withdrawals: [AddedWithdrawal]) throws {
    let insert = try Prepared(
      db, "INSERT INTO withdrawal (submission, entry, reason, withdrawn) VALUES (?, ?, ?, ?)")
    for withdrawal in withdrawals {
      try insert.bind(1, withdrawal.arrival)
      try insert.bind(2, entry)
      try insert.bind(3, withdrawal.reason)
      try insert.bind(4, withdrawal.isWithdrawn ? 1 : 0)
      try insert.run()
    }
  }

  /// The same bytes are kept once.
  private func contentStatement() throws -> Prepared {
    try Prepared(db, "INSERT INTO content (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
  }

  private func write(_ sha256: String, _ bytes: [UInt8], _ insert: Prepared) throws {
    try insert.bind(1, sha256)
    try insert.bind(2, bytes.count)
    try insert.bind(3, blob: bytes)
    try insert.run()
  }

  private func receiptStatement() throws -> Prepared {
    try Prepared(
      db, "INSERT INTO receipt (submission, entry, sender, received, minutes) VALUES (?, ?, ?, ?, ?)")
  }

  private func write(
    _ arrival: Int, _ sender: UnitCode?, _ received: LocalTime, _ insert: Prepared
  ) throws {
    try insert.bind(1, arrival)
    try insert.bind(2, entry)
    try insert.bind(3, sender?.description)
    try insert.bind(4, received.description)
    try insert.bind(5, received.minutes)
    try insert.run()
  }
}
