import Model
import TestSupport
import Testing

@testable import Render

@Suite struct WorkbookTests {
  /// A workbook of one sheet with these texts in column A.
  private func workbook(_ texts: [String]) throws -> [UInt8] {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet("表")
    for (index, text) in texts.enumerated() {
      writer.write(text, at: CellAddress(index + 1, 1), of: sheet, CellStyle(fill: 0xFF0000))
    }
    return try writer.finish()
  }

  @Test func textsAreNeverFormulas() throws {
    let bytes = try workbook(["=1+1", "+2", "-3", "@A1", "{=1}", "http://example.org"])
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("<t>=1+1</t>"))
    let sheet = try Unzip.text("xl/worksheets/sheet1.xml", of: bytes)
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.contains("<hyperlink"))
  }

  @Test func sameInputSameBytes() throws {
    let bytes = try workbook(["甲", "乙"])
    let again = try workbook(["甲", "乙"])
    #expect(bytes == again)
    #expect(try Unzip.text("docProps/core.xml", of: bytes).contains("1980-01-01T00:00:00Z"))
    let entries = try Unzip.list(bytes).split(separator: "\n").filter { $0.contains(".xml") }
    #expect(!entries.isEmpty)
    #expect(entries.allSatisfy { $0.contains("1980-01-01 00:00") })
  }

  @Test func textsFitIntoCells() {
    #expect(WorkbookText.cell("a\u{0}b\u{8}c\r\nd\te\u{FFFF}") == "abc\nde")
    #expect(WorkbookText.cell(String(repeating: "长", count: 40_000)).utf16.count == 32_767)
    #expect(WorkbookText.cell(String(repeating: "𠮷", count: 40_000)).utf16.count == 32_766)
    #expect(WorkbookText.cell("_x0041_ _xyz_ _x00") == "_x005F_x0041_ _xyz_ _x00")
  }

  @Test func longAndHostileTextsAreWritten() throws {
    let bytes = try workbook([
      String(repeating: "长", count: 40_000), String(repeating: "_x0041_", count: 5_000), "\u{1}<&>\"'", "",
    ])
    #expect(try Unzip.text("xl/sharedStrings.xml", of: bytes).contains("&lt;&amp;&gt;"))
  }

  @Test(arguments: [
    ("a[b]c:d*e?f/g\\h'i", "a_b_c_d_e_f_g_h_i"), ("", "Sheet"), ("History", "History-2"), ("乙", "乙-2"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
  ])
  func sheetName(_ wanted: String, _ name: String) {
    var names = SheetNames()
    #expect(names.take("乙") == "乙")
    #expect(names.take(wanted) == name)
  }

  @Test func namesOfManySheets() {
    var names = SheetNames()
    let long = String(repeating: "a", count: 31)
    let taken = (0..<1000).map { names.take($0.isMultiple(of: 2) ? long : long.uppercased()) }
    #expect(Set(taken.map { $0.lowercased() }).count == 1000)
    #expect(taken.allSatisfy { $0.utf16.count <= 31 })
    #expect(
      taken.prefix(3) == [
        long, String(repeating: "A", count: 29) + "-2", String(repeating: "a", count: 29) + "-3",
      ])
    #expect(names.take("b-2") == "b-2" && names.take("b") == "b" && names.take("b") == "b-3")
  }

  @Test func whatNoSheetHasIsRefused() throws {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet("表")
    writer.write("x", at: CellAddress(1_048_577, 1), of: sheet)
    do throws(WorkbookError) {
      _ = try writer.finish()
      Issue.record("not refused")
    } catch {
      #expect(error.description.hasPrefix("libxlsxwriter: "))
    }
  }

  @Test func anUnfinishedWorkbookIsForgotten() throws {
    var writer = try WorkbookWriter()
    _ = try writer.addSheet("表")
  }
}
