import Model
import Testing

@testable import Check

/// The checks of a month's own returns: each fires, does not fire, keeps its boundary, and is silent where values
/// are missing.
@Suite struct OwnCheckTests {
  private static let counts = ["a", "b", "c", "d"].map { Fixture.item($0) }

  @Test func requiredBlank() throws {
    let items = [Fixture.item("a"), Fixture.item("b", optional: true)]
    let found = try Fixture.found(.requiredBlank, items, [[[nil, nil], [0, nil], [-1, 3], []]])
    #expect(found == ["T01 a"])
  }

  @Test func requiredBlankIsNotToldOfAMissingColumn() throws {
    let campaign = try Fixture.campaign([Fixture.item("a")])
    var returns = try Fixture.returns(campaign, [[nil]])
    returns.submissions[0].tables[0].columns = [0]
    #expect(Checks.own(campaign, returns).findings.isEmpty)
  }

  @Test func range() throws {
    let items = [Fixture.item("a", least: 2, most: 10)]
    let found = try Fixture.found(.range, items, [[[1], [2], [10], [11], [nil], [-1], []]])
    #expect(found == ["T01 a 1", "T04 a 11"])
  }

  @Test func placesAreThoseOfTheSheet() throws {
    let items = [Fixture.item("x"), Fixture.item("a", .amount(decimals: 2), most: 250)]
    let finding = try #require(
      try Fixture.all(items, CheckPlan(), [[[1, 100], [1, 251]]]).findings.first)
    #expect(finding.place == Place(file: "C/报表.csv", row: 3, column: 4))
    #expect(finding.value == "2.51")
    #expect(finding.reason.message(.zh).contains("上限 2.50"))
  }

  private static let whole = [
    Fixture.item("w", parts: ["p", "q"]), Fixture.item("p"), Fixture.item("q"),
  ]

  @Test func partsSum() throws {
    let rows: [[Int64?]] = [
      [5, 2, 3], [5, 2, 4], [6, 2, 3], [5, nil, 3], [nil, 2, 3], [5, 5, -1], [5, -1, -1], [], [4, 5, -1],
    ]
    #expect(try Fixture.found(.partsSum, Self.whole, [rows]) == ["T02 w 5", "T03 w 6", "T09 w 4"])
    #expect(try Fixture.found(.partsSum, Self.whole, [rows], set: [.tolerance: 1]) == [])
  }

  @Test(
    arguments: [
      ([54, 24, 21], "可能是“w”的 54 应为 45。"), ([60, 24, 63], "可能是“q”的 63 应为 36。"),
      ([45, 20, 250], "可能是“q”的 250 应为 25。"), ([50, 20, 25], ""),
    ] as [([Int64?], String)])
  func partsSumFlagsWhich(row: [Int64?], hint: String) throws {
    let finding = try #require(try Fixture.all(Self.whole, CheckPlan(), [[row]]).findings.first)
    let message = finding.reason.message(.zh)
    #expect(hint.isEmpty ? !message.contains("可能") : message.contains(hint))
  }

  @Test func hugeNumbersDoNotOverflow() throws {
    let huge = Int64.max
    #expect(try Fixture.found(.partsSum, Self.whole, [[[huge, huge, huge]]]) == [])
    #expect(try Fixture.found(.partsSum, Self.whole, [[[0, huge, 0]]]).count == 1)
    let months: [[[Int64?]]] = Array(repeating: [[huge, 0, 1], [0, huge, 1]], count: 8)
    let items = [Fixture.item("w", overTime: .max), Fixture.item("p"), Fixture.item("q")]
    let plan = CheckPlan(stockFlows: [StockFlow(stock: 0, inflow: 1, outflow: 2)])
    _ = try Fixture.all(items, plan, months + [[[0, huge, huge], [huge, 1, huge]]])
  }

  @Test func allZero() throws {
    let rows: [[Int64?]] = [
      [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, nil], [nil, nil, nil, nil], [], [-1, -1, -1, -1],
    ]
    #expect(try Fixture.found(.allZero, Self.counts, [rows]) == ["T01"])
    #expect(try Fixture.found(.allZero, Self.counts, [rows], set: [.values: 3]) == ["T01", "T03"])
  }

  @Test func allFull() throws {
    let items =
      ["a", "b", "c"].map { Fixture.item($0, .flag) } + [
        Fixture.item("r", .amount(decimals: 1), measure: "%")
      ]
    let rows: [[Int64?]] = [
      [1, 1, 1, 1000], [1, 1, 1, 999], [1, 0, 1, 1000], [1, 1, 1, nil], [1, 1, 1, -1], [],
    ]
    #expect(try Fixture.found(.allFull, items, [rows]) == ["T01"])
  }

  @Test(arguments: [
    ("身份证号11010519491231002X", "身份证号*****************X"), ("联系人13812345678", "联系人***********"),
    ("电话138-1234-5678。", "电话***-****-****。"), ("+8613812345678", "+*************"),
    ("１３８１２３４５６７８", "***********"), ("身份证号110105194912310021", nil), ("12812345678", nil),
    ("编号138123456789", nil), ("共 13812345678901 元", nil), ("2016-06-14", nil), ("", nil),
  ])
  func personalData(text: String, value: String?) throws {
    let item = Fixture.item("t", .text)
    let found = try Fixture.found(.personalData, [item], [[[0], [nil], []]], texts: [text])
    #expect(found == (value.map { ["T01 t \($0)"] } ?? []))
  }

  @Test func ruleOfAForm() throws {
    var plan = CheckPlan()
    plan.rules = [
      CheckRule(id: "subset", form: 0, formula: "b <= a", levels: SmallSet([2])),
      CheckRule(
        id: "small", form: 0, formula: "a < 100", severity: .reject, message: "a 不会这么大",
        levels: SmallSet([2])),
      CheckRule(id: "elsewhere", form: 0, formula: "a < 0", levels: SmallSet([1])),
    ]
    let items = [Fixture.item("a"), Fixture.item("b")]
    let result = try Fixture.all(items, plan, [[[3, 4], [4, 3], [nil, 4], [-1, 3], [100, 1], []]])
    let rules = result.findings.filter { $0.reason is RuleViolated }
    #expect(rules.map(\.code) == ["subset", "small"])
    #expect(Fixture.marks(rules) == ["T01 a 3", "T05 a 100"])
    #expect(rules.map(\.severity) == [.query, .reject])
    #expect(rules[0].reason.message(.zh).contains("b <= a（a 3，b 4）"))
    #expect(rules[1].reason.message(.zh).hasPrefix("a 不会这么大。"))
    #expect(result.rejected.map(\.unit) == [6])
  }

  @Test func whatIsRejectedIsNotComparedAnyMore() throws {
    let items = [Fixture.item("a", most: 1000)]
    var plan = CheckPlan()
    plan[.range].severity = .reject
    let result = try Fixture.all(items, plan, [[[10]], [[5000]]])
    #expect(result.findings.map(\.code) == ["range"])
    #expect(result.rejected.map(\.unit) == [2])
  }

  @Test func aReturnIsTakenOut() throws {
    let campaign = try Fixture.campaign([Fixture.item("a")])
    var returns = try Fixture.returns(campaign, [[7], [8]])
    returns.reject(form: 0, unit: 2, campaign: campaign)
    #expect(returns.statuses[0][2] == .rejected)
    #expect(returns.columns[0].states[2] == .notReported)
    #expect(returns.columns[0].states[1] == .notAsked)
    #expect(returns.columns[0][3] == 8)
  }

  @Test func manyFindingsAreCut() throws {
    let rows = [[Int64?]](repeating: [nil], count: CheckLog.limit + 7)
    let campaign = try Fixture.campaign([Fixture.item("a")])
    let findings = Checks.own(campaign, try Fixture.returns(campaign, rows)).findings
    #expect(findings.count == CheckLog.limit + 1)
    #expect(findings.last?.code == "check-more")
    #expect(findings.last?.reason.message(.en).contains("found 7 more") ?? false)
  }

  @Test func manyFindingsOfRulesAreCutRuleByRule() throws {
    var plan = CheckPlan()
    plan.rules = ["one", "two", "few"].map {
      CheckRule(id: $0, form: 0, formula: $0 == "few" ? "a < 2" : "a < 1", levels: SmallSet([2]))
    }
    plan[.allZero].isOn = false
    let rows = [[Int64?]](repeating: [1], count: CheckLog.limit + 1) + [[2]]
    let findings = try Fixture.all([Fixture.item("a")], plan, [rows]).findings
    let counts = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
    #expect(counts == ["one": CheckLog.limit, "two": CheckLog.limit, "few": 1, "check-more": 2])
    let more = findings.filter { $0.code == "check-more" }.map { $0.reason.message(.en) }
    #expect(more[0].contains("check one has found 2 more") && more[1].contains("check two has found 2 more"))
  }
}
