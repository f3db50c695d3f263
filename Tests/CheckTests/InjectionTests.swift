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

  private struct Line {
    let code: String
    let planted, found, told, alarms: Int

    var text: String {
      let percent = { (part: Int) in Quotient.percent(Int64(part), of: Int64(planted), decimals: 1) ?? "" }
      return "| `\(code)` | \(planted) | \(percent(found)) % | \(percent(told)) % | \(alarms) |"
    }
  }

  @Test func plantedErrorsAreFound() throws {
    var nation = try National(seed: 2016)
    let pairs = Self.pairs(nation)
    let always = Set(pairs.flatMap { [$0.0, $0.1] })
    var earlier: [EarlierMonth] = []
    for number in 1...6 {
      let month = try Fixture.month("2016-0\(number)")
      let returns = try nation.next(always: always)
      earlier.append(EarlierMonth(month: month, columns: returns.columns, statuses: returns.statuses))
    }
    let planting = Planting(try nation.next(always: always), earlier, pairs: pairs, seed: 7)
    let input = CheckInput(
      campaign: nation.campaign, returns: planting.returns, earlier: planting.earlier)
    let findings = try Self.timed(input)
    let lines = Self.judge(planting, findings, always, nation.roster)
    let returns = planting.returns.statuses[0].count { $0 == .accepted } - always.count
    Self.check(lines, clean: returns)
    try Self.compare(lines.map(\.text), clean: returns)
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

  private static func check(_ lines: [Line], clean: Int) {
    for line in lines {
      let bound = bounds[line.code] ?? (100, 0)
      #expect(line.planted > 100, "\(line.code)")
      #expect(line.found * 100 >= line.planted * bound.recall, "\(line.text)")
      #expect(line.alarms * 100_000 <= clean * bound.alarms, "\(line.text)")
    }
  }

  /// The table stands in docs/checks.md as it is found here.
  private static func compare(_ lines: [String], clean: Int) throws {
    let table =
      ([
        "| check | planted | told by it | told by any | false alarms in \(clean) clean returns |",
        "|---|---|---|---|---|",
      ]
      + lines).joined(separator: "\n")
    print(table)
    try ChecksPage.compare(table, part: "recall")
  }
}
