import GRDB

/// What is kept apart of files that say something of persons, `personal.sqlite`: the files as they came, and the
/// secret from which pseudonyms are made. The history does not need it; forgetting empties it.
public final class PersonalStore: Sendable {
  /// `application_id`: "yuep".
  private static let applicationID: Int64 = 0x7975_6570
  private let queue: DatabaseQueue
  private let location: Location

  /// Opens the store at a path, which may be any bytes; makes an empty one where there is none. A file that is
  /// something else is left as it is.
  public init(_ path: [UInt8]) throws(StoreError) {
    location = Location(path)
    guard !location.isOccupied else { throw StoreError(.cannotOpen, path: location.shown) }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.label = "personal"
      // What is deleted is overwritten, and no journal with it stays behind.
      configuration.prepareDatabase {
        try $0.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL")
      }
      queue = try DatabaseQueue(path: location.uri(immutable: false), configuration: configuration)
      try queue.inDatabase(PersonalStore.prepare)
    } catch { throw StoreError(error, path: location.shown) }
  }

  private static func prepare(_ db: Database) throws {
    let number = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if number == applicationID, objects > 0 { return }
    guard objects == 0, number == 0 || number == applicationID else { throw StoreError(.foreign, path: "") }
    try db.inTransaction {
      try db.execute(
        sql: """
          PRAGMA application_id = \(applicationID);
          CREATE TABLE secret (       -- pseudonyms are made from it; one row at most
            id INTEGER PRIMARY KEY CHECK (id = 1),
            bytes BLOB NOT NULL
          ) STRICT;
          CREATE TABLE original (     -- files as they came, before their personal cells were masked
            sha256 TEXT NOT NULL PRIMARY KEY,
            month TEXT NOT NULL,      -- 2016-06: the month in whose inbox it lay
            bytes BLOB NOT NULL
          ) STRICT;
          """)
      return .commit
    }
  }

  /// The secret; `fresh` where there is none yet, which is kept from now on.
  public func secret(orKeep fresh: [UInt8]) throws(StoreError) -> [UInt8] {
    try write { db in
      let known = try Prepared(db, "SELECT bytes FROM secret")
      if try known.step() { return known.blob(0) }
      let insert = try Prepared(db, "INSERT INTO secret (id, bytes) VALUES (1, ?)")
      try insert.bind(1, blob: fresh)
      try insert.run()
      return fresh
    }
  }

  /// Keeps files as they came, each once, by their SHA-256 and month.
  public func keep(_ originals: [(sha256: String, month: String, bytes: [UInt8])]) throws(StoreError) {
    guard !originals.isEmpty else { return }
    try write { db in
      let insert = try Prepared(db, "INSERT OR IGNORE INTO original (sha256, month, bytes) VALUES (?, ?, ?)")
      for file in originals {
        try insert.bind(1, file.sha256)
        try insert.bind(2, file.month)
        try insert.bind(3, blob: file.bytes)
        try insert.run()
      }
    }
  }

  /// A file as it came whose SHA-256 begins so; `nil` where none or several do.
  public func original(_ prefix: String) throws(StoreError) -> [UInt8]? {
    try write { db in
      let query = try Prepared(db, "SELECT bytes FROM original WHERE substr(sha256, 1, ?) = ?")
      try query.bind(1, prefix.utf8.count)
      try query.bind(2, prefix.lowercased())
      guard try query.step() else { return nil }
      let bytes = query.blob(0)
      return try query.step() ? nil : bytes
    }
  }

  /// How many files are kept.
  public func count() throws(StoreError) -> Int {
    try write { try Int.fetchOne($0, sql: "SELECT count(*) FROM original") ?? 0 }
  }

  /// Forgets everything; nothing of it stays in the file.
  public func forget() throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM original; DELETE FROM secret")
    }
    do { try queue.vacuum() } catch { throw StoreError(error, path: location.shown) }
  }

  private func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      var result: T?
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
      }
      guard let result else { throw BrokenRule("no result") }
      return result
    } catch { throw StoreError(error, path: location.shown) }
  }
}
