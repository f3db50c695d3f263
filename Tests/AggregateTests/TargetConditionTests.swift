import Model
import Testing

@testable import Aggregate

/// Several targets of one series, each for some units.
@Suite struct TargetConditionTests {
  /// Provinces 1 and 2 are of the group g and must reach 80, 3 and 4 must reach 50.
  private func fixture() throws -> SupervisionFixture {
    var fixture = try SupervisionFixture([("1", 10), ("2", 10), ("3", 10), ("4", 10)])
    fixture.campaign.unitConditions = ["g and level = 'province'", "level = 'province'"]
    fixture.campaign.targets = [try target("80", 0), try target("50", nil)]
    let grouped = fixture.registry.regrouped { row in
      (SmallSet(["1", "2"].contains(row.code.description) ? [0] : []), SmallSet())
    }
    fixture.registry = try grouped.deriving(for: fixture.campaign)
    return fixture
  }

  private func target(_ value: String, _ condition: Int?, by: String = "2016-06") throws -> Target {
    Target(
      label: "召开率", key: SupervisionFixture.rate, value: try #require(FixedNumber(value)),
      by: try Fixture.month(by), condition: condition)
  }

  private let answers = ["1": (8, 2), "2": (7, 3), "3": (5, 5), "4": (4, 6)].mapValues {
    (yes: $0.0, no: $0.1)
  }

  @Test func aUnitIsHeldToItsOwn() throws {
    var fixture = try fixture()
    fixture.rule(.belowTarget(SupervisionFixture.rate))
    fixture.rule(.behindPath(SupervisionFixture.rate))
    let now = try fixture.month("2016-06", answers)
    #expect(try fixture.found([now]) == [["4 1", "2 1"], ["4 1", "2 1"]])
    let list = Supervision(campaign: fixture.campaign, registry: fixture.registry, now: now, earlier: [])
      .list(within: 0)
    let targets = list.found[0].listed.map { listed in
      if case .target(let position) = listed.standard { position } else { -1 }
    }
    #expect(targets == [1, 0])
  }

  @Test func progressIsOfThoseThatATargetBinds() throws {
    let fixture = try fixture()
    let now = try fixture.month("2016-06", answers)
    let goals = Goals.make(campaign: fixture.campaign, month: now, unit: 0, supervision: nil)
    let codes = goals.targets.map { $0.map { now.returns.roster.units[$0.unit].code.description } }
    // The whole is no province: the second target binds it.
    #expect(codes == [["1", "2"], ["0", "3", "4"]])
    #expect(
      goals.targets.map { $0.map(\.verdict) } == [[.reached, .behind], [.reached, .reached, .behind]])
  }

  @Test func whoIsBoundByNoneIsNotJudged() throws {
    var fixture = try fixture()
    fixture.campaign.targets = [try target("80", 0)]
    fixture.rule(.belowTarget(SupervisionFixture.rate))
    fixture.rule(.noProgress(months: 1, SupervisionFixture.rate))
    let months = try ["2016-05", "2016-06"].map { try fixture.month($0, answers) }
    // 1 has reached its target; of 3 and 4 there is none that would end the rule.
    #expect(try fixture.found(months) == [["2 1"], ["4 1", "3 1", "2 1"]])
    let goals = Goals.make(campaign: fixture.campaign, month: months[1], unit: 0, supervision: nil)
    #expect(goals.targets.map(\.count) == [2])
  }

  @Test func eachTaskIsForItself() throws {
    var fixture = try fixture()
    fixture.campaign.phases = [
      Phase(
        id: "p", label: "p", from: try Fixture.month("2016-06"), to: try Fixture.month("2016-06"),
        tasks: [try target("80", 0), try target("60", 1)])
    ]
    let now = try fixture.month("2016-06", answers)
    let goals = Goals.make(campaign: fixture.campaign, month: now, unit: 0, supervision: nil)
    #expect(goals.tasks.map(\.count) == [2, 4])
  }

  /// A unit whose tag changes is held to another target from that month on.
  @Test func theMonthsTagsCount() throws {
    var fixture = try fixture()
    fixture.rule(.belowTarget(SupervisionFixture.rate))
    var rows = fixture.registry.rows
    let place = try #require(rows.firstIndex { $0.code.description == "3" })
    rows.append(rows[place])
    rows[place].to = try Fixture.month("2016-06")
    rows[rows.count - 1].from = try Fixture.month("2016-07")
    rows[rows.count - 1].groups = SmallSet([0])
    fixture.registry = try Registry(levels: fixture.registry.levels, groups: ["g"], rows: rows)
      .deriving(for: fixture.campaign)
    let months = try ["2016-06", "2016-07"].map { try fixture.month($0, answers) }
    #expect(try fixture.found([months[0]]) == [["4 1", "2 1"]])
    #expect(try fixture.found(months) == [["4 2", "3 1", "2 2"]])
  }
}
