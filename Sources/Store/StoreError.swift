import GRDB
import GRDBSQLite

/// Why the history cannot be read or added to. Whatever it is, what the history held before is still there.
public struct StoreError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public enum Kind: Hashable, Sendable {
    /// There is no history at that path.
    case missing
    /// The file is no SQLite database.
    case notDatabase
    /// The file is damaged.
    case corrupt
    /// Something stands in it that no program of ours has put there, in a few words.
    case unreadable(String)
    /// It is a database of another program.
    case foreign
    /// A newer version of this program has written to it.
    case newer
    /// The file or its folder may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// Another process is writing, and did not finish within the time that one waits (5 s).
    case busy
    /// The system does not let it be opened.
    case cannotOpen
    /// The addition breaks a rule of the history: a fault of the program.
    case refused(String)
    /// The machine has no memory left.
    case shortage
    /// The disk did not confirm an addition: whether it is there shows when the history is opened next.
    case unconfirmed
    /// SQLite failed in another way, in its own words.
    case failed(String)
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The path of the history, as it is shown.
  public var path: String

  /// A failure of the history at `path`.
  init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The failure that an error of GRDB means.
  init(_ error: any Error, path: String) {
    self.path = path
    switch error {
    case let known as StoreError: kind = known.kind
    case let error as DatabaseError: kind = StoreError.kind(of: error)
    case let rule as BrokenRule: kind = .refused(rule.text)
    case let value as Unreadable: kind = .unreadable(value.description)
    default: kind = .failed("\(error)")
    }
  }

  /// What comes from a disk that was given all and did not confirm it.
  private static let unconfirmed: [ResultCode] = [
    .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_CLOSE,
  ]

  private static func kind(of error: DatabaseError) -> Kind {
    switch error.resultCode {
    case .SQLITE_NOMEM: .shortage
    case .SQLITE_IOERR where unconfirmed.contains(error.extendedResultCode): .unconfirmed
    case .SQLITE_NOTADB: .notDatabase
    case .SQLITE_CORRUPT: .corrupt
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
    case .SQLITE_FULL: .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_CANTOPEN, .SQLITE_AUTH: .cannotOpen
    case .SQLITE_CONSTRAINT: .refused(error.message ?? "constraint")
    // A disk may be full for SQLite's temporary files and shared memory too.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ: .corrupt
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
    default: .failed("\(error.extendedResultCode.rawValue): \(error.message ?? "SQLite")")
    }
  }
}

/// A rule of the history that an addition breaks.
struct BrokenRule: Error {
  /// What is wrong with the addition.
  let text: String

  init(_ text: String) { self.text = text }
}
