import Model
import Testing

@testable import Check

/// The checks of whole returns, and of siblings.
@Suite struct RowCheckTests {
  private static let items = ["a", "b", "c", "d", "e"].map { Fixture.item($0) }

  @Test func copied() throws {
    let before: [[Int64?]] = [
      [1, 2, 3, 4, 0], [1, 2, 3, 4, 0], [1, 2, 3, 3, 0], [1, 2, 3, 4, nil], [1, 2, 3, 4, -1],
      [5, 6, 7, 8, 9],
      [5, 6, 7, 8, 9], [5, 6, 7, 8, 9], [5, 6, 7, 8, 9],
    ]
    let now: [[Int64?]] = [
      [1, 2, 3, 4, 0], [1, 2, 3, 4, 1], [1, 2, 3, 3, 0], [1, 2, 3, 4, nil], [1, 2, 3, 4, -1],
      [5, 6, 7, 8, 8],
      [5, 6, 7, 8, 8], [5, 6, 7, 8, 8], [],
    ]
    #expect(try Fixture.found(.copied, Self.items, [before, now]) == ["T01", "T05"])
  }

  @Test func copiedIsNotToldWhereMostRepeatThemselves() throws {
    let before: [[Int64?]] = [[1, 2, 3, 4, 0], [5, 6, 7, 8, 9], [5, 6, 7, 8, 9]]
    let now: [[Int64?]] = [[1, 2, 3, 4, 0], [5, 6, 7, 8, 9], [5, 6, 7, 8, 8]]
    #expect(try Fixture.found(.copied, Self.items, [before, now]) == [])
    #expect(
      try Fixture.found(.copied, Self.items, [before, now], set: [.changed: 33]) == ["T01", "T02"])
  }

  @Test func sameAsSibling() throws {
    let rows: [[Int64?]] = [
      [1, 2, 3, 4, 0], [9, 2, 3, 4, 0], [1, 2, 3, 4, 0], [0, 0, 3, 4, 5], [0, 0, 3, 4, 5], [1, 2, 3, 4, nil],
      [], [nil, nil, nil, nil, nil], [nil, nil, nil, nil, nil], [1, 2, 3, 4, nil],
    ]
    let found = try Fixture.found(.sameAsSibling, Self.items, [rows])
    #expect(found == ["T01", "T03", "T06", "T10"])
  }

  @Test func swappedRows() throws {
    let before: [[Int64?]] = [
      [10, 200, 30, 4000, 50], [90, 20, 300, 400, 5], [10, 20, 30, 40, 50], [11, 20, 30, 40, 50],
    ]
    let found = { (now: [[Int64?]]) in try Fixture.found(.swappedRows, Self.items, [before, now]) }
    #expect(try found([before[1], before[0], before[2], before[3]]) == ["T01", "T02"])
    // About the same is enough, all but one of five too.
    #expect(
      try found([[95, 20, 310, 400, 5], [10, 190, 30, 4100, 90], before[2], before[3]]) == ["T01", "T02"])
    #expect(try found(before) == [])
    // Units that hardly differ are never told apart.
    #expect(try found([before[0], before[1], before[3], before[2]]) == [])
    #expect(try found([before[1], [nil, nil, nil, nil, nil], before[2], before[3]]) == [])
    // Only one of the two fits the other.
    #expect(try found([before[1], [1, 1, 1, 1, 1], before[2], before[3]]) == [])
  }

  @Test func swappedRowsAreOfOneFile() throws {
    let campaign = try Fixture.campaign(Self.items)
    let (a, b): ([Int64?], [Int64?]) = ([10, 200, 30, 4000, 50], [90, 20, 300, 400, 5])
    var returns = try Fixture.returns(campaign, [b, a])
    returns.submissions.append(returns.submissions[0])
    returns.sources[0][3].submission = 1
    let input = CheckInput(
      campaign: campaign, returns: returns, earlier: try Fixture.earlier(campaign, [[a, b], []]))
    #expect(!Checks.across(input).contains { $0.code == "swapped-rows" })
  }

  private static let one = [Fixture.item("a")]

  @Test func outlierAmongSiblings() throws {
    let rows: [[Int64?]] = [40, 45, 50, 42, 61, 55, 48, 39, 5000].map { [$0] }
    #expect(try Fixture.found(.outlierSiblings, Self.one, [rows]) == ["T09 a 5000"])
    // Seven and the outlier are enough, six are not.
    #expect(try Fixture.found(.outlierSiblings, Self.one, [Array(rows.dropFirst())]) == ["T08 a 5000"])
    #expect(try Fixture.found(.outlierSiblings, Self.one, [Array(rows.dropFirst(2))]) == [])
    #expect(try Fixture.found(.outlierSiblings, Self.one, [rows.dropLast() + [[nil], []]]) == [])
    // A large unit is large in every month.
    let past: [[Int64?]] = Array(repeating: [], count: 8) + [[4000]]
    #expect(try Fixture.found(.outlierSiblings, Self.one, [past, past, past, rows]) == [])
    let zeros: [[Int64?]] = [0, 0, 0, 0, 0, 55, 48, 39, 5000].map { [$0] }
    #expect(try Fixture.found(.outlierSiblings, Self.one, [zeros]) == [])
  }

  @Test func scaleAmongSiblings() throws {
    let rows: [[Int64?]] = [200, 250, 300, 210, 260, 240, 220, 3_000_000].map { [$0] }
    let items = [Fixture.item("a", .amount(decimals: 2), measure: "万元")]
    #expect(try Fixture.found(.scale, items, [rows]) == ["T08 a 30000.00"])
    #expect(try Fixture.found(.scale, items, [Array(rows.dropFirst())]) == [])
    // Among siblings ten times as much may be true.
    #expect(try Fixture.found(.scale, items, [rows.dropLast() + [[3000]]]) == [])
  }

  @Test func kinAreSiblingsOrCousins() throws {
    let roster = try Fixture.roster(townships: 3)
    let kin = Kin(roster)
    #expect(kin.order[kin.groups[Int(kin.siblings[3])]].map { Int($0) } == [2, 3, 4])
    #expect(kin.order[kin.groups[Int(kin.siblings[1])]].map { Int($0) } == [1])
    #expect(kin.order[kin.groups[Int(kin.cousins[4])]].count == 3)
  }
}
