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
    #expect(Excerpt.of(String(repeating: "长", count: 40)) == String(repeating: "长", count: 40))
  }

  @Test(arguments: [
    ("１３８１２３４５６７８", "１３８********"), ("138 1234 5678", "138 **** ****"), ("138-1234-5678", "138-****-****"),
    ("电话 010－12345678", "电话 010－********"), ("0311-8613556，转 8", "031*-*******，转 8"),
    ("110101 19900307 123X", "110*** ******** ***X"), ("110101 1990 0307 1234。", "110*** **** **** ****。"),
    ("86 138\u{3000}1234\u{3000}5678", "86 138\u{3000}****\u{3000}****"),
    ("2016 138 1234 5678", "2016 138 **** ****"),
    ("٠١٢٣٤٥٦٧٨٩٠", "٠١٢********"), ("138 1234 5678 139 1234 5678", "138 **** **** 139 **** ****"),
    // Dates, money, codes and several numbers are nobody's.
    ("2016-06-01 12:30:00", "2016-06-01 12:30:00"), ("1,234,567,890,123", "1,234,567,890,123"),
    ("12345678.1234", "12345678.1234"), ("3 5 0 12 7 9 4 11 2 8 6", "3 5 0 12 7 9 4 11 2 8 6"),
    ("110101001 2016-06", "110101001 2016-06"), ("110101001 201606", "110101001 201606"),
    ("1200 3400 5600 7800", "1200 3400 5600 7800"), ("120 3400 5600", "120 3400 5600"),
    ("138  1234  5678", "138  1234  5678"),
    (String(repeating: "长", count: 30) + "13812345678", String(repeating: "长", count: 30) + "138*******…"),
    (String(repeating: "长", count: 38) + "13812345678", String(repeating: "长", count: 38) + "13…"),
  ])
  func excerptsMaskNumbersInGroupsAndOfAnyWidth(_ text: String, _ shown: String) {
    #expect(Excerpt.of(text) == shown)
  }

  /// A character may be made of any number of parts; a few are shown of each.
  @Test func excerptsOfLongCharacters() {
    let one = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(Excerpt.of(one).unicodeScalars.count == 8 * Excerpt.limit + 1 && Excerpt.of(one).hasSuffix("…"))
    let families = String(repeating: "👨‍👩‍👧", count: Excerpt.limit)
    #expect(Excerpt.of(families).unicodeScalars.count <= 8 * Excerpt.limit)
    #expect(Excerpt.whole(one).unicodeScalars.count == 100_001)
  }

  /// Those that are passed over for their length alone are none that would be nearest.
  @Test func nearestIsThatOfAllDistances() {
    var random = SplitMix64(seed: 5)
    let letters = Array("abc城乡")
    func word(_ most: Int) -> String {
      String(
        (0..<Int.random(in: 0...most, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a"
        })
    }
    var found = 0
    for _ in 0..<2000 {
      let (name, candidates) = (word(8), (0..<6).map { _ in word(12) })
      let told = candidates.map { ($0, Self.edits(Array(name), Array($0))) }
      let allowed = told.filter { $0.1 <= max(1, max(name.count, $0.0.count) / 2) }
      let best = allowed.min { $0.1 < $1.1 }?.0
      #expect(Nearest.name(to: name, among: candidates) == best)
      found += best == nil ? 0 : 1
    }
    #expect(found > 500 && found < 1990)
  }

  /// By recursion over the first letters.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var known: [[Int]] = a.indices.map { _ in b.map { _ in -1 } }
    func edits(_ i: Int, _ j: Int) -> Int {
      if i == a.count || j == b.count { return a.count - i + b.count - j }
      if known[i][j] >= 0 { return known[i][j] }
      let kept = edits(i + 1, j + 1) + (a[i] == b[j] ? 0 : 1)
      known[i][j] = min(kept, edits(i + 1, j) + 1, edits(i, j + 1) + 1)
      return known[i][j]
    }
    return edits(0, 0)
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
