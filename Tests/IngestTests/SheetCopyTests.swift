import Foundation
import Model
import Testing

@testable import Ingest

@Suite struct SheetCopyTests {
  private func sheets(_ bytes: [UInt8], limit: SheetCopy.Limit = .returned) -> [SheetCopy] {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { unsafe SheetCopy.sheets(of: $0, limit: limit) }
  }

  private func rows(_ bytes: [UInt8]) -> [String] {
    sheets(bytes).flatMap(\.rows).map { "\($0.number):" + $0.cells.joined(separator: "|") }
  }

  private static let gbk: [UInt8] = [0xB4, 0xFA, 0xC2, 0xEB]  // 代码

  @Test func keepsCellsAndRowNumbers() {
    #expect(rows(Array("a, b ,\n\n=1,\"x\ny\"\n".utf8)) == ["1:a| b |", "3:=1|x\ny"])
  }

  @Test func knowsDelimitersAndEncodings() {
    #expect(rows(Array("a;b;c\n1;2,5;3\n".utf8)) == ["1:a|b|c", "2:1|2,5|3"])
    #expect(rows(Self.gbk + Array(",b\n".utf8)) == ["1:代码|b"])
    let utf16: [UInt8] = [0xFF, 0xFE, 0xE3, 0x4E, 0x09, 0x00, 0x01, 0x78]
    #expect(rows(utf16) == ["1:代|码"])
    #expect(rows([0xEF, 0xBB, 0xBF] + Array("代码,b".utf8)) == ["1:代码|b"])
  }

  @Test func aDamagedCellDoesNotGarbleTheOthers() {
    #expect(rows(Array("代码,名称,月份\n".utf8) + [0xFF, 0x2C, 0x31]) == ["1:代码|名称|月份", "2:\u{FFFD}|1"])
  }

  @Test func whatIsNoTableHasNoSheets() {
    for bytes in [[], Array("PK\u{3}\u{4}".utf8), Array("\n\n".utf8), Array("%PDF-1.4".utf8)] {
      #expect(sheets(bytes).isEmpty)
    }
  }

  @Test func copiesTheVisibleSheetsOfAWorkbook() throws {
    let day = "<c r=\"C4\" s=\"1\"><v>42535</v></c>"
    var book = WorkbookBuilder(
      (
        "一月", "visible",
        WorkbookBuilder.row("代码", "人数") + WorkbookBuilder.row("<c r=\"A4\"><v>1</v></c>", day)
      ),
      ("藏", "hidden", WorkbookBuilder.row("x")), ("空", "visible", ""),
      ("二月", "visible", WorkbookBuilder.row("y", "=1+1")),
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
    let bytes = try book.bytes()
    #expect(rows(bytes) == ["1:代码|人数", "4:1||2016-06-14", "1:y|=1+1"])
    #expect(sheets(bytes).map(\.name) == ["一月", "空", "二月"])
    let few = sheets(bytes, limit: .init(rows: 1, cells: 3, bytes: 1000))
    #expect(few.map(\.rows.count) == [1, 0, 0])
    #expect(few.map(\.isCut) == [true, false, true])
    #expect(sheets(Array(bytes.prefix(bytes.count / 2))).isEmpty)
    book = WorkbookBuilder(("1", "visible", WorkbookBuilder.row("a") + "<row><c></row>"))
    #expect(rows(try book.bytes()) == ["1:a"])
    #expect(sheets(try WorkbookBuilder(("1", "visible", "")).bytes()).isEmpty)
  }

  @Test func stopsAtAFault() {
    #expect(rows(Array("a,b\n1,\"2\n".utf8)) == ["1:a,b".replacingOccurrences(of: ",", with: "|")])
  }

  @Test func isBounded() {
    let bytes = Array(String(repeating: "1,2\n", count: 50).utf8)
    let few = sheets(bytes, limit: .init(rows: 10, cells: 1000, bytes: 1000))
    #expect(few.map(\.rows.count) == [10])
    #expect(few.map(\.isCut) == [true])
    #expect(sheets(bytes, limit: .init(rows: 100, cells: 30, bytes: 1000)).map(\.rows.count) == [15])
    #expect(sheets(bytes, limit: .init(rows: 100, cells: 1000, bytes: 8)).map(\.rows.count) == [4])
    #expect(sheets(bytes, limit: .init(rows: 50, cells: 1000, bytes: 1000)).map(\.isCut) == [false])
  }

  @Test func endsWhereASheetEnds() {
    let bytes = Array("a\n".utf8) + [UInt8](repeating: 0x0A, count: SheetCopy.lastRow) + Array("b\n".utf8)
    #expect(rows(bytes) == ["1:a"])
    #expect(sheets(bytes).map(\.isCut) == [true])
  }

  @Test func headingRow() {
    let copy = sheets(Array("月报表\n\n代码,名称,人数\n1,2,3\n".utf8))
    #expect(copy.map(\.headingRow) == [3])
    #expect(copy.map(\.width) == [3])
    #expect(sheets(Array("本表由各乡镇填写\n".utf8)).map(\.headingRow) == [0])
  }
}
