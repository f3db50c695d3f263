import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// Returns that come as workbooks.
@Suite struct WorkbookReadingTests {
  private typealias Build = WorkbookBuilder
  let fixture: Fixture
  private let headings = Build.row("单位代码", "单位名称", "月份", "动员会", "委员人数", "工作经费", "日期", "评价", "问题")
  /// Style 0 plain, 1 a day, 2 a Chinese month, 3 percent.
  private let styles =
    "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"27\"/><xf numFmtId=\"9\"/></cellXfs>"

  init() throws { fixture = try Fixture() }

  private func read(_ workbook: WorkbookBuilder, path: String = "a.xlsx") throws -> SubmissionReading {
    fixture.read(bytes: try workbook.bytes(), path: path)
  }

  private func told(_ workbook: WorkbookBuilder) throws -> [String] { told(try read(workbook)) }

  private func told(_ reading: SubmissionReading) -> [String] {
    fixture.assemble(reading).findings.map { finding in
      [finding.place.sheet, Fixture.line(finding)].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func givesTheReturnsOfTheSameCSV() throws {
    let county = Build.row(
      "<c><v>130102</v></c>", "长安县", "<c s=\"2\"><v>42522</v></c>", "<c t=\"b\"><v>1</v></c>",
      "<c r=\"G2\" s=\"1\"><v>42535</v></c>", "<c r=\"I2\" t=\"str\"><f>A1</f><v>经费不足</v></c>")
    let town = Build.row(
      "130102001", "城关镇", "2016年6月", "否", "<c><v>9</v></c>", "<c><f>1+1.5</f><v>2.5000000000000004</v></c>",
      "<c r=\"H3\" t=\"inlineStr\"><is><t>好</t></is></c>")
    let found = try read(Build(("月报", "visible", headings + county + town), styles: styles))
    let wanted = fixture.rows(
      "130102,长安县,2016-06,TRUE,,,2016-06-14,,经费不足", "130102001,城关镇,2016年6月,否,9,2.5,,好,")
    #expect(found.findings.isEmpty && wanted.findings.isEmpty)
    let (left, right) = (fixture.assemble(found).returns, fixture.assemble(wanted).returns)
    #expect(left.columns.map(\.values) == right.columns.map(\.values))
    #expect(left.columns.map(\.states) == right.columns.map(\.states))
    #expect(left.statuses == right.statuses && left.texts == right.texts)
    #expect(left.sources == right.sources)
    #expect(left.submissions[0].tables.map(\.sheet) == ["月报"])
  }

  @Test func readsSeveralFormsAndSheets() throws {
    let town = Build.row("130102001", "", "", "是", "<c><v>9</v></c>", "<c><v>1</v></c>")
    let again = Build.row("130102001", "", "", "否", "<c><v>9</v></c>", "<c><v>1</v></c>")
    let other = Build.row("代码", "走访次数") + Build.row("130102", "<c><v>5</v></c>")
    let workbook = Build(
      ("说明", "visible", Build.row("请填写")), ("甲", "visible", headings + town), ("走访", "visible", other),
      ("空", "visible", ""), ("乙", "visible", headings + again), ("旧表", "hidden", headings + again),
      ("参数", "veryHidden", ""))
    let reading = try read(workbook)
    #expect(reading.submission.tables.map(\.sheet) == ["甲", "走访", "乙"])
    #expect(reading.submission.tables.map(\.form) == [0, 1, 0])
    #expect(
      try told(workbook) == [
        "说明 sheet-without-table", "甲 unit-twice 2", "乙 unit-twice 2", "旧表 sheet-hidden", "参数 sheet-hidden",
      ])
    let (returns, findings) = fixture.assemble(reading)
    #expect(returns.columns[6][try fixture.unit("130102")] == 5)
    #expect(returns.sources[1][try fixture.unit("130102")] == ReturnSource(submission: 0, table: 1, row: 2))
    let twice = findings.compactMap { $0.reason as? UnitTwice }
    #expect(
      twice.map(\.other) == [OtherRow(file: "", sheet: "乙", row: 2), OtherRow(file: "", sheet: "甲", row: 2)])
  }

  @Test func tellsFormulasAndErrors() throws {
    let row = Build.row(
      "130102001", "", "", "<c t=\"e\"><f>A1</f><v>#REF!</v></c>", "<c><f>SUM(A1:A2)</f><v></v></c>",
      "<c s=\"3\"><v>0.68</v></c>", attributes: " hidden=\"1\"")
    let code = Build.row("<c><f>VLOOKUP(1)</f></c>", "", "", "是")
    let workbook = Build(("表", "visible", headings + row + code), styles: styles)
    #expect(
      try told(workbook) == [
        "表 rows-hidden 2", "表 cell-error D2 #REF!", "表 cell-formula-empty E2 =SUM(A1:A2)",
        "表 cell-percent F2 68%", "表 cell-formula-empty A3 =VLOOKUP(1)",
      ])
  }

  @Test func daysOfBothEpochs() throws {
    let county =
      "<row><c><v>130102</v></c><c r=\"D2\" t=\"b\"><v>0</v></c><c r=\"G2\" s=\"1\"><v>41073</v></c></row>"
    let workbook = Build(
      ("表", "visible", headings + county), styles: styles, settings: "<workbookPr date1904=\"1\"/>")
    let day = Int64(try #require(Day("2016-06-14")).number)
    let reading = try read(workbook)
    #expect(reading.findings.isEmpty)
    #expect(reading.values == [0, 0, 0, day, 0, 0])
  }

  @Test func daysOfISO8601() throws {
    let county =
      "<row><c><v>130102</v></c><c r=\"C2\" s=\"2\" t=\"d\"><v>2016-06-01T00:00:00</v></c>"
      + "<c r=\"D2\" t=\"b\"><v>0</v></c><c r=\"G2\" s=\"1\" t=\"d\"><v>2016-06-14</v></c></row>"
    let reading = try read(Build(("表", "visible", headings + county), styles: styles))
    #expect(reading.findings.isEmpty)
    #expect(reading.values == [0, 0, 0, Int64(try #require(Day("2016-06-14")).number), 0, 0])
  }

  @Test func saysWhyNoSheetIsRead() throws {
    #expect(
      try told(Build(("甲", "hidden", headings), ("乙", "veryHidden", headings))) == [
        "file-no-sheet", "甲 sheet-hidden", "乙 sheet-hidden",
      ])
    #expect(try told(Build(("甲", "visible", ""))) == ["file-empty"])
    #expect(
      try told(Build(("甲", "visible", Build.row("请填写")), ("乙", "visible", Build.row("单位代码", "甲"))))
        == ["乙 heading-not-found 1"])
    #expect(try told(Build(("甲", "visible", headings))) == ["甲 file-no-rows"])
    var lost = Build(("甲", "visible", headings))
    lost.parts.removeAll { $0.name.hasSuffix(".rels") }
    #expect(try told(lost) == ["甲 file-damaged"])
    var document = Build()
    document.parts = [("word/document.xml", Array("<w/>".utf8))]
    #expect(try told(document) == ["file-not-text"])
  }

  /// The same return in the format of Excel 97, with days of either epoch.
  @Test(arguments: ["legacy-1900", "legacy-1904"]) func readsLegacyWorkbooks(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fixtures/workbooks")
    let bytes = try Array(Data(contentsOf: folder.appending(path: "\(name).xls")))
    let found = fixture.read(bytes: bytes, path: "a.xls")
    let wanted = fixture.rows("130102,长安县,2016-06,是,,,2016-06-14,,经费不足", "130102001,城关镇,,否,9,2.5,,好,")
    #expect(found.findings.map(Fixture.line) == [])
    #expect(found.values == wanted.values && found.states == wanted.states && found.texts == wanted.texts)
    #expect(found.submission.tables.map(\.sheet) == ["月报"])
    // Cut off or damaged, it is told.
    for length in [600, 2000, bytes.count / 2] {
      let cut = fixture.read(bytes: Array(bytes.prefix(length)))
      #expect(cut.rows.isEmpty && !cut.findings.isEmpty)
    }
  }

  /// Hidden sheets, hidden rows, damaged sheets and damaged texts of Excel 97 are told as those of later ones.
  @Test func tellsOfLegacySheets() throws {
    let columns = Fixture.headings.split(separator: ",").enumerated()
    let headings = columns.map { LegacyBook.label(0, $0, String($1)) }
    let town = [
      LegacyBook.number(1, 0, 130_102_001), LegacyBook.label(1, 3, "是"), LegacyBook.number(1, 4, 9),
    ]
    let hidden = (0x0208, [1, 0] + [UInt8](repeating: 0, count: 10) + [0x20, 0, 0, 0])
    let half = (0x0204, LegacyBook.cell(1, 8) + [1, 0, 1, 0x3D, 0xD8])
    var book = LegacyBook()
    book.sheet = headings + [hidden] + town + [half]
    book.others = [
      .init(name: "旧表", state: 1, records: headings + town), .init(name: "图", type: 2),
      .init(name: "坏", records: headings + town + [LegacyBook.Record(0x0203, [])]),
    ]
    let reading = fixture.read(bytes: LegacyFile(book.stream).bytes, path: "a.xls")
    #expect(reading.submission.tables.map(\.sheet) == ["甲"])
    #expect(reading.values.prefix(2) == [1, 9])
    #expect(
      told(reading) == ["甲 rows-hidden 2", "甲 cell-undecodable I2 FF", "旧表 sheet-hidden", "坏 file-damaged"])
  }
}
