import Model
import Testing

@testable import Pipeline

/// Configurations made to take the reader for ever, or all memory: each is told, at its place.
@Suite struct HostileYAMLTests {
  /// A few lines that stand for 2 to the power of 40 nodes, as a value and in every kind of key.
  @Test(arguments: [
    "indicators: *l39\n", "*l39 : 1\n", "*l39: 1\n", "? *l39\n: 1\n", "levels: {*l39 : 1}\n",
    "b: {x, *l39}\n",
    "b: {c: 1, *l39:[x]}\n", "b: [*l39: 1]\n", "[*l39]: 1\n", "&q [*l39]: 1\n", "!!seq [*l39]: 1\n",
    "{x: *l39}: 1\n",
    "b: {[*l39, x]: 1}\n", "b: {<<: *l39}\n", "b: {\"x\":*l39}\n", "b: {x: *l39, x: *l39}\n",
    "t: \"p *q, \", *l39: 1\n",
  ])
  func aliasesOfAliases(_ end: String) throws {
    var text = "name: x\nforms: []\na: &l0 [x, x]\n"
    for level in 1..<40 { text += "a\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]\n" }
    guard case .failure(let found) = try readConfig(text + end, []) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.map { "\($0.line):\($0.column)" } == ["4:10"])
    #expect(found.all.first?.message(.en).contains("aliases") == true)
  }

  /// Texts are compared, for which their marks are put into order: one label of a megabyte took minutes.
  @Test(.timeLimit(.minutes(1))) func charactersOfMarksWithoutEnd() throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 120_000)
    let spelt = String(repeating: "\\u0301\\u0323", count: 10_000)
    for (label, place) in [("e\(marks)", "3:1"), ("\"e\(spelt)\"", "3:29")] {
      let text = "name: x\nforms: [monthly]\nindicators: [{id: a, label: \(label), sum: fund}]\n"
      guard case .failure(let found) = try readConfig(text, [("monthly", plainForm)]) else {
        Issue.record("no mistake was found")
        continue
      }
      #expect(found.all.map { "\($0.line):\($0.column)" } == [place])
      #expect(found.all.first?.message(.en).contains("combining marks") == true)
      #expect(found.all.allSatisfy { $0.source.utf8.count < 1000 })
    }
  }

  @Test func signsOfAliasesInTextsAreText() throws {
    let text =
      "name: \"R&D *l\"\nforms: [monthly]\n# &l *l\n"
      + "indicators: [{id: a, label: &l 'A &b *b', sum: fund}, {id: b, label: 3 *b &c, sum: fund}]\n"
    let campaign = try readConfig(text, [("monthly", plainForm)]).get()
    #expect(campaign.name == "R&D *l")
    #expect(campaign.indicators.map(\.label) == ["A &b *b", "3 *b &c"])
  }

  @Test func hostileYAMLEnds() throws {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 20_000),
      "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "\0", "name: !!binary x", "? {a: b}\n: c\n",
      "name: x\nname: y\nforms: []\n",
    ] {
      guard case .failure(let found) = try readConfig(text, []) else { continue }
      #expect(!found.all.isEmpty)
    }
  }
}
