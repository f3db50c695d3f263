import Model
import TestSupport

@testable import Check

/// The items of the national form of the tests; raw values are positions.
enum Asked: Int, CaseIterable {
  case kickoff, review, trained, posted, attendance, orgsTotal, orgsNew, dissolved, coopOrgs, chatGroups,
    chatMembers, members, officials, graduates, teachers, farmers, others, membersIn, membersOut, putRight,
    visits, fund, remark

  static let parts: [Asked] = [.officials, .graduates, .teachers, .farmers, .others]

  var item: Item {
    let all = SmallSet([4])
    func count(_ overTime: OverTime = .latest, parts: [String] = []) -> Item {
      Item(id: "\(self)", label: "\(self)", type: .count, overTime: overTime, filledBy: all, parts: parts)
    }
    return switch self {
    case .kickoff, .review, .trained, .posted:
      Item(id: "\(self)", label: "\(self)", type: .flag, filledBy: all)
    case .attendance:
      Item(
        id: "\(self)", label: "\(self)", type: .amount(decimals: 1), measure: "%", overTime: .none,
        filledBy: all, most: 1000)
    case .orgsNew, .dissolved, .membersIn, .membersOut, .putRight, .visits: count(.sum)
    case .members: count(parts: Asked.parts.map { "\($0)" })
    case .fund:
      Item(
        id: "\(self)", label: "\(self)", type: .amount(decimals: 2), measure: "万元", overTime: .max,
        filledBy: all, most: 50_000)
    case .remark: Item(id: "\(self)", label: "\(self)", type: .text, filledBy: all, isOptional: true)
    default: count()
    }
  }
}

/// A clean history of 33,792 townships in 2,816 counties that drifts as true ones do: stocks move little, flows
/// are drawn anew, most things happen once and stay, and now and then a true upheaval doubles a number.
struct National {
  static let reportingPermille = 970
  /// The rule of the form.
  static let rule = "review-after-kickoff"
  private static let remarks = ["无", "经费不足", "2016-06-14召开动员会，共120人", "见附件3"]

  let roster: Roster
  let campaign: Campaign
  let townships: [Int]
  private(set) var values: [[Int64]]
  /// What each unit's visits vary around.
  private var usual: [Int64]
  private var random: SplitMix64

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    roster = try National.roster()
    var campaign = try Fixture.campaign(Asked.allCases.map(\.item))
    campaign.levels = .national
    campaign.forms[0].filledBy = SmallSet([4])
    campaign.checks.stockFlows = [
      StockFlow(
        stock: Asked.orgsTotal.rawValue, inflow: Asked.orgsNew.rawValue, outflow: Asked.dissolved.rawValue)
    ]
    campaign.checks.rules = [
      CheckRule(id: National.rule, form: 0, formula: "kickoff or not review", levels: SmallSet([4]))
    ]
    campaign.checks[.outlierSiblings].isOn = true
    self.campaign = campaign
    let units = roster.units
    townships = units.indices.filter { units[$0].level == 4 }
    values = Asked.allCases.map { _ in Array(repeating: 0, count: units.count) }
    usual = Array(repeating: 0, count: units.count)
    for unit in townships { begin(unit) }
  }

  private static func roster() throws -> Roster {
    var rows: [RegistryRow] = []
    func add(_ code: String, _ level: Int, _ parent: String?) throws {
      rows.append(
        RegistryRow(
          code: try Fixture.code(code), name: "单位" + code, short: "", level: level,
          parent: try parent.map(Fixture.code), groups: SmallSet(), from: try Fixture.month("2016-01"),
          to: nil,
          successor: nil, line: rows.count + 2))
    }
    try add("0", 0, nil)
    for province in 10..<42 {
      try add("\(province)", 1, "0")
      for city in 10..<21 {
        try add("\(province)\(city)", 2, "\(province)")
        for county in 10..<18 {
          try add("\(province)\(city)\(county)", 3, "\(province)\(city)")
          for township in 10..<22 {
            try add("\(province)\(city)\(county)\(township)", 4, "\(province)\(city)\(county)")
          }
        }
      }
    }
    return try Registry(levels: .national, groups: [], rows: rows).roster(in: try Fixture.month("2016-07"))
  }

  private mutating func draw(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
  private mutating func happens(_ permille: Int) -> Bool {
    Int.random(in: 0..<1000, using: &random) < permille
  }

  private subscript(item: Asked, unit: Int) -> Int64 {
    get { values[item.rawValue][unit] }
    set { values[item.rawValue][unit] = newValue }
  }

  private mutating func begin(_ unit: Int) {
    for flag in [Asked.kickoff, .trained, .posted] where happens(500) { self[flag, unit] = 1 }
    if self[.kickoff, unit] == 1, happens(300) { self[.review, unit] = 1 }
    self[.orgsTotal, unit] = draw(3...12) * draw(2...6)
    self[.coopOrgs, unit] = draw(1...8) * draw(1...4)
    self[.chatGroups, unit] = draw(1...10)
    // Few groups are large: the reciprocal of a uniform draw, up to some 500 people a group.
    self[.chatMembers, unit] = self[.chatGroups, unit] * (5000 / draw(10...200))
    for part in Asked.parts { self[part, unit] = draw(0...4) }
    self[.members, unit] = Asked.parts.reduce(0) { $0 + self[$1, unit] }
    self[.fund, unit] = [0, 50, 80, 100, 150, 200, 200, 250, 300, 400, 800][Int(draw(0...10))]
    usual[unit] = draw(20...120)
  }

  /// Moves a unit on by a month.
  private mutating func step(_ unit: Int) {
    for flag in [Asked.kickoff, .trained, .posted] where happens(150) { self[flag, unit] = 1 }
    if self[.kickoff, unit] == 1, happens(150) { self[.review, unit] = 1 }
    self[.attendance, unit] = happens(50) ? 1000 : draw(600...990)
    self[.orgsNew, unit] = happens(500) ? draw(0...4) : 0
    self[.dissolved, unit] = happens(200) ? min(draw(0...2), self[.orgsTotal, unit]) : 0
    self[.orgsTotal, unit] += self[.orgsNew, unit] - self[.dissolved, unit]
    if happens(300) { self[.coopOrgs, unit] += draw(0...1) }
    if happens(300) { self[.chatGroups, unit] += draw(0...1) }
    self[.chatMembers, unit] += self[.chatMembers, unit] * draw(-10...35) / 1000 + draw(0...2)
    // A true upheaval: two townships of one name become one, or a campaign wins many.
    if happens(1) { self[.chatMembers, unit] = self[.chatMembers, unit] * draw(15...40) / 10 }
    stepMembers(unit)
    self[.putRight, unit] = happens(300) ? draw(0...5) : 0
    self[.visits, unit] = max(0, usual[unit] * draw(650...1350) / 1000 + draw(-5...5))
    if happens(60) { self[.fund, unit] += [50, 100, 200][Int(draw(0...2))] }
    self[.remark, unit] = draw(0...3)
  }

  private mutating func stepMembers(_ unit: Int) {
    (self[.membersIn, unit], self[.membersOut, unit]) = (0, 0)
    guard happens(250) else { return }
    let part = Asked.parts[Int(draw(0...4))]
    if happens(500), self[part, unit] > 0 {
      self[part, unit] -= 1
      self[.membersOut, unit] = 1
    } else {
      self[part, unit] += 1
      self[.membersIn, unit] = 1
    }
    self[.members, unit] = Asked.parts.reduce(0) { $0 + self[$1, unit] }
  }

  /// The next month, as the files of the counties have it. `always` report, others now and then do not.
  mutating func next(always: Set<Int>) throws -> Returns {
    for unit in townships { step(unit) }
    var returns = Returns(roster: roster, campaign: campaign, submissions: try files())
    returns.texts = National.remarks
    var file = -1
    var row: Int32 = 0
    var county: Int32 = -1
    for unit in townships {
      if roster.parent[unit] != county { (file, row, county) = (file + 1, 1, roster.parent[unit]) }
      row += 1
      guard happens(National.reportingPermille) || always.contains(unit) else { continue }
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: Int32(file), row: row)
    }
    for item in Asked.allCases {
      var column = ItemColumn(count: roster.count)
      for unit in townships where returns.statuses[0][unit] == .accepted {
        column.set(unit, .value, values[item.rawValue][unit])
      }
      returns.columns[item.rawValue] = column
    }
    return returns
  }

  private func files() throws -> [Submission] {
    guard let time = LocalTime(day: Day(number: 17_000), hour: 8, minute: 0) else { throw FixtureFault() }
    return roster.units.filter { $0.level == 3 }.map { county in
      var file = Submission(path: "\(county.code)/报表.csv", size: 1, sha256: "", sender: nil, received: time)
      file.tables = [SubmissionTable(sheet: "", form: 0, columns: Asked.allCases.map { $0.rawValue + 3 })]
      return file
    }
  }
}
