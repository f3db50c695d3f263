import GRDB

/// Opens the file of a history, and nothing else for one.
enum Opening {
  /// Opens for adding; makes an empty history where there is no file.
  static func forWriting(_ location: Location) throws -> Store {
    let queue = try connect(location)
    let state = try queue.inDatabase(examine)
    // Names the file first: what a killed program leaves half made is known for a history the next time.
    if state == .empty {
      try queue.inDatabase { try $0.execute(sql: "PRAGMA page_size = \(Schema.pageSize)") }
      try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    }
    // Readers go on while a run adds. A file system that cannot share memory keeps SQLite's older journal.
    try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    // An addition is there when it is in the journal; what moves it into the file is ``Store/settle()``, or the end.
    try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    try Schema.migrator.migrate(queue)
    return Store(queue, location, .writing)
  }

  /// Opens for reading.
  static func forReading(_ location: Location) throws -> Store {
    guard location.size() != nil else { throw StoreError(.missing, path: location.shown) }
    let queue = try readable(location)
    let done = try queue.read { try Schema.migrator.completedMigrations($0) }
    // A file that no addition ever reached holds no history.
    guard !done.isEmpty else { throw StoreError(.missing, path: location.shown) }
    // One of an earlier version gets the tables that came later; it holds nothing in them.
    if done.count < Schema.migrator.migrations.count { try Schema.migrator.migrate(queue) }
    return Store(queue, location, .reading)
  }

  /// SQLite keeps files beside a database in WAL mode, even to read it; a connection that may write takes them
  /// away at its end, one that may not leaves them lying. Where the folder cannot be written and no such file is
  /// there, nothing is under way and the database can be read by itself.
  private static func readable(_ location: Location) throws -> DatabaseQueue {
    do {
      let queue = try connect(location)
      _ = try queue.read(examine)
      return queue
    } catch let error as DatabaseError {
      let codes: [ResultCode] = [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM]
      guard codes.contains(error.resultCode), location.size(suffix: "-wal") ?? 0 == 0 else { throw error }
      let queue = try connect(location, isImmutable: true)
      _ = try queue.read(examine)
      return queue
    }
  }

  private static func connect(_ location: Location, isImmutable: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isImmutable
    configuration.busyMode = .timeout(5)
    configuration.label = "history"
    // A committed entry survives a power cut.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: location.uri(immutable: isImmutable), configuration: configuration)
  }

  private enum State { case empty, history }

  /// What the file is; throws where it is not a history that this version knows.
  private static func examine(_ db: Database) throws -> State {
    let number = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if number == 0, objects == 0 { return .empty }
    guard number == Schema.applicationID else { throw StoreError(.foreign, path: "") }
    guard try !Schema.migrator.hasBeenSuperseded(db) else { throw StoreError(.newer, path: "") }
    return .history
  }
}
