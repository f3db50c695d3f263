import Model
import TestSupport
import Testing

@testable import Aggregate

/// One planted mistake in a random tree: the verdict is always right, and the mistake is among the causes.
@Suite struct ReconciliationPropertyTests {
  static let trees: UInt64 = 200

  /// The least share in percent of the planted mistakes that must be found. A slip, or a set of units, may be told
  /// of so many units by chance that nothing is said.
  static func least(_ mistake: ReconciliationPlant.Mistake) -> Int {
    switch mistake {
    case .transposedBelow, .droppedBelow: 80
    case .units2, .units3, .units4, .addedBelow: 95
    default: 100
    }
  }

  @Test(arguments: ReconciliationPlant.Mistake.allCases)
  func plantedMistakesAreFound(_ mistake: ReconciliationPlant.Mistake) throws {
    var (planted, found, first, others) = (0, 0, 0, 0)
    for seed in 0..<Self.trees {
      var plant = try ReconciliationPlant(seed: seed &* 1000 &+ UInt64(mistake.rawValue.utf8.count))
      guard plant.plant(mistake) else { continue }
      let all = Reconciliation.make(
        campaign: plant.campaign, returns: plant.returns, earlier: plant.earlier)
      Self.check(all, plant)
      let own = try #require(all.first { $0.unit == plant.parent && $0.item == 0 })
      guard own.difference != 0 else { continue }
      planted += 1
      let hit = own.causes.firstIndex { $0.kind == mistake.kind && $0.units == plant.units }
      if let hit {
        found += 1
        if hit == 0 { first += 1 }
        others += own.causes.count - 1
      }
    }
    print("planted \(mistake.rawValue): \(planted), found \(found), first \(first), others \(others)")
    #expect(
      planted > 150 && found * 100 >= planted * Self.least(mistake), "\(mistake): \(found) of \(planted)")
  }

  @Test func treesWithoutAMistakeAgree() throws {
    for seed in 0..<Self.trees {
      let plant = try ReconciliationPlant(seed: seed)
      let all = Reconciliation.make(
        campaign: plant.campaign, returns: plant.returns, earlier: plant.earlier)
      #expect(all.count == 3 * (plant.returns.roster.children(of: 0).count + 1))
      #expect(all.allSatisfy { $0.verdict == .agrees && $0.causes.isEmpty && $0.difference == 0 })
    }
  }

  /// A gap that nothing explains: how often chance finds something all the same, by kind.
  @Test func gapsWithoutACause() throws {
    var told: [ReconciliationCause.Kind: Int] = [:]
    var explained = 0
    for seed in 0..<Self.trees {
      var plant = try ReconciliationPlant(seed: seed &+ 77_000)
      plant.parent = 1
      let most = [99, 999, 9_999][Int.random(in: 0...2, using: &plant.random)]
      plant.state(Int64.random(in: 10...Int64(most), using: &plant.random))
      let all = Reconciliation.make(
        campaign: plant.campaign, returns: plant.returns, earlier: plant.earlier)
      Self.check(all, plant)
      let own = try #require(all.first { $0.unit == 1 && $0.item == 0 })
      if !own.causes.isEmpty { explained += 1 }
      for cause in own.causes { told[cause.kind, default: 0] += 1 }
    }
    let kinds = told.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
    print("planted nothing: \(Self.trees), explained \(explained): \(kinds)")
    #expect(explained * 10 < Self.trees)
  }

  /// Compares every verdict with one made anew, child by child.
  private static func check(_ all: [Reconciled], _ plant: ReconciliationPlant) {
    let returns = plant.returns
    for found in all {
      let column = returns.columns[found.item]
      let children = returns.roster.children(of: found.unit)
      let stated = children.compactMap { column[$0] }
      let sum = stated.reduce(0, +)
      let own = column.values[found.unit]
      let expected: ReconciliationVerdict =
        stated.count == children.count
        ? (own == sum ? .agrees : .differs) : sum > own ? .differs : .incomplete
      #expect(found.verdict == expected && found.below == sum && found.difference == own - sum)
      #expect(found.received == stated.count && found.expected == children.count)
      #expect(found.verdict != .agrees || found.causes.isEmpty)
    }
  }
}
