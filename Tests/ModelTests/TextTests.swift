import Model
import Testing
import TestSupport

@Suite struct TextTests {
  @Test func codesOrderAsText() throws {
    var random = SplitMix64(seed: 3)
    let letters = Array("0123456789ABCxyz-_.")
    let texts = (0..<2_000).map { _ in
      String(
        (0..<Int.random(in: 1...16, using: &random)).map { _ in letters.randomElement(using: &random) ?? "0" }
      )
    }
    let codes = try texts.map { try #require(UnitCode($0)) }
    #expect(codes.map(\.description) == texts)
    #expect(codes.sorted().map(\.description) == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test(arguments: ["", "12345678901234567", "11 01", "１１", "11\0", "a/b"])
  func notACode(_ text: String) { #expect(UnitCode(text) == nil) }

  @Test(arguments: [
    ("fnd", "fund"), ("动员", "动员会"), ("kickof_rate", "kickoff_rate"), ("townshp", "township"),
  ])
  func nearest(_ typed: String, _ meant: String) {
    #expect(Nearest.name(to: typed, among: ["fund", "动员会", "kickoff_rate", "township"]) == meant)
  }

  @Test func nothingNear() { #expect(Nearest.name(to: "abcdefgh", among: ["xyz", "fund"]) == nil) }

  @Test func columnLetters() {
    #expect([1, 26, 27, 702, 703, 16384].map(Place.letters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    #expect(Place.letters(0).isEmpty)
  }

  @Test func excerptsMaskLongNumbersAndControls() {
    #expect(Excerpt.of("电话13812345678") == "电话138********")
    #expect(Excerpt.of("110101199003071234").filter { $0 == "*" }.count == 15)
    #expect(Excerpt.of("1234567890") == "1234567890")
    #expect(Excerpt.of("a\nb\u{202E}c") == "a␣b␣c")
    #expect(Excerpt.of(String(repeating: "长", count: 100)) == String(repeating: "长", count: 40) + "…")
  }

  @Test func statesOfNothingDiffer() {
    var column = ItemColumn(count: 3)
    column.set(0, .value, 0)
    column.set(1, .notApplicable, 7)
    #expect(column[0] == 0)
    #expect(column[1] == nil)
    #expect(column.values[1] == 0)
    #expect(column.states[2] == .notReported)
    #expect(CellState.allCases.filter(\.isAnswered) == [.notApplicable, .value])
  }
}
