import Model
import Render
import Testing

@Suite struct LedgerTests {
  /// The section alone.
  private func section(_ edition: Edition) -> String {
    var document = Bulletin.document(edition)
    document.opening = []
    document.sections.removeAll { !["台账情况", "Ledgers"].contains($0.heading) }
    return MarkdownRenderer.render(document, language: edition.language, charts: false)
  }

  @Test(arguments: [(Language.zh, Expected.ledgersZH), (.en, Expected.ledgersEN)])
  func wholeSection(_ language: Language, _ expected: String) throws {
    #expect(section(try LedgerFixture.edition(language)) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.ledgerFeedbackZH), (.en, Expected.ledgerFeedbackEN)])
  func wholePages(_ language: Language, _ expected: String) throws {
    let book = FeedbackBook(try LedgerFixture.edition(language))
    #expect(pages(book) == expected)
  }

  private func pages(_ book: FeedbackBook) -> String { [2, 6].map { book.markdown(of: $0) }.joined() }

  @Test func wholeTables() throws {
    let edition = try LedgerFixture.edition(.en)
    #expect(Printed.csv(LedgersCSV.render(edition)) == Expected.ledgersCSV)
    #expect(Printed.csv(LedgerTablesCSV.render(edition)) == Expected.ledgerTablesCSV)
  }

  @Test func theTableHasTheWholeTreeWhereItIsKnown() throws {
    var edition = try LedgerFixture.edition(.zh)
    edition.ledgers[0].tree = [try LedgerFixture.line(3, 1, of: 1, rows: 7, "2016-05", "2016-06", 3, of: 4)]
    let lines = Printed.csv(LedgersCSV.render(edition)).split(separator: "\n")
    #expect(lines[0] == "期间,台账,台账名称,单位代码,单位名称,层级,上级代码,应建单位,已建单位,在册,最早更新,最近更新,应填项,已填项,新增,撤销,转入,转出,未变动")
    #expect(lines[1] == "2016-06,branches,支部台账,900103,东山,county,9001,1,1,7,2016-05,2016-06,4,3,,,,,")
    #expect(lines.count == 3)
  }

  @Test func withoutALedgerNothingIsSaid() throws {
    var edition = try LedgerFixture.edition(.zh)
    edition.ledgers = []
    #expect(!Bulletin.document(edition).sections.contains { $0.heading == "台账情况" })
    edition.ledgers = [
      LedgerOverview(
        ledger: 0, lines: [try LedgerFixture.line(0, 0, of: 0, rows: 0, nil, nil, 0, of: 0)], tables: [])
    ]
    #expect(!Bulletin.document(edition).sections.contains { $0.heading == "台账情况" })
    #expect(!FeedbackBook(edition).markdown(of: 1).contains("台账"))
  }

  @Test func rowsThatAreNotFollowed() throws {
    var edition = try LedgerFixture.edition(.zh)
    edition.ledgers[0].lines[0].rows += 2
    #expect(
      Printed.section("台账情况", of: edition)[2].hasSuffix("＝本月末700123。另有2条没有编号或编号重复，不计入变动。"))
    edition.ledgers[0].lines[0].rows -= 3
    #expect(Printed.section("台账情况", of: edition)[2].hasSuffix("＝本月末700123。在册数为700122，与此不等。"))
    edition.ledgers[0].lines[0].movements = nil
    #expect(!section(edition).contains("比上月新增"))
  }

  @Test func longListsAreCut() throws {
    var edition = try LedgerFixture.edition(.zh)
    edition.ledgers[0].unkept = [Int](repeating: 1, count: 12)
    let text = section(edition)
    #expect(text.contains("尚未建立台账的12个：清河" + String(repeating: "、清河", count: 9) + "，另有2个，见 ledgers.csv。"))
    edition.ledgers[0].unkept = []
    #expect(section(edition).contains("尚未建立台账的1个，名单见 ledgers.csv。"))
  }

  @Test func longTablesAreAddedUp() throws {
    var edition = try LedgerFixture.edition(.zh)
    let heads = (1...40).map { "类\($0)" }
    let rows = LedgerTable(
      id: "a", label: "长", shape: .shares, rows: heads, columns: [""], cells: Array(repeating: 6, count: 40))
    let both = LedgerTable(
      id: "b", label: "宽", shape: .cross, rows: Array(heads.prefix(2)), columns: heads,
      cells: Array(repeating: 6, count: 80))
    edition.campaign.ledgers[1].tables = [rows, both]
    edition.ledgers[1].tables = [
      LedgerOverview.Counts(table: 0, now: [Int64](repeating: 1, count: 40), before: nil),
      LedgerOverview.Counts(table: 1, now: [Int64](repeating: 1, count: 80), before: nil),
    ]
    let text = section(edition)
    #expect(text.contains("类61人，占2.50%；其余见下表。"))
    #expect(text.contains("| 其余10类 | 10 | 25.00% |\n| **合计** | **40** |"))
    #expect(text.contains(" | 类8 | 其余32类 | 合计 |") && text.contains("| 1 | 32 | 40 |\n| **合计** | **2** |"))
    #expect(text.contains("全部数据见 ledger-tables.csv。"))
  }

  @Test func tablesThatAreNotWhole() throws {
    var edition = try LedgerFixture.edition(.zh)
    edition.ledgers[1].tables[0].now = [0, 0, 0]
    edition.ledgers[1].tables[1].now = [1]
    edition.ledgers[1].tables[2].now[0] = .max
    let text = section(edition)
    for label in ["书记政治面貌", "政治面貌与职务", "年龄结构"] { #expect(text.contains("\(label)：本期没有数据。")) }
  }
}
