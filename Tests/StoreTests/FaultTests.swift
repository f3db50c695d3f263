import Foundation
import GRDB
import Glibc
import Model
import Testing

@testable import Store

/// What may be wrong with the file, its folder, the disk or the time: the history stays what it was.
struct FaultTests {
  let folder: TemporaryFolder
  let june: Month

  init() throws {
    folder = try TemporaryFolder()
    june = try Fixture.month("2016-06")
  }

  private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
    do { try body() } catch let error as StoreError { return error.kind } catch {}
    return nil
  }

  private func opening(_ use: Store.Use) -> StoreError.Kind? {
    kind { _ = try Store.open(folder.history, use) }
  }

  /// An addition of one file of that many bytes.
  private func addition(_ id: Int, bytes: Int = 10) -> Addition {
    var addition = Fixture.addition()
    var arrival = Fixture.arrival(id, june)
    arrival.bytes = (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    arrival.arrival.size = bytes
    addition.arrivals = [arrival]
    return addition
  }

  @Test func `no file`() throws {
    #expect(opening(.reading) == .missing)
    #expect(folder.bytes("history.sqlite") == nil)
    try folder.write([], to: "history.sqlite")
    #expect(opening(.reading) == .missing)
    #expect(opening(.writing) == nil)
    #expect(opening(.reading) == nil)
  }

  @Test func `not a database is left alone`() throws {
    let bytes = Array(String(repeating: "一份报表,1,2\n", count: 500).utf8)
    try folder.write(bytes, to: "history.sqlite")
    #expect(opening(.reading) == .notDatabase)
    #expect(opening(.writing) == .notDatabase)
    #expect(folder.bytes("history.sqlite") == bytes)
  }

  @Test func `the database of somebody else is left alone`() throws {
    try DatabaseQueue(path: folder.history).inDatabase { try $0.execute(sql: "CREATE TABLE t (a)") }
    let bytes = folder.bytes("history.sqlite")
    #expect(opening(.reading) == .foreign)
    #expect(opening(.writing) == .foreign)
    #expect(folder.bytes("history.sqlite") == bytes)
  }

  @Test func `a newer version's history is left alone`() throws {
    let store = try Store.open(folder.history, .writing)
    try store.queue.inDatabase { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 future')") }
    #expect(opening(.reading) == .newer)
    #expect(opening(.writing) == .newer)
  }

  @Test func `a damaged file is said to be damaged`() throws {
    do {
      let store = try Store.open(folder.history, .writing)
      for id in 1...20 { _ = try store.add(addition(id, bytes: 3_000)) }
    }
    var bytes = try #require(folder.bytes("history.sqlite"))
    for position in 8_192..<bytes.count { bytes[position] = 0xA5 }
    try folder.write(bytes, to: "history.sqlite")
    #expect(
      kind {
        let store = try Store.open(folder.history, .writing)
        _ = try store.add(addition(try store.nextArrival()))
      } == .corrupt)
    #expect(kind { _ = try Store.open(folder.history, .reading).arrivals(month: nil, asOf: 99) } == .corrupt)
    #expect(folder.bytes("history.sqlite") == bytes)
  }

  @Test func `a full disk leaves what was there`() throws {
    let store = try Store.open(folder.history, .writing)
    _ = try store.add(addition(1))
    let pages = try store.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
      return pages
    }
    #expect(kind { _ = try store.add(addition(2, bytes: 100_000)) } == .full)
    #expect(try store.entries().count == 1)
    #expect(try store.content(Fixture.sha256(1))?.count == 10)
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 300)") }
    #expect(try store.add(addition(2, bytes: 100_000)).id == 2)
  }

  @Test func `another writer makes one wait, then give up`() throws {
    let store = try Store.open(folder.history, .writing)
    _ = try store.add(addition(1))
    let other = try Store.open(folder.history, .writing)
    let start = ContinuousClock.now
    _ = try store.add(addition(2)) { _ in
      // One may open it meanwhile, for reading and for writing.
      let seen = try Store.open(folder.history, .reading).entries()
      #expect(seen.count == 1)
      let late = try Store.open(folder.history, .writing)
      #expect(start.duration(to: .now) < .seconds(4))
      let failure = kind { _ = try late.add(addition(3)) }
      #expect(failure == .busy)
      // Reading goes on, and sees what was there.
      let left = try other.entries()
      #expect(left.count == 1)
    }
    #expect(start.duration(to: .now) > .seconds(4))
    #expect(try other.entries().count == 2)
    #expect(try other.add(addition(3)).id == 3)
  }

  @Test func `what is killed in the middle has not been`() throws {
    let store = try Store.open(folder.history, .writing)
    _ = try store.add(addition(1))
    // A small cache: pages of the open transaction reach the file before its end.
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 5") }
    let copy = try TemporaryFolder()
    _ = try store.add(addition(2, bytes: 500_000)) { _ in
      for name in ["history.sqlite", "history.sqlite-wal"] {
        try copy.write(folder.bytes(name) ?? [], to: name)
      }
    }
    #expect((copy.bytes("history.sqlite-wal")?.count ?? 0) > 400_000)
    let left = try Store.open(copy.history, .writing)
    #expect(try left.entries().count == 1)
    #expect(try left.content(Fixture.sha256(2)) == nil)
    #expect(try left.add(addition(2)).id == 2)
    #expect(try left.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
  }

  @Test func `a failure before the end takes everything back`() throws {
    let store = try Store.open(folder.history, .writing)
    #expect(throws: StoreError.self) { try store.add(addition(1)) { _ in throw FixtureFault() } }
    #expect(try store.entries().isEmpty)
  }

  /// Runs with a folder that nobody may write to.
  private func readOnly(_ body: () throws -> Void) throws {
    unsafe chmod(folder.path, 0o555)
    let before = Ownership.drop()
    defer {
      Ownership.restore(before)
      unsafe chmod(folder.path, 0o755)
    }
    try body()
  }

  @Test func `a read-only folder can be read and not written`() throws {
    do { _ = try Store.open(folder.history, .writing).add(addition(1)) }
    unsafe chmod(folder.history, 0o444)
    try readOnly {
      #expect(opening(.reading) == nil)
      let store = try Store.open(folder.history, .reading)
      #expect(try store.entries().count == 1)
      #expect(kind { _ = try Store.open(folder.history, .writing).add(addition(2)) } == .readOnly)
    }
    #expect(folder.bytes("history.sqlite-wal") == nil)
  }

  @Test func `a read-only folder with a log is not read by half`() throws {
    let copy = try TemporaryFolder()
    let store = try Store.open(copy.history, .writing)
    _ = try store.add(addition(1))
    for name in ["history.sqlite", "history.sqlite-wal"] {
      try folder.write(try #require(copy.bytes(name)), to: name)
    }
    try readOnly { #expect(opening(.reading) == .cannotOpen) }
    // Where it can be written, the log is read.
    #expect(try Store.open(folder.history, .reading).entries().count == 1)
  }

  @Test func `a history half made is made the next time`() throws {
    try DatabaseQueue(path: folder.history).inDatabase {
      try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(opening(.reading) == .missing)
    #expect(try Store.open(folder.history, .writing).add(addition(1)).id == 1)
  }

  @Test func `a folder is no history`() throws {
    try FileManager.default.createDirectory(atPath: folder.history, withIntermediateDirectories: false)
    #expect(opening(.reading) == .cannotOpen)
    #expect(opening(.writing) == .cannotOpen)
  }

  @Test func `a file that is cut short is damaged`() throws {
    do {
      let store = try Store.open(folder.history, .writing)
      for id in 1...20 { _ = try store.add(addition(id, bytes: 3_000)) }
    }
    let bytes = try #require(folder.bytes("history.sqlite"))
    try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "history.sqlite")
    #expect(
      kind {
        let store = try Store.open(folder.history, .reading)
        for id in 1...20 { _ = try store.content(Fixture.sha256(id)) }
      } == .corrupt)
  }

  @Test func `a history cannot be made in a read-only folder`() throws {
    try readOnly { #expect(opening(.writing) == .cannotOpen) }
  }

  @Test func `a reader leaves nothing beside the file`() throws {
    do { _ = try Store.open(folder.history, .writing).add(addition(1)) }
    let bytes = folder.bytes("history.sqlite")
    do {
      let store = try Store.open(folder.history, .reading)
      #expect(try store.entries().count == 1)
      #expect(kind { _ = try store.add(addition(2)) } == .readOnly)
    }
    #expect(folder.bytes("history.sqlite") == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history.sqlite"])
  }

  @Test func `every failure says what to do in both languages`() {
    let kinds: [StoreError.Kind] = [
      .missing, .notDatabase, .corrupt, .foreign, .newer, .readOnly, .full, .busy, .cannotOpen, .refused("r"),
      .failed("f"), .unreadable("u"),
    ]
    for language in Language.allCases {
      let messages = kinds.map { StoreError($0, path: "/x/history.sqlite").message(language) }
      #expect(Set(messages).count == kinds.count)
      #expect(messages.allSatisfy { $0.hasPrefix("/x/history.sqlite") })
    }
  }
}
