import Model
import TestSupport
import Testing

@testable import Aggregate

@Suite struct ScoreTests {
  private func score(_ weights: [Int], vetoes: [Score.Veto] = [], decimals: Int = 1) -> Score {
    Score(
      id: "score", label: "综合得分",
      components: weights.enumerated().map {
        Score.Component(SeriesKey(indicator: $0.offset, level: 3), weight: $0.element)
      },
      grades: [
        Score.Grade("优", from: FixedNumber(90)), Score.Grade("良", from: FixedNumber(75)),
        Score.Grade("中", from: FixedNumber(60)),
      ], vetoes: vetoes, decimals: decimals)
  }

  /// Rates of as many questions as there are weights; of each province answers as `yes` of so many townships.
  private func scores(_ score: Score, _ provinces: [[Int?]], of all: Int = 10) throws -> [UnitScore] {
    let questions = score.components.count
    var rows = ["0 0 -"]
    var cells: [String: [Int64?]] = [:]
    for (province, yes) in provinces.enumerated() {
      rows.append("p\(province) 1 0")
      for township in 0..<all {
        rows.append("p\(province).\(township) 3 p\(province)")
        if yes.contains(nil) { continue }
        cells["p\(province).\(township)"] = yes.map { $0.map { township < $0 ? 1 : 0 } }
      }
    }
    var campaign = try Fixture.campaign(
      items: (0..<questions).map { Fixture.item("q\($0)", .flag) },
      indicators: (0..<questions).map { Fixture.indicator(.rate(formula: "q\($0)"), levels: [3]) })
    campaign.scores = [score]
    let roster = try Fixture.roster(rows)
    let returns = try Fixture.returns(roster, campaign, cells)
    return Scores.make(
      campaign: campaign, figures: try Figures(campaign: campaign, returns: returns), roster: roster, of: 0)
  }

  private func veto(_ relation: Score.Relation, _ number: Int, cap: Int? = nil, best: Int? = nil)
    -> Score.Veto
  {
    Score.Veto(
      key: SeriesKey(indicator: 0, level: 3), relation: relation, number: FixedNumber(number),
      cap: cap.map { FixedNumber($0) }, bestGrade: best, label: "否决")
  }

  @Test func weightsGradesAndRanks() throws {
    let found = try scores(score([40, 60]), [[10, 9], [5, 10], [10, 9], [nil, nil]])
    // 40 + 54, 20 + 60, 40 + 54; the whole has 25 and 28 of 40.
    #expect(found.map(\.value) == [670, 940, 940, 800, nil])
    #expect(found.map(\.rank) == [nil, 1, 1, 3, nil])
    #expect(found.map(\.grade) == [2, 0, 0, 1, nil])
    #expect(found[0].isProvisional && !found[1].isProvisional)
  }

  @Test func aScoreIsRoundedOnceAndGradedAsPrinted() throws {
    // 89.95 is printed as 90.0, and graded by that.
    let found = try scores(score([35, 65]), [[1799, 1799]], of: 2000)
    #expect(found[0].exact == Rational(1799, 20))
    #expect(found[0].value == 900 && found[0].grade == 0)
  }

  @Test func vetoesCapAndBar() throws {
    let capped = try scores(score([10, 90], vetoes: [veto(.below, 50, cap: 59)]), [[4, 10], [5, 10]])
    #expect(capped.dropFirst().map(\.value) == [950, 590])
    #expect(capped.dropFirst().map(\.vetoes) == [[], [0]])
    #expect(capped.dropFirst().map(\.grade) == [0, nil])
    let barred = try scores(score([10, 90], vetoes: [veto(.atMost, 50, best: 1)]), [[4, 10], [6, 10]])
    #expect(barred.first { $0.unit == 1 }?.grade == 1)
    #expect(barred.first { $0.unit == 1 }?.value == 940)
  }

  /// Against fractions that are put together in the simplest way.
  @Test func againstAnOracle() throws {
    var random = SplitMix64(seed: 77)
    for _ in 0..<40 {
      var weights = (0..<3).map { _ in Int.random(in: 1...30, using: &random) }
      weights.append(100 - weights.reduce(0, +))
      let all = Int.random(in: 1...23, using: &random)
      let provinces = (0..<4).map { _ in (0..<4).map { _ in Int.random(in: 0...all, using: &random) } }
      let decimals = Int.random(in: 0...4, using: &random)
      let found = try scores(score(weights, decimals: decimals), provinces, of: all)
      for (number, yes) in provinces.enumerated() {
        let sum = zip(weights, yes).reduce(0) { $0 + $1.0 * $1.1 }
        let unit = 1 + number * (all + 1)
        let power = [1, 10, 100, 1000, 10000][decimals]
        let rounded = (2 * sum * power + all) / (2 * all)
        let one = try #require(found.first { $0.unit == unit })
        #expect(one.value == Int64(rounded))
        let higher = provinces.count { other in zip(weights, other).reduce(0) { $0 + $1.0 * $1.1 } > sum }
        #expect(one.rank == higher + 1)
      }
    }
  }
}
