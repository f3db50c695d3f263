import Model
import TestSupport
import Testing

@testable import Aggregate

@Suite struct TargetTests {
  private func target(from: String?, by: String, _ path: [(String, String)], _ value: String) throws -> Target
  {
    Target(
      label: "t", key: SupervisionFixture.rate, value: try #require(FixedNumber(value)),
      from: try from.map(Fixture.month), by: try Fixture.month(by),
      path: try path.map {
        Target.Point(try Fixture.month($0.0), try #require(FixedNumber($0.1)))
      })
  }

  @Test func aStraightLineFromTheMonthBeforeTheFirst() throws {
    let target = try target(
      from: "2016-04", by: "2016-12", [("2016-06", "60"), ("2016-09", "85")], "100")
    let months =
      [
        ("2016-02", nil), ("2016-03", 0), ("2016-04", 20), ("2016-05", 40), ("2016-06", 60), ("2016-07", 68),
        ("2016-08", 77), ("2016-09", 85), ("2016-10", 90), ("2016-11", 95), ("2016-12", 100),
        ("2017-03", 100),
      ] as [(String, Int64?)]
    for (month, path) in months {
      #expect(target.expected(in: try Fixture.month(month), decimals: 0) == path, "\(month)")
    }
    #expect(target.expected(in: try Fixture.month("2016-07"), decimals: 1) == 683)
  }

  @Test func overYears() throws {
    let target = try target(from: nil, by: "2018-02", [("2015-11", "10")], "37")
    #expect(target.expected(in: try Fixture.month("2015-10"), decimals: 0) == nil)
    #expect(target.expected(in: try Fixture.month("2016-12"), decimals: 0) == 23)
    #expect(target.expected(in: try Fixture.month("2017-01"), decimals: 0) == 24)
    #expect(target.expected(in: try Fixture.month("2016-12"), decimals: 4) == 230_000)
  }

  @Test func halvesAreRoundedUp() throws {
    let target = try target(from: nil, by: "2016-05", [("2016-01", "0")], "2")
    #expect(target.expected(in: try Fixture.month("2016-02"), decimals: 0) == 1)
    #expect(target.expected(in: try Fixture.month("2016-04"), decimals: 0) == 2)
    let falling = try self.target(from: nil, by: "2016-03", [("2016-01", "5")], "0")
    #expect(falling.expected(in: try Fixture.month("2016-02"), decimals: 0) == 3)
  }

  @Test func withoutAPathNothingIsAskedBeforeTheLastMonth() throws {
    let target = try target(from: nil, by: "2016-12", [], "99.5")
    #expect(target.expected(in: try Fixture.month("2016-11"), decimals: 0) == nil)
    #expect(target.expected(in: try Fixture.month("2016-12"), decimals: 1) == 995)
  }

  @Test func verdicts() throws {
    let fixture = try SupervisionFixture([
      ("1", 10), ("2", 10), ("3", 10), ("4", 10), ("5", 10), ("6", 0),
    ])
    let target = try target(from: "2016-06", by: "2016-07", [], "100")
    let answers = ["1": (10, 0), "2": (5, 5), "3": (4, 6), "4": (4, 5)].mapValues { (yes: $0.0, no: $0.1) }
    let verdicts = { (month: String) in
      let now = try fixture.month(month, answers)
      return Progress.make(
        target, campaign: fixture.campaign, figures: now.figures, month: try Fixture.month(month),
        units: now.returns.roster.children(of: 0)
      ).map(\.verdict)
    }
    #expect(try verdicts("2016-06") == [.reached, .onPath, .behind, .cannotTell, .noData])
    #expect(try verdicts("2016-04") == [.reached, .notDue, .notDue, .notDue, .notDue])
    #expect(try verdicts("2016-07") == [.reached, .behind, .behind, .behind, .noData])
  }

  @Test func numbersOfTheCampaign() throws {
    for (text, number) in [("0", "0"), ("100", "100"), ("66.50", "66.5"), ("0.0001", "0.0001")] {
      #expect(FixedNumber(text)?.description == number)
    }
    for text in ["", ".", "1.", ".5", "-1", "+1", "1e2", "1.23456", "1234567890", "１", "1 "] {
      #expect(FixedNumber(text) == nil, "\(text)")
    }
  }

  @Test func fractionsAgainstFloatingPoint() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<2000 {
      let numbers = (0..<4).map { _ in Int.random(in: 1...100_000, using: &random) }
      let (a, b) = (
        Rational(Int128(numbers[0]), Int128(numbers[1])), Rational(Int128(numbers[2]), Int128(numbers[3]))
      )
      #expect((a < b) == (numbers[0] * numbers[3] < numbers[2] * numbers[1]))
      let sum = a.adding(b)
      #expect(
        sum
          == Rational(
            Int128(numbers[0] * numbers[3] + numbers[2] * numbers[1]), Int128(numbers[1] * numbers[3])))
      #expect(sum?.subtracting(b) == a)
    }
    let huge = Rational(Int128.max, Int128.max - 1)
    #expect(huge > Rational(1) && huge.adding(Rational(1, 3)) == nil)
    #expect(Rational(-5, 2).rounded(decimals: 0) == -3 && Rational(5, 2).rounded(decimals: 0) == 3)
  }
}
