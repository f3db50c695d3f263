import Model
import Testing

@testable import Formula

@Suite struct UnitConditionTests {
  private static let names = ["涉农", "示范", "重点"]

  private static func condition(_ source: String, usable: [Int] = [0, 1]) throws -> UnitCondition {
    try UnitCondition(source, levels: .national, groups: names, usable: SmallSet(usable))
  }

  /// The examples of docs/formula.md.
  @Test func theExamplesOfThePageHold() throws {
    let rows = try PageTests.table("unit")
    let units = try rows.map { row in
      let groups = row[2].split(separator: ";").compactMap { name in Self.names.firstIndex(of: String(name)) }
      return (level: try #require(Levels.national.rank(of: row[1])), groups: SmallSet(groups))
    }
    let examples = try PageTests.table("`where`")
    #expect(units.count == 4 && examples.count >= 8)
    for example in examples {
      let found = try Self.condition(example[0]).holds(for: units).map { $0 ? "yes" : "no" }
      #expect(found == Array(example.dropFirst()), "\(example[0])")
    }
  }

  @Test func namesTheGroupsThatItUses() throws {
    #expect(try Self.condition("涉农 and level = 'county'").groupsUsed == [0])
    #expect(try Self.condition("重点 or not 示范", usable: [0, 1, 2]).groupsUsed == [1, 2])
    #expect(try Self.condition("重点 or 涉农", usable: [2, 0]).groupsUsed == [0, 2])
  }

  @Test func whatIsUnknownIsNo() throws {
    let unit = [(level: 3, groups: SmallSet([0]))]
    #expect(try Self.condition("1 / 0 > 2").holds(for: unit) == [false])
    #expect(try Self.condition("not 1 / 0 > 2").holds(for: unit) == [false])
    #expect(try Self.condition("涉农").holds(for: []) == [])
  }

  @Test(arguments: [
    (
      "涉农 and prior(示范)", 8, "prior 要看别的单位或别的月份，这里不能用：只看单位自己的分组和层级。",
      "prior looks at other units or another month and cannot stand here: only a unit's own groups and level count."
    ),
    (
      "children_count(kickoff) > parent(涉农)", 1, "children_count 要看别的单位或别的月份，这里不能用：只看单位自己的分组和层级。",
      "children_count looks at other units or another month and cannot stand here: only a unit's own groups and level count."
    ),
    ("level", 1, "公式的结果是选项，不是“是”或“否”。请加上比较，如 >= 1。", nil),
    ("重点", 1, "没有填报项“重点”。请写报表中某一项的 id 或名称。", nil),
  ])
  func refuses(_ source: String, _ column: Int, _ zh: String, _ en: String?) throws {
    let error = #expect(throws: FormulaError.self) { try Self.condition(source) }
    #expect(error?.column == column && error?.message(.zh) == zh)
    if let en { #expect(error?.message(.en) == en) }
  }
}
