import Model
import TestSupport
import Testing

@testable import Aggregate

@Suite struct RegistryMergeTests {
  /// What must be equal in two rosters.
  private static func shape(_ roster: Roster) -> [String] {
    roster.units.indices.map { unit in
      let parent = Int(roster.parent[unit])
      let above = parent < 0 ? "-" : roster.units[parent].code.description
      return "\(roster.units[unit].code) \(roster.units[unit].name) \(roster.units[unit].level) \(above)"
    }
  }

  /// Ends some leaves early, and lets some begin late.
  private static func dated(
    _ rows: [RegistryRow], _ random: inout SplitMix64, end: Month, begin: Month
  ) -> [RegistryRow] {
    rows.map { row in
      var row = row
      if row.level == 4, Int.random(in: 0..<8, using: &random) == 0 {
        if Bool.random(using: &random) { row.to = end } else { row.from = begin }
      }
      return row
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func joinsTwoRegistries(_ seed: UInt64) throws {
    let made = RegistryChangesGenerator(seed: seed)
    var random = SplitMix64(seed: seed)
    let months = try ["2019-11", "2020-02", "2020-06", "2020-07", "2020-09", "2021-01"].map(Fixture.month)
    let old = try RegistryChangesGenerator.registry(
      Self.dated(
        try RegistryChangesGenerator.rows(made.before, from: months[0]), &random, end: months[1],
        begin: months[3]))
    let new = try RegistryChangesGenerator.registry(
      Self.dated(
        try RegistryChangesGenerator.rows(made.after, from: months[1]), &random, end: months[4],
        begin: months[5]))
    let (before, after) = (old.roster(in: months[2]), new.roster(in: months[3]))
    var successors: [UnitCode: UnitCode] = [:]
    for proposal in RegistryDifference(old: before, new: after).proposals {
      guard let unit = proposal.old, let next = proposal.new, Bool.random(using: &random) else { continue }
      if before.units[unit].code != after.units[next].code {
        successors[before.units[unit].code] = after.units[next].code
      }
    }
    let merge = try #require(RegistryMerge(old, new, from: months[3], successors: successors))
    let joined = try RegistryChangesGenerator.registry(merge.rows)
    for month in months {
      let source = month < months[3] ? old : new
      #expect(Self.shape(joined.roster(in: month)) == Self.shape(source.roster(in: month)), "\(month)")
    }
    for row in merge.rows where row.successor != nil {
      #expect(row.to == months[2])
      #expect(successors[row.code] == row.successor)
    }
    #expect(merge.rows.count { $0.successor != nil } == successors.count)
  }

  @Test func keepsGroupsAndHandsThemOn() throws {
    let old = try Fixture.registry(["0 0 -", "11 1 0 g", "1101 2 11 g", "1102 2 11 g", "1103 2 11 g"])
    let new = try Fixture.registry(["0 0 -", "11 1 0", "1105 2 11", "1106 2 11"])
    let code = { (text: String) in try Fixture.code(text) }
    let merge = try #require(
      RegistryMerge(
        old, new, from: Fixture.month("2020-07"),
        successors: [
          code("1101"): code("1105"), code("1102"): code("1106"), code("1103"): code("1106"),
        ]))
    let tagged = merge.rows.filter { !$0.groups.isEmpty && $0.to == nil }.map(\.code.description)
    #expect(tagged == ["11", "1105"], "1106 has two predecessors, and gets no groups")
    #expect(merge.rows.map(\.line) == Array(2..<9))
  }

  @Test func aSecondRowForWhatChanged() throws {
    var before = try Fixture.row("11 1 0 g", line: 3)
    before.short = "清河"
    var after = try Fixture.row("11 1 0", line: 3)
    after.name = "清河区"
    let top = try Fixture.row("0 0 -", line: 2)
    let (old, new) = (try Fixture.registry(rows: [top, before]), try Fixture.registry(rows: [top, after]))
    let merge = try #require(RegistryMerge(old, new, from: Fixture.month("2020-07"), successors: [:]))
    let shown = merge.rows.map { "\($0.code) \($0.name) \($0.short) \($0.from) \($0.to?.description ?? "-")" }
    #expect(
      shown == ["0 单位0  2016-01 -", "11 单位11 清河 2016-01 2020-06", "11 清河区 清河 2020-07 -"])
  }

  @Test func firstAndLastMonth() throws {
    let open = try Fixture.registry(["0 0 - - 2016-01", "11 1 0 - 2016-03 2018-05", "12 1 0 - 2016-01"])
    #expect(open.lastMonth == (try Fixture.month("2018-06")))
    #expect(open.firstMonth == (try Fixture.month("2016-01")))
    let closed = try Fixture.registry(["0 0 - - 2016-01 2019-12"])
    #expect(closed.lastMonth == (try Fixture.month("2019-12")))
  }
}

extension Fixture {
  fileprivate static func registry(rows: [RegistryRow]) throws -> Registry {
    try Registry(levels: try levels(), groups: ["g"], rows: rows)
  }
}
