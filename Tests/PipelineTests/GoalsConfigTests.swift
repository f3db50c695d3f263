import Model
import Testing

@testable import Pipeline

/// Targets, phases, the supervision list and scores in campaign.yaml.
@Suite struct GoalsConfigTests {
  /// 6 lines before what is tried.
  private static let start = """
    name: x
    forms: [monthly]
    indicators:
      - {id: rate, count: kickoff, of: all, levels: [county, township]}
      - {id: total, sum: members}
      - {id: parts, composition: [officials], of: members}

    """

  private func read(_ text: String) throws -> Result<Campaign, ConfigMistakes> {
    try readConfig(Self.start + text + "\n", [("monthly", plainForm)])
  }

  private static let whole = """
    phases:
      - {id: mobilise, label: 动员部署, from: 2016-04, to: 2016-06, tasks: [{label: 召开动员会, indicator: rate, level: township, value: 100}]}
      - {id: act, from: 2016-07, to: 2016-09}
    targets:
      - {indicator: rate, value: 100, by: 2016-12, path: [{2016-06: 60}, {2016-09: 85.5}]}
      - {indicator: total, value: 1500, by: 2016-12, from: 2016-05, label: 委员}
    supervision:
      least: 4
      excused: [{unit: "900101", from: 2016-05, to: 2016-06, reason: 受灾}, {unit: C2, from: 2016-05, reason: 新设}]
      rules:
        - {id: a, when: {below_target: rate@township}, severity: summon}
        - {id: b, who: county, when: {behind_path: rate}}
        - {id: c, who: children, label: 末三位, when: {bottom: 3, of: rate@county}}
        - {id: d, when: {below_parent: 10.5, of: rate}}
        - {id: e, when: {no_progress: 2, of: total}}
        - {id: f, when: {not_reported: 2, form: monthly}, severity: remind}
        - {id: g, when: {queries_open: 5}}
    scores:
      - id: score
        label: 综合得分
        decimals: 2
        score: [{indicator: rate, level: township, weight: 60}, {indicator: rate, level: county, weight: 40}]
        grades: [{label: 良, from: 75}, {label: 优, from: 90}]
        veto: [{when: rate@county<50.5, cap: 59, label: 不评优}, {when: total >= 3, bar: 优}]
    """

  @Test func readsAllAndPrintsItBack() throws {
    let campaign = try read(Self.whole).get()
    #expect(campaign.targets.map(\.from) == [Month("2016-04"), Month("2016-05")])
    #expect(campaign.targets[0].key == SeriesKey(indicator: 0, level: 4))
    #expect(campaign.targets[0].path.map(\.value.description) == ["60", "85.5"])
    #expect(campaign.phases.map(\.id) == ["mobilise", "act"])
    #expect(campaign.phases[0].tasks.first?.by == Month("2016-06"))
    #expect(campaign.supervision.rules.map(\.level) == [nil, 3, nil, nil, nil, nil, nil])
    #expect(campaign.supervision.rules[1].condition == .behindPath(SeriesKey(indicator: 0, level: 4)))
    #expect(campaign.supervision.rules[2].condition == .bottom(3, SeriesKey(indicator: 0, level: 3)))
    #expect(campaign.supervision.rules[4].condition == .noProgress(months: 2, SeriesKey(indicator: 1)))
    #expect(campaign.supervision.excuses.map(\.to) == [Month("2016-06"), nil])
    #expect(campaign.scores[0].grades.map(\.label) == ["优", "良"])
    #expect(campaign.scores[0].vetoes.map(\.bestGrade) == [nil, 1])
    #expect(campaign.scores[0].vetoes.map(\.relation) == [.below, .atLeast])
    let printed = try ConfigPrinter.campaign(campaign)
    let again = try readConfig(
      printed, [("monthly", try ConfigPrinter.form(campaign.forms[0], of: campaign))]
    ).get()
    #expect(again.targets == campaign.targets && again.phases == campaign.phases)
    #expect(again.supervision == campaign.supervision && again.scores == campaign.scores)
    #expect(try ConfigPrinter.campaign(again) == printed)
  }

  @Test func withoutTheKeysNothingIsPrinted() throws {
    let campaign = try read("").get()
    #expect(campaign.supervision == SupervisionPlan() && campaign.targets.isEmpty)
    let printed = try ConfigPrinter.campaign(campaign)
    for key in ["targets", "phases", "supervision", "scores"] { #expect(!printed.contains(key)) }
  }

  /// What follows `start` (6 lines), and the mistake that it makes.
  static let mistakes: [(String, String)] = [
    (
      "targets: [{indicator: rat, value: 1, by: 2016-12}]",
      "7:23: there is no indicator 'rat'; did you mean 'rate'?"
    ),
    (
      "targets: [{indicator: rate, value: 101, by: 2016-12}]",
      "7:36: 'value' must be a number from 0 to 100 with at most 4 decimals."
    ),
    ("targets: [{indicator: rate, value: 1, by: 2016-13}]", "7:43: 'by' must be a month such as 2016-06."),
    ("targets: [{indicator: rate, value: 1}]", "7:11: targets needs the key 'by'; add it."),
    (
      "targets: [{indicator: rate, value: 1, by: 2016-12, pth: []}]",
      "7:52: unknown key 'pth'; did you mean 'path'?"
    ),
    (
      "targets: [{indicator: total, level: county, value: 1, by: 2016-12}]",
      "7:37: 'level' does not go with 'total'."
    ),
    (
      "targets: [{indicator: parts, value: 1, by: 2016-12}]",
      "7:23: 'indicator' does not go with 'composition'."
    ),
    (
      "targets: [{indicator: rate, level: province, value: 1, by: 2016-12}]",
      "7:36: there is no level 'province'; known are county, township, 县(市、区), 乡镇."
    ),
    (
      "targets: [{indicator: rate, value: 9, by: 2016-12, path: [{2016-12: 5}]}]",
      "7:60: 2016-12 must come after 2016-12."
    ),
    (
      "targets: [{indicator: rate, value: 9, by: 2016-12, path: [{2016-07: 5}, {2016-06: 6}]}]",
      "7:74: 2016-06 must come after 2016-07."
    ),
    (
      "targets: [{indicator: rate, value: 9, by: 2016-12, from: 2017-01}]",
      "7:43: 2016-12 must not be before 2017-01."
    ),
    (
      "targets: [{indicator: rate, value: 9, by: 2016-12}, {indicator: rate, value: 8, by: 2016-12}]",
      "7:53: the target 'rate@township' is given twice; rename or remove one."
    ),
    ("phases: [{id: a, from: 2016-06, to: 2016-05}]", "7:37: 2016-05 must not be before 2016-06."),
    (
      "phases: [{id: a, from: 2016-04, to: 2016-06}, {id: b, from: 2016-06, to: 2016-07}]",
      "7:61: 2016-06 must come after 2016-06."
    ),
    ("supervision: {lest: 5}", "7:15: unknown key 'lest'; did you mean 'least'?"),
    (
      "supervision: {rules: [{id: a, when: {botom: 3}}]}",
      "7:37: exactly one of below_target, behind_path, bottom, below_parent, no_progress, not_reported, queries_open must be given."
    ),
    ("supervision: {rules: [{id: a, when: {bottom: 3}}]}", "7:37: when needs the key 'of'; add it."),
    (
      "supervision: {rules: [{id: a, when: {bottom: 0, of: rate}}]}",
      "7:46: 'bottom' must be a whole number from 1 to 1000000."
    ),
    (
      "supervision: {rules: [{id: a, when: {below_target: rate}}]}",
      "7:52: there is no target 'rate@township'."
    ),
    (
      "supervision: {rules: [{id: a, who: countie, when: {queries_open: 1}}]}",
      "7:36: there is no level 'countie'; did you mean 'county'?"
    ),
    (
      "supervision: {rules: [{id: a, when: {not_reported: 1, form: mothly}}]}",
      "7:61: there is no form 'mothly'; did you mean 'monthly'?"
    ),
    (
      "supervision: {rules: [{id: a, when: {queries_open: 1}, severity: hard}]}",
      "7:66: 'severity' must be one of remind, urge, summon."
    ),
    (
      "supervision: {excused: [{unit: '9 1', from: 2016-05, reason: x}]}",
      "7:32: 'unit' must be a unit's code."
    ),
    ("supervision: {excused: [{unit: A, from: 2016-05}]}", "7:25: excused needs the key 'reason'; add it."),
    (
      "scores: [{id: s, score: [{indicator: rate, weight: 60}]}]",
      "7:25: the weights must add up to 100; they are 60."
    ),
    (
      "scores: [{id: s, score: [{indicator: total, weight: 100}]}]", "7:38: 'score' does not go with 'total'."
    ),
    (
      "scores: [{id: s, score: [{indicator: rate, weight: 100}], veto: [{when: rate, cap: 5}]}]",
      "7:73: 'rate' must compare an indicator with a number, such as fund_rate@township < 50."
    ),
    (
      "scores: [{id: s, score: [{indicator: rate, weight: 100}], veto: [{when: rate < 500, cap: 5}]}]",
      "7:73: 'when' must be a number from 0 to 100 with at most 4 decimals."
    ),
    (
      "scores: [{id: s, score: [{indicator: rate, weight: 100}], veto: [{when: rate < 50}]}]",
      "7:66: exactly one of cap, bar must be given."
    ),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ message: String) throws {
    guard case .failure(let found) = try read(text) else {
      Issue.record("no mistake was found")
      return
    }
    let lines = found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
    #expect(lines.first == "campaign.yaml:" + message)
    #expect(found.all.allSatisfy { $0.text(.zh) != $0.text(.en) })
  }
}
