import GRDB
public import Model

extension Store {
  /// Adds everything or, where anything fails, nothing, and gives the entry that holds it.
  ///
  /// Throws where the file cannot be written, or where the addition breaks a rule of the history
  /// (``StoreError/Kind/refused(_:)``): an arrival's id that is not the next one, or the same bytes from the same
  /// sender in the same month a second time.
  public func add(_ addition: Addition) throws(StoreError) -> Entry {
    try add(addition, beforeCommit: { _ in })
  }

  /// Moves what was added from the journal beside the file into the file, which may take as long as to add it. Nothing is
  /// lost where it fails: the end of the connection tries again, and so does the next one.
  public func settle() {
    _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
  }

  /// Adds; `beforeCommit` is for tests of what a failure in the middle leaves behind.
  func add(
    _ addition: Addition, beforeCommit: (Database) throws -> Void
  ) throws(StoreError) -> Entry {
    guard use == .writing else { throw StoreError(.readOnly, path: location.shown) }
    do {
      var added: Entry?
      // Immediate: the lock is taken before anything is read that the addition depends on.
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          added = try AdditionWriter.write(addition, db)
          try beforeCommit(db)
          return .commit
        }
      }
      guard let added else { throw BrokenRule("no entry") }
      return added
    } catch { throw StoreError(error, path: location.shown) }
  }
}

/// Writes an addition within its transaction.
struct AdditionWriter {
  let db: Database
  let entry: Int

  /// Writes the entry and all that it adds.
  static func write(_ addition: Addition, _ db: Database) throws -> Entry {
    let entry = try add(addition.recorded, addition.version, db)
    let writer = AdditionWriter(db: db, entry: entry.id)
    try writer.write(addition.documents)
    try writer.write(addition.arrivals)
    try writer.write(addition.receipts)
    try writer.write(addition.paths)
    try writer.write(addition.withdrawals)
    try writer.write(addition.masked)
    for month in addition.months { try writer.write(month) }
    if let publication = addition.publication { try writer.write(publication) }
    return entry
  }

  private static func add(_ recorded: LocalTime, _ version: String, _ db: Database) throws -> Entry {
    let last = try Prepared(db, "SELECT id, minutes FROM entry ORDER BY id DESC LIMIT 1")
    let hasLast = try last.step()
    // The clock may have been set back, and entries are found by their time.
    let minutes = hasLast ? max(recorded.minutes, try last.time(1).minutes) : recorded.minutes
    let entry = Entry(
      id: hasLast ? try last.count(0) + 1 : 1, recorded: LocalTime(minutes: minutes), version: version)
    let insert = try Prepared(db, "INSERT INTO entry (id, recorded, minutes, version) VALUES (?, ?, ?, ?)")
    try insert.bind(1, entry.id)
    try insert.bind(2, entry.recorded.description)
    try insert.bind(3, minutes)
    try insert.bind(4, version)
    try insert.run()
    return entry
  }

  private func write(_ record: MonthRecord) throws {
    guard record.returns.roster.month == record.month else {
      throw BrokenRule("returns of \(record.returns.roster.month) as those of \(record.month)")
    }
    let insert = try Prepared(db, #"INSERT INTO reading (month, entry, "key") VALUES (?, ?, ?)"#)
    try insert.bind(1, record.month.description)
    try insert.bind(2, entry)
    try insert.bind(3, record.key)
    try insert.run()
    for form in record.campaign.forms.indices {
      var writer = try ReturnsWriter(db, record, form: form, entry: entry)
      try writer.write(db)
    }
    try write(record.findings, of: record.month)
    try write(record.ledgerFiles, of: record.month)
  }
}
