import Model
import TestSupport
import Testing

@testable import Render

@Suite struct BulletinWorkbookTests {
  /// A city whose counties have these names, each with a share, a total and a composition.
  private func edition(_ names: [String] = EditionFixture.names, language: Language = .zh) throws -> Edition {
    var edition = try EditionFixture.edition(language, names: names)
    for unit in 0...names.count {
      let number = Int64(unit == 0 ? 7 : 1)
      edition.figures[unit] = [
        EditionFixture.figure(unit, EditionFixture.townshipRate, number, of: 8),
        EditionFixture.figure(unit, EditionFixture.fund, number * 125, decimals: 2),
        EditionFixture.figure(unit, EditionFixture.officials, number, of: 12),
      ]
    }
    return edition
  }

  private func formulas(_ bytes: [UInt8]) throws -> [String] {
    try Unzip.all(bytes).split(separator: "<f>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }

  static let hostile = [
    "=HYPERLINK(\"http://example.org\",\"x\")", "+1", "@x", "{=1+1}", "a\u{1}b\u{202E}c", "😀_x0041_<&>",
  ]

  @Test func textsFromDataAreNeverActive() throws {
    var edition = try edition(Self.hostile)
    edition.campaign.organisation = "=1+1"
    edition.campaign.title = "&[Path]&D"
    edition.campaign.indicators[0].label = "=cmd|'/c calc'!A0"
    edition.campaign.indicators[3].label = "=SUM(A1)"
    let bytes = try BulletinWorkbook.render(edition)
    let found = try formulas(bytes)
    #expect(found.count > 20)
    // Of the program's own formulas there are few, over cells of the same sheet.
    let own =
      #/(IF\([A-Z]+\d+=0,"—",ROUND\([^"!]+\)/\d+\)|IF\(ROUND\(SUM\([A-Z0-9:]+\)-[A-Z]+\d+,\d\)=0,"相符","不符"\))/#
    for formula in Set(found) {
      let text = formula.replacing("&quot;", with: "\"")
      #expect(text.wholeMatch(of: own) != nil, "\(text)")
    }
    let all = try Unzip.all(bytes)
    #expect(!all.contains("TargetMode=\"External\"") && !all.contains("<hyperlink r:id"))
    #expect(all.contains(">=HYPERLINK(\"http://example.org\",\"x\")</t>"))
    #expect(all.contains("<t>abc</t>") && !all.contains("\u{202E}"))
    #expect(all.contains("<a:t> =cmd"))
    #expect(!all.contains("<c:f>=") && !all.contains("<c:f>cmd"))
  }

  @Test func whatIsTooLongIsCutAndSaysSo() throws {
    let long = String(repeating: "长", count: 40_000)
    let cell = BookText.cell(long, .zh)
    #expect(cell.utf16.count == WorkbookText.longestCell && cell.hasSuffix("……（文字过长，以下从略）"))
    #expect(BookText.cell("短", .zh) == "短")
    let bytes = try BulletinWorkbook.render(try edition([long, "乙"]))
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("……（文字过长，以下从略）"))
  }

  @Test func longNumbersAreTextsAndNoFormulaRefersToThem() throws {
    var edition = try edition(["甲", "乙"])
    edition.figures[0]?[0].numerator = 1_234_567_890_123_456
    edition.figures[0]?[0].denominator = 2_000_000_000_000_000
    let bytes = try BulletinWorkbook.render(edition)
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains("<t>1,234,567,890,123,456</t>"))
    let sheet = try Unzip.text("xl/worksheets/sheet4.xml", of: bytes)
    #expect(!sheet.contains("<f>IF(I6=0") && sheet.contains("<f>IF(I7=0"))
  }

  @Test func aPartThatOverlapsIsNotChecked() throws {
    var edition = try edition(["甲", "乙"])
    edition.figures[0]?[1].numerator = 250
    #expect(
      try formulas(BulletinWorkbook.render(edition)).contains { $0.hasPrefix("IF(ROUND(SUM(C7:C8)-C6,2)") })
    // The whole has something that none of the units below has.
    edition.figures[0]?[1].numerator = 251
    #expect(
      try !formulas(BulletinWorkbook.render(edition)).contains { $0.hasPrefix("IF(ROUND(SUM(C7:C8)-C6,2)") })
  }

  @Test(arguments: [Language.zh, .en])
  func isFitToBePublished(_ language: Language) throws {
    var edition = try edition(language: language)
    edition.isProvisional = true
    let bytes = try BulletinWorkbook.render(edition)
    let all = try Unzip.all(bytes)
    #expect(!all.contains("<mergeCell"))
    let core = try Unzip.text("docProps/core.xml", of: bytes)
    #expect(core.contains("1980-01-01T00:00:00Z") && core.contains("<dc:creator></dc:creator>"))
    let sheet = try Unzip.text("xl/worksheets/sheet4.xml", of: bytes)
    for part in [
      "state=\"frozen\"", "<dataBar", "fitToHeight=\"0\"", "&amp;P / &amp;N", "orientation=\"landscape\"",
    ] {
      #expect(sheet.contains(part), "\(part)")
    }
    let workbook = try Unzip.text("xl/workbook.xml", of: bytes)
    #expect(workbook.contains("_xlnm.Print_Area") && workbook.contains("_xlnm.Print_Titles"))
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains(language.pick("初步数据", "provisional")))
    #expect(strings.contains(language.pick("[注1]", "[note 1]")))
    #expect(language == .zh || !strings.contains("分单位"))
    #expect(try Unzip.list(bytes).contains("xl/charts/chart1.xml"))
  }

  /// Half up, as the integers say it: 57 of 200 is 28.5 %, which binary fractions would make 28.
  @Test func formulasScaleBeforeTheyDivide() {
    let (above, below) = (CellAddress(6, 3), CellAddress(6, 4))
    #expect(
      OwnFormula.quotient(above, by: below, roundedTo: 2).text == "IF(D6=0,\"—\",ROUND(C6*100/D6,0)/100)")
    #expect(
      OwnFormula.quotient(above, decimals: 2, by: below, roundedTo: 1).text
        == "IF(D6=0,\"—\",ROUND(ROUND(C6*100,0)/(D6*10),0)/10)")
    #expect(OwnFormula.quotient(above, by: below, roundedTo: 0).text == "IF(D6=0,\"—\",ROUND(C6/D6,0))")
  }
}
