import GRDB
import Model

/// The history of a campaign, `history.sqlite`: everything that came in, what was read from it and what was
/// published. Nothing in it is deleted or overwritten; a later record takes the place of an earlier one, and
/// what was known as of any earlier entry can be asked for.
///
/// One process adds at a time; any number may read meanwhile.
public final class Store: Sendable {
  /// What a history is opened for.
  public enum Use: Sendable {
    /// Reading; nothing is added.
    case reading
    /// Reading and adding; an empty history is made where there is none.
    case writing
  }

  let queue: DatabaseQueue
  let location: Location
  let use: Use

  /// Whether it may be added to.
  public var isForWriting: Bool { use == .writing }

  init(_ queue: DatabaseQueue, _ location: Location, _ use: Use) {
    self.queue = queue
    self.location = location
    self.use = use
  }

  /// Opens the history at a path, which may be any bytes. A file that is not a history is left as it is.
  public static func open(_ path: [UInt8], _ use: Use) throws(StoreError) -> Store {
    let location = Location(path)
    guard !location.isOccupied else { throw StoreError(.cannotOpen, path: location.shown) }
    do {
      switch use {
      case .reading: return try Opening.forReading(location)
      case .writing: return try Opening.forWriting(location)
      }
    } catch { throw StoreError(error, path: location.shown) }
  }

  /// The same history for another task to read from at the same time: one connection serves one after the other.
  public func another() throws(StoreError) -> Store { try Store.open(location.bytes, .reading) }

  /// Opens the history at a path.
  public static func open(_ path: String, _ use: Use) throws(StoreError) -> Store {
    try open(Array(path.utf8), use)
  }

  /// The failure that the history holds what it should not, or lacks what it should hold, in a few words.
  public func unreadable(_ what: String) -> StoreError { StoreError(.unreadable(what), path: location.shown) }

  /// Reads, all from one state of the history.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try queue.read(body) } catch { throw StoreError(error, path: location.shown) }
  }

  /// Reads every row of a query; `bind` gives it its values.
  func rows<T>(
    _ sql: String, bind: (Prepared) throws -> Void = { _ in }, _ row: (Prepared) throws -> T
  ) throws(StoreError) -> [T] {
    try read { db in
      let query = try Prepared(db, sql)
      try bind(query)
      var found: [T] = []
      while try query.step() { found.append(try row(query)) }
      return found
    }
  }
}
