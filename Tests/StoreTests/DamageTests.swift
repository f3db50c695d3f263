import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

/// A history in which anything may stand anywhere: what is read of it is what could have been put in, or an error says
/// that it is not; nothing else comes of it.
struct DamageTests {
  let folder: TemporaryFolder
  let june: Month
  let campaign: Campaign
  let roster: Roster

  init() throws {
    folder = try TemporaryFolder()
    june = try Fixture.month("2016-06")
    let types: [ItemType] = [
      .flag, .count, .amount(decimals: 2), .choice([Choice(id: "a", label: "a")]), .date, .text,
    ]
    campaign = try Fixture.campaign([
      ("monthly", types.enumerated().map { Fixture.item("i\($0.offset)", $0.element) })
    ])
    roster = try Fixture.roster(counties: 2, townships: 2, month: june)
    let store = try Store.open(folder.history, .writing)
    _ = try store.add(try addition())
  }

  /// Something for every table.
  private func addition() throws -> Addition {
    var addition = Fixture.addition()
    let arrival = Fixture.arrival(1, june)
    addition.arrivals = [arrival]
    addition.documents = [
      AddedDocument(
        name: "campaign.yaml", content: Content(sha256: arrival.arrival.sha256, bytes: arrival.bytes))
    ]
    addition.paths = [AddedPath(month: june, path: arrival.arrival.path, arrival: 1)]
    addition.withdrawals = [AddedWithdrawal(arrival: 1, reason: "x")]
    addition.masked = [MaskedContent(original: Fixture.sha256(7), sha256: arrival.arrival.sha256)]
    addition.months = [record(arrival)]
    let figure = Figure(
      unit: 0, indicator: 0, part: nil, level: 1, numerator: 1, numeratorDecimals: 0, denominator: 2,
      denominatorDecimals: 0, received: 2, expected: 3, bounds: 1...2, status: .provisional)
    addition.publication = AddedPublication(
      month: june, outputs: [PublishedOutput(name: "n", size: 1, sha256: Fixture.sha256(8))],
      figures: [
        PublishedFigure(
          unit: try Fixture.code("10"), indicator: "i", level: "county", part: "", figure: figure)
      ])
    return addition
  }

  /// A return of every unit, a finding, and a file of a ledger.
  private func record(_ arrival: AddedArrival) -> MonthRecord {
    var returns = Returns(
      roster: roster, campaign: campaign,
      submissions: [
        Submission(
          path: arrival.arrival.path, size: arrival.bytes.count, sha256: arrival.arrival.sha256, sender: nil,
          received: Fixture.time(0))
      ])
    returns.submissions[0].arrival = 1
    for unit in 1..<roster.count {
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: 0, row: Int32(unit))
      returns.firstReceived[0][unit] = Fixture.time(unit)
      for item in campaign.items.indices {
        returns.columns[item].set(unit, .value, campaign.items[item].type == .text ? 0 : 1)
      }
    }
    returns.texts = ["t"]
    let finding = StoredFinding(
      code: "x", severity: .reject, place: Place(file: "f", sheet: "", row: 1, column: 1), unit: nil,
      item: "", value: "", message: "m")
    var record = MonthRecord(
      month: june, key: "k", campaign: campaign, returns: returns, findings: [finding])
    record.ledgerFiles = [LedgerFileRecord(arrival: 1, ledger: "l")]
    return record
  }

  /// Every column of every table, with whether it holds numbers.
  private func columns() throws -> [(table: String, column: String, type: String)] {
    try DatabaseQueue(path: folder.history).read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [table])
          .map { (table, $0[0], $0[1]) }
      }
    }
  }

  private static let numbers: [Int64] = [
    -1, 0, 2, 19, 1 << 31 - 1, 1 << 31, 1 << 33, 1 << 53, .max, .min,
  ]
  private static let texts = [
    "", "x", "2016-06", "2016-13", "A", "gone", "accepted", "i0=x i9=notAsked =", "1", "\0", "0000-01",
  ]

  @Test func `whatever stands in it is read or refused`() throws {
    let all = try columns()
    #expect(Set(all.map(\.table)).count >= 18)
    var refused: Set<String> = []
    let whole = try #require(folder.bytes("history.sqlite"))
    for (table, column, type) in all {
      let values: [DatabaseValue] =
        (type == "TEXT" ? [] : Self.numbers.map(\.databaseValue))
        + (type == "INTEGER" ? [] : Self.texts.map(\.databaseValue)) + [.null]
      for value in values {
        try folder.write(whole, to: "history.sqlite")
        try DatabaseQueue(path: folder.history).inDatabase { db in
          // What the tables themselves refuse needs no reader.
          try? db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
          try? db.execute(
            sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE rowid = 1", arguments: [value])
          try? db.execute(sql: "UPDATE OR IGNORE \"\(table)\" SET \"\(column)\" = ?", arguments: [value])
        }
        if !(try readAll()) { refused.insert("\(table).\(column)") }
      }
    }
    // Each of these is told by some value; a column that leaves this list is trusted again.
    #expect(
      refused.isSuperset(of: [
        "entry.id", "entry.minutes", "submission.id", "submission.entry", "submission.month",
        "receipt.minutes",
        "receipt.sender", "path.submission", "withdrawal.entry", "content.size", "finding.row",
        "finding.column",
        "finding.severity", "finding.unit", "publication.number", "publication.month", "output.size",
        "figure.numerator_decimals", "figure.received", "figure.expected", "figure.status", "figure.unit",
        "item.decimals", "return_monthly.row", "return_monthly.unit", "return_monthly.first_received",
        "ledger_file.submission",
      ]), "\(Set(all.map { "\($0.table).\($0.column)" }).subtracting(refused).sorted())")
  }

  /// Reads all that there is, and adds something; false where something was refused. Another error than the history's own
  /// fails.
  private func readAll() throws -> Bool {
    var isWhole = true
    func trying(_ body: () throws -> Void) throws {
      do { try body() } catch let error as StoreError {
        #expect(!error.message(.en).isEmpty)
        isWhole = false
      }
    }
    var opened: Store?
    try trying { opened = try Store.open(folder.history, .reading) }
    guard let store = opened else { return false }
    for read in files + months { try trying { try read(store) } }
    try trying { _ = try Store.open(folder.history, .writing).add(Fixture.addition()) }
    return isWhole
  }

  /// What reads entries and files.
  private var files: [(Store) throws -> Void] {
    [
      { for entry in try $0.entries() { #expect(entry.id >= 0) } },
      { _ = try $0.latestEntry()?.recorded.description },
      { _ = try $0.entry(asOf: Fixture.time(9))?.recorded.description },
      { _ = try $0.nextArrival() + 1 },
      {
        for arrival in try $0.arrivals(month: nil, asOf: 9) {
          #expect(arrival.id >= 0 && arrival.size >= 0 && !arrival.received.description.isEmpty)
        }
      },
      { _ = try $0.paths(month: june, asOf: 9) },
      { _ = try $0.withdrawals(asOf: 9) },
      { _ = try $0.documents(asOf: 9) },
      { _ = try $0.masked() },
      { _ = try $0.content(Fixture.sha256(1)) },
    ]
  }

  /// What reads what was made of the files.
  private var months: [(Store) throws -> Void] {
    [
      { _ = try $0.months(asOf: 9) },
      { _ = try $0.ledgerFiles(month: june, asOf: 9) },
      {
        for finding in try $0.findings(month: june, asOf: 9) {
          #expect(finding.place.row >= 0 && finding.place.column >= 0)
        }
      },
      {
        for figure in try $0.publications(month: nil, asOf: 9).flatMap(\.figures) {
          #expect((0...18).contains(figure.figure.numeratorDecimals))
        }
      },
      {
        let returns = try $0.returns(campaign: campaign, roster: roster, asOf: 9)
        for source in returns?.sources[0] ?? [] { #expect(source.row >= 0) }
      },
    ]
  }
}
