import Ingest
import Model
import Testing

@testable import Pipeline
@testable import Render

/// The workbook read back by the project's own reader, beside `figures.csv`.
@Suite struct BulletinWorkbookTests {
  private func run() async throws -> MonthRun {
    let workspace = try Workspace.open(try #require(fixture("one-city")), language: nil)
    return try await MonthRun.make(
      workspace, View(month: Month("2016-06"), options: ReadingOptions(threads: 2)))
  }

  private func sheets(_ bytes: [UInt8]) -> [SheetCopy] {
    // The array outlives the call.
    unsafe bytes.withUnsafeBytes { unsafe SheetCopy.sheets(of: $0) }
  }

  /// What is a number, percentages without their sign; `nil` for texts and blanks.
  private func number(_ text: String) -> Double? {
    Double(text.hasSuffix("%") ? String(text.dropLast()) : text)
  }

  @Test func allFiguresAreThoseOfTheTable() async throws {
    let run = try await run()
    let list = try #require(sheets(try run.workbook(of: 0)).first { $0.name.hasSuffix("全部数据") })
    let rows = list.rows.filter { $0.number > BookTable.headingRow }.map(\.cells)
    let figures = try #require(sheets(run.figuresCSV(of: 0)).first).rows.dropFirst().map(\.cells)
    #expect(rows.count == figures.count && rows.count > 90)
    for (row, figure) in zip(rows, figures) {
      #expect(row[0] == figure[1] && row[3] == figure[4])
      let pairs = [(7, 8), (8, 10), (9, 11), (10, 12), (11, 13), (12, 14), (13, 15)]
      for (mine, theirs) in pairs {
        #expect(number(row[mine]) == number(figure[theirs]), "\(row) beside \(figure)")
      }
    }
  }

  @Test func everyRateHasItsNumbersBesideIt() async throws {
    let run = try await run()
    let figures = try #require(sheets(run.figuresCSV(of: 0)).first).rows.map(\.cells)
    let book = sheets(try run.workbook(of: 0))
    var compared = 0
    for (label, level) in [("动员会召开率", "township"), ("动员会召开率", "county"), ("经费落实率", "township")] {
      let name = level == "township" ? "乡镇" : "县(区)"
      let table = try #require(book.first { $0.name.hasSuffix(label) })
      let rows = table.rows.filter { $0.number >= BookTable.headingRow }.map(\.cells)
      let share = try #require(rows[0].firstIndex { $0.hasPrefix("\(name)\n占比") })
      let code = try #require(rows[0].firstIndex(of: "单位代码"))
      for row in rows.dropFirst() {
        guard let figure = figures.first(where: { $0[1] == row[code] && $0[5] == label && $0[7] == level })
        else {
          continue
        }
        compared += 1
        #expect(number(row[share - 2]) == number(figure[10]) && number(row[share + 1]) == number(figure[12]))
        let isEmpty = figure[17] == "M"
        #expect(isEmpty || number(row[share - 1]) == number(figure[11]))
        let said = ["是": 100.0, "否": 0][row[share]] ?? number(row[share])
        #expect(said == number(figure[8]), "\(row) beside \(figure)")
      }
    }
    #expect(compared == 14)
  }

  @Test func everySheetIsListedAndHasOneTable() async throws {
    let book = sheets(try await run().workbook(of: 0))
    #expect(book.prefix(3).map(\.name) == ["封面", "目录", "说明"])
    #expect(book.allSatisfy { $0.name.utf16.count <= 31 })
    let listed = book[1].rows.filter { $0.number > 6 }.map { $0.cells[0] + $0.cells[1] }
    let titles = book.dropFirst(3).map { sheet in
      String(sheet.rows.first?.cells.first?.prefix { $0 != " " } ?? "").replacing("　", with: "")
    }
    #expect(listed == titles)
    for sheet in book.dropFirst(3) where sheet.name.hasPrefix("表") {
      let rows = sheet.rows.filter { $0.number >= BookTable.headingRow }
      #expect(rows.first?.number == BookTable.headingRow)
      #expect(rows.allSatisfy { $0.cells.count == rows[0].cells.count }, "\(sheet.name)")
    }
  }

  @Test func sameMonthSameBytes() async throws {
    let (first, second) = (try await run().workbook(of: 0), try await run().workbook(of: 0))
    #expect(first == second)
  }
}
