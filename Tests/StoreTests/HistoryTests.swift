import Model
import Testing

@testable import Store

/// Everything but returns, as of every entry.
struct HistoryTests {
  let folder: TemporaryFolder
  let store: Store
  let may: Month
  let june: Month

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(folder.history, .writing)
    may = try Fixture.month("2016-05")
    june = try Fixture.month("2016-06")
  }

  @Test func `a new history holds nothing`() throws {
    #expect(try store.entries().isEmpty)
    #expect(try store.latestEntry() == nil)
    #expect(try store.entry(asOf: Fixture.time(0)) == nil)
    #expect(try store.nextArrival() == 1)
    #expect(try store.months(asOf: 9).isEmpty)
    #expect(Fixture.addition().isEmpty)
  }

  @Test func `the time of an entry never goes back`() throws {
    for minutes in [10, 20, 5, 30] { _ = try store.add(Fixture.addition(minutes)) }
    #expect(try store.entries().map(\.recorded) == [10, 20, 20, 30].map(Fixture.time))
    #expect(try store.entry(asOf: Fixture.time(9)) == nil)
    #expect(try store.entry(asOf: Fixture.time(10))?.id == 1)
    #expect(try store.entry(asOf: Fixture.time(25))?.id == 3)
    #expect(try store.latestEntry() == Entry(id: 4, recorded: Fixture.time(30), version: "0.3.0"))
  }

  @Test func `documents as of an entry`() throws {
    let (a, b) = (
      Content(sha256: Fixture.sha256(1), bytes: [1]), Content(sha256: Fixture.sha256(2), bytes: [])
    )
    let steps: [[AddedDocument]] = [
      [AddedDocument(name: "campaign.yaml", content: a), AddedDocument(name: "forms/x.yaml", content: a)],
      [AddedDocument(name: "campaign.yaml", content: b)],
      [AddedDocument(name: "campaign.yaml", content: nil)],
      [AddedDocument(name: "campaign.yaml", content: a)],
    ]
    for documents in steps {
      var addition = Fixture.addition()
      addition.documents = documents
      _ = try store.add(addition)
    }
    let known = try (0...4).map { try store.documents(asOf: $0) }
    let x = ["forms/x.yaml": a.sha256]
    #expect(known[0].isEmpty)
    #expect(known[1] == x.merging(["campaign.yaml": a.sha256]) { $1 })
    #expect(known[2] == x.merging(["campaign.yaml": b.sha256]) { $1 })
    #expect(known[3] == x)
    #expect(known[4] == known[1])
    #expect(try store.content(a.sha256) == [1])
    #expect(try store.content(b.sha256) == [])
    #expect(try store.content(Fixture.sha256(3)) == nil)
  }

  @Test func `arrivals with sender and time as they were known`() throws {
    let unit = try Fixture.code("1001")
    var first = Fixture.addition()
    first.arrivals = [Fixture.arrival(1, june), Fixture.arrival(2, may), Fixture.arrival(3, june)]
    first.paths = [
      AddedPath(month: june, path: "z.csv", arrival: 1), AddedPath(month: june, path: "b.csv", arrival: 1),
    ]
    _ = try store.add(first)
    var second = Fixture.addition()
    second.receipts = [AddedReceipt(arrival: 1, sender: unit, received: Fixture.time(-60))]
    second.paths = [
      AddedPath(month: june, path: "z.csv", arrival: 3), AddedPath(month: june, path: "d.csv", arrival: 3),
    ]
    second.withdrawals = [AddedWithdrawal(arrival: 3, reason: "寄错")]
    _ = try store.add(second)
    var third = Fixture.addition()
    third.withdrawals = [AddedWithdrawal(arrival: 3, reason: "", isWithdrawn: false)]
    third.arrivals = [Fixture.arrival(4, june)]
    _ = try store.add(third)

    #expect(try store.arrivals(month: june, asOf: 1).map(\.id) == [1, 3])
    #expect(try store.arrivals(month: nil, asOf: 3).map(\.id) == [1, 2, 3, 4])
    var expected = Fixture.arrival(1, june).arrival
    expected.entry = 1
    #expect(try store.arrivals(month: june, asOf: 1).first == expected)
    expected.sender = unit
    expected.received = Fixture.time(-60)
    #expect(try store.arrivals(month: june, asOf: 2).first == expected)
    #expect(try store.paths(month: june, asOf: 1) == ["b.csv": 1, "z.csv": 1])
    #expect(try store.paths(month: june, asOf: 2) == ["b.csv": 1, "z.csv": 3, "d.csv": 3])
    #expect(try store.withdrawals(asOf: 1).isEmpty)
    #expect(try store.withdrawals(asOf: 2) == [Withdrawal(arrival: 3, reason: "寄错", entry: 2)])
    #expect(try store.withdrawals(asOf: 3).isEmpty)
    #expect(try store.months(asOf: 1) == [may, june])
    #expect(try store.nextArrival() == 5)
    let contents = try store.arrivals(month: june, asOf: 2).map { try store.content($0.sha256) }
    #expect(contents == [Array("file 1\n".utf8), Array("file 3\n".utf8)])
  }

  @Test func `findings come and go as a multiset`() throws {
    let campaign = try Fixture.campaign([("f", [Fixture.item("a", .count)])])
    let roster = try Fixture.roster(counties: 1, townships: 1, month: june)
    let returns = Returns(roster: roster, campaign: campaign, submissions: [])
    let (a, b, c) = (Fixture.finding("a"), Fixture.finding("b", row: 2), Fixture.finding("b", row: 10))
    let steps = [[c, a, a, b], [a, b, c], [a, a, a], [], [c, b]]
    for (number, findings) in steps.enumerated() {
      var addition = Fixture.addition()
      addition.months = [
        MonthRecord(month: june, key: "k\(number)", campaign: campaign, returns: returns, findings: findings)
      ]
      _ = try store.add(addition)
    }
    let sorted = [[a, a, b, c], [a, b, c], [a, a, a], [], [b, c]]
    for number in steps.indices {
      #expect(try store.findings(month: june, asOf: number + 1) == sorted[number])
      #expect(try store.key(of: june, asOf: number + 1) == "k\(number)")
    }
    #expect(try store.findings(month: may, asOf: 5).isEmpty)
    #expect(try store.key(of: june, asOf: 0) == nil)
    // a, a, b, c; then a, a again; then b, c again: what stays is not written anew.
    #expect(try store.rows("SELECT count(*) FROM finding") { $0.int(0) } == [8])
  }

  @Test func `publications are numbered and come back`() throws {
    let unit = try Fixture.code("10")
    let figures = [
      PublishedFigure(
        unit: unit, indicator: "rate", level: "county", part: "",
        figure: Figure(
          unit: 0, indicator: 0, level: 0, numerator: 5, denominator: 9, received: 7, expected: 9,
          bounds: 5...7,
          status: .provisional)),
      PublishedFigure(
        unit: unit, indicator: "share", level: "", part: "fund",
        figure: Figure(
          unit: 0, indicator: 0, part: 0, numerator: .min, numeratorDecimals: 2, denominator: .max,
          denominatorDecimals: 1, received: 0, expected: 0, status: .overflow)),
    ]
    let outputs = [PublishedOutput(name: "bulletin.md", size: 10, sha256: Fixture.sha256(7))]
    for month in [june, may, june] {
      var addition = Fixture.addition()
      addition.publication = AddedPublication(month: month, outputs: outputs, figures: figures)
      _ = try store.add(addition)
    }
    let all = try store.publications(month: nil, asOf: 3)
    #expect(all.map(\.number) == [1, 1, 2])
    #expect(all.map(\.month) == [june, may, june])
    #expect(all.map(\.entry.id) == [1, 2, 3])
    #expect(all.allSatisfy { $0.figures == figures && $0.outputs == outputs })
    #expect(try store.publications(month: june, asOf: 2).map(\.number) == [1])
  }

  @Test func `an addition that breaks a rule leaves nothing behind`() throws {
    var first = Fixture.addition()
    first.arrivals = [Fixture.arrival(1, june)]
    _ = try store.add(first)
    var gap = Fixture.addition()
    gap.arrivals = [Fixture.arrival(3, june)]
    var unknown = Fixture.addition()
    unknown.paths = [AddedPath(month: june, path: "x", arrival: 7)]
    for wrong in [gap, unknown] {
      let error = #expect(throws: StoreError.self) { try store.add(wrong) }
      guard case .refused = error?.kind else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    #expect(try store.entries().count == 1)
    #expect(try store.content(Fixture.sha256(3)) == nil)
    // The same bytes in another month are another arrival, kept once.
    var again = Fixture.addition()
    again.arrivals = [Fixture.arrival(2, may)]
    again.arrivals[0].arrival.sha256 = Fixture.sha256(1)
    #expect(try store.add(again).id == 2)
    #expect(try store.rows("SELECT count(*) FROM content") { $0.int(0) } == [1])
  }
}
