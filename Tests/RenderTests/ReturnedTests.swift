import Model
import TestSupport
import Testing

@testable import Render

@Suite struct ReturnedTests {
  private struct Reason: FindingReason {
    static let code = "example"
    var severity: Severity
    var words: String
    func message(_ language: Language) -> String { words }
  }

  private let roster: Roster

  init() throws {
    let levels = try #require(Levels([Level(id: "county", label: "县")]))
    let from = try #require(Month("2016-01"))
    let row = RegistryRow(
      code: try #require(UnitCode("1301")), name: "长安县", short: "", level: 0, parent: nil, groups: SmallSet(),
      from: from, to: nil, successor: nil, line: 2)
    roster = try Registry(levels: levels, groups: [], rows: [row]).roster(in: from)
  }

  private func finding(
    _ severity: Severity, row: Int, column: Int, _ words: String, value: String = ""
  ) -> Finding {
    Finding(
      Reason(severity: severity, words: words), at: Place(file: "a/b.csv", row: row, column: column),
      unit: UnitCode("1301"), item: "人数", value: value)
  }

  private var sheet: SheetCopy {
    SheetCopy(
      name: "",
      rows: [
        .init(number: 1, cells: ["月报表"]), .init(number: 2, cells: ["代码", "人数", "电话"]),
        .init(number: 4, cells: ["1301", "约9", "13800000000"]),
      ], isCut: false)
  }

  private func file(_ findings: [Finding], _ sheet: SheetCopy? = nil) -> ReturnedFile {
    ReturnedFile(path: "a/b.csv", findings: findings, sheets: [sheet ?? self.sheet], copyName: "b.xlsx")
  }

  @Test func marksEachPlace() throws {
    let bytes = try AnnotatedWorkbook.render(
      file([
        finding(.note, row: 4, column: 2, "提示的话"), finding(.reject, row: 4, column: 2, "填整数"),
        finding(.query, row: 4, column: 0, "整行"), finding(.query, row: 0, column: 0, "整个文件的话"),
      ]), roster: roster, language: .zh)
    let comments = try Unzip.text("xl/comments1.xml", of: bytes)
    #expect(comments.contains("【不予采用】“人数”填整数\n【提示】“人数”提示的话"))
    #expect(comments.contains("ref=\"B4\""))
    #expect(comments.contains("ref=\"A4\""))
    let list = try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(list.contains("location=\"'b'!B4\""))
    #expect(list.contains("state=\"frozen\""))
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains("【待核实】“人数”：整个文件的话"))
    #expect(strings.contains("13800000000"))
    #expect(try Unzip.text("xl/styles.xml", of: bytes).contains("FFF8B4B4"))
    let copy = try Unzip.text("xl/worksheets/sheet2.xml", of: bytes)
    #expect(copy.contains("ySplit=\"2\""))
    #expect(!copy.contains("<f>"))
  }

  /// A workbook that lies may have sheets of one name, or of names that are shown alike.
  @Test func marksTheFirstSheetOfAName() throws {
    let long = String(repeating: "长", count: Excerpt.limit)
    let sheets = ["甲", long + "一", "甲", long + "二"].map {
      SheetCopy(name: $0, rows: sheet.rows, isCut: false)
    }
    let found = ["甲", Excerpt.of(sheets[1].name), "没有", ""].enumerated().map { index, name in
      var finding = finding(.reject, row: 4, column: index + 1, "改正\(index)")
      finding.place.sheet = name
      return finding
    }
    let bytes = try AnnotatedWorkbook.render(
      ReturnedFile(path: "a/b.xlsx", findings: found, sheets: sheets, copyName: "b.xlsx"), roster: roster,
      language: .zh)
    let first = try Unzip.text("xl/comments1.xml", of: bytes)
    #expect(first.contains("ref=\"A4\"") && first.contains("ref=\"D4\"") && first.contains("改正3"))
    let second = try Unzip.text("xl/comments2.xml", of: bytes)
    #expect(second.contains("ref=\"B4\"") && !second.contains("改正0"))
    #expect(try Unzip.text("xl/comments3.xml", of: bytes).isEmpty)
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("改正2"))
  }

  @Test func saysWhereALargeFileIsCut() throws {
    let cut = SheetCopy(name: "", rows: sheet.rows, isCut: true)
    let bytes = try AnnotatedWorkbook.render(
      file([finding(.reject, row: 99, column: 2, "填整数")], cut), roster: roster, language: .en)
    let strings = try Unzip.text("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains("copied up to row 4"))
    #expect(!(try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)).contains("hyperlink "))
    #expect(try Unzip.text("xl/comments1.xml", of: bytes).isEmpty)
  }

  @Test func placesThatNoSheetHasAreListed() throws {
    let last = SheetCopy(name: "", rows: [.init(number: SheetCopy.lastRow, cells: ["x"])], isCut: false)
    let bytes = try AnnotatedWorkbook.render(
      file(
        [
          finding(.reject, row: 1, column: 16_385, "列数过多"),
          finding(.reject, row: SheetCopy.lastRow + 1, column: 1, "行数过多"),
        ], last), roster: roster, language: .zh)
    #expect(try Unzip.text("xl/comments1.xml", of: bytes).contains("ref=\"XFD1\""))
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("行数过多"))
  }

  @Test func worstComesFirst() {
    let findings = [
      finding(.note, row: 1, column: 1, "c"), finding(.query, row: 2, column: 1, "b"),
      finding(.reject, row: 9, column: 1, "a"), finding(.query, row: 3, column: 1, "b2"),
    ]
    #expect(file(findings).findings.map { $0.reason.message(.zh) } == ["a", "b", "b2", "c"])
  }

  @Test func excerptMarksTheCell() {
    let lines = FindingExcerpt.lines(
      finding(.reject, row: 4, column: 2, "填整数"), in: [sheet], paint: Paint(isOn: false))
    #expect(lines == [" 4 │ 1301 │ 约9 │ 138********", "   │        ^^^"])
  }

  @Test func excerptOfAWholeRowOrOfNone() {
    let row = FindingExcerpt.lines(
      finding(.query, row: 2, column: 0, "x"), in: [sheet], paint: Paint(isOn: false))
    #expect(row == [" 2 │ 代码 │ 人数 │ 电话", "   │ ^^^^^^^^^^^^^^^^^^"])
    let none = FindingExcerpt.lines(
      finding(.query, row: 3, column: 1, "x"), in: [sheet], paint: Paint(isOn: false))
    #expect(none.isEmpty)
  }

  @Test func excerptHoldsNoEscapes() {
    let hostile = SheetCopy(
      name: "", rows: [.init(number: 1, cells: ["\u{1B}[31mred", "x"])], isCut: false)
    let lines = FindingExcerpt.lines(
      finding(.reject, row: 1, column: 9, "x"), in: [hostile], paint: Paint(isOn: false))
    #expect(!lines.joined().contains("\u{1B}"))
    let coloured = FindingExcerpt.lines(
      finding(.reject, row: 1, column: 2, "x"), in: [hostile], paint: Paint(isOn: true))
    #expect(coloured.last?.hasSuffix("\u{1B}[1;31m^\u{1B}[0m") == true)
  }

  @Test func theBasisDiffersWhereverTheCopyDoes() throws {
    let first = finding(.query, row: 4, column: 2, "填整数", value: "约9")
    var variants = [
      [], [first], [first, first], [finding(.reject, row: 4, column: 2, "填整数", value: "约9")],
      [finding(.query, row: 5, column: 2, "填整数", value: "约9")],
      [finding(.query, row: 4, column: 1, "填整数", value: "约9")],
      [finding(.query, row: 4, column: 2, "填数", value: "约9")],
      [finding(.query, row: 4, column: 2, "填整数", value: "9")],
    ].map { file($0) }
    for change in [
      { (finding: inout Finding) in finding.unit = nil }, { $0.item = "" }, { $0.place.sheet = "二" },
      { (finding: inout Finding) in (finding.item, finding.value) = ("人", "数约9") },
    ] {
      var other = first
      change(&other)
      variants.append(file([other]))
    }
    variants.append(
      ReturnedFile(path: "a/c.csv", findings: [first], sheets: [sheet], copyName: "b.xlsx"))
    var made: [[UInt8]: [UInt8]] = [:]
    for language in Language.allCases {
      for variant in variants {
        let basis = AnnotatedWorkbook.basis(of: variant, roster: roster, language: language)
        let copy = try AnnotatedWorkbook.render(variant, roster: roster, language: language)
        #expect(made[basis] == nil)
        made[basis] = copy
      }
    }
    // Where it came from is no part of it: a name is shown, the folders are not.
    var moved = file([first])
    moved.path = "z/b.csv"
    let basis = AnnotatedWorkbook.basis(of: moved, roster: roster, language: .zh)
    #expect(try made[basis] == AnnotatedWorkbook.render(moved, roster: roster, language: .zh))
  }
}
