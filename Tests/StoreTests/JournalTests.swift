import GRDB
import Model
import Testing

@testable import Store

/// What stands in the file, and what in the journal beside it.
struct JournalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The size of a page, as the header of a database has it at its place 16.
  private func pageSize() throws -> Int {
    let bytes = try #require(folder.bytes("history.sqlite"))
    return Int(bytes[16]) << 8 | Int(bytes[17])
  }

  /// An addition of one file, and its bytes.
  private func addition() throws -> (Addition, [UInt8]) {
    var addition = Fixture.addition()
    let arrival = Fixture.arrival(1, try Fixture.month("2016-06"))
    addition.arrivals = [arrival]
    return (addition, arrival.bytes)
  }

  @Test func `a new history has pages of its own size`() throws {
    _ = try Store.open(folder.history, .writing).add(Fixture.addition())
    #expect(try pageSize() == Schema.pageSize)
  }

  @Test func `an older history keeps its pages`() throws {
    try DatabaseQueue(path: folder.history).inDatabase {
      try $0.execute(sql: "PRAGMA page_size = 4096; PRAGMA application_id = \(Schema.applicationID)")
    }
    _ = try Store.open(folder.history, .writing).add(Fixture.addition())
    #expect(try pageSize() == 4096)
    #expect(try Store.open(folder.history, .reading).entries().count == 1)
  }

  @Test func `an addition is there before it is settled, and in the file afterwards`() throws {
    let (addition, bytes) = try addition()
    do {
      let store = try Store.open(folder.history, .writing)
      _ = try store.add(addition)
      #expect(try Store.open(folder.history, .reading).content(addition.arrivals[0].arrival.sha256) == bytes)
      #expect(try #require(folder.bytes("history.sqlite")).firstRange(of: bytes) == nil)
      store.settle()
      #expect(try #require(folder.bytes("history.sqlite")).firstRange(of: bytes) != nil)
    }
    #expect(folder.bytes("history.sqlite-wal") == nil)
  }

  @Test func `the end of the last connection settles`() throws {
    let (addition, bytes) = try addition()
    _ = try Store.open(folder.history, .writing).add(addition)
    #expect(folder.bytes("history.sqlite-wal") == nil)
    #expect(try #require(folder.bytes("history.sqlite")).firstRange(of: bytes) != nil)
  }

  @Test func `a reader holds back settling and loses nothing`() throws {
    let (addition, bytes) = try addition()
    let (writer, reader) = (
      try Store.open(folder.history, .writing), try Store.open(folder.history, .writing)
    )
    try reader.read { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry")
      _ = try writer.add(addition)
      writer.settle()
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") == 0)
    }
    #expect(try reader.content(addition.arrivals[0].arrival.sha256) == bytes)
  }
}
