import Model
import Testing

@testable import Formula

@Suite struct ExplainTests {
  static func explained(_ source: String, unit: Int = 1, _ language: Language = .zh) throws -> [String] {
    try Formula(source, items: Fixture.items).explain(unit: unit, FunctionTests.tree, language)
      .map { "\($0.text)=\($0.value ?? "?")" }
  }

  @Test func saysWhatWasLookedAt() throws {
    #expect(
      try Self.explained("kickoff and orgs <= fund * 2 + orgs and held is null")
        == ["动员会=否", "组织数=5", "工作经费(万元)=3.00", "召开日期=?"])
    #expect(
      try Self.explained("orgs >= children(orgs) and prior(orgs / 3) > 1 and parent(kickoff)", unit: 2)
        == ["组织数=3", "下级组织数合计=?", "上月组织数 / 3=0.666667", "上级动员会=否"])
    #expect(
      try Self.explained("children_count(fund) = parent(children(kickoff))", .en)
        == ["units below with 工作经费(万元)=1", "动员会 of the units below together of the unit above=0"])
    #expect(try Self.explained("1 = 1").isEmpty)
    let day = Fixture.columns([["held": EvaluationTests.day, "quality": 1, "problems": 0]])
    let formula = try Formula("held is null and quality = '好' and problems is null", items: Fixture.items)
    #expect(
      formula.explain(unit: 0, FormulaInput(columns: day, count: 1)).map(\.value) == [
        "2016-06-15", "一般", "已填",
      ])
  }

  @Test(arguments: [
    ("orgs <= fund", ["组织数 5 > 工作经费(万元) 3.00"]), ("orgs >= fund", []), ("orgs > 5", ["组织数 5 <= 5"]),
    ("orgs = 5 and fund < 3 and orgs <> 5", ["工作经费(万元) 3.00 >= 3", "组织数 5 = 5"]),
    ("kickoff or orgs > 9", ["组织数 5 <= 9"]), ("orgs = 5 or orgs > 9", []), ("not (orgs > 2)", ["组织数 5 > 2"]),
    ("not (orgs > 2 and fund > 9)", []), ("orgs = 5 and not (orgs > 2 or fund > 9)", ["组织数 5 > 2"]),
    ("(orgs + fund) * 2 <= (1)", ["(组织数 + 工作经费(万元)) * 2 16 > 1"]), ("orgs between 6 and 9", ["组织数 5 < 6"]),
    ("orgs not between 2 and 9", ["组织数 5 >= 2", "组织数 5 <= 9"]), ("orgs in (1, 2)", []),
    ("orgs / fund < 1.5", ["组织数 / 工作经费(万元) 1.666667 >= 1.5"]), ("kickoff = true", ["动员会 否 <> true"]),
    ("orgs < children(orgs)", ["组织数 5 >= 下级组织数合计 3"]), ("orgs = prior(orgs)", []),
    ("orgs >= parent(orgs) + 0.50", ["组织数 5 < 上级组织数 + 0.50 9.5"]), ("kickoff", []),
  ])
  func saysWhichComparisonsFail(source: String, expected: [String]) throws {
    let formula = try Formula(source, items: Fixture.items)
    let found = formula.violations(unit: 1, FunctionTests.tree).map(\.description)
    #expect(found == expected, "\(source)")
  }

  @Test func severalUnitsAtOnce() throws {
    let formula = try Formula("orgs > 4", items: Fixture.items)
    let found = formula.violations(units: [3, 0, 2, 6], FunctionTests.tree, .en)
    #expect(found.map { $0.map(\.left.value) } == [["0"], [], ["3"], []])
    #expect(formula.explain(units: [3, 6], FunctionTests.tree).map { $0.map(\.value) } == [["0"], [nil]])
    #expect(try Formula("orgs + 1", items: Fixture.items).violations(unit: 0, FunctionTests.tree).isEmpty)
  }
}
