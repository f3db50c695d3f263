import Model
import Render

struct FixtureFault: Error {}

/// A city of six counties, June 2016, in few words; the figures are set as they are needed.
enum EditionFixture {
  /// The series of the campaign below.
  static let countyRate = SeriesKey(indicator: 0, level: 1)
  static let townshipRate = SeriesKey(indicator: 0, level: 2)
  static let fundRate = SeriesKey(indicator: 1, level: 2)
  static let members = SeriesKey(indicator: 2)
  static let fund = SeriesKey(indicator: 3)
  static let officials = SeriesKey(indicator: 4, part: 0)
  static let teachers = SeriesKey(indicator: 4, part: 1)
  static let news = SeriesKey(indicator: 5)

  static let names = ["清河", "石桥", "东山", "临江", "北沟", "开发区"]

  static func code(_ text: String) throws -> UnitCode {
    guard let code = UnitCode(text) else { throw FixtureFault() }
    return code
  }

  static func month(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw FixtureFault() }
    return month
  }

  static func time(_ day: String, _ hour: Int, _ minute: Int) throws -> LocalTime {
    guard let time = Day(day).flatMap({ LocalTime(day: $0, hour: hour, minute: minute) }) else {
      throw FixtureFault()
    }
    return time
  }

  static func campaign(_ language: Language, levels: Levels) -> Campaign {
    let item = { (id: String, label: String, type: ItemType, measure: String, time: OverTime) in
      Item(id: id, label: label, type: type, measure: measure, overTime: time, filledBy: SmallSet([1, 2]))
    }
    let pick = { (zh: String, en: String) in language.pick(zh, en) }
    let items = [
      item("kickoff", pick("动员会", "Kick-off"), .flag, "", .latest),
      item("fund", pick("工作经费", "Fund"), .amount(decimals: 2), pick("万元", "yuan"), .max),
      item("members", pick("委员人数", "Members"), .count, pick("人", ""), .latest),
      item("officials", pick("机关干部", "Officials"), .count, pick("人", ""), .latest),
      item("teachers", pick("教师", "Teachers"), .count, pick("人", ""), .latest),
      item("news", pick("信息数", "Reports"), .count, pick("条", ""), .sum),
    ]
    let indicators = [
      Indicator(
        id: "kickoff_rate", label: pick("动员会召开率", "Kick-off rate"), phrase: pick("召开了动员会", ""),
        kind: .rate(formula: "kickoff"), levels: SmallSet([1, 2]), decimals: 0),
      Indicator(
        id: "fund_rate", label: pick("经费落实率", "Fund rate"), phrase: pick("落实工作经费2万元以上", ""),
        kind: .rate(formula: "fund >= 2"), levels: SmallSet([2]), decimals: 1),
      Indicator(
        id: "members", label: pick("委员", "Members"), kind: .total(item: 2), levels: SmallSet(), decimals: 0,
        measure: pick("人", "")),
      Indicator(
        id: "fund", label: pick("工作经费", "Fund"), kind: .total(item: 1), levels: SmallSet(), decimals: 2,
        measure: pick("万元", "yuan")),
      Indicator(
        id: "origin", label: pick("委员来源", "Origin"), kind: .composition(parts: [3, 4], whole: 2),
        levels: SmallSet(), decimals: 1),
      Indicator(
        id: "news", label: pick("信息数", "Reports"), kind: .total(item: 5), levels: SmallSet(), decimals: 0,
        measure: pick("条", "")),
    ]
    return Campaign(
      name: "test", title: pick("对标整改工作进展情况", "Progress of the campaign"),
      organisation: pick("云山市活动办公室", "Campaign Office"), language: language, levels: levels, groups: [],
      deadline: Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: []), utcOffset: 480,
      forms: [
        Form(
          id: "monthly", title: pick("月报表", "Monthly form"), filledBy: SmallSet([1]), group: nil,
          items: 0..<items.count)
      ], items: items, indicators: indicators, bulletin: BulletinPlan(rankIndicator: 0, rankLevel: 2),
      gate: Gate(received: 90))
  }

  /// An edition of June 2016 without figures; the counties have these names.
  static func edition(_ language: Language = .zh, names: [String] = names) throws -> Edition {
    let labels = [("city", "市", "city"), ("county", "县(区)", "county"), ("township", "乡镇", "township")]
    guard
      let levels = Levels(labels.map { Level(id: $0.0, label: language.pick($0.1, $0.2)) }),
      let due = Day("2016-07-05")
    else { throw FixtureFault() }
    let from = try month("2016-01")
    let row = { (code: UnitCode, name: String, level: Int, parent: UnitCode?, line: Int) in
      RegistryRow(
        code: code, name: name, short: "", level: level, parent: parent, groups: SmallSet(), from: from,
        to: nil, successor: nil, line: line)
    }
    let top = try code("9001")
    var rows = [row(top, "云山市", 0, nil, 2)]
    for (index, name) in names.enumerated() {
      rows.append(row(try code("90010\(index + 1)"), name, 1, top, index + 3))
    }
    let roster = try Registry(levels: levels, groups: [], rows: rows).roster(in: try month("2016-06"))
    let campaign = campaign(language, levels: levels)
    return Edition(
      campaign: campaign, returns: Returns(roster: roster, campaign: campaign, submissions: []), unit: 0,
      figures: [:], reporting: [], ranking: roster.children(of: 0).map { Ranked(unit: $0, rank: nil) },
      due: due, findings: [])
  }

  /// A figure of a series; `below` is its denominator.
  static func figure(
    _ unit: Int, _ key: SeriesKey, _ number: Int64, of below: Int64? = nil, decimals: Int = 0,
    received: Int = 10, expected: Int = 10, status: FigureStatus = .normal
  ) -> Figure {
    Figure(
      unit: unit, indicator: key.indicator, part: key.part, level: key.level, numerator: number,
      numeratorDecimals: decimals, denominator: below, received: received, expected: expected,
      status: status)
  }

  /// A change of a series, with the same parts for numerator and value where only the value's are given.
  static func change(
    _ unit: Int, _ key: SeriesKey, _ published: Figure?, _ previous: Figure?, _ current: Figure?,
    value: ChangeParts?, numerator: ChangeParts? = nil, denominator: ChangeParts? = nil,
    ranks: (Int?, Int?) = (nil, nil)
  ) -> FigureChange {
    FigureChange(
      unit: unit, key: key, published: published, previous: previous, current: current,
      numerator: numerator ?? value, denominator: denominator, value: value, previousRank: ranks.0,
      rank: ranks.1)
  }
}
