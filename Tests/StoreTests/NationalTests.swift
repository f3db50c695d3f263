import Foundation
import Model
import Testing

@testable import Store

/// A month of national size: 36,000 units, a form of 24 items, 2,400 files of 1.5 KB. Prints what it takes, and
/// fails only where something is lost.
struct NationalTests {
  private func measured<T>(_ what: String, _ body: () throws -> T) rethrows -> T {
    let start = ContinuousClock.now
    let result = try body()
    print("history:", what, start.duration(to: .now))
    return result
  }

  private static func items() -> [Item] {
    let choices = [Choice(id: "video", label: "视频"), Choice(id: "hall", label: "现场")]
    return (0..<24).map { number in
      let level = number < 6 ? [1, 2] : number < 12 ? [2] : [1, 2]
      switch number % 12 {
      case 0: return Fixture.item("flag\(number)", .flag, filledBy: level)
      case 1: return Fixture.item("mode\(number)", .choice(choices), filledBy: level)
      case 2: return Fixture.item("day\(number)", .date, filledBy: level)
      case 3: return Fixture.item("fund\(number)", .amount(decimals: 2), filledBy: level)
      default: return Fixture.item("count\(number)", .count, filledBy: level)
      }
    }
  }

  private static func returns(_ campaign: Campaign, _ roster: Roster, _ arrivals: [Arrival]) -> Returns {
    var random = RandomReturns(seed: 7)
    var returns = Returns(
      roster: roster, campaign: campaign, submissions: random.submissions(arrivals, campaign))
    for unit in 1..<roster.count where !random.isOneIn(30) {
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(
        submission: Int32(unit * arrivals.count / roster.count), row: Int32(unit % 20 + 3))
      for item in campaign.items.indices
      where campaign.items[item].filledBy.contains(roster.units[unit].level) {
        let value = campaign.items[item].type == .date ? 16_950 + unit % 30 : random.int(0..<2)
        returns.columns[item].set(unit, random.isOneIn(50) ? .blank : .value, Int64(value))
      }
    }
    return returns
  }

  @Test func `a national month`() throws {
    let folder = try TemporaryFolder()
    let month = try Fixture.month("2016-06")
    let roster = try Fixture.roster(counties: 2_000, townships: 17, month: month)
    let campaign = try Fixture.campaign([("monthly", Self.items())])
    var addition = Fixture.addition()
    addition.arrivals = (1...2_400).map { id in
      var added = Fixture.arrival(id, month, path: "p\(id / 100)/\(id).csv")
      added.bytes = (0..<1_500).map { UInt8(truncatingIfNeeded: $0 &* id) }
      added.arrival.size = 1_500
      return added
    }
    let returns = Self.returns(campaign, roster, addition.arrivals.map(\.arrival))
    let record = MonthRecord(
      month: month, key: "k", campaign: campaign, returns: returns,
      findings: (0..<5_000).map { Fixture.finding("p/\($0).csv", row: $0, "一条核实意见，请核对后重报。") })
    let store = try measured("create") { try Store.open(folder.history, .writing) }
    _ = try measured("write 2,400 files") { try store.add(addition) }
    let files = try size(folder)
    var second = Fixture.addition()
    second.months = [record]
    _ = try measured("write \(roster.count) rows and 5,000 findings") { try store.add(second) }
    print(
      "history: files \(files / 1_024) KiB, returns and findings \((try size(folder) - files) / 1_024) KiB")
    second.months[0].key = "k2"
    second.months[0].returns.columns[3].set(77, .value, 12)
    _ = try measured("write the same month with one change") { try store.add(second) }
    try check(Store.open(folder.history, .reading), record)
  }

  private func check(_ reader: Store, _ record: MonthRecord) throws {
    let loaded = try measured("load returns") {
      try reader.returns(campaign: record.campaign, roster: record.returns.roster, asOf: 2)
    }
    #expect(
      try Description(#require(loaded), record.campaign) == Description(record.returns, record.campaign))
    let findings = try measured("load findings") { try reader.findings(month: record.month, asOf: 2) }
    #expect(findings.count == 5_000)
    let arrivals = try measured("load arrivals") { try reader.arrivals(month: record.month, asOf: 2) }
    #expect(arrivals.count == 2_400)
    var bytes = 0
    try measured("load 2,400 files") {
      for arrival in arrivals { bytes += try reader.content(arrival.sha256)?.count ?? 0 }
    }
    #expect(bytes == 2_400 * 1_500)
    #expect(try reader.rows("SELECT count(*) FROM return_monthly WHERE entry = 3") { $0.int(0) } == [1])
  }

  /// Bytes of the file and of the log beside it.
  private func size(_ folder: TemporaryFolder) throws -> Int {
    try DatabaseSize.pages(folder.history) * 4_096
  }
}

/// The size of a history in pages, whether they have left the log or not.
enum DatabaseSize {
  static func pages(_ path: String) throws -> Int {
    try Store.open(path, .reading).rows("PRAGMA page_count") { $0.int(0) }.first ?? 0
  }
}
