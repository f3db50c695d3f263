import Model
import Testing
import TestSupport

@testable import Ingest

@Suite struct LedgerReadingTests {
  let fixture: LedgerFixture
  init() throws { fixture = try LedgerFixture() }

  private static func day(_ text: String) -> Int64? { Day(text).map { Int64($0.number) } }

  @Test func handsOnRows() throws {
    let (reading, rows, batches) = fixture.read(
      "130102001000000001,张三,110101199003071234,1990-03-07,中共党员,是,12,1.5,2016-01-01,",
      "130102001000000002,李四,—,,共青团员,0,３,2,2016-02-01,2016-05-31",
      "130102002000000001,,,,,,,,,")
    #expect(fixture.told(reading) == [])
    #expect(batches == [3])
    #expect(rows.units == [2, 2, 3].map(Int32.init) && rows.rows == [2, 3, 4])
    #expect(reading.rows.isEmpty && reading.values.isEmpty && reading.states.isEmpty)
    #expect(reading.submission.tables.map(\.form) == [2])
    let first = Array(rows.values[..<10])
    #expect(first[0] == 1_130_102_001_000_000_001 && first[3] == Self.day("1990-03-01"))
    #expect(first[4] == 0 && first[5] == 1 && first[6] == 12 && first[7] == 150)
    #expect(rows.states[12] == .notApplicable && rows.values[16] == 3 && rows.states[21] == .blank)
  }

  @Test func theAssemblerLeavesLedgersAlone() throws {
    let (reading, _, _) = fixture.read("130102001000000001,张三,,,,,,,,", "1301,李四,,,,,,,,")
    let returns = ReturnsAssembler.assemble(
      [reading], campaign: fixture.campaign, roster: fixture.base.roster
    )
    .returns
    let fresh = Returns(roster: fixture.base.roster, campaign: fixture.campaign, submissions: [])
    #expect(returns.statuses[2] == fresh.statuses[2] && returns.sources[2] == fresh.sources[2])
  }

  @Test func findsWhatIsWrongWithKeys() {
    let (reading, rows, _) = fixture.read(
      "130102001000000001,,,,,,,,,", "13010200,,,,,,1,,,", "999999999000000001,,,,,,1,,,",
      "130102001000000001,,,,,,2,,,", ",,,,,,3,,,", "1.30102E+17,,,,,,4,,,", "130103001000000001,,,,,,5,,,")
    #expect(
      fixture.told(reading) == [
        "ledger-key-short A3 13010200", "unit-unknown A4 999999999", "ledger-key-twice A5 130***************",
        "code-missing A6", "code-lost-digits A7 1.30102E+17", "unit-not-expected 8",
      ])
    #expect(rows.rows == [2, 5])
  }

  @Test func takesUnitsByCodeOrName() throws {
    let other = try LedgerFixture(hasPrefix: false)
    let headings = "单位代码," + LedgerFixture.headings
    let (reading, rows, _) = other.read(
      bytes: Array("\(headings)\n130102001,7,,,,,,5,,,\n130102001,—,,,,,,5,,,\n130102002,甲 1,,,,,,6,,,".utf8))
    #expect(other.told(reading) == ["ledger-key-missing B3"])
    #expect(rows.units == [2, 2, 3].map(Int32.init))
    #expect(rows.states[10] == .notApplicable && rows.values[20] < 0)
  }

  @Test func refusesOtherUnitsAndMonths() {
    let headings = LedgerFixture.headings + ",月份\n"
    let (reading, rows, _) = fixture.read(
      bytes: Array(
        (headings + "130102001000000001,,,,,,1,,,,2016-06\n130102002000000001,,,,,,2,,,,2016-05\n"
          + "130103001000000001,,,,,,3,,,,2016-06").utf8), sender: "130102")
    #expect(fixture.told(reading) == ["month-differs K3 2016-05", "unit-outside-sender A4 130103001"])
    #expect(rows.rows == [2] && reading.rejected.isEmpty)
  }

  /// A ledger may have thousands of rows: one finding, at the title, says that none counts.
  @Test func refusesTitlesOfOtherMonths() throws {
    let row = "130102001000000001,,,,,,1,,,"
    let (reading, rows, _) = fixture.read(
      bytes: Array("长安县2016年5月台账\n\(LedgerFixture.headings)\n\(row)\n\(row)".utf8))
    let reason = try #require(reading.findings.first?.reason as? MonthDiffers)
    #expect(reading.findings.count == 1 && reason.source == .title && reason.severity == .reject)
    #expect(reading.findings[0].place.row == 1)
    #expect(rows.rows.isEmpty && reading.rejected.isEmpty)
  }

  @Test func showsNothingOfPersons() {
    let (reading, _, _) = fixture.read(
      "130102001000000001,#REF!,#N/A,1990年,甲,,1,,,", "130102001000000002,,,,,,1,,,,张三")
    #expect(
      fixture.told(reading) == [
        "cell-error B2 ■", "cell-error C2 ■", "cell-not-a-date D2 ■", "cell-not-a-choice E2 甲",
        "row-too-long K3 ■",
      ])
  }

  @Test func checksTotalsAndDates() {
    let (reading, rows, _) = fixture.read(
      "130102001000000001,,,,,,1,0.5,2016-05-02,2016-05-01", "130102001000000002,,,,,,2,0.5,,",
      "小计,,,,,,4,1,,",
      "130102002000000001,,,,,,3,1,,", "小计,,,,,,3,1,,", "合计,,,,,,6,2,,")
    #expect(
      fixture.told(reading) == [
        "ledger-dates-reversed J2 2016-05-01", "total-row 4", "total-differs G4 4", "total-row 6",
        "total-row 7",
      ])
    #expect(rows.rows == [2, 3, 5])
  }

  @Test func saysWhichColumnsAreMissing() {
    let (reading, rows, _) = fixture.read(bytes: Array("支部编号,团员数\n130102001000000001,5".utf8))
    #expect(fixture.told(reading) == Array(repeating: "column-missing 1", count: 7))
    #expect(reading.findings.allSatisfy { $0.code == "column-missing" && $0.item != "离任时间" })
    #expect(rows.states == [.value, .blank, .blank, .blank, .blank, .blank, .value, .blank, .blank, .blank])
  }

  @Test func refusesOctoberWithoutItsZero() throws {
    let october = try LedgerFixture(month: "2016-10")
    let (reading, rows, _) = october.read(
      bytes: Array("支部编号,团员数,月份\n130102001000000001,5,2016.1".utf8))
    #expect(reading.findings.contains { $0.code == "month-unreadable" })
    #expect(rows.rows.isEmpty)
  }

  @Test func handsOnBatches() {
    let lines = (0..<20_000).map { "130102001\(String(100_000_000 + $0)),,,,,,\($0 % 7),,," }
    let (reading, rows, batches) = fixture.read(
      bytes: Array(([LedgerFixture.headings] + lines).joined(separator: "\n").utf8))
    #expect(batches == [4096, 4096, 4096, 4096, 3616])
    #expect(rows.rows == (2..<20_002).map(Int32.init))
    #expect(reading.findings.isEmpty && reading.submission.tables.count == 1)
  }

  @Test func readsBesideOtherForms() throws {
    let monthly = WorkbookBuilder.row("单位代码", "动员会") + WorkbookBuilder.row("130102001", "是")
    let ledger =
      WorkbookBuilder.row("支部编号", "团员数") + WorkbookBuilder.row("130102001000000001", "<c><v>5</v></c>")
    let book = WorkbookBuilder(("月报", "visible", monthly), ("台账", "visible", ledger))
    let (reading, rows, _) = fixture.read(bytes: try book.bytes())
    #expect(reading.submission.tables.map(\.form) == [0, 2] && reading.rows.count == 1)
    #expect(rows.table == 1 && rows.values[6] == 5)
  }

  @Test(arguments: 0..<20) func keySetIsADictionary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (set, oracle) = (KeySet(), [Int64: Int32]())
    for row in 0..<5000 {
      let key =
        Int64.random(in: 1...2000, using: &random) * (Bool.random(using: &random) ? 1 : -1_000_000_007)
      let found = set.insert(key, row: Int32(row))
      #expect(found == oracle[key])
      if found == nil { oracle[key] = Int32(row) }
    }
  }

  @Test(arguments: 0..<200) func plainCellsAreReadAsAllOthers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "2016", "-", "0", "6", "30", "1", "是", "否", "无", "甲", "张三", "a", "A", "#", " ", "/", ".", "n/a", "党",
      "12",
    ]
    let types: [ItemType] = [
      .key, .date, .flag, .count, .amount(decimals: 2),
      .choice([Choice(id: "a", label: "甲"), Choice(id: "党", label: "A")]),
    ]
    for _ in 0..<100 {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      for type in types {
        let reader = CellReader(type)
        let bytes = Array(text.utf8)
        guard let value = reader.plainCells.value(bytes.span, isUTF8: true) else { continue }
        #expect(reader.decoded(bytes.span, TextDecoder(.utf8)) == .value(value), "\(type) \(text)")
      }
    }
  }

  @Test func aLongNumberIsNoCode() throws {
    #expect(
      fixture.base.told(fixture.base.rows("110101199003071234,,,是,9,1,,,")) == [
        "unit-unknown A2 110***************"
      ])
    #expect(
      fixture.base.told(fixture.base.rows("110101199003,,,是,9,1,,,", sender: "130102001"))
        == ["unit-unknown A2 110101199003"])
  }
}
