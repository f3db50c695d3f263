import Model
import Testing

@testable import Check

/// The checks against earlier months.
@Suite struct AcrossCheckTests {
  private static let one = [Fixture.item("a")]

  @Test func jump() throws {
    let before: [[Int64?]] = [[5], [5], [4], [100], [0], [0], [nil], [-1], [10], []]
    let now: [[Int64?]] = [[25], [24], [20], [20], [20], [19], [90], [90], [nil], [90]]
    let found = try Fixture.found(.jump, Self.one, [before, now])
    #expect(found == ["T01 a 25", "T04 a 20", "T05 a 20"])
    #expect(try Fixture.found(.jump, Self.one, [before, now], set: [.factor: 6]) == ["T05 a 20"])
    #expect(try Fixture.found(.jump, Self.one, [now]) == [])
  }

  @Test func jumpOfAnAmountIsMeasuredInWholeUnits() throws {
    let items = [Fixture.item("a", .amount(decimals: 2))]
    let found = try Fixture.found(.jump, items, [[[100], [100]], [[2099], [2100]]])
    #expect(found == ["T02 a 21.00"])
  }

  @Test func theMonthBeforeMustBeTheMonthBefore() throws {
    let campaign = try Fixture.campaign(Self.one)
    var earlier = try Fixture.earlier(campaign, [[[5]], [[500]]])
    earlier[0].month = try Fixture.month("2016-04")
    let input = CheckInput(
      campaign: campaign, returns: try Fixture.returns(campaign, [[500]]), earlier: earlier)
    #expect(Checks.across(input).isEmpty)
  }

  /// However the items are shared out, the same findings are shown and the same are counted.
  @Test func sharesComeToTheWhole() throws {
    let campaign = try Fixture.campaign(["a", "b", "c", "d"].map { Fixture.item($0) })
    let count = CheckLog.limit / 2 - 3
    let before = [[Int64?]](repeating: [5, 5, 5, 5], count: count)
    let now = (0..<count).map { [Int64?]([100, $0 % 7 == 0 ? 100 : 5, 100, 100]) }
    let input = CheckInput(
      campaign: campaign, returns: try Fixture.returns(campaign, now),
      earlier: try Fixture.earlier(campaign, [before, now]))
    let whole = Checks.across(input).map(described)
    #expect(whole.count > CheckLog.limit)
    #expect(whole.contains { $0.contains("check-more") })
    let checks = AcrossChecks(input)
    let parts = (0..<checks.partCount).reversed().map(checks.part)
    #expect(checks.findings(with: parts.reversed()).map(described) == whole)
  }

  private func described(_ finding: Finding) -> String {
    "\(finding.code) \(finding.place) \(finding.unit.map { "\($0)" } ?? "") \(finding.item) \(finding.value) "
      + finding.reason.message(.en)
  }

  @Test func stockFlow() throws {
    let items = ["s", "in", "out"].map { Fixture.item($0) }
    let flow = StockFlow(stock: 0, inflow: 1, outflow: 2)
    let before: [[Int64?]] = [[10, 0, 0], [10, 0, 0], [10, 0, 0], [nil, 0, 0], [10, 0, 0], []]
    let now: [[Int64?]] = [[12, 3, 1], [13, 3, 1], [13, 3, -1], [99, 3, 1], [99, nil, 1], [9, 1, 1]]
    let found = try Fixture.found(.stockFlow, items, [before, now], flows: [flow])
    #expect(found == ["T02 s 13"])
    #expect(try Fixture.found(.stockFlow, items, [before, now], flows: [flow], set: [.tolerance: 1]) == [])
    let inflow = StockFlow(stock: 0, inflow: 1, outflow: nil)
    #expect(
      try Fixture.found(.stockFlow, items, [before, now], flows: [inflow]) == ["T01 s 12"])
  }

  @Test func stockFell() throws {
    let items = [
      Fixture.item("m", overTime: .max), Fixture.item("n"), Fixture.item("f", .flag),
      Fixture.item("g", .flag, overTime: .none),
    ]
    let before: [[Int64?]] = [[5, 5, 1, 1], [5, 5, 0, 1], [nil, 5, nil, 1], [5, 5, 1, 1]]
    let now: [[Int64?]] = [[4, 4, 0, 0], [5, 4, 1, 0], [1, 1, 0, 0], [nil, 4, nil, 0]]
    #expect(try Fixture.found(.stockFell, items, [before, now]) == ["T01 m 4", "T01 f 否"])
  }

  @Test func outlierOwn() throws {
    let past: [Int64] = [100, 104, 98, 101, 103, 97]
    func months(_ past: [Int64?], _ now: Int64?) -> [[[Int64?]]] { past.map { [[$0]] } + [[[now]]] }
    func found(_ past: [Int64?], _ now: Int64?) throws -> [String] {
      try Fixture.found(.outlierOwn, Self.one, months(past, now))
    }
    #expect(try found(past, 160) == ["T01 a 160"])
    #expect(try found(past, 40) == ["T01 a 40"])
    // The median is 100.5: 150 lies less than half of that off.
    #expect(try found(past, 150) == [])
    #expect(try found(past, 151) == ["T01 a 151"])
    #expect(try found([10, 11, 9, 10, 11, 9], 29) == [])
    #expect(try found([10, 11, 9, 10, 11, 9], 30) == ["T01 a 30"])
    // The MAD is 30, so that a score of 5 begins at 322.
    #expect(try found([40, 60, 90, 110, 120, 160], 300) == [])
    #expect(try found([40, 60, 90, 110, 120, 160], 330) == ["T01 a 330"])
    #expect(try found(past, nil) == [])
    #expect(try found(Array(past.dropLast()), 160) == [])
    #expect(try found([nil] + past.dropLast(), 160) == [])
    // More than half are 0, and half are equal: the score has no meaning.
    #expect(try found([0, 0, 0, 0, 1, 2], 900) == [])
    #expect(try found([100, 100, 100, 100, 101, 102], 900) == [])
    // Within what there was before.
    #expect(try found([100, 104, 98, 101, 103, 500], 400) == [])
  }

  @Test func scaleAgainstItsOwnMonths() throws {
    func found(_ past: [Int64?], _ now: Int64?) throws -> [String] {
      try Fixture.found(.scale, Self.one, past.map { [[$0]] } + [[[now]]])
    }
    #expect(try found([41, 43, 45], 430) == ["T01 a 430"])
    #expect(try found([41, 43, 45], 4300) == ["T01 a 4300"])
    #expect(try found([41, 43, 45], 430_000) == ["T01 a 430000"])
    #expect(try found([410, 430, 450], 43) == ["T01 a 43"])
    #expect(try found([41, 43, 45], 43_000) == [])
    #expect(try found([41, 43, 45], 200) == [])
    #expect(try found([2, 2, 2], 20) == [])
    #expect(try found([43, 45], 430) == [])
    #expect(try found([41, nil, 45], 430) == [])
    #expect(try found([10, 43, 45], 430) == [])
    // Of more months the last three count.
    #expect(try found([10, 43, 45, 44], 430) == ["T01 a 430"])
    #expect(try found([41, 43, 45], nil) == [])
  }

  @Test func transposed() throws {
    func found(_ past: [Int64?], _ now: Int64?) throws -> [String] {
      try Fixture.found(.transposed, Self.one, past.map { [[$0]] } + [[[now]]])
    }
    #expect(try found([44, 45, 45, 46], 54) == ["T01 a 54"])
    #expect(try found([1230, 1234, 1240, 1236], 3214) == [])
    #expect(try found([1230, 1234, 1240, 1236], 1324) == ["T01 a 1324"])
    #expect(try found([44, 45, 45, 46], 46) == [])
    #expect(try found([44, 45, 45, 46], 55) == [])
    #expect(try found([40, 45, 45, 49], 94) == ["T01 a 94"])
    // Three steps of 5 are no surprise.
    #expect(try found([40, 45, 45, 49], 64) == [])
    #expect(try found([44, 45, 45], 54) == [])
    #expect(try found([44, 45, 45, 46], nil) == [])
    // 10 is not written 01.
    #expect(try found([1, 1, 1, 1], 10) == [])
  }

  @Test func oneFindingACell() throws {
    let past: [Int64] = [41, 43, 45, 44, 42, 43]
    let result = try Fixture.all(Self.one, CheckPlan(), past.map { [[$0]] } + [[[430]]])
    #expect(result.findings.map(\.code) == ["scale"])
  }

  @Test func transpositions() {
    #expect(Slip.transposed(45) == [54])
    #expect(Slip.transposed(123) == [132, 213])
    #expect(Slip.transposed(100) == [])
    #expect(Slip.transposed(105) == [150])
    #expect(Slip.transposed(7) == [])
    #expect(Slip.transposed(4_000_000_000_000_000_045).first == 4_000_000_000_000_000_054)
    #expect(Slip.isOne(450, for: 45) && Slip.isOne(45, for: 450) && !Slip.isOne(45, for: 45))
  }
}
