import Model
import Testing

@testable import Check

/// What is said of the rows of ledgers.
struct LedgerCheckTests {
  static func returns() throws -> (Campaign, Returns) {
    let items = [
      Fixture.item("l.rows", optional: true), Fixture.item("members", optional: true),
      Fixture.item("x", optional: true),
    ]
    var plan = CheckPlan()
    plan.rules = [
      CheckRule(id: "size", form: 0, formula: "\"l.rows\" between 9 and 15", levels: SmallSet([2]))
    ]
    var campaign = try Fixture.campaign(items, plan)
    campaign.forms[0].ledger = 0
    campaign.ledgers = [
      Ledger(
        id: "l", title: "台账", form: 0, columns: [Fixture.item("编号")], key: 0,
        derived: items.map { _ in Derived(.count) },
        rules: [RowRule(id: "young", formula: "编号 > 3", levels: SmallSet([2]))])
    ]
    var returns = try Fixture.returns(campaign, [[12, 0, 0], [3, 0, 0]])
    returns.submissions[0].tables[0] = SubmissionTable(sheet: "名册", form: 0, columns: [2])
    returns.ledgerRows = [0: [3: [3, 4, 7]]]
    let source = ReturnSource(submission: 0, row: 4)
    returns.facts = [
      LedgerFact(.broken(rule: 0), ledger: 0, unit: 2, count: 12, of: 12, rows: [4, 5, 6], source: source),
      LedgerFact(.repeated(unit: 3), ledger: 0, unit: 2, count: 1, of: 12, rows: [4], source: source),
      LedgerFact(.gone, ledger: 0, unit: 3, count: 2, of: 3, rows: [], source: source),
    ]
    return (campaign, returns)
  }

  @Test func rulesAreCheckedAndNothingElse() throws {
    let (campaign, returns) = try Self.returns()
    let input = CheckInput(campaign: campaign, returns: returns, earlier: [])
    let found = Checks.all(input).findings
    #expect(found.map(\.code) == ["young", "ledger-key-repeated", "ledger-rows-gone", "size"])
    #expect(found.map { $0.unit?.description } == ["T01", "T01", "T02", "T02"])
    #expect(found.map(\.place.sheet) == ["名册", "名册", "名册", "名册"])
    #expect(found.map(\.place.column) == [0, 0, 0, 0])
    let messages = found.map { $0.reason.message(.zh) } + ["", "", "", ""]
    #expect(messages[0].contains("共12行，不符合的有第4、5、6行等12行"))
    #expect(messages[1].contains("第4行的“编号”在单位T02（T02）等也有"))
    #expect(messages[3].contains("台账第3、4、7行"))
    #expect(messages[2].contains("有2个“编号”本月不见了"))
  }

  @Test func aRowRuleIsExplainedByItsId() throws {
    let (campaign, returns) = try Self.returns()
    let explanations = Explanations([try ExplanationTests.explanation("young", "T01", "2016-06")])
    let input = CheckInput(campaign: campaign, returns: returns, earlier: [], explanations: explanations)
    #expect(Checks.all(input).findings.first?.severity == .note)
  }
}
