import Model
import Render

/// The city of ``EditionFixture`` with targets, a phase, rules, scores, findings and missing returns.
enum GoalsFixture {
  private typealias F = EditionFixture
  private static let rate = EditionFixture.townshipRate

  /// Something that a unit is to mend or explain.
  struct Reason: FindingReason {
    static let code = "test-number"
    var severity: Severity
    func message(_ language: Language) -> String {
      language.pick("“委员人数”应为整数，请改正。", "Members must be a whole number; mend it.")
    }
  }

  static func edition(_ language: Language, names: [String] = EditionFixture.names) throws -> Edition {
    var edition = try ComparisonFixture.edition(language, names: names)
    edition.campaign = try campaign(edition.campaign, language)
    let done: [Int64] = [69, 12, 8, 11, 20, 0, 3]
    let all: [Int64] = [102, 20, 20, 22, 20, 16, 4]
    for unit in 0...6 {
      var figure = F.figure(
        unit, rate, done[unit], of: all[unit], received: Int(all[unit]), expected: Int(all[unit]))
      if unit == 5 { (figure.received, figure.status) = (0, .missing) }
      if unit == 1 { (figure.received, figure.bounds, figure.status) = (12, 12...20, .provisional) }
      edition.figures[unit] = [
        F.figure(unit, F.countyRate, unit == 3 ? 0 : 1, of: 1), figure,
        F.figure(unit, F.members, Int64(unit) * 7 + 3),
      ]
    }
    edition.goals = try goals(edition)
    edition.findings = try findings()
    var punctuality = [Punctuality](repeating: .onTime, count: 7)
    (punctuality[0], punctuality[2], punctuality[5]) = (.notExpected, .rejected, .missing)
    edition.reporting = [FormReporting(form: 0, punctuality: punctuality, byLevel: [:])]
    return edition
  }

  private static func number(_ text: String) throws -> FixedNumber {
    guard let number = FixedNumber(text) else { throw FixtureFault() }
    return number
  }

  private static func campaign(_ campaign: Campaign, _ language: Language) throws -> Campaign {
    var campaign = campaign
    let pick = { (zh: String, en: String) in language.pick(zh, en) }
    campaign.targets = [
      Target(
        label: pick("动员会召开率", "Kick-off rate"), key: rate, value: FixedNumber(100),
        from: try F.month("2016-04"),
        by: try F.month("2016-12"), path: [Target.Point(try F.month("2016-06"), FixedNumber(60))])
    ]
    campaign.phases = [
      Phase(
        id: "mobilise", label: pick("动员部署", "Mobilisation"), from: try F.month("2016-04"),
        to: try F.month("2016-06"),
        tasks: [
          Target(
            label: pick("召开动员会", "Hold the meeting"), key: rate, value: try number("99.5"),
            from: try F.month("2016-04"), by: try F.month("2016-06"))
        ])
    ]
    campaign.supervision = try plan(language)
    campaign.scores = [
      Score(
        id: "score", label: pick("综合得分", "Score"),
        components: [Score.Component(rate, weight: 60), Score.Component(F.fundRate, weight: 40)],
        grades: [
          Score.Grade(pick("优", "good"), from: FixedNumber(90)),
          Score.Grade(pick("良", "fair"), from: FixedNumber(50)),
        ],
        vetoes: [], decimals: 1)
    ]
    return campaign
  }

  private static func plan(_ language: Language) throws -> SupervisionPlan {
    let pick = { (zh: String, en: String) in language.pick(zh, en) }
    return SupervisionPlan(
      rules: [
        SupervisionRule(id: "parent", condition: .belowParent(FixedNumber(10), rate)),
        SupervisionRule(id: "path", condition: .behindPath(rate), weight: .remind),
        SupervisionRule(id: "last", label: pick("末两位", "Last two"), condition: .bottom(2, rate)),
        SupervisionRule(id: "silent", condition: .notReported(months: 1, form: nil), weight: .summon),
        SupervisionRule(id: "still", condition: .noProgress(months: 1, rate)),
        SupervisionRule(id: "queries", condition: .queriesOpen(2)),
        SupervisionRule(id: "due", condition: .belowTarget(rate)),
      ],
      excuses: [
        Excuse(
          unit: try F.code("900104"), from: try F.month("2016-05"), to: nil, reason: pick("受灾", "floods"))
      ])
  }

  private static func goals(_ edition: Edition) throws -> Goals {
    let (target, task) = (edition.campaign.targets[0], edition.campaign.phases[0].tasks[0])
    let verdicts: [Progress.Verdict] = [.onPath, .cannotTell, .behind, .behind, .reached, .noData, .onPath]
    let progress = { (target: Target, path: Int64) in
      (0...6).map { unit in
        Progress(
          unit: unit, target: target, path: path, figure: edition.figure(unit, 0, level: 2),
          verdict: verdicts[unit])
      }
    }
    let score = { (unit: Int, value: Int64?, grade: Int?, rank: Int?, isProvisional: Bool) in
      UnitScore(
        unit: unit, score: 0, exact: nil, value: value, grade: grade, vetoes: [],
        isProvisional: isProvisional,
        figures: [edition.figure(unit, 0, level: 2), nil], rank: rank)
    }
    return Goals(
      targets: [progress(target, 60)], phase: 0, tasks: [progress(task, 100)],
      scores: [
        score(0, 676, 1, nil, true), score(4, 925, 0, 1, false), score(2, 400, nil, 2, false),
        score(5, nil, nil, nil, false),
      ],
      supervision: try supervision(edition))
  }

  private static func supervision(_ edition: Edition) throws -> SupervisionList {
    let own = { (unit: Int) in edition.figure(unit, 0, level: 2) }
    guard let city = own(0) else { throw FixtureFault() }
    let found = { (rule: Int, listed: [Supervised], leftOut: [LeftOut]) in
      SupervisionList.Found(rule: rule, listed: listed, leftOut: leftOut)
    }
    return SupervisionList(
      unit: 0,
      found: [
        found(
          0,
          [
            Supervised(unit: 2, rule: 0, figure: own(2), standard: .parent(city), streak: 2),
            Supervised(unit: 3, rule: 0, figure: own(3), standard: .parent(city)),
          ],
          [
            LeftOut(unit: 1, reason: .cannotTell), LeftOut(unit: 4, reason: .excused(0)),
            LeftOut(unit: 6, reason: .small),
          ]),
        found(1, [Supervised(unit: 2, rule: 1, figure: own(2), standard: .path(target: 0, 60))], []),
        found(2, [Supervised(unit: 2, rule: 2, figure: own(2), standard: .bottom(place: 1, of: 4))], []),
        found(3, [Supervised(unit: 5, rule: 3, figure: nil, standard: .months(3), streak: 3)], []),
        found(
          4, [Supervised(unit: 2, rule: 4, figure: own(2), standard: .earlier(try F.month("2016-05"), city))],
          []),
        found(5, [Supervised(unit: 2, rule: 5, figure: nil, standard: .queries(2), streak: 1)], []),
        found(6, [Supervised(unit: 2, rule: 6, figure: own(2), standard: .target(0))], []),
      ])
  }

  private static func findings() throws -> [Finding] {
    let place = { (row: Int) in Place(file: "900102/六月.csv", row: row, column: 3) }
    let code = try F.code("900102")
    return [
      Finding(Reason(severity: .query), at: place(2), unit: code, item: "委员人数", value: "3.5"),
      Finding(Reason(severity: .query), at: place(4), unit: code, item: "委员人数", value: "2.5"),
    ]
  }
}
