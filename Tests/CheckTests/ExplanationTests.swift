import Model
import Testing

@testable import Check

/// What explanations make of findings.
@Suite struct ExplanationTests {
  private static func explanation(_ rule: String, _ unit: String, _ month: String) throws -> Explanation {
    Explanation(
      .init(rule: rule, unit: try Fixture.code(unit), month: try Fixture.month(month)), text: "合并了三个村",
      who: "赵某", place: Place(file: "explanations.csv", row: 2))
  }

  private static func findings(_ explanations: [Explanation], _ severity: Severity = .query) throws
    -> [Finding]
  {
    var plan = CheckPlan()
    plan[.range].severity = severity
    let months: [[[Int64?]]] = [[[10], [10]], [[70], [70]]]
    let items = [Fixture.item("a", most: severity == .reject ? 60 : nil)]
    return try Fixture.all(items, plan, months, explanations: Explanations(explanations)).findings
  }

  @Test func settlesExactlyItsRuleUnitAndMonth() throws {
    let found = try Self.findings([try Self.explanation("jump", "T01", "2016-06")])
    #expect(found.map(\.code) == ["jump", "jump"])
    #expect(found.map(\.severity) == [.note, .query])
    #expect(found[0].reason.message(.zh).hasSuffix("已有说明：合并了三个村。"))
    #expect(found[0].reason.message(.en).hasSuffix("Explained: 合并了三个村."))
  }

  @Test(arguments: [("jump", "T03", "2016-06"), ("scale", "T01", "2016-06")])
  func whatMatchesNothingIsTold(rule: String, unit: String, month: String) throws {
    let found = try Self.findings([try Self.explanation(rule, unit, month)])
    #expect(found.map(\.code) == ["jump", "jump", "explanation-unmatched"])
    #expect(found.map(\.severity) == [.query, .query, .note])
    #expect(found.last?.place == Place(file: "explanations.csv", row: 2))
  }

  @Test func otherMonthsAreNotSpokenOf() throws {
    let found = try Self.findings([try Self.explanation("jump", "T01", "2016-05")])
    #expect(found.map(\.severity) == [.query, .query])
  }

  @Test func aRejectionIsNotSettled() throws {
    let found = try Self.findings([try Self.explanation("range", "T01", "2016-06")], .reject)
    #expect(found.map(\.severity) == [.reject, .reject])
  }

  @Test func aRuleIsExplainedByItsId() throws {
    var plan = CheckPlan()
    plan.rules = [CheckRule(id: "small", form: 0, formula: "a < 5", levels: SmallSet([2]))]
    let explanations = Explanations([try Self.explanation("small", "T01", "2016-06")])
    let found = try Fixture.all([Fixture.item("a")], plan, [[[9]]], explanations: explanations).findings
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.code) == ["small"])
  }

  @Test func messagesAreWhole() {
    for reason in CheckFindings.examples {
      let (zh, en) = (reason.message(.zh), reason.message(.en))
      #expect(zh.hasSuffix("。"), "\(zh)")
      #expect(en.hasSuffix("."), "\(en)")
      #expect(!en.unicodeScalars.contains { (0x3001...0x3002).contains($0.value) }, "\(en)")
    }
    let codes = Set(CheckFindings.examples.map { type(of: $0).code })
    #expect(BuiltInCheck.allCases.allSatisfy { codes.contains($0.rawValue) })
  }
}
