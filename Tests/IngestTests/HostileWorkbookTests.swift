import Testing
import TestSupport

@testable import Ingest

/// Workbooks made to break a reader: each is told, in bounded time and memory.
@Suite struct HostileWorkbookTests {
  private typealias Build = WorkbookBuilder
  let fixture: Fixture
  private let good =
    Build.row("单位代码", "动员会", "委员人数", "工作经费")
    + Build.row("130102001", "是", "<c><v>9</v></c>", "<c><v>1</v></c>")

  init() throws { fixture = try Fixture() }

  private func told(_ workbook: WorkbookBuilder) throws -> [String] {
    fixture.told(fixture.read(bytes: try workbook.bytes()))
  }

  private func sheet(_ text: String) throws -> [String] {
    var workbook = Build(("表", "visible", ""))
    workbook.add("xl/worksheets/sheet0.xml", text)
    return try told(workbook)
  }

  @Test func partsThatUnpackWithoutEnd() throws {
    var workbook = Build(("表", "visible", ""))
    workbook.parts.removeAll { $0.name == "xl/worksheets/sheet0.xml" }
    var blanks = [UInt8](repeating: 0x20, count: 257 << 20)
    blanks.replaceSubrange(0..<11, with: Array("<worksheet>".utf8))
    workbook.parts.append(("xl/worksheets/sheet0.xml", blanks))
    #expect(try told(workbook) == ["workbook-too-large"])
  }

  @Test func moreSheetsThanAreRead() throws {
    var workbook = Build(("表", "visible", good))
    let sheets = (0...WorkbookLimits.sheets).map {
      "<sheet name=\"\($0)\" sheetId=\"\($0 + 1)\" r:id=\"r0\"/>"
    }
    let text = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    workbook.add(
      "xl/workbook.xml",
      "<workbook \(Build.namespace) \(text)><sheets>\(sheets.joined())</sheets></workbook>")
    #expect(try told(workbook) == ["workbook-too-large"])
  }

  /// Each finding of a sheet tells its name.
  @Test func namesOfSheetsWithoutEnd() throws {
    for name in [String(repeating: "长", count: 100_000), "e" + String(repeating: "\u{301}", count: 100_000)] {
      let bytes = try Build((name, "visible", good), (name + "二", "visible", good)).bytes()
      let reading = fixture.read(bytes: bytes)
      #expect(reading.rows.count == 2 && reading.sheets.allSatisfy { $0.utf8.count < 200 })
      // The bytes are there as long as the workbook.
      let names = try unsafe bytes.withUnsafeBytes { try unsafe OpenWorkbook($0).sheets.map(\.name) }
      #expect(names.allSatisfy { $0.unicodeScalars.count <= WorkbookSheet.longestName })
    }
  }

  @Test func manyEmptyStyledCells() throws {
    let cells = String(repeating: "<c s=\"0\"/>", count: 1000)
    let rows = String(repeating: "<row>\(cells)</row>", count: 2000)
    #expect(try told(Build(("表", "visible", good + rows))) == [])
  }

  @Test func documentTypesAndEntities() throws {
    let bomb = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"
    #expect(try sheet(bomb) == ["file-damaged"])
    let outside = "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>"
    #expect(try sheet(outside) == ["file-damaged"])
    var workbook = Build(("表", "visible", good))
    workbook.add("xl/workbook.xml", bomb)
    #expect(try told(workbook) == ["file-damaged"])
  }

  @Test func deepAndLongElements() throws {
    #expect(try sheet(String(repeating: "<a>", count: 65)) == ["file-damaged"])
    let long = String(repeating: "a", count: 5 << 20)
    #expect(try sheet("<worksheet a=\"\(long)\"/>") == ["file-broken"])
    let text = "<c t=\"inlineStr\"><is><t>\(String(repeating: "长", count: 400_000))</t></is></c>"
    #expect(try told(Build(("表", "visible", good + "<row>\(text)</row>"))) == ["file-broken A3"])
  }

  @Test func placesBeyondTheSheet() throws {
    let row = "<row r=\"1048577\"><c><v>1</v></c></row>"
    #expect(try told(Build(("表", "visible", good + row))) == ["workbook-too-large 1048577"])
    let column = "<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>"
    #expect(try told(Build(("表", "visible", good + column))) == ["file-broken XFE3"])
    // Whatever is written as a column, the finding's place is one that can be shown.
    let word = "<row r=\"3\"><c r=\"Jexample3\"><v>1</v></c></row>"
    #expect(try told(Build(("表", "visible", good + word))) == ["file-broken XFE3"])
    let backwards = "<row r=\"9\"><c r=\"B9\"><v>1</v></c><c r=\"A9\"><v>1</v></c></row>"
    #expect(try told(Build(("表", "visible", good + backwards))).contains("file-damaged B9"))
    let missing = "<row r=\"9\"><c t=\"s\"><v>7</v></c></row>"
    #expect(try told(Build(("表", "visible", good + missing))) == ["file-damaged A9"])
  }

  @Test func rowsSpreadFarApart() throws {
    let row = "<row><c t=\"str\"><v>合计</v></c><c r=\"XFD1\" t=\"str\"><v>甲</v></c></row>"
    let rows = String(repeating: row, count: 2100)
    let found = try told(Build(("表", "visible", good + rows)))
    #expect(found.contains("workbook-too-large XFD2050"), "\(found.last ?? "")")
  }

  /// A file of a few kilobytes whose cells all have the same long text.
  @Test func textsSharedByManyCells() throws {
    let cell = "<row><c t=\"s\"><v>0</v></c></row>"
    var workbook = Build(("表", "visible", String(repeating: cell, count: 10)))
    workbook.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "<Relationship Id=\"r0\" Type=\"x/worksheet\" Target=\"worksheets/sheet0.xml\"/></Relationships>")
    let text = String(repeating: "长", count: 3000)
    workbook.add("xl/sharedStrings.xml", "<sst \(Build.namespace)><si><t>\(text)</t></si></sst>")
    let bytes = try workbook.bytes()
    for (room, row) in [(90_000, nil), (89_999, 10), (8_999, 1)] {
      // The bytes are there as long as the workbook.
      let fault = try unsafe bytes.withUnsafeBytes { bytes -> RecordFault? in
        let workbook = try unsafe OpenWorkbook(bytes)
        workbook.texts = CellTexts(room)
        let reader = try workbook.records(of: 0)
        var record = Ingest.Record()
        do throws(RecordFault) { while try reader.next(into: &record) {} } catch { return error }
        return nil
      }
      #expect(fault?.row == row && fault?.kind == row.map { _ in .tooMuchText })
    }
  }

  @Test func moreTextThanIsRead() throws {
    var record = Ingest.Record()
    record.append([UInt8](repeating: 65, count: 1 << 20).span, kind: .text, at: 3)
    var texts = CellTexts()
    for _ in 0..<WorkbookLimits.texts >> 20 { try texts.take(record) }
    #expect(throws: RecordFault.Kind.tooMuchText) { try texts.take(record) }
  }

  /// What ends the reading is shown, however many findings stand before it.
  @Test func faultsAreShownBeforeOthers() throws {
    let rows = String(repeating: Build.row("999", "是"), count: 1100)
    let found = try told(Build(("表", "visible", good + rows + "<row r=\"1\"/>")))
    #expect(found.count == 1000)
    #expect(found.contains("file-damaged 1102"), "\(found.suffix(3))")
  }

  /// Wherever an archive is cut off or damaged, it is read or told.
  @Test(arguments: 0..<60) func damagedArchives(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = try Build(("表", "visible", good)).bytes()
    if seed.isMultiple(of: 2) {
      bytes.removeLast(Int.random(in: 1..<bytes.count - 8, using: &random))
    } else {
      for _ in 0..<4 {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    let reading = fixture.read(bytes: bytes)
    #expect(reading.rows.count == 1 || !reading.findings.isEmpty)
    if seed.isMultiple(of: 2) { #expect(fixture.told(reading) == ["file-damaged"]) }
  }
}
