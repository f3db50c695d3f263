import Model
import Testing
import TestSupport

@testable import Aggregate

@Suite struct SuccessionTests {
  @Test func followsRandomHistories() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let history = History(&random)
      let registry = try history.registry(&random)
      let earlier = registry.roster(in: try Fixture.month(History.first))
      let later = registry.roster(in: try Fixture.month(History.last))
      let succession = Succession(registry: registry, earlier: earlier, later: later)
      for unit in 0..<earlier.count {
        let end = history.end(of: earlier.units[unit].code.description)
        #expect(succession.successor(of: unit).map { later.units[$0].code.description } == end)
        if let found = succession.successor(of: unit) {
          #expect(succession.predecessors(of: found).contains(unit))
        }
      }
      #expect(
        (0..<later.count).reduce(0) { $0 + succession.predecessors(of: $1).count }
          == (0..<earlier.count).count { succession.successor(of: $0) != nil })
      try Self.checkKinds(history, succession)
    }
  }

  /// What the history made happen is told, and nothing else.
  static func checkKinds(_ history: History, _ succession: Succession) throws {
    var told: [String: Set<UnitChange.Kind>] = [:]
    for change in succession.changes(within: 0, .zh) {
      told[(change.before ?? change.after)?.code.description ?? "", default: []].insert(change.kind)
    }
    var expected: [String: Set<UnitChange.Kind>] = [:]
    let ends = Dictionary(grouping: history.before.keys.compactMap { history.end(of: $0) }, by: { $0 })
    for (code, old) in history.before {
      guard let end = history.end(of: code), let new = history.after[end] else {
        expected[code] = [.gone]
        continue
      }
      var kinds: Set<UnitChange.Kind> = []
      if code != end, ends[end]?.count != 1 {
        expected[code] = [.merged]
        continue
      }
      if code != end { kinds.insert(.recoded) } else if old.name != new.name { kinds.insert(.renamed) }
      if old.parent.flatMap({ history.end(of: $0) }) != new.parent { kinds.insert(.moved) }
      if old.level != new.level || old.group != new.group { kinds.insert(.regrouped) }
      if !kinds.isEmpty { expected[code] = kinds }
    }
    for code in history.after.keys where ends[code] == nil { expected[code] = [.new] }
    #expect(told == expected)
  }

  @Test func ringsOfSuccessorsEnd() throws {
    var rows = try ["0 0 -", "1 1 0 - 2016-01 2016-01", "2 1 0 - 2016-01 2016-02"].enumerated().map {
      try Fixture.row($0.element, line: $0.offset + 2)
    }
    rows[1].successor = UnitCode("2")
    rows[2].successor = UnitCode("1")
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
    let succession = Succession(
      registry: registry, earlier: registry.roster(in: try Fixture.month("2016-01")),
      later: registry.roster(in: try Fixture.month("2016-04")))
    #expect((0..<3).map { succession.successor(of: $0) } == [0, nil, nil])
    #expect(succession.changes(within: 0, .en).map(\.kind) == [.gone, .gone])
  }

  @Test func aTownshipOfARecodedCountyHasNotMoved() throws {
    var rows = try [
      "0 0 -", "1 2 0 - 2016-01 2016-01", "1a 3 1 - 2016-01 2016-01", "2 2 0 - 2016-02",
      "1a 3 2 g 2016-02", "3 2 0 - 2016-01", "3a 3 3 - 2016-01 2016-01", "3a 3 2 - 2016-02",
    ].enumerated().map { try Fixture.row($0.element, line: $0.offset + 2) }
    rows[1].successor = UnitCode("2")
    let registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: rows)
    let succession = Succession(
      registry: registry, earlier: registry.roster(in: try Fixture.month("2016-01")),
      later: registry.roster(in: try Fixture.month("2016-02")))
    let changes = succession.changes(within: 0, .en)
    #expect(
      changes.map { "\($0.before?.code.description ?? "") \($0.kind)" }
        == ["1 recoded", "1a regrouped", "3a moved"])
    #expect(changes[1].detail == ("", "g"))
    #expect(changes[2].detail == ("单位3", "单位2"))
    // Of county 3 alone: its township went away.
    #expect(succession.changes(within: 3, .en).map(\.kind) == [.moved])
  }
}
