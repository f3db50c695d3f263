import Foundation
import Model
import Testing

@testable import Pipeline

/// Statements of nation, provinces and cities as they were published in 2020.
@Suite(.enabled(if: CovidMonth.source != nil, "no cn-covid-city in YUEBAO_DATA or ../shared/data"))
struct CovidTests {
  @Test(arguments: CovidMonth.ends.keys.sorted())
  func findsWhatAScriptFinds(_ month: String) async throws {
    let made = try await CovidMonth.make(month)
    defer { made.remove() }
    let scripted = try CovidMonth.scripted(month)
    #expect(made.differences == scripted)
    // Every unit of the registry has a row, so that nothing is incomplete; each of 35 units states three items.
    #expect(made.reconciled.count == 105)
    #expect(made.reconciled.allSatisfy { $0.verdict == .agrees || $0.verdict == .differs })
    #expect(made.run.findings.isEmpty, "\(made.run.findings.prefix(3))")
    if month >= "2020-04" { #expect(scripted.isEmpty) }
  }

  /// All that is told of the causes, with the month before at hand; docs/reconciliation.md says what they are worth.
  @Test func causes() async throws {
    let january = try await CovidMonth.make("2020-01")
    let february = try await CovidMonth.make("2020-02")
    let march = try await CovidMonth.make("2020-03")
    defer { [january, february, march].forEach { $0.remove() } }
    let told = january.causes() + february.causes(after: january) + march.causes(after: february)
    #expect(
      told == [
        "全国 cured 9 transposed 全国 243→234", "全国 confirmed -12 sum-instead 浙江省 1217→1205",
      ])
  }

  @Test func february() async throws {
    let made = try await CovidMonth.make("2020-02")
    defer { made.remove() }
    let nation = try #require(made.reconciled.first)
    #expect(nation.own == 79_968 && nation.below == 79_980 && nation.received == 34)
    // The nation counts what the cities of 浙江 add up to, not what the province states.
    let cause = try #require(nation.causes.first)
    #expect(cause.kind == .sumInstead && cause.units.map(made.name) == ["浙江省"])
    #expect(cause.recorded == 1217 && cause.meant == 1205)
    let confirmed = made.differences.filter { $0.contains(",confirmed,") && !$0.hasPrefix("全国") }
    #expect(confirmed.count == 5, "\(confirmed)")
  }

  /// A corrected row: the province's statement still holds the earlier value.
  @Test func aCorrectionThatTheProvinceDidNotFollow() async throws {
    let made = try await CovidMonth.make("2020-05") { inbox in
      let path = inbox + "/330000/330000.csv"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("330100,") })
      let cells = line.split(separator: ",").map(String.init)
      let more = String((Int(cells[2]) ?? 0) + 7)
      let heading = String(try #require(text.split(separator: "\n").first))
      let row = [cells[0], cells[1], more, cells[3], cells[4]].joined(separator: ",")
      try (heading + "\n" + row + "\n").write(
        toFile: inbox + "/330000/correction.csv", atomically: true, encoding: .utf8)
      let list = try String(contentsOfFile: inbox + "/received.csv", encoding: .utf8)
      try (list + "330000/correction.csv,2020-06-03\n").write(
        toFile: inbox + "/received.csv", atomically: true, encoding: .utf8)
    }
    defer { made.remove() }
    #expect(made.differences.count == 1)
    let found = try #require(made.reconciled.first { $0.verdict == .differs })
    #expect(made.name(found.unit) == "浙江省" && found.difference == -7)
    #expect(found.causes.map(\.kind) == [.superseded])
    #expect(found.causes.first?.units.map(made.name) == ["杭州市"])
  }
}
