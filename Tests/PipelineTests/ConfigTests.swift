import Model
import Testing

@testable import Pipeline

/// Reads a campaign and its forms from texts.
func readConfig(_ campaign: String, _ forms: [(String, String)]) throws -> Result<Campaign, ConfigMistakes> {
  let sources = forms.map { name, text in
    CampaignReader.Source(name: name, path: "forms/\(name).yaml") { () throws(Failure) -> String in text }
  }
  return try CampaignReader(forms: sources).read(campaign, path: "campaign.yaml")
}

let plainForm = """
  id: monthly
  items:
    - {id: kickoff, label: 动员会, type: flag}
    - {id: members, label: 委员人数, type: count, parts: [officials]}
    - {id: officials, label: 机关干部, type: count}
    - {id: fund, label: 工作经费, type: amount, decimals: 2, measure: 万元}
    - {id: note, label: 说明, type: text}
  """

@Suite struct ConfigTests {
  @Test func readsTheNationalCampaignAndPrintsItBack() throws {
    let root = try #require(fixture("baixian-qianxiang"))
    let campaign = try Workspace.readCampaign(root, language: nil)
    #expect(campaign.items.count == 24)
    #expect(campaign.levels.all.map(\.id) == ["nation", "province", "city", "county", "township"])
    #expect(campaign.bulletin.rankLevel == 4)
    #expect(campaign.indicators.first?.levels.members == [1, 2, 3, 4])
    let printed = try ConfigPrinter.campaign(campaign)
    let form = try ConfigPrinter.form(campaign.forms[0], of: campaign)
    let again = try readConfig(printed, [("monthly", form)]).get()
    #expect(again.items == campaign.items)
    #expect(again.forms == campaign.forms)
    #expect(again.indicators == campaign.indicators)
    #expect(again.deadline == campaign.deadline)
    #expect(again.bulletin == campaign.bulletin)
    #expect(try ConfigPrinter.campaign(again) == printed)
  }

  @Test func readsTheLengthsOfCodesAndPrintsThemBack() throws {
    let text = "name: x\nforms: [monthly]\nregistry: {prefixes: [2, 4, 6, 9]}\n"
    let campaign = try readConfig(text, [("monthly", plainForm)]).get()
    #expect(campaign.prefixes == [2, 4, 6, 9])
    let printed = try ConfigPrinter.campaign(campaign)
    #expect(try readConfig(printed, [("monthly", plainForm)]).get().prefixes == campaign.prefixes)
    let without = try readConfig("name: x\nforms: [monthly]\n", [("monthly", plainForm)]).get()
    #expect(without.prefixes.isEmpty)
    #expect(try !ConfigPrinter.campaign(without).contains("registry"))
  }

  static let start = "name: x\ngroups: [涉农]\nforms: [monthly]\n"

  /// What follows `start` (3 lines), and the mistake that it makes.
  static let mistakes: [(String, String)] = [
    ("indicatrs: []", "4:1: unknown key 'indicatrs'; did you mean 'indicators'?"),
    ("due_day: 32", "4:10: 'due_day' must be a whole number from 1 to 31."),
    ("due_day: soon", "4:10: 'due_day' must be a whole number from 1 to 31."),
    (
      "contact: \(String(repeating: "长", count: 201))",
      "4:10: 'contact' must be a text of at most 200 characters."
    ),
    (
      "registry: {prefixes: [2, 4, 6]}",
      "4:22: 'prefixes' must be a list of 4 lengths, one for each level below the top."
    ),
    (
      "registry: {prefixes: [2, 4, 4, 9]}",
      "4:29: 'prefixes' must be a whole number above the one before, 4."
    ),
    ("registry: {prefixes: [1, 4, 6, 9]}", "4:23: 'prefixes' must be a whole number from 2 to 16."),
    ("registry: {prefixes: [2, 4, 6, nine]}", "4:32: 'prefixes' must be a whole number from 2 to 16."),
    ("registry: {prefixes: 2}", "4:22: 'prefixes' must be a list."),
    ("registry: {}", "4:11: registry needs the key 'prefixes'; add it."),
    ("registry: registry.csv", "4:11: 'registry' must be a mapping."),
    ("language: fr", "4:11: 'language' must be one of zh, en."),
    ("utc_offset: 8", "4:13: 'utc_offset' must be an offset such as +08:00."),
    ("holidays: [2016-02-30]", "4:12: 'holidays' must be a day such as 2016-06-30."),
    ("holidays: 2016-02-29", "4:11: 'holidays' must be a list."),
    ("levels: [nation]", "4:10: 'levels' must be a mapping."),
    ("levels: [{id: a}, {id: a}]", "4:19: the level 'a' is given twice; rename or remove one."),
    (
      "indicators: [{id: a, sum: fund, where: fnd > 2}]",
      "4:40: There is no item fnd. Did you mean fund?"
    ),
    (
      "indicators: [{id: a, sum: fund, where: prior(fund) > 2}]",
      "4:40: 'where' does not go with 'prior()'."
    ),
    ("indicators: [{id: a, count: kickoff, where: kickoff}]", "4:45: 'where' does not go with 'count'."),
    (
      "indicators: [{id: a, count: prior(kickoff)}]",
      "4:29: 'count' does not go with 'prior()'."
    ),
    ("run: {gates: {recieved: 90}}", "4:15: unknown key 'recieved'; did you mean 'received'?"),
    (
      "run: {outputs: [page, workbok]}",
      "4:23: there is no output 'workbok'; did you mean 'workbook'?"
    ),
    ("run: {outputs: [page, page]}", "4:23: the output 'page' is given twice; rename or remove one."),
    ("run: {outputs: page}", "4:16: 'outputs' must be a list."),
    ("run: {outputs: [[page]]}", "4:17: 'outputs' must be a text."),
    ("title: [a]", "4:8: 'title' must be a text."),
    ("indicators: [{id: a, sum: fnd}]", "4:27: there is no item 'fnd'; did you mean 'fund'?"),
    ("indicators: [{id: a, sum: kickoff}]", "4:27: the item 'kickoff' must be of type count or amount."),
    ("indicators: [{id: a}]", "4:14: exactly one of count, sum, composition, mean, value must be given."),
    ("indicators: [{sum: fund}]", "4:14: indicators needs the key 'id'; add it."),
    (
      "indicators: [{id: a, count: kickoff, of: 涉弄}]",
      "4:42: there is no group '涉弄'; did you mean '涉农'?"
    ),
    (
      "indicators: [{id: a, count: kickoff, levels: [townshp]}]",
      "4:47: there is no level 'townshp'; did you mean 'township'?"
    ),
    (
      "indicators: [{id: a, sum: fund, per: {units: city, sum: members}}]",
      "4:38: exactly one of units, sum must be given."
    ),
    (
      "indicators: [{id: a, composition: [officials]}]", "4:14: composition needs the key 'of'; add it."
    ),
    (
      "indicators: [{id: a, sum: fund}, {id: a, sum: fund}]",
      "4:34: the indicator 'a' is given twice; rename or remove one."
    ),
    (
      "bulletin: {rank_by: kickof}\nindicators: [{id: kickoff, count: kickoff, of: 涉农}]",
      "4:21: there is no indicator 'kickof'; did you mean 'kickoff'?"
    ),
    (
      "bulletin: {rank_by: a}\nindicators: [{id: a, composition: [officials], of: members}]",
      "4:21: 'rank_by' does not go with 'composition'."
    ),
    ("title: \"open", "5:1: this is not YAML: a quotation mark is not closed."),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ message: String) throws {
    let read = try readConfig(ConfigTests.start + text + "\n", [("monthly", plainForm)])
    guard case .failure(let found) = read else {
      Issue.record("no mistake was found")
      return
    }
    let lines = found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
    #expect(lines == ["campaign.yaml:" + message])
    #expect(found.all.allSatisfy { $0.text(.zh) != $0.text(.en) })
  }

  /// A form's items, and the mistake that they make.
  static let formMistakes: [(String, String)] = [
    (
      "- {id: a, type: number}",
      "3:19: 'type' must be one of flag, count, amount, choice, date, text."
    ),
    ("- {id: a}", "3:5: items needs the key 'type'; add it."),
    ("- {id: a, type: choice}", "3:5: items needs the key 'choices'; add it."),
    (
      "- {id: a, type: choice, choices: [x, x]}",
      "3:40: the choice 'x' is given twice; rename or remove one."
    ),
    ("- {id: a, type: count, parts: [b]}", "3:34: there is no item 'b'; did you mean 'a'?"),
    (
      "- {id: a, type: count, filled_by: [vilage]}",
      "3:38: there is no level 'vilage'; known are province, city, county, township, 省, 地市, 县(市、区), 乡镇."
    ),
    ("- {id: a, type: count, over_time: total}", "3:37: 'over_time' must be one of sum, latest, max, none."),
    (
      "- {id: a, type: count}\n  - {id: b, label: a, type: count}",
      "4:5: the item 'a' is given twice; rename or remove one."
    ),
    ("- {id: a, type: count, optional: maybe}", "3:36: 'optional' must be true or false."),
  ]

  @Test(arguments: formMistakes)
  func formMistake(_ items: String, _ message: String) throws {
    let form = "id: monthly\nitems:\n  \(items)\n"
    let read = try readConfig(ConfigTests.start, [("monthly", form)])
    guard case .failure(let found) = read else {
      Issue.record("no mistake was found")
      return
    }
    let lines = found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
    #expect(lines == ["forms/monthly.yaml:" + message])
  }

  @Test func levelsThatDoNotFillTheItem() throws {
    let form = "id: monthly\nitems:\n  - {id: n, type: count, filled_by: [county]}\n"
    let text = ConfigTests.start + "indicators: [{id: a, sum: n, levels: [township]}]\n"
    guard case .failure(let found) = try readConfig(text, [("monthly", form)]) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(
      found.all.first?.message(.en) == "there is no level 'township'; known are county, 县(市、区).")
  }

  @Test func aFormIsNamedAsItsFile() throws {
    guard case .failure(let found) = try readConfig("name: x\nforms: [other]\n", [("other", plainForm)])
    else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.map(\.line) == [1])
    #expect(found.all.first?.message(.en) == "there is no form 'monthly'; known are other.")
  }

  @Test func mistakesAreInTheCampaignsLanguage() throws {
    guard case .failure(let found) = try readConfig("name: x\nlanguage: en\nforms: [a]\n", []) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.language == .en)
  }

  @Test func aFormulaIsPointedAt() throws {
    let text = ConfigTests.start + "indicators:\n  - {id: a, count: fund >= nothing, of: 涉农}\n"
    guard case .failure(let found) = try readConfig(text, [("monthly", plainForm)]) else {
      Issue.record("no mistake was found")
      return
    }
    let mistake = try #require(found.all.first)
    #expect((mistake.line, mistake.column) == (5, 28))
  }

  @Test func aFormThatIsNotThere() throws {
    let read = try readConfig("name: x\nforms: [montly]\n", [("monthly", plainForm)])
    guard case .failure(let found) = read else {
      Issue.record("no mistake was found")
      return
    }
    #expect(
      found.all.first?.text(.zh) == """
        campaign.yaml:2:9: 找不到文件forms/montly.yaml，是否应为“forms/monthly.yaml”？
          | forms: [montly]
          |         ^
        """)
  }

  @Test func allMistakesAtOnce() throws {
    let text = "nme: x\ndue_day: 0\nforms: [a, b]\nindicators: [{id: q, sum: z}]\n"
    guard case .failure(let found) = try readConfig(text, []) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.map(\.line) == [1, 1, 2, 3, 3])
  }

  @Test func linesOfWindowsAreShown() throws {
    let text = "language: en\r\nname: x\r\nforms: [monthly]\r\nfroms: 3\r\n"
    guard case .failure(let found) = try readConfig(text, [("monthly", plainForm)]) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.map { "\($0.line) \($0.source)" } == ["4 froms: 3"])
    #expect(found.language == .en)
    #expect(CampaignReader.language(of: text + "a: [") == .en)
  }
}
