import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// What docs/history.md says is so: its queries run and answer, and no table or column is missing.
struct DocumentationTests {
  private let page: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appendingPathComponent("docs/history.md")
    page = try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `the queries of the page answer`() throws {
    let folder = try TemporaryFolder()
    try Example.fill(folder.history)
    let store = try Store.open(folder.history, .reading)
    let queries = page.components(separatedBy: "```sql\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(queries.count == 11)
    for query in queries {
      let rows = try store.rows(query) { $0.optionalText(0) }
      #expect(!rows.isEmpty, "\(query)")
    }
    let counts = try store.rows(queries[3]) { row in (0..<5).map { row.text($0) } }
    #expect(counts == [["2.5", "1", "1", "1", "0"]])
    let changes = try store.rows(queries[5]) { row in [0, 2, 3].map { row.text($0) } }
    #expect(changes == [["100001", "100", "250"]])
  }

  @Test func `the page names every table and column`() throws {
    let folder = try TemporaryFolder()
    try Example.fill(folder.history)
    let store = try Store.open(folder.history, .reading)
    let tables = try store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) }
    #expect(tables.count == 18)
    for table in tables where table != "return_monthly" && !table.hasPrefix("sqlite_") {
      #expect(page.contains("`\(table)`"), "\(table)")
      guard table != "grdb_migrations" else { continue }
      let line = page.components(separatedBy: "\n").first { $0.hasPrefix("| `\(table)` |") } ?? ""
      let columns = try store.rows("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
      for column in columns { #expect(line.contains("`\(column)`"), "\(table).\(column)") }
    }
    for column in ReturnTable.fixed { #expect(page.contains("`\(column)`"), "\(column)") }
  }
}

/// A small history in which every table has rows: three units, two readings of one month, two editions.
private enum Example {
  static func fill(_ path: String) throws {
    let month = try Fixture.month("2016-06")
    let campaign = try campaign()
    let roster = try Fixture.roster(counties: 3, townships: 0, month: month)
    let store = try Store.open(path, .writing)
    var addition = Addition(recorded: time("2016-07-05", 600), version: "0.3.0")
    addition.documents = [
      AddedDocument(name: "campaign.yaml", content: Content(sha256: Fixture.sha256(99), bytes: [1]))
    ]
    addition.arrivals = [Fixture.arrival(1, month), Fixture.arrival(2, month)]
    addition.paths = [AddedPath(month: month, path: "copy.csv", arrival: 1)]
    var returns = returns(roster, campaign, addition.arrivals.map(\.arrival))
    for (round, fund) in [(0, 100), (1, 250)] as [(Int, Int64)] {
      returns.columns[2].set(2, .value, fund)
      addition.months = [
        MonthRecord(
          month: month, key: "\(round)", campaign: campaign, returns: returns,
          findings: round == 0 ? [Fixture.finding("f1.csv")] : [])
      ]
      addition.publication = AddedPublication(
        month: month, outputs: [PublishedOutput(name: "bulletin.md", size: 1, sha256: Fixture.sha256(8))],
        figures: [try figure()])
      _ = try store.add(addition)
      addition = Addition(recorded: time("2016-07-09", 600), version: "0.3.0")
      addition.withdrawals = [AddedWithdrawal(arrival: 2, reason: "重复")]
    }
  }

  private static func campaign() throws -> Campaign {
    try Fixture.campaign([
      (
        "monthly",
        [
          Fixture.item("held", .flag), Fixture.item("mode", .choice([Choice(id: "video", label: "视频")])),
          Fixture.item("fund", .amount(decimals: 2)),
        ]
      )
    ])
  }

  /// Three units: a blank, a value and one that does not apply.
  private static func returns(_ roster: Roster, _ campaign: Campaign, _ arrivals: [Arrival]) -> Returns {
    var returns = Returns(
      roster: roster, campaign: campaign,
      submissions: arrivals.map { arrival in
        var submission = Submission(
          path: arrival.path, size: 1, sha256: arrival.sha256, sender: nil,
          received: arrival.received)
        submission.arrival = arrival.id
        submission.tables = [SubmissionTable(sheet: "", form: 0, columns: [])]
        return submission
      })
    for (unit, fund) in [(1, nil), (2, 100), (3, nil)] as [(Int, Int64?)] {
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: 0, row: Int32(unit))
      returns.columns[0].set(unit, .value, 1)
      returns.columns[1].set(unit, .value, 0)
      returns.columns[2].set(unit, fund == nil ? (unit == 1 ? .blank : .notApplicable) : .value, fund ?? 0)
    }
    return returns
  }

  private static func figure() throws -> PublishedFigure {
    PublishedFigure(
      unit: try Fixture.code("10"), indicator: "held-rate", level: "county", part: "",
      figure: Figure(
        unit: 0, indicator: 0, level: 0, numerator: 3, denominator: 3, received: 3, expected: 3,
        status: .normal))
  }

  private static func time(_ day: String, _ minute: Int) -> LocalTime {
    LocalTime(minutes: (Day(day)?.number ?? 0) * 1_440 + minute)
  }
}
