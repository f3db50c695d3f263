import GRDB
import Model
import Testing

@testable import Store

/// Which files hold rows of ledgers, and what is kept of files with masked cells.
struct LedgerFileTests {
  let folder: TemporaryFolder
  let june: Month

  init() throws {
    folder = try TemporaryFolder()
    june = try Fixture.month("2016-06")
  }

  @Test func `files of a ledger are those of the last reading`() throws {
    let store = try Store.open(folder.history, .writing)
    var addition = Fixture.addition()
    addition.arrivals = [Fixture.arrival(1, june), Fixture.arrival(2, june)]
    let campaign = try Fixture.campaign([("monthly", [Fixture.item("orgs", .count)])])
    let roster = try Fixture.roster(counties: 1, townships: 1, month: june)
    var record = MonthRecord(
      month: june, key: "one", campaign: campaign,
      returns: Returns(roster: roster, campaign: campaign, submissions: []), findings: [])
    record.ledgerFiles = [
      LedgerFileRecord(arrival: 2, ledger: "orgs"), LedgerFileRecord(arrival: 1, ledger: "orgs"),
    ]
    addition.months = [record]
    let first = try store.add(addition)
    #expect(try store.ledgerFiles(month: june, asOf: first.id).map(\.arrival) == [1, 2])
    #expect(try store.ledgerFiles(month: june, asOf: first.id - 1).isEmpty)

    var again = Fixture.addition()
    record.key = "another"
    record.ledgerFiles = []
    again.months = [record]
    let second = try store.add(again)
    #expect(try store.ledgerFiles(month: june, asOf: second.id).isEmpty)
    #expect(try store.ledgerFiles(month: june, asOf: first.id).count == 2)
  }

  @Test func `masked files are known by what came`() throws {
    let store = try Store.open(folder.history, .writing)
    var addition = Fixture.addition()
    let arrival = Fixture.arrival(1, june)
    addition.arrivals = [arrival]
    addition.masked = [MaskedContent(original: "abc", sha256: arrival.arrival.sha256)]
    _ = try store.add(addition)
    #expect(try store.masked() == ["abc": arrival.arrival.sha256])
  }

  @Test func `a history of the first version is read, and gets the later tables`() throws {
    let queue = try DatabaseQueue(path: folder.history)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    try Schema.migrator.migrate(queue, upTo: "1 history")
    try queue.close()
    let store = try Store.open(folder.history, .reading)
    #expect(try store.ledgerFiles(month: june, asOf: 1).isEmpty)
  }

  @Test func `what is kept apart is found by its first digits, and forgotten for good`() throws {
    let path = Array("\(folder.path)/personal.sqlite".utf8)
    let store = try PersonalStore(path)
    #expect(try store.secret(orKeep: [1, 2, 3]) == [1, 2, 3])
    #expect(try store.secret(orKeep: [9]) == [1, 2, 3])
    let name = Array("张机密13800138000".utf8)
    try store.keep([("aa11", "2016-06", name), ("aa12", "2016-06", [1])])
    try store.keep([("aa11", "2016-06", [7])])
    #expect(try store.original("AA11") == name)
    #expect(try store.original("aa") == nil)
    #expect(try store.original("%") == nil)
    #expect(try PersonalStore(path).count() == 2)
    try store.forget()
    #expect(try store.count() == 0)
    #expect(try store.secret(orKeep: [9]) == [9])
    let file = try #require(folder.bytes("personal.sqlite"))
    #expect(!file.contains(name))
  }

  @Test func `another database is not taken for one of persons`() throws {
    try folder.write(Array(String(repeating: "一,2\n", count: 200).utf8), to: "personal.sqlite")
    #expect(throws: StoreError.self) { try PersonalStore(Array("\(folder.path)/personal.sqlite".utf8)) }
    _ = try Store.open(folder.history, .writing)
    #expect(throws: StoreError.self) { try PersonalStore(Array(folder.history.utf8)) }
  }
}
