import Model
import TestSupport
import Testing

@testable import Check

/// A clean national history with errors planted in it: how many of them the checks find, and what they say of
/// returns that are right.
@Suite struct InjectionTests {
  /// Of each check the least recall and the most false alarms that pass, in percent of what was planted and in
  /// 100,000ths of the clean returns.
  private static let bounds: [String: (recall: Int, alarms: Int)] = [
    "required-blank": (100, 0), "range": (100, 0), "parts-sum": (100, 0), "all-zero": (100, 0),
    "all-full": (100, 3000), "personal-data": (100, 0), "stock-flow": (100, 0), "stock-fell": (100, 0),
    "swapped-rows": (90, 5), "copied": (95, 5), "same-as-sibling": (100, 0), "scale": (90, 5),
    "transposed": (70, 100), "jump": (65, 10), "outlier-own": (70, 300), "outlier-siblings": (60, 50),
    National.rule: (100, 0),
  ]

  /// The seed of a nation and of what is planted in it. The defaults of the checks were chosen on the first
  /// alone; nothing may ever be chosen on the others.
  private static let seeds: [(nation: UInt64, planting: UInt64)] = [(2016, 7), (1957, 31), (4711, 113)]

  private struct Line {
    let code: String
    let planted, found, told, alarms: Int

    func percent(_ part: Int) -> String {
      Quotient.percent(Int64(part), of: Int64(planted), decimals: 1) ?? ""
    }
  }

  /// What came of one nation.
  private struct Outcome {
    let lines: [Line]
    /// How many returns without a planted error.
    let clean: Int
  }

  @Test func plantedErrorsAreFound() throws {
    let clock = ContinuousClock()
    var outcomes: [Outcome] = []
    let time = try clock.measure {
      for seed in Self.seeds { outcomes.append(try Self.outcome(seed.nation, seed.planting)) }
    }
    print("\(outcomes.count) nations: \(time)")
    for (place, outcome) in outcomes.enumerated() { Self.check(outcome, isTuned: place == 0) }
    try Self.compare(outcomes)
  }

  private static func outcome(_ seed: UInt64, _ planted: UInt64) throws -> Outcome {
    var nation = try National(seed: seed)
    let pairs = pairs(nation)
    let always = Set(pairs.flatMap { [$0.0, $0.1] })
    var earlier: [EarlierMonth] = []
    for number in 1...6 {
      let month = try Fixture.month("2016-0\(number)")
      let returns = try nation.next(always: always)
      earlier.append(EarlierMonth(month: month, columns: returns.columns, statuses: returns.statuses))
    }
    let planting = Planting(try nation.next(always: always), earlier, pairs: pairs, seed: planted)
    let input = CheckInput(
      campaign: nation.campaign, returns: planting.returns, earlier: planting.earlier)
    let lines = judge(planting, try timed(input), always, nation.roster)
    return Outcome(
      lines: lines, clean: planting.returns.statuses[0].count { $0 == .accepted } - always.count)
  }

  /// Neighbouring townships of every other county, as many as errors are planted in.
  private static func pairs(_ nation: National) -> [(Int, Int)] {
    stride(from: 4, to: nation.townships.count - 1, by: 12).map {
      (nation.townships[$0], nation.townships[$0 + 1])
    }
  }

  private static func timed(_ input: CheckInput) throws -> [Finding] {
    let clock = ContinuousClock()
    var result = CheckResult(findings: [], rejected: [])
    let own = clock.measure { result = Checks.own(input.campaign, input.returns) }
    let across = clock.measure { result.findings += Checks.across(input) }
    print("checks of \(input.returns.roster.count) units: own \(own), across \(across)")
    return result.findings
  }

  private static func judge(
    _ planting: Planting, _ findings: [Finding], _ touched: Set<Int>, _ roster: Roster
  ) -> [Line] {
    var seen: [String: Set<Int>] = [:]
    var alarms: [String: Int] = [:]
    for finding in findings {
      guard let unit = finding.unit.flatMap({ roster.index(of: $0) }) else { continue }
      seen[finding.code, default: []].insert(unit)
      if !touched.contains(unit) { alarms[finding.code, default: 0] += 1 }
    }
    let all = seen.filter { $0.key != "all-full" }.values.reduce(into: Set()) { $0.formUnion($1) }
    return Planting.codes.map { code in
      let planted = planting.planted.filter { $0.code == code }
      let found = planted.count { seen[code]?.contains($0.unit) ?? false }
      let told = planted.count { all.contains($0.unit) || (seen[code]?.contains($0.unit) ?? false) }
      return Line(
        code: code, planted: planted.count, found: found, told: told, alarms: alarms[code] ?? 0)
    }
  }

  /// Where the defaults were not chosen the bounds are as much wider as 165 draws may make them: two standard
  /// errors of a recall of two thirds are seven points.
  private static func check(_ outcome: Outcome, isTuned: Bool) {
    for line in outcome.lines {
      var bound = bounds[line.code] ?? (100, 0)
      if !isTuned, bound.recall < 100 { bound.recall -= 7 }
      if !isTuned { bound.alarms += bound.alarms / 4 }
      #expect(line.planted > 100, "\(line.code)")
      #expect(line.found * 100 >= line.planted * bound.recall, "\(line)")
      #expect(line.alarms * 100_000 <= outcome.clean * bound.alarms, "\(line)")
    }
  }

  /// The table stands in docs/checks.md as it is found here: in each cell the seed that the defaults were chosen
  /// on, then the others.
  private static func compare(_ outcomes: [Outcome]) throws {
    let cells = { (text: (Outcome) -> String) in outcomes.map(text).joined(separator: " / ") }
    let rows = outcomes[0].lines.indices.map { place in
      let column = { (text: (Line) -> String) in cells { text($0.lines[place]) } }
      let numbers = [
        column { String($0.planted) }, column { $0.percent($0.found) }, column { $0.percent($0.told) },
        column { String($0.alarms) },
      ]
      return "| `\(outcomes[0].lines[place].code)` | " + numbers.joined(separator: " | ") + " |"
    }
    let head = [
      "| check | planted | told by it, % | told by any, % | "
        + "false alarms in \(cells { String($0.clean) }) clean returns |",
      "|---|---|---|---|---|",
    ]
    let table = (head + rows).joined(separator: "\n")
    print(table)
    try ChecksPage.compare(table, part: "recall")
  }
}
