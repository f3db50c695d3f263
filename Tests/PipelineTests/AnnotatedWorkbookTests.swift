import Foundation
import Ingest
import Model
import TestSupport
import Testing

@testable import Pipeline
@testable import Render

@Suite struct AnnotatedWorkbookTests {
  private let workspace: Workspace
  private let roster: Roster

  init() throws {
    workspace = try Workspace.open(try #require(fixture("one-city")), language: nil)
    roster = workspace.registry.roster(in: try #require(Month("2016-06")))
  }

  private static let monthly = [
    ["清河县2016年6月对标整改月报表"], ["单位代码", "单位名称", "月份", "动员会", "信息数"],
    ["900101", "清河县", "2016-06", "也许", "3"], ["900101001", "城关镇", "2016-06", "是", "十来条"],
  ]
  private static let visits = [
    ["单位代码", "单位名称", "月份", "走访干部人数", "走访青年人次"], ["900101", "清河县", "2016-06", "-4", "30"],
  ]

  /// A workbook of two sheets with tables, and a hidden one between them.
  private func received() throws -> [UInt8] {
    var writer = try WorkbookWriter()
    for (name, rows) in [("月报 13812345678", Self.monthly), ("备用", [["x"]]), ("走访", Self.visits)] {
      let sheet = try writer.addSheet(name)
      for (row, cells) in rows.enumerated() {
        for (column, text) in cells.enumerated() {
          writer.write(text, at: CellAddress(row + 1, column + 1), of: sheet)
        }
      }
      if name == "备用" { writer.hide(sheet) }
    }
    return try writer.finish()
  }

  private func copies(_ bytes: [UInt8]) -> [SheetCopy] {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { unsafe SheetCopy.sheets(of: $0) }
  }

  private func findings(_ bytes: [UInt8]) throws -> [Finding] {
    let reader = SubmissionReader(
      campaign: workspace.campaign, registry: workspace.registry, roster: roster)
    let submission = Submission(
      path: "900101/六月.xlsx", size: bytes.count, sha256: "",
      sender: UnitCode("900101").flatMap { roster.index(of: $0) },
      received: LocalTime(minutes: 0))
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
    return ReturnsAssembler.assemble([reading], campaign: workspace.campaign, roster: roster).findings
  }

  @Test func hasTheSendersOwnSheets() throws {
    let bytes = try received()
    let file = ReturnedFile(
      path: "900101/六月.xlsx", findings: try findings(bytes), sheets: copies(bytes), copyName: "六月.xlsx")
    let annotated = try AnnotatedWorkbook.render(file, roster: roster, language: .zh)
    let again = copies(annotated)
    #expect(again.map(\.name) == ["审核意见", "月报 13812345678", "走访"])
    #expect(again.dropFirst().map { $0.rows.map(\.cells) } == [Self.monthly, Self.visits])
    #expect(again[0].rows.contains { $0.cells.contains { $0.contains("【提示】工作表“备用”：") } })
    let places = again[0].rows.filter { $0.cells.count > 5 }.map { $0.cells[1] }
    #expect(places.contains("工作表“走访” 第2行 D列"), "\(places)")
    let comments = try (1...2).map { try Unzip.text("xl/comments\($0).xml", of: annotated) }
    #expect(comments[0].contains("<comment ref=\"D3\"") && comments[0].contains("<comment ref=\"E4\""))
    #expect(comments[1].contains("<comment ref=\"D2\"") && comments[1].contains("走访干部人数"))
    #expect(!comments[1].contains("动员会"))
    let links = try Unzip.text("xl/worksheets/sheet1.xml", of: annotated)
    #expect(links.contains("location=\"'走访'!D2\"") && links.contains("location=\"'月报 13812345678'!D3\""))
  }

  @Test func theTerminalShowsTheRowOfTheRightSheet() throws {
    let bytes = try received()
    let sheets = copies(bytes)
    let shown = try findings(bytes).filter { $0.place.row > 0 }.map { finding in
      FindingExcerpt.lines(finding, in: sheets, paint: Paint(isOn: false)).first ?? ""
    }
    #expect(shown.contains { $0.contains("清河县 │ 2016-06 │ -4 │ 30") }, "\(shown)")
    #expect(shown.contains { $0.contains("十来条") }, "\(shown)")
  }
}
