import Model
import Testing

@testable import Pipeline

/// `checks:` of campaign.yaml and of the forms.
@Suite struct ConfigCheckTests {
  private static let start = "name: x\ngroups: [涉农]\nforms: [monthly]\n"

  @Test func defaultsAreThoseOfTheChecks() throws {
    let campaign = try readConfig(Self.start, [("monthly", plainForm)]).get()
    #expect(campaign.checks == CheckPlan())
    #expect(campaign.checks[.jump][.factor] == 5)
    #expect(campaign.checks[.jump].isOn)
    for check in BuiltInCheck.allCases {
      #expect(check.isOwn || check.severity != .reject)
      #expect(check.limits.allSatisfy { $0.range.contains($0.value) })
    }
  }

  private static let checks = """
    checks:
      jump: {factor: 8, least: 30, severity: note}
      copied: off
      range: {severity: reject}
      scale: {on: false}
      stock-flow: {tolerance: 1, flows: [{stock: members, in: officials}]}

    """

  private static let form =
    plainForm + """

        - {id: count, type: count, min: 2, max: 20}
        - {id: amount, type: amount, decimals: 1, min: 0.5, max: 12}
      checks:
        - {id: small, require: fund <= 100, severity: reject, message: 经费不会这么多, levels: [township]}
        - {id: subset, require: "officials <= members"}

      """

  @Test func readsChecksAndPrintsThemBack() throws {
    let campaign = try readConfig(Self.start + Self.checks, [("monthly", Self.form)]).get()
    let plan = campaign.checks
    #expect(plan[.jump][.factor] == 8 && plan[.jump][.least] == 30 && plan[.jump].severity == .note)
    #expect(!plan[.copied].isOn && !plan[.scale].isOn && plan[.outlierOwn].isOn)
    #expect(plan[.range].severity == .reject)
    #expect(plan.stockFlows == [StockFlow(stock: 1, inflow: 2, outflow: nil)])
    #expect(
      plan.rules == [
        CheckRule(
          id: "small", form: 0, formula: "fund <= 100", severity: .reject, message: "经费不会这么多",
          levels: SmallSet([4])),
        CheckRule(id: "subset", form: 0, formula: "officials <= members", levels: SmallSet(1...4)),
      ])
    #expect(campaign.items.suffix(2).map(\.least) == [2, 5])
    #expect(campaign.items.suffix(2).map(\.most) == [20, 120])
    let printed = try ConfigPrinter.campaign(campaign)
    let form = try ConfigPrinter.form(campaign.forms[0], of: campaign)
    let again = try readConfig(printed, [("monthly", form)]).get()
    #expect(again.checks == plan)
    #expect(again.items == campaign.items)
    #expect(try ConfigPrinter.campaign(again) == printed)
    #expect(BuiltInCheck.allCases.allSatisfy { printed.contains("\n  \($0.rawValue):") })
  }

  /// What follows `start`, and the mistake that it makes.
  static let mistakes: [(String, String)] = [
    ("checks: {jmp: off}", "4:10: unknown key 'jmp'; did you mean 'jump'?"),
    ("checks: {jump: never}", "4:16: 'jump' must be one of on, off."),
    ("checks: {jump: {facter: 5}}", "4:17: unknown key 'facter'; did you mean 'factor'?"),
    ("checks: {jump: {factor: 1}}", "4:25: 'factor' must be a whole number from 2 to 1000000."),
    ("checks: {jump: {factor: 2.5}}", "4:25: 'factor' must be a whole number from 2 to 1000000."),
    ("checks: {jump: {on: maybe}}", "4:21: 'on' must be true or false."),
    ("checks: {jump: {severity: reject}}", "4:27: 'severity' must be one of query, note."),
    ("checks: {range: {severity: loud}}", "4:28: 'severity' must be one of reject, query, note."),
    ("checks: {range: {flows: []}}", "4:18: unknown key 'flows'; known are on, severity."),
    (
      "checks: {stock-flow: {flows: [{stock: membrs, in: officials}]}}",
      "4:39: there is no item 'membrs'; did you mean 'members'?"
    ),
    (
      "checks: {stock-flow: {flows: [{stock: kickoff, in: officials}]}}",
      "4:39: the item 'kickoff' must be of type count or amount."
    ),
    (
      "checks: {stock-flow: {flows: [{stock: members, in: fund}]}}",
      "4:52: the item 'fund' must be of type count."
    ),
    ("checks: {stock-flow: {flows: [{stock: members}]}}", "4:31: flows needs the key 'in'; add it."),
    ("checks: [jump]", "4:9: 'checks' must be a mapping."),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ message: String) throws {
    let read = try readConfig(Self.start + text + "\n", [("monthly", plainForm)])
    #expect(try Self.lines(read) == ["campaign.yaml:" + message])
  }

  /// A rule of a form on line 8, and the mistake that it makes.
  static let ruleMistakes: [(String, String)] = [
    ("{id: a}", "9:5: checks needs the key 'require'; add it."),
    ("{require: fund > 1}", "9:5: checks needs the key 'id'; add it."),
    ("{id: a, require: fund > 1, sverity: note}", "9:32: unknown key 'sverity'; did you mean 'severity'?"),
    ("{id: a, require: fnd > 1}", "9:22: There is no item fnd. Did you mean fund?"),
    ("{id: a, require: \"fund > fundd\"}", "9:30: There is no item fundd. Did you mean fund?"),
    (
      "{id: jump, require: fund > 1}",
      "9:10: 'jump' is the code of a finding of the program; give the rule another id."
    ),
    (
      "{require: fund > 1, id: unit-unknown}",
      "9:29: 'unit-unknown' is the code of a finding of the program; give the rule another id."
    ),
    (
      "{id: a, require: fund > 1, levels: [townshp]}",
      "9:41: there is no level 'townshp'; did you mean 'township'?"
    ),
    (
      "{id: a, require: fund > 1, severity: bad}",
      "9:42: 'severity' must be one of reject, query, note."
    ),
    (
      "{id: a, require: fund > 1}\n  - {id: a, require: fund > 2}",
      "10:5: the check 'a' is given twice; rename or remove one."
    ),
  ]

  @Test(arguments: ruleMistakes)
  func ruleMistake(_ rule: String, _ message: String) throws {
    let form = plainForm + "\nchecks:\n  - \(rule)\n"
    let found = try Self.lines(try readConfig(Self.start, [("monthly", form)]))
    #expect(found == ["forms/monthly.yaml:" + message])
  }

  /// Findings of rules are told by the rule's id, so that it must be nobody else's code.
  @Test(arguments: [
    "rule", "check-more", "explanation-rule", "sum-overflow", "formula-overflow", "parts-sum",
  ])
  func codesOfFindingsAreTaken(_ id: String) throws {
    let form = plainForm + "\nchecks:\n  - {id: \(id), require: fund > 1}\n"
    let found = try Self.lines(try readConfig(Self.start, [("monthly", form)]))
    #expect(found.count == 1 && found[0].contains("'\(id)' is the code of a finding"))
  }

  /// An item, and the mistake that its bounds make.
  static let boundMistakes: [(String, String)] = [
    ("{id: a, type: flag, min: 1}", "3:30: the item 'a' must be of type count or amount."),
    ("{id: a, type: count, min: few}", "3:31: 'min' must be a number of 0 or more with at most 0 decimals."),
    ("{id: a, type: count, min: -1}", "3:31: 'min' must be a number of 0 or more with at most 0 decimals."),
    (
      "{id: a, type: amount, max: 1.234}",
      "3:32: 'max' must be a number of 0 or more with at most 2 decimals."
    ),
    ("{id: a, type: count, min: 5, max: 4}", "3:39: 'max' must be a number that is not below 'min'."),
  ]

  @Test(arguments: boundMistakes)
  func boundMistake(_ item: String, _ message: String) throws {
    let form = "id: monthly\nitems:\n  - \(item)\n"
    let found = try Self.lines(try readConfig(Self.start, [("monthly", form)]))
    #expect(found == ["forms/monthly.yaml:" + message])
  }

  private static func lines(_ read: Result<Campaign, ConfigMistakes>) throws -> [String] {
    guard case .failure(let found) = read else { return [] }
    return found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
  }
}
