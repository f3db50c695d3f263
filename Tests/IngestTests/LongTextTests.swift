import Model
import Testing
import TestSupport

@testable import Ingest

/// Texts that are longer than any that a person types: they are read in the time of their size, and what is said of them
/// is short.
@Suite struct LongTextTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test func marksBeyondThoseOfAnyWriting() {
    let most = String(repeating: "\u{301}", count: CombiningMarks.most)
    let whole = "e\(most)动员会x\(most)\u{0E48}"
    #expect(CombiningMarks.limited("e\(most)动") == "e\(most)动")
    let limited = CombiningMarks.limited("e\(most)\u{301}\u{323}动员会x\(most)\u{0E48}")
    #expect(limited.unicodeScalars.elementsEqual(whole.unicodeScalars.dropLast()))
    // Kana and their marks, Hangul, Thai, and characters whose parts are no marks stay.
    for text in ["が\u{3099}ハ\u{309A}", "ที่นี่", "각\u{11A8}", "👨‍👩‍👧🇨🇳", "e\u{323}\u{302}"] {
      let many = String(repeating: text, count: 60)
      #expect(CombiningMarks.limited(many).unicodeScalars.elementsEqual(many.unicodeScalars))
    }
  }

  /// Of every character: the ranges that are passed over hold no marks.
  @Test func everyMarkIsOne() {
    for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
      let isMark = scalar.properties.canonicalCombiningClass != .notReordered
      guard isMark || scalar.value < 0x300 || (0x3100..<0xA66F).contains(scalar.value) else { continue }
      let text = String(repeating: Character(scalar), count: CombiningMarks.most + 1)
      if CombiningMarks.areTooMany(in: text) != isMark {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  private static let texts = [
    "e" + String(repeating: "\u{301}\u{323}", count: 150_000),
    String(repeating: "长", count: 300_000), String(repeating: "Ａ", count: 300_000),
    String(repeating: " ", count: 500_000) + String(repeating: "1,", count: 200_000),
    String(repeating: "👨‍👩‍👧", count: 40_000), String(repeating: "\u{200D}", count: 300_000) + "x",
    String(repeating: "138001380001", count: 70_000),
  ]

  /// In every column, of sheets with and without codes.
  @Test(.timeLimit(.minutes(1)), arguments: texts.indices) func inEveryColumn(kind: Int) {
    let text = Self.texts[kind]
    let quoted = "\"\(text)\""
    let cells = ["130102001", "城关镇", "2016-06", "是", "3", "1.5", "", "好", ""]
    for column in cells.indices {
      var row = cells
      row[column] = quoted
      let reading = fixture.rows(row.joined(separator: ","))
      for finding in reading.findings {
        #expect(finding.value.utf8.count <= 2000)
        #expect(finding.reason.message(.zh).utf8.count <= 4000)
      }
      #expect(reading.texts.allSatisfy { $0.unicodeScalars.count <= TextCell.limit })
    }
    let named = fixture.read("单位名称,动员会\n\(quoted),是\n长安县\(quoted),是\n", sender: "130102")
    #expect(named.rows.isEmpty && named.findings.allSatisfy { $0.value.utf8.count <= 2000 })
    let headed = fixture.read("\(quoted)\n单位代码,\(quoted),动员会\n130102001,\(quoted),是\n", sender: "130102")
    #expect(headed.rows.count == 1 && headed.findings.allSatisfy { $0.value.utf8.count <= 2000 })
  }

  /// For a name that is not known the names that are like it are looked for, while what is found is shown.
  @Test func manyUnknownNames() throws {
    let names = (0..<FindingLog.limit + 20).map { "城关镇\($0),是\n" }
    let reading = fixture.read("单位名称,动员会\n" + names.joined(), sender: "130102")
    #expect(reading.omittedFindings == 20)
    let alike = reading.findings.compactMap { $0.reason as? UnitNameUnknown }.map(\.candidates.count)
    #expect(alike.count == FindingLog.limit && alike.allSatisfy { $0 == 1 })
  }

  /// The end of a long name is looked for among the names, each place tried.
  @Test func longNamesInFull() throws {
    let names = fixture.reader.context.names(within: nil)
    let unit = try fixture.unit("130102001")
    #expect(names.namedInFull("长安县城关镇", fixture.roster) == [unit])
    #expect(names.namedInFull("全国长安县城关镇", fixture.roster) == [unit])
    #expect(names.namedInFull(String(repeating: "城", count: 1000) + "长安县城关镇", fixture.roster) == [])
    #expect(names.namedInFull("城关镇", fixture.roster) == [])
  }
}
