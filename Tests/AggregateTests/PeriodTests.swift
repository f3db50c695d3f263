import Model
import Testing
import TestSupport

@testable import Aggregate

@Suite struct PeriodTests {
  static func item(_ id: String, _ type: ItemType, _ overTime: OverTime) -> Item {
    var item = Fixture.item(id, type)
    item.overTime = overTime
    return item
  }

  static let choice = ItemType.choice([Choice(id: "a", label: "a"), Choice(id: "b", label: "b")])
  static let items = [
    item("flow", .count, .sum), item("stock", .count, .latest), item("peak", .amount(decimals: 2), .max),
    item("done", .flag, .latest), item("ever", .flag, .max), item("kind", choice, .latest),
    item("note", .text, .latest), item("never", .count, .none), item("day", .date, .max),
    item("kindest", choice, .max),
  ]

  static func campaign() throws -> Campaign {
    try Fixture.campaign(
      items: items,
      indicators: [
        Fixture.indicator(.total(item: 0)), Fixture.indicator(.total(item: 1)),
        Fixture.indicator(.rate(formula: "done"), levels: [1, 2, 3]),
        Fixture.indicator(.ratio(item: 0, per: 1)), Fixture.indicator(.total(item: 7)),
        Fixture.indicator(.count(formula: "flow > 500"), levels: [1, 2, 3]),
      ])
  }

  /// Some of the months of a half year, with a text of its own for each.
  static func months(
    _ registry: Registry, _ campaign: Campaign, _ numbers: [Int], _ random: inout SplitMix64
  ) throws -> [Returns] {
    try numbers.map { number in
      let roster = registry.roster(in: try Fixture.month("2016-0\(number)"))
      var returns = History.returns(roster, campaign, &random)
      returns.submissions = [try ErrataTests.submission("m\(number)", day: number)]
      returns.texts = ["text \(number)", "other \(number)"]
      for unit in 0..<roster.count {
        if returns.columns[6].states[unit] == .value { returns.columns[6].values[unit] &= 1 }
        if returns.statuses[0][unit] == .accepted {
          returns.sources[0][unit] = ReturnSource(submission: 0, row: Int32(unit))
        }
      }
      return returns
    }
  }

  /// A cell of a unit that others became, month by month.
  struct Cell {
    var state: CellState
    var value: Int64
    var isAsked: Bool
    var text: String
  }

  static func cells(
    _ item: Int, _ unit: String, _ months: [Returns], _ history: History, _ registry: Registry
  ) throws -> [[Cell]] {
    try (1...6).map { number in
      let month = try Fixture.month("2016-0\(number)")
      let returns = months.first { $0.roster.month == month }
      let roster = registry.roster(in: month)
      return (0..<roster.count).compactMap { found -> Cell? in
        let code = roster.units[found].code.description
        let start = code.hasPrefix("m") ? history.went[String(code.dropFirst())] ?? "" : code
        guard history.end(of: start) == unit else { return nil }
        let column = returns?.columns[item]
        let value = column?.values[found] ?? 0
        return Cell(
          state: column?.states[found] ?? .notReported, value: value,
          isAsked: roster.units[found].level > 0,
          text: item == 6 ? returns?.texts[Int(value)] ?? "" : "")
      }
    }
  }

  /// What the period's cell should say: its value, if any, and whether a month is lacking.
  static func expected(_ item: Item, _ months: [[Cell]]) -> (value: Int64?, text: String, lacks: Bool) {
    let valued = months.map { $0.filter { $0.state == .value } }
    let all = valued.flatMap { $0.map(\.value) }
    let lacking = { (cells: [Cell]) in cells.contains { $0.isAsked && !$0.state.isAnswered } }
    switch item.overTime {
    case .none: return (nil, "", false)
    case .sum: return (all.isEmpty ? nil : all.reduce(0, +), "", months.contains(where: lacking))
    case .max where item.id != "kindest": return (all.max(), "", false)
    case .latest, .max:
      guard let last = valued.lastIndex(where: { !$0.isEmpty }) else { return (nil, "", false) }
      let values = valued[last].map(\.value)
      if months[last].count == 1 { return (values[0], valued[last][0].text, false) }
      if item.type == .flag {
        return (values.max(), "", values.max() == 0 && lacking(months[last]))
      }
      return item.type == .count ? (values.reduce(0, +), "", lacking(months[last])) : (nil, "", false)
    }
  }

  @Test func agreesWithEachUnit() throws {
    var random = SplitMix64(seed: 6)
    let campaign = try Self.campaign()
    for _ in 0..<30 {
      let history = History(&random)
      let registry = try history.registry(&random)
      let numbers = (1...6).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      let months = try Self.months(registry, campaign, numbers, &random)
      let roster = registry.roster(in: try Fixture.month("2016-06"))
      let period = PeriodReturns.combine(
        campaign: campaign, registry: registry, period: .half(year: 2016, 1), months: months, roster: roster)
      #expect(period.overflows == 0)
      for (unit, found) in roster.units.enumerated() where found.level > 0 {
        for (position, item) in campaign.items.enumerated() {
          let cells = try Self.cells(position, found.code.description, months, history, registry)
          let expected = Self.expected(item, cells)
          let value = period.returns.columns[position][unit]
          if item.type == .text {
            #expect(value.map { period.returns.texts[Int($0)] } ?? "" == expected.text)
          } else {
            #expect(value == expected.value)
          }
          let gaps = period.returns.incomplete(position)
          #expect((gaps.isEmpty ? false : gaps[unit]) == expected.lacks)
        }
      }
      Self.checkForms(period, months)
      _ = try Figures(campaign: campaign, returns: period.returns)
    }
  }

  /// What counted and is followed is in the table, and the file is that of the last month that counted.
  static func checkForms(_ period: PeriodReturns, _ months: [Returns]) {
    let accepted = months.reduce(0) { $0 + $1.statuses[0].count { $0 == .accepted } }
    let table = period.coverage(of: 0)
    #expect(table.count == 6)
    #expect(table.reduce(0) { $0 + $1.received } == accepted - period.unfollowed)
    #expect(table.filter(\.isPresent).map(\.month) == months.map(\.roster.month))
    let returns = period.returns
    for unit in 0..<returns.roster.count where returns.statuses[0][unit] == .accepted {
      let path = returns.submissions[Int(returns.sources[0][unit].submission)].path
      let code = returns.roster.units[unit].code
      let last = months.last { month in
        month.roster.index(of: code).map { month.statuses[0][$0] == .accepted } ?? false
      }
      if let last, last.roster.month >= returns.roster.month { #expect(path == "m6") }
      #expect(!path.isEmpty)
    }
  }
}
