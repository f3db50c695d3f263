import Model
import TestSupport
import Testing

/// A row of the tests' registries: `code level parent from to`, `-` for none.
func row(_ text: String, line: Int = 0) throws -> RegistryRow {
  let parts = text.split(separator: " ").map(String.init)
  let from = parts.count > 3 ? parts[3] : "2016-01"
  return RegistryRow(
    code: try #require(UnitCode(parts[0])), name: "U\(parts[0])", short: "",
    level: try #require(Int(parts[1])), parent: UnitCode(parts[2] == "-" ? "" : parts[2]),
    groups: SmallSet(), from: try #require(Month(from)),
    to: parts.count > 4 ? Month(parts[4]) : nil, successor: nil, line: line)
}

func rows(_ texts: [String]) throws -> [RegistryRow] {
  try texts.enumerated().map { try row($1, line: $0 + 2) }
}

@Suite struct RegistryTests {
  private func registry(_ texts: [String]) throws -> Registry {
    try Registry(levels: .national, groups: [], rows: rows(texts))
  }

  private func mistakes(_ texts: [String]) throws -> [RegistryMistake] {
    do {
      _ = try registry(texts)
      return []
    } catch let error as RegistryMistakes {
      return error.all
    }
  }

  @Test func skewedTreeIsLaidOutInOrder() throws {
    let month = try #require(Month("2016-06"))
    let roster = try registry([
      "00 0 -", "12 1 00", "11 1 00", "110101 3 11", "4419 2 44", "44 1 00", "441900101 4 4419",
      "110101002 4 110101", "110101001 4 110101",
    ]).roster(in: month)
    #expect(
      roster.units.map(\.code.description) == [
        "00", "11", "110101", "110101001", "110101002", "12", "44", "4419", "441900101",
      ])
    #expect(roster.end.map { Int($0) } == [9, 5, 5, 4, 5, 6, 9, 9, 9])
    #expect(roster.parent.map { Int($0) } == [-1, 0, 1, 2, 2, 0, 0, 6, 7])
    #expect(roster.children(of: 0) == [1, 5, 6])
    #expect(roster.path(to: 4) == [0, 1, 2, 4])
    #expect(roster.isWithin(4, 1))
    #expect(!roster.isWithin(5, 1))
  }

  @Test func datedRowsHoldInTheirMonths() throws {
    let registry = try registry([
      "00 0 -", "11 1 00 2016-01 2016-05", "12 1 00 2016-06", "11 1 00 2017-01",
    ])
    let codes = { (month: String) in
      Month(month).map { registry.roster(in: $0).units.map(\.code.description) }
    }
    #expect(codes("2016-05") == ["00", "11"])
    #expect(codes("2016-06") == ["00", "12"])
    #expect(codes("2017-02") == ["00", "11", "12"])
  }

  @Test func aMonthLikeAnotherIsTheSameAsAlone() throws {
    let registry = try registry([
      "00 0 -", "11 1 00 2016-01 2016-05", "12 1 00 2016-06", "11 1 00 2017-01", "1201 2 12 2016-08 2016-08",
    ])
    let months = ["2016-01", "2016-05", "2016-06", "2016-07", "2016-08", "2016-09", "2017-01", "2017-03"]
    for known in months.compactMap({ Month($0) }).map({ registry.roster(in: $0) }) {
      for month in months.compactMap({ Month($0) }) {
        let (alone, like) = (registry.roster(in: month), registry.roster(in: month, like: known))
        #expect(like.month == month)
        #expect(like.units == alone.units)
        #expect(like.parent == alone.parent)
        #expect(like.end == alone.end)
        for unit in alone.units.indices {
          let code = alone.units[unit].code
          #expect(like.index(of: code) == unit)
          #expect((-1..<alone.count).allSatisfy { like.index(of: code, after: $0) == unit })
        }
      }
    }
  }

  @Test func everyMistakeAtOnce() throws {
    let found = try mistakes([
      "00 0 -", "11 1 00 2016-05 2016-01", "12 1 00", "12 1 00 2016-03", "13 1 99", "14 1 12 2016-01",
      "21 2 22", "22 3 21", "15 1 00 2015-01",
    ])
    let month = try #require(Month("2015-01"))
    let code = { (text: String) throws in try #require(UnitCode(text)) }
    #expect(found.map(\.line) == [3, 5, 6, 7, 8, 9, 10])
    #expect(found[0].kind == .fromAfterTo)
    #expect(try found[1].kind == .duplicate(code("12"), line: 4))
    #expect(try found[2].kind == .orphan(parent: code("99")))
    #expect(found[3].kind == .levelNotBelowParent(line: 4))
    #expect(try found[4].kind == .cycle([code("21"), code("22")]))
    #expect(try found[6].kind == .parentMissing(parent: code("00"), in: month))
  }

  @Test func parentMustLastAsLongAsTheChild() throws {
    let found = try mistakes(["00 0 -", "11 1 00 2016-01 2016-05", "1101 2 11 2016-02"])
    let code = try #require(UnitCode("11"))
    #expect(try found.map(\.kind) == [.parentMissing(parent: code, in: #require(Month("2016-06")))])
    #expect(
      try mistakes(["00 0 -", "11 1 00 2016-01 2016-05", "11 1 00 2016-06", "1101 2 11 2016-02"])
        .isEmpty)
  }

  @Test func oneTopInAMonth() throws {
    #expect(try mistakes(["11 1 12", "12 2 11"]).contains { $0.kind == .noTop })
    #expect(try mistakes(["00 0 -", "01 0 -"]).map(\.kind) == [.secondTop(line: 2)])
    #expect(try mistakes(["00 0 - 2016-01 2016-05", "01 0 - 2016-06"]).isEmpty)
  }

  /// Rows that take each other's months, and second tops, are those that a comparison of all with all finds.
  @Test(arguments: 0..<200) func mistakesAreThoseOfAllPairs(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let texts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let code = Int.random(in: 10...13, using: &random)
      let (from, months) = (Int.random(in: 1...6, using: &random), Int.random(in: 0...3, using: &random))
      let to = Bool.random(using: &random) ? "" : " 2016-0\(from + months)"
      return
        "\(code) \(code - 10) \(["-", "10", "11"].randomElement(using: &random) ?? "-") 2016-0\(from)\(to)"
    }
    let rows = try rows(texts)
    var expected: [RegistryMistake.Kind] = []
    for (place, row) in rows.enumerated() {
      let before = rows[..<place].filter { $0.overlaps(row) }
      if let other = before.first(where: { $0.code == row.code }) {
        expected.append(.duplicate(row.code, line: other.line))
      }
      if row.parent == nil, let other = before.first(where: { $0.parent == nil && $0.code != row.code }) {
        expected.append(.secondTop(line: other.line))
      }
    }
    let found = try mistakes(texts).map(\.kind).filter { kind in
      switch kind {
      case .duplicate, .secondTop: true
      default: false
      }
    }
    #expect(Set(found) == Set(expected) && found.count == expected.count, "\(texts)")
  }

  /// Each row that stands there a second time is told of, however many there are.
  @Test func manyEqualRows() throws {
    let count = 50_000
    for row in ["11 1 00", "00 0 -"] {
      let found = try mistakes(["00 0 -"] + Array(repeating: row, count: count) + ["1101 2 11"])
      #expect(found.count { if case .duplicate = $0.kind { true } else { false } } >= count - 1)
    }
  }

  @Test func aDeepChainDoesNotOverflowTheStack() throws {
    let levels = try #require(Levels((0..<64).map { Level(id: "l\($0)", label: "l\($0)") }))
    var texts = ["c0 0 -"]
    for depth in 1..<64 { texts.append("c\(depth) \(depth) c\(depth - 1)") }
    let registry = try Registry(levels: levels, groups: [], rows: rows(texts))
    let roster = try registry.roster(in: #require(Month("2016-06")))
    #expect(roster.end.allSatisfy { $0 == 64 })
  }
}
