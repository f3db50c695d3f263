import Model

@testable import Check

struct FixtureFault: Error {}

/// Small months in few words: one nation, one county, and below it townships `T01`, `T02` …
enum Fixture {
  static let levels = Levels([
    Level(id: "nation", label: "全国"), Level(id: "county", label: "县"),
    Level(id: "township", label: "乡镇"),
  ])

  static func month(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw FixtureFault() }
    return month
  }

  static func code(_ text: String) throws -> UnitCode {
    guard let code = UnitCode(text) else { throw FixtureFault() }
    return code
  }

  static func name(_ township: Int) -> String { "T" + Digits.padded(township, 2) }

  static func roster(townships: Int) throws -> Roster {
    guard let levels else { throw FixtureFault() }
    func row(_ code: String, _ level: Int, _ parent: String?) throws -> RegistryRow {
      RegistryRow(
        code: try Fixture.code(code), name: "单位" + code, short: "", level: level,
        parent: try parent.map(Fixture.code), groups: SmallSet(), from: try month("2016-01"), to: nil,
        successor: nil, line: 2)
    }
    var rows = [try row("0", 0, nil), try row("C", 1, "0")]
    for township in 1...townships { rows.append(try row(name(township), 2, "C")) }
    return try Registry(levels: levels, groups: [], rows: rows).roster(in: try month("2016-06"))
  }

  static func item(
    _ id: String, _ type: ItemType = .count, overTime: OverTime = .latest, parts: [String] = [],
    measure: String = "", optional: Bool = false, least: Int64? = nil, most: Int64? = nil
  ) -> Item {
    Item(
      id: id, label: id, type: type, measure: measure, overTime: overTime, filledBy: SmallSet([2]),
      parts: parts, isOptional: optional, least: least, most: most)
  }

  static func campaign(_ items: [Item], _ checks: CheckPlan = CheckPlan()) throws -> Campaign {
    guard let levels else { throw FixtureFault() }
    return Campaign(
      name: "测试", title: "测试", organisation: "", language: .zh, levels: levels, groups: [],
      deadline: Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: []), utcOffset: 480,
      forms: [
        Form(id: "monthly", title: "月报", filledBy: SmallSet([2]), group: nil, items: 0..<items.count)
      ],
      items: items, indicators: [], bulletin: BulletinPlan(), gate: Gate(), checks: checks)
  }

  /// A file in which the townships stand from row 2 on, their items from column C on; `rows` are the cells of each
  /// township, `nil` for a blank, -1 for "not applicable".
  static func returns(
    _ campaign: Campaign, _ rows: [[Int64?]], texts: [String] = []
  ) throws -> Returns {
    guard let time = LocalTime(day: Day(number: 17_000), hour: 8, minute: 0) else { throw FixtureFault() }
    var file = Submission(path: "C/报表.csv", size: 1, sha256: "", sender: nil, received: time)
    let columns = campaign.items.indices.map { $0 + 3 }
    file.tables = [SubmissionTable(sheet: "", form: 0, columns: columns)]
    let roster = try roster(townships: max(rows.count, 1))
    var returns = Returns(roster: roster, campaign: campaign, submissions: [file])
    returns.texts = texts
    for (place, row) in rows.enumerated() where !row.isEmpty {
      let unit = place + 2
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: 0, row: Int32(place + 2))
      for (item, value) in row.enumerated() {
        returns.columns[item].set(
          unit, value == nil ? .blank : value == -1 ? .notApplicable : .value, value ?? 0)
      }
    }
    return returns
  }

  /// What the checks of one kind say of months of rows; the last month is 2016-06. Findings as `T01 item 5: value`.
  static func found(
    _ check: BuiltInCheck, _ items: [Item], _ months: [[[Int64?]]], texts: [String] = [],
    flows: [StockFlow] = [], set: [CheckLimit: Int] = [:]
  ) throws -> [String] {
    var plan = CheckPlan(stockFlows: flows)
    for other in BuiltInCheck.allCases { plan[other].isOn = other == check }
    for (limit, value) in set { plan[check][limit] = value }
    return marks(try all(items, plan, months, texts: texts).findings)
  }

  static func all(
    _ items: [Item], _ plan: CheckPlan, _ months: [[[Int64?]]], texts: [String] = [],
    explanations: Explanations = Explanations()
  ) throws -> CheckResult {
    let campaign = try campaign(items, plan)
    let input = CheckInput(
      campaign: campaign, returns: try returns(campaign, months.last ?? [], texts: texts),
      earlier: try earlier(campaign, months), explanations: explanations)
    return Checks.all(input)
  }

  static func earlier(_ campaign: Campaign, _ months: [[[Int64?]]]) throws -> [EarlierMonth] {
    var month = try Fixture.month("2016-06")
    return try months.dropLast().reversed().map { rows in
      guard let previous = month.previous else { throw FixtureFault() }
      month = previous
      let returns = try returns(campaign, rows)
      return EarlierMonth(month: month, columns: returns.columns, statuses: returns.statuses)
    }.reversed()
  }

  static func marks(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      [finding.unit?.description ?? "", finding.item, finding.value].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }
}
