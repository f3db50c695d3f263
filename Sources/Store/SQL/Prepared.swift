import GRDB
import GRDBSQLite

/// A prepared statement whose values are bound and read one by one, without a dictionary a row or a box a cell:
/// a month has a million cells.
///
/// Safe to use: the handle lives as long as GRDB's statement, which this holds, and every pointer that SQLite
/// gives is read before the next call.
@safe struct Prepared {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Compiles one statement.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
  }

  // MARK: values in; the first parameter is 1

  func bind(_ position: Int, _ value: Int64) throws {
    try check(unsafe sqlite3_bind_int64(handle, Int32(position), value))
  }

  func bind(_ position: Int, _ value: Int) throws { try bind(position, Int64(value)) }

  func bind(_ position: Int, _ value: Int?) throws {
    if let value { try bind(position, Int64(value)) } else { try bindNull(position) }
  }

  // The handle is the statement's own, and SQLite checks positions.
  func bindNull(_ position: Int) throws { try check(unsafe sqlite3_bind_null(handle, Int32(position))) }

  func bind(_ position: Int, _ text: String) throws {
    var text = text
    let code = text.withUTF8 { bytes in
      // An empty text may have no address, and SQLite takes that for NULL; SQLite copies the bytes.
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        return unsafe sqlite3_bind_text(handle, Int32(position), "", 0, Prepared.copies)
      }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
        unsafe sqlite3_bind_text64(
          handle, Int32(position), start, UInt64(bytes.count), Prepared.copies, UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
  }

  func bind(_ position: Int, _ text: String?) throws {
    if let text { try bind(position, text) } else { try bindNull(position) }
  }

  func bind(_ position: Int, blob: [UInt8]) throws {
    // SQLite copies the bytes.
    let code = unsafe blob.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, unsafe !bytes.isEmpty else {
        return unsafe sqlite3_bind_zeroblob(handle, Int32(position), 0)
      }
      return unsafe sqlite3_bind_blob64(
        handle, Int32(position), base, UInt64(bytes.count), Prepared.copies)
    }
    try check(code)
  }

  // MARK: running

  /// Moves to the next row; false after the last one.
  func step() throws -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw failure(code) }
    return false
  }

  /// Runs a statement that gives no rows, and makes it ready for the next values.
  func run() throws {
    while try step() {}
    reset()
  }

  /// Makes the statement ready to run again; values stay bound.
  func reset() { _ = unsafe sqlite3_reset(handle) }

  // MARK: values out; the first column is 0. SQLite answers for a column that is not there with NULL

  func isNull(_ column: Int) -> Bool { unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  func isInteger(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER
  }

  func isText(_ column: Int) -> Bool { unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT }

  func int64(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  func int(_ column: Int) -> Int { Int(int64(column)) }

  func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

  /// A text, or a number as SQLite writes it; empty for NULL.
  func text(_ column: Int) -> String {
    unsafe withText(column) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Hands out the bytes of a text, which are gone with the next step.
  func withText<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    let start = unsafe sqlite3_column_text(handle, Int32(column))
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    return try unsafe body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The bytes of a blob.
  func blob(_ column: Int) -> [UInt8] {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  // MARK: failures

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = unsafe sqlite3_errmsg(sqlite3_db_handle(handle)).map { unsafe String(cString: $0) }
    _ = unsafe sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }

  /// SQLITE_TRANSIENT, which C writes as a cast of -1: SQLite copies what is bound before the call returns.
  private static var copies: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
