import Model

@testable import Aggregate

/// Provinces whose townships have answered yes or no, or not at all; the rate of yes is what rules look at.
struct SupervisionFixture {
  static let rate = SeriesKey(indicator: 0, level: 3)

  var campaign: Campaign
  var registry: Registry

  /// Provinces by code with their number of townships. `rows` are further rows of the registry.
  init(_ provinces: [(String, Int)], rows: [RegistryRow] = []) throws {
    var texts = ["0 0 -"]
    for (code, count) in provinces {
      texts.append("\(code) 1 0")
      texts += (0..<count).map { "\(code).\($0) 3 \(code)" }
    }
    let read = try texts.enumerated().map { try Fixture.row($0.element, line: $0.offset + 2) }
    registry = try Registry(levels: try Fixture.levels(), groups: ["g"], rows: read + rows)
    campaign = try Fixture.campaign(
      items: [
        Fixture.item("kickoff", .flag, filledBy: [1, 3]), Fixture.item("n", .count, filledBy: [1, 3]),
      ],
      indicators: [
        Indicator(
          id: "rate", label: "召开率", kind: .rate(formula: "kickoff"), levels: SmallSet([3]), decimals: 0),
        Indicator(id: "n", label: "人数", kind: .total(item: 1), levels: SmallSet(), decimals: 0),
      ], filledBy: [1, 3])
  }

  mutating func rule(_ condition: SupervisionRule.Condition, level: Int? = nil) {
    campaign.supervision.rules.append(
      SupervisionRule(
        id: "r\(campaign.supervision.rules.count)", level: level, condition: condition))
  }

  /// A month in which of each province so many townships said yes and so many no; `own` are the provinces that reported
  /// themselves.
  func month(
    _ text: String, _ answers: [String: (yes: Int, no: Int)], own: [String] = []
  ) throws -> MonthFigures {
    let roster = registry.roster(in: try Fixture.month(text))
    var cells: [String: [Int64?]] = [:]
    for (code, count) in answers {
      guard let province = roster.index(of: try Fixture.code(code)) else { throw FixtureFault() }
      for (place, township) in roster.children(of: province).enumerated()
      where place < count.yes + count.no {
        cells[roster.units[township].code.description] = [place < count.yes ? 1 : 0, 1]
      }
    }
    for code in own { cells[code] = [1, 1] }
    let returns = try Fixture.returns(roster, campaign, cells)
    return try MonthFigures(campaign: campaign, returns: returns)
  }

  /// What the rules find, a line each: `code place streak`, or `code: reason`.
  func found(
    _ months: [MonthFigures], queries: [Int: Int] = [:], within: Int = 0
  ) throws -> [[String]] {
    guard let now = months.last else { throw FixtureFault() }
    let roster = now.returns.roster
    let list = Supervision(
      campaign: campaign, registry: registry, now: now, earlier: Array(months.dropLast()),
      openQueries: queries
    ).list(within: within)
    return list.found.map { found in
      found.listed.map { "\(roster.units[$0.unit].code) \($0.streak)" }
        + found.leftOut.map { "\(roster.units[$0.unit].code): \($0.reason)" }
    }
  }
}
