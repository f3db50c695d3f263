import Model
import Testing

@testable import Pipeline

/// Derived groups, and what targets say of units, in campaign.yaml.
@Suite struct GroupConfigTests {
  private func read(_ text: String) throws -> Result<Campaign, ConfigMistakes> {
    try readConfig("name: x\nforms: [monthly]\n" + text + "\n", [("monthly", plainForm)])
  }

  private static let whole = """
    groups: [涉农, {name: 重点, where: 涉农 and not 示范}, 示范, {name: 县级重点, where: "重点 and level in ('county', '乡镇')"}]
    indicators:
      - {id: rate, count: kickoff, of: 县级重点, levels: [county, township]}
    phases:
      - {id: mobilise, from: 2016-04, to: 2016-06, tasks: [{label: 召开动员会, indicator: rate, value: 100, where: not 重点}]}
    targets:
      - {indicator: rate, value: 100, by: 2016-12, where: "重点 and level = 'county'"}
      - {indicator: rate, value: 90, by: 2016-12, where: not 重点}
      - {indicator: rate, value: 80, by: 2016-12}
    supervision: {rules: [{id: a, when: {below_target: rate}}]}
    """

  @Test func readsAllAndPrintsItBack() throws {
    let campaign = try read(Self.whole).get()
    #expect(campaign.groups == ["涉农", "重点", "示范", "县级重点"])
    #expect(campaign.derivedGroups.map(\.group) == [1, 3])
    #expect(campaign.derivedGroups[0].formula == "涉农 and not 示范")
    #expect(campaign.indicators[0].group == 3)
    #expect(campaign.unitConditions == ["not 重点", "重点 and level = 'county'"])
    #expect(campaign.targets.map(\.condition) == [1, 0, nil])
    #expect(campaign.phases[0].tasks[0].condition == 0)
    let printed = try ConfigPrinter.campaign(campaign)
    #expect(printed.contains("where: \"涉农 and not 示范\""))
    let again = try readConfig(
      printed, [("monthly", try ConfigPrinter.form(campaign.forms[0], of: campaign))]
    ).get()
    #expect(again.groups == campaign.groups && again.derivedGroups == campaign.derivedGroups)
    #expect(again.targets == campaign.targets && again.phases == campaign.phases)
    #expect(again.unitConditions == campaign.unitConditions)
    #expect(try ConfigPrinter.campaign(again) == printed)
  }

  @Test func aFormMayAskADerivedGroup() throws {
    let form = plainForm.replacing("items:", with: "group: 重点\nitems:")
    let text = "name: x\nforms: [monthly]\ngroups: [涉农, {name: 重点, where: not 涉农}]\n"
    #expect(try readConfig(text, [("monthly", form)]).get().forms[0].group == 1)
  }

  /// What is written, where the mistake is, and what is said of it.
  static let mistakes: [(String, String, String, String)] = [
    (
      "groups: [{name: 甲, where: 乙 and 甲}, 乙]", "3:33", "分组“甲”循环引用：不能用自己来定义。",
      "the group '甲' is circular: it cannot follow from itself."
    ),
    (
      "groups: [丙, {name: 甲, where: 丙 and 乙}, {name: 乙, where: not 甲}]", "3:36",
      "分组“甲”循环引用：“乙”又用到“甲”，请去掉一处。",
      "the group '甲' is circular: '乙' follows from '甲'; remove one of the two."
    ),
    (
      "groups: [丙, {name: 甲, where: 丁}, {name: 乙, where: 丙 or 甲}, {name: 丁, where: \"not (乙)\"}]", "3:30",
      "分组“甲”循环引用：“丁”又用到“甲”，请去掉一处。",
      "the group '甲' is circular: '丁' follows from '甲'; remove one of the two."
    ),
    (
      "groups: [丙, {name: 甲, where: \"not 乙\"}, {name: 乙, where: not 丙}]", "3:35",
      "分组“乙”的公式在后面，请移到“甲”之前。", "the group '乙' is derived later; move it before '甲'."
    ),
    (
      "groups: [涉农, {name: 甲, where: 涉弄}]", "3:31", "没有名为“涉弄”的分组，是否应为“涉农”？",
      "there is no group '涉弄'; did you mean '涉农'?"
    ),
    (
      "groups: [涉农, {name: 甲, where: \"level = 'countie'\"}]", "3:40", "没有名为“countie”的层级，是否应为“county”？",
      "there is no level 'countie'; did you mean 'county'?"
    ),
    (
      "groups: [涉农, {name: 甲, where: parent(涉农)}]", "3:31",
      "parent 要看别的单位或别的月份，这里不能用：只看单位自己的分组和层级。",
      "parent looks at other units or another month and cannot stand here: only a unit's own groups and level count."
    ),
    ("groups: [涉农, {name: 甲}]", "3:14", "groups缺少“where”，请补上。", "groups needs the key 'where'; add it."),
    (
      "groups: [涉农, {name: 涉农, where: true}]", "3:21", "分组“涉农”重复，请改名或删去一个。",
      "the group '涉农' is given twice; rename or remove one."
    ),
    (
      "groups: [涉农, {name: 甲, were: 涉农, where: 涉农}]", "3:24", "不认识的键“were”，是否应为“where”？",
      "unknown key 'were'; did you mean 'where'?"
    ),
    (
      "indicators: [{id: rate, count: kickoff, of: all}]\ntargets: [{indicator: rate, value: 1, by: 2016-12, where: kickoff}]",
      "4:59", "“kickoff”是填报项，这里只能用分组和level：目标管哪些单位，不能由填报的数决定。",
      "'kickoff' is an item; only groups and 'level' can stand here: whom a target binds must not depend on "
        + "what is reported."
    ),
    (
      "indicators: [{id: rate, count: kickoff, of: all}]\ntargets: [{indicator: rate, value: 1, by: 2016-12}, "
        + "{indicator: rate, value: 2, by: 2016-12, where: \"level = 'county'\"}]",
      "4:53", "目标“rate@township”重复，请改名或删去一个。",
      "the target 'rate@township' is given twice; rename or remove one."
    ),
    (
      "groups: [" + (0...64).map { "g\($0)" }.joined(separator: ", ") + "]", "3:320", "“groups”最多64个。",
      "there may be at most 64 of 'groups'."
    ),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ place: String, _ zh: String, _ en: String) throws {
    guard case .failure(let found) = try read(text) else {
      Issue.record("no mistake was found")
      return
    }
    let first = try #require(found.all.first)
    #expect(first.text(.zh).split(separator: "\n").first ?? "" == "campaign.yaml:\(place): \(zh)")
    #expect(first.text(.en).split(separator: "\n").first ?? "" == "campaign.yaml:\(place): \(en)")
  }

  @Test func tooManyConditions() throws {
    let targets = (0...64).map { "  - {indicator: rate, value: 1, by: 2016-12, where: \($0) > 1}" }
    let text =
      "indicators: [{id: rate, count: kickoff, of: all}]\ntargets:\n" + targets.joined(separator: "\n")
    guard case .failure(let found) = try read(text) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.map(\.line) == [69])
    #expect(found.all.first?.message(.en) == "there may be at most 64 of 'where'.")
  }
}
