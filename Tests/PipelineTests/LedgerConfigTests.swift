import Foundation
import Model
import Testing

@testable import Pipeline

/// Ledgers: `kind: ledger`.
@Suite struct LedgerConfigTests {
  /// The example of docs/ledgers.md.
  static func page() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = try String(contentsOf: folder.appending(path: "../../docs/ledgers.md"), encoding: .utf8)
    let block = try #require(page.split(separator: "```yaml\n").dropFirst().first)
    return String(try #require(block.split(separator: "```").first))
  }

  static let campaign = """
    name: x
    forms: [monthly, branches]
    indicators:
      - {id: secretaries, sum: secretaries}
      - {id: age, label: 书记平均年龄, mean: secretary_age, measure: 岁}
      - {id: middle, value: age_middle}
      - {id: young, count: age_middle <= 35, levels: [county, township]}
      - {id: parts, composition: [secretaries, outside], of: branches.rows}
      - {id: size, sum: members_listed, per: {sum: branches.rows}}

    """

  static let form = """
    id: monthly
    items:
      - {id: members, label: 团员, type: count, ledger: members_listed}
      - {id: secretary, label: 书记, type: text, personal: drop}
      - {id: day, label: 日期, type: date, personal: apart}

    """

  @Test func readsTheExampleOfThePageAndPrintsItBack() throws {
    let campaign = try readConfig(Self.campaign, [("monthly", Self.form), ("branches", try Self.page())])
      .get()
    let ledger = try #require(campaign.ledgers.first)
    let form = campaign.forms[ledger.form]
    let items = Array(campaign.items[form.items])
    #expect(ledger.form == 1 && form.ledger == 0 && campaign.forms[0].ledger == nil)
    #expect(ledger.derived.count == items.count && items.allSatisfy { $0.isOptional })
    #expect(items.prefix(9).map(\.id) == Derived.standard.map { "branches." + $0.name })
    #expect(
      items[ledger.listed].map(\.id) == [
        "secretaries", "outside", "members_listed", "secretary_age.sum", "secretary_age.of", "age_middle",
        "kinds",
      ])
    #expect(items[ledger.listed].map(\.overTree) == [.sum, .sum, .sum, .sum, .sum, .whole, .whole])
    #expect(items[14].type == .amount(decimals: 1) && items[14].filledBy == SmallSet(0..<5))
    #expect(items[4].overTime == .sum && items[0].overTime == .latest)
    #expect(ledger.derived[12] == Derived(.sum("age(born)"), where: "post = '书记'"))
    #expect(ledger.derived[13] == Derived(.given("age(born)"), where: "post = '书记'"))
    #expect(ledger.columns.map(\.type.decimals) == [nil, nil, nil, nil, nil, nil, 0, nil, nil])
    #expect(ledger.columns[0].type == .key && ledger.columns[2].type == .date)
    #expect(ledger.columns.map(\.personal) == [nil, .drop, .apart, nil, nil, nil, nil, nil, nil])
    #expect((ledger.key, ledger.opened, ledger.closed) == (0, 7, 8))
    #expect(campaign.items[0].ledgerItem == "members_listed")
    #expect(campaign.indicators[1].kind == .ratio(item: 3 + 12, per: 3 + 13))
    #expect(campaign.indicators[2].kind == .value(item: 3 + 14))
    let printed = try ConfigPrinter.campaign(campaign)
    let forms = try campaign.forms.map { ($0.id, try ConfigPrinter.form($0, of: campaign)) }
    let again = try readConfig(printed, forms).get()
    #expect(
      again.ledgers == campaign.ledgers && again.items == campaign.items && again.forms == campaign.forms)
    #expect(again.checks == campaign.checks && again.indicators == campaign.indicators)
    for form in again.forms {
      #expect(try ConfigPrinter.form(form, of: again) == forms.first { $0.0 == form.id }?.1)
    }
  }

  @Test func tablesAndRulesMakeItemsThatAreNotListed() throws {
    let campaign = try readConfig(Self.campaign, [("monthly", Self.form), ("branches", try Self.page())])
      .get()
    let ledger = try #require(campaign.ledgers.first)
    #expect(ledger.tables.map(\.shape) == [.shares, .cross, .pyramid])
    #expect(ledger.tables.map(\.cells.count) == [4, 16, 9 * 3])
    #expect(ledger.tables[0].rows == ["中共党员", "共青团员", "群众", "未填"] && ledger.tables[0].columns == [""])
    #expect(
      ledger.tables[2].rows == [
        "20岁以下", "20–24", "25–29", "30–34", "35–39", "40–44", "45–49", "50岁及以上", "年龄不详",
      ])
    #expect(ledger.tables[2].columns == ["是", "否", "未填"])
    let first = campaign.forms[1].items.lowerBound
    let cell = { (table: Int, cell: Int) in
      let item = ledger.tables[table].cells[cell]
      return
        "\(campaign.items[item].id) | \(campaign.items[item].label) | \(ledger.derived[item - first].condition)"
    }
    #expect(
      cell(0, 0)
        == "branches.by_party.中共党员 | 书记政治面貌：中共党员 | (post = '书记') and \"party\" = '中共党员'")
    #expect(cell(0, 3) == "branches.by_party.blank | 书记政治面貌：未填 | (post = '书记') and \"party\" is null")
    #expect(
      cell(1, 6)
        == "branches.party_post.共青团员.委员 | 政治面貌与职务：共青团员、委员 | \"party\" = '共青团员' and \"post\" = '委员'")
    #expect(
      cell(2, 4)
        == "branches.ages.20_24.no | 年龄结构：20–24、否 | age(\"born\") between 20 and 24 and not \"paid\"")
  }

  @Test func rulesOfUnitsAreConditionsOverItems() throws {
    let campaign = try readConfig(Self.campaign, [("monthly", Self.form), ("branches", try Self.page())])
      .get()
    let ledger = try #require(campaign.ledgers.first)
    let rules = campaign.checks.rules
    #expect(rules.map(\.id) == ["size", "one-third", "half-outside"])
    #expect(
      rules.map(\.form) == [1, 1, 1] && rules.map(\.levels) == Array(repeating: SmallSet([4]), count: 3))
    #expect(rules[0].written.isEmpty && rules[2].written == "share(not paid) >= 0.5")
    #expect(rules[2].formula == "(\"branches.half-outside.1\" / \"branches.half-outside.2\") >= 0.5")
    #expect(
      ledger.rules == [
        RowRule(id: "young", formula: "age(born) <= 35", severity: .note, levels: SmallSet([4]))
      ])
    #expect(
      campaign.items.suffix(2).map(\.id) == ["branches.half-outside.1", "branches.half-outside.2"])
  }

  @Test func aUnitsCodeMayStandInAColumn() throws {
    let text =
      "id: l\nkind: ledger\nmode: changes\nkey: no\nunit: {prefix: no, length: 9}\ncolumns: [{id: no, type: text}]\n"
    let campaign = try readConfig("name: x\nforms: [l]\nlanguage: en\n", [("l", text)]).get()
    #expect(campaign.ledgers[0].unitPrefix == Ledger.UnitPrefix(column: 0, length: 9))
    #expect(campaign.ledgers[0].mode == .changes)
    #expect(campaign.items.map(\.label).prefix(2) == ["l: rows", "l: cells"])
    let printed = try ConfigPrinter.form(campaign.forms[0], of: campaign)
    let again = try readConfig("name: x\nforms: [l]\nlanguage: en\n", [("l", printed)]).get()
    #expect(again.ledgers == campaign.ledgers)
  }
}
