import Model
import Testing
import TestSupport

@testable import Aggregate

@Suite struct RollupTests {
  /// A random registry: chains and wide nodes, skipped levels, units that come and go.
  static func rows(_ random: inout SplitMix64) throws -> [RegistryRow] {
    var rows = [try Fixture.row("u0 0 -", line: 2)]
    let codes = Int.random(in: 1..<120, using: &random)
    for number in 1...codes {
      let candidates = rows.indices.filter { rows[$0].level < 3 }
      // The minimum of two draws leans to the first: some nodes have many children.
      let draws = (0..<2).map { _ in candidates[Int.random(in: 0..<candidates.count, using: &random)] }
      let above = rows[draws.min() ?? 0]
      let drawn = max(above.from, try Fixture.month("2016-0\(Int.random(in: 1...9, using: &random))"))
      let first = above.to.map { min(drawn, $0) } ?? drawn
      var row = try Fixture.row("u\(number) 1 \(above.code)", line: number + 2)
      row.level = Int.random(in: (above.level + 1)...3, using: &random)
      row.groups = SmallSet(Bool.random(using: &random) ? [0] : [])
      row.from = first
      row.to = above.to
      if Int.random(in: 0..<5, using: &random) == 0 { row.to = first }
      rows.append(row)
    }
    return rows
  }

  /// The sum of a unit by plain recursion; `nil` where it or one below does not fit.
  static func sum(_ unit: Int, _ own: [Int64], _ roster: Roster) -> Int128? {
    var sum = Int128(own[unit])
    for child in roster.children(of: unit) {
      guard let below = self.sum(child, own, roster) else { return nil }
      sum += below
    }
    return Int64(exactly: sum) == nil ? nil : sum
  }

  static func count(_ unit: Int, _ flags: [Bool], _ roster: Roster) -> Int {
    roster.children(of: unit).reduce(flags[unit] ? 1 : 0) { $0 + count($1, flags, roster) }
  }

  @Test func agreesWithRecursionOnRandomTrees() throws {
    var random = SplitMix64(seed: 201_606)
    var overflows = 0
    for _ in 0..<200 {
      let registry = try Registry(
        levels: try Fixture.levels(), groups: ["g"], rows: try Self.rows(&random))
      let month = try Fixture.month("2016-0\(Int.random(in: 1...9, using: &random))")
      let roster = registry.roster(in: month)
      let huge = Int.random(in: 0..<4, using: &random) == 0
      let own = (0..<roster.count).map { _ in
        huge && Int.random(in: 0..<4, using: &random) == 0
          ? Int64.random(in: .min...Int64.max, using: &random)
          : Int64.random(in: -5...1000, using: &random)
      }
      let expected = own.map { _ in Int.random(in: 0..<4, using: &random) > 0 }
      let received = own.map { _ in Bool.random(using: &random) }
      let rollup = Rollup(
        own: own, coverage: Coverage(received: received, expected: expected, roster: roster),
        roster: roster)
      let both = zip(expected, received).map { $0 && $1 }
      for unit in 0..<roster.count {
        let sum = Self.sum(unit, own, roster)
        if sum == nil { overflows += 1 }
        #expect(rollup.inclusive(unit).map { Int128($0) } == sum)
        let below = sum.flatMap { Int64(exactly: $0 - Int128(own[unit])) }
        #expect(rollup.below(unit) == below)
        #expect(Int(rollup.coverage.expected[unit]) == Self.count(unit, expected, roster))
        #expect(Int(rollup.coverage.received[unit]) == Self.count(unit, both, roster))
      }
      #expect(rollup.own == own)
    }
    #expect(overflows > 20)
  }

  @Test func anOverflowMarksAllAbove() throws {
    let roster = try Fixture.roster(["0 0 -", "1 1 0", "11 3 1", "12 3 1", "2 1 0"])
    let own: [Int64] = [0, 0, .max, 1, 5]
    let none = [Bool](repeating: true, count: 5)
    let rollup = Rollup(
      own: own, coverage: Coverage(received: none, expected: none, roster: roster), roster: roster)
    #expect((0..<5).map { rollup.inclusive($0) } == [nil, nil, .max, 1, 5])
    #expect(rollup.below(1) == nil)
  }
}
