import TestSupport
import Testing

@testable import Model

/// Trees laid out in the order of codes must be those laid out by going through them.
@Suite struct TreeOrderTests {
  private struct Tree {
    var rows: [RegistryRow] = []
    var order: [Int] = []
    var codes: [UnitCode] { order.map { rows[$0].code } }
  }

  /// A tree of random codes; in `isNested` trees a code begins with that of the unit above, as official codes do.
  private static func tree(_ random: inout SplitMix64, isNested: Bool) throws -> Tree {
    var tree = Tree()
    let first = try #require(Month("2016-01"))
    var names: Set<String> = ["1"]
    var units: [(code: String, level: Int)] = [("1", 0)]
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      guard let parent = units.randomElement(using: &random), parent.level < 4 else { continue }
      let part = "\(Int.random(in: 10..<99, using: &random))"
      let code = isNested ? parent.code + part : part + "\(Int.random(in: 0..<9, using: &random))"
      guard names.insert(code).inserted else { continue }
      units.append((code, parent.level + 1))
      try tree.rows.append(row(code, level: parent.level + 1, parent: parent.code, first))
    }
    try tree.rows.append(row("1", level: 0, parent: nil, first))
    tree.rows.shuffle(using: &random)
    tree.order = tree.rows.indices.sorted { tree.rows[$0].code < tree.rows[$1].code }
    return tree
  }

  private static func row(_ code: String, level: Int, parent: String?, _ from: Month) throws -> RegistryRow {
    RegistryRow(
      code: try #require(UnitCode(code)), name: "", short: "", level: level,
      parent: parent.flatMap { UnitCode($0) }, groups: SmallSet(), from: from, to: nil, successor: nil,
      line: 1)
  }

  @Test func orderOfCodesIsThatOfTheTree() throws {
    var random = SplitMix64(seed: 5)
    var quick = 0
    for round in 0..<400 {
      let tree = try Self.tree(&random, isNested: round % 4 != 0)
      let slow = TreeOrder(tree.rows, tree.order, tree.codes)
      #expect(slow.places.count == tree.rows.count)
      guard let fast = TreeOrder(inOrderOf: tree.rows, tree.order) else { continue }
      quick += 1
      #expect(fast.places == slow.places)
      #expect(fast.parents == slow.parents)
      #expect(fast.ends == slow.ends)
    }
    #expect(quick >= 300)
  }

  @Test func prefixesMakeTheTree() throws {
    let month = try #require(Month("2016-01"))
    let levels = try #require(
      Levels((0..<4).map { Level(id: "l\($0)", label: "") }))
    var random = SplitMix64(seed: 9)
    for _ in 0..<100 {
      let texts = Set(
        (0..<Int.random(in: 0..<40, using: &random)).map { _ in
          let length = [2, 4, 6, 7].randomElement(using: &random) ?? 2
          return String((0..<length).map { _ in Character("\(Int.random(in: 0..<3, using: &random))") })
        })
      let codes = texts.compactMap { UnitCode($0) }.sorted()
      let roster = try #require(
        Roster(prefixes: [2, 4, 6], of: codes, levels: levels, groups: [], in: month))
      var wanted: Set<String> = ["0"]
      for text in texts where text.count != 7 {
        for length in [2, 4, 6] where length <= text.count { wanted.insert(String(text.prefix(length))) }
      }
      // It is that of a registry which says the same.
      let rows = wanted.sorted().enumerated().compactMap { place, text -> RegistryRow? in
        let above = text == "0" ? nil : text.count == 2 ? "0" : String(text.dropLast(2))
        return UnitCode(text).map {
          RegistryRow(
            code: $0, name: "", short: "", level: text == "0" ? 0 : text.count / 2,
            parent: above.flatMap { UnitCode($0) }, groups: SmallSet(), from: month, to: nil, successor: nil,
            line: place + 1)
        }
      }
      let said = try Registry(levels: levels, groups: [], rows: rows).roster(in: month)
      #expect(roster.units == said.units)
      #expect(roster.parent == said.parent)
      #expect(roster.end == said.end)
      for (index, unit) in roster.units.enumerated() { #expect(roster.index(of: unit.code) == index) }
      #expect(UnitCode("0000001").flatMap { roster.index(of: $0) } == nil)
    }
  }
}
