import Model

@testable import Aggregate

struct FixtureFault: Error {}

/// Small registries and campaigns, in few words.
enum Fixture {
  static func levels() throws -> Levels {
    let names = [("nation", "全国"), ("province", "省"), ("county", "县"), ("township", "乡镇")]
    guard let levels = Levels(names.map { Level(id: $0.0, label: $0.1) }) else { throw FixtureFault() }
    return levels
  }

  static func code(_ text: String) throws -> UnitCode {
    guard let code = UnitCode(text) else { throw FixtureFault() }
    return code
  }

  static func month(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw FixtureFault() }
    return month
  }

  /// A row as `code level parent groups from to`; `-` for none.
  static func row(_ text: String, line: Int) throws -> RegistryRow {
    let fields = text.split(separator: " ").map(String.init)
    func field(_ position: Int) -> String? {
      position < fields.count && fields[position] != "-" ? fields[position] : nil
    }
    return RegistryRow(
      code: try code(fields[0]), name: "单位" + fields[0], short: "", level: Int(fields[1]) ?? 0,
      parent: try field(2).map(code), groups: SmallSet(field(3) == "g" ? [0] : []),
      from: try month(field(4) ?? "2016-01"), to: try field(5).map(month), successor: nil, line: line)
  }

  static func registry(_ rows: [String]) throws -> Registry {
    let read = try rows.enumerated().map { try row($0.element, line: $0.offset + 2) }
    return try Registry(levels: try levels(), groups: ["g"], rows: read)
  }

  static func roster(_ rows: [String], _ inMonth: String = "2016-06") throws -> Roster {
    try registry(rows).roster(in: try month(inMonth))
  }

  static func campaign(
    items: [Item], indicators: [Indicator], formGroup: Int? = nil, filledBy: [Int] = [1, 2, 3],
    deadline: Deadline = Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: [])
  ) throws -> Campaign {
    Campaign(
      name: "测试", title: "测试", organisation: "办公室", language: .zh, levels: try levels(),
      groups: ["g"], deadline: deadline, utcOffset: 480,
      forms: [
        Form(
          id: "monthly", title: "月报", filledBy: SmallSet(filledBy), group: formGroup,
          items: 0..<items.count)
      ], items: items, indicators: indicators, bulletin: BulletinPlan(), gate: Gate())
  }

  static func indicator(
    _ kind: Indicator.Kind, group: Int? = nil, levels: [Int] = []
  ) -> Indicator {
    Indicator(id: "x", label: "指标", kind: kind, group: group, levels: SmallSet(levels), decimals: 1)
  }

  static func item(
    _ id: String, _ type: ItemType, filledBy: [Int] = [1, 2, 3], overTree: OverTree = .sum
  ) -> Item {
    Item(id: id, label: id, type: type, overTree: overTree, filledBy: SmallSet(filledBy))
  }

  /// A month's returns: cells by unit code and item, `nil` for "not applicable".
  static func returns(
    _ roster: Roster, _ campaign: Campaign, _ cells: [String: [Int64?]]
  ) throws -> Returns {
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for (text, values) in cells {
      guard let unit = roster.index(of: try code(text)) else { throw FixtureFault() }
      returns.statuses[0][unit] = .accepted
      for (item, value) in values.enumerated() {
        returns.columns[item].set(unit, value == nil ? .notApplicable : .value, value ?? 0)
      }
    }
    return returns
  }
}
