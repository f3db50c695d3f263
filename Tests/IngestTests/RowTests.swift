import Model
import Testing

@testable import Ingest

@Suite struct RowTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test(arguments: [
    ("1.30102E+08,,,是", "code-lost-digits A2 1.30102E+08"), ("1.30102E8,,,是", "unit-unknown A2 1.30102E8"),
    ("1.30102E11,,,是", "code-lost-digits A2 1.30102E11"), (",城关镇,,是", "code-missing A2"),
    ("　,,,是", "code-missing A2"),
    ("130109,,,是", "unit-unknown A2 130109"), ("长安县,,,是", "unit-unknown A2 长安县"),
    ("130102003,西乡,,是", "unit-unknown A2 130102003"), ("130103,,,是", "unit-outside-sender A2 130103"),
    ("130102002,城关镇,,是", "unit-name-differs B2 城关镇"), ("130102001,,2016-05,是", "month-differs C2 2016-05"),
    ("130102001,,六月,是", "month-unreadable C2 六月"), ("130102001,,2016.1,是", "month-unreadable C2 2016.1"),
    ("130102001,,,是,1,1,,,,错位", "row-too-long J2 错位"), ("130102001,,,是,\0", "row-has-nul 2"),
    ("9,,,\0", "row-has-nul 2"), ("\0\0", "row-has-nul 2"), ("合计,,,5", "total-row 2"),
    (",小 计,,5", "total-row 2"),
    ("130102,全县合计,,5", "total-row 2"),
    ("注：本表由各乡镇填写", "row-not-a-return 2"), ("单位代码,单位名称,月份,动员会", "row-not-a-return 2"),
  ]) func saysWhatIsWrongWithARow(row: String, told: String) {
    // Rows stand beyond the first 4 KiB, where NUL bytes make a file binary.
    let padding = String(repeating: "\n", count: 4096)
    let text = Fixture.headings + "\n" + row + "\n130102001,,,是,,,,,\n" + padding
    let far = Fixture.headings + padding + row
    let reading =
      row.contains("\0") ? fixture.read(far, sender: "130102") : fixture.read(text, sender: "130102")
    let lines = reading.findings.map(Fixture.line)
    let wanted = row.contains("\0") ? told.replacing(" 2", with: " 4097") : told
    #expect(lines.contains(wanted), "\(lines)")
  }

  @Test(arguments: [
    "130102001,城关镇,,是", "１３０１０２００１,,,是", "'130102001,长安县城关镇,,是", " 130102001 ,城 关 镇,2016/6,是",
    "130102001,城关,201606,是",
    "130102001,城关镇,2016-06,是,,,,,,,,,,,", "130102001,城关镇,　,是",
  ]) func takes(row: String) {
    let reading = fixture.rows(row, sender: "130102")
    #expect(reading.findings.isEmpty)
    #expect(reading.rows.map(\.unit) == [2])
  }

  @Test func passesOverBlankRows() {
    let reading = fixture.rows("", ",,,,", "　, ,", "130102001,,,是", ",,,")
    #expect(reading.findings.isEmpty)
    #expect(reading.rows.map(\.row) == [5])
  }

  @Test func helpsWithUnknownCodes() throws {
    func hint(_ row: String, sender: String? = nil) -> UnitUnknown.Hint? {
      (fixture.rows(row, sender: sender).findings.first?.reason as? UnitUnknown)?.hint
    }
    let town = NamedUnit(code: try #require(UnitCode("130102001")), name: "城关镇")
    let (from, to) = (try #require(Month("2016-01")), Month("2016-05"))
    #expect(hint("1,某镇,,是") == UnitUnknown.Hint.none)
    #expect(hint("1,城关镇,,是") == .sameName(town))
    #expect(hint("1,城关镇,,是", sender: "130103") == UnitUnknown.Hint.none)
    #expect(hint("130102003,西乡,,是") == .otherMonths(from: from, to: to, successor: town))
  }

  @Test func listsThoseNotExpected() throws {
    let reading = fixture.rows("130103001,东风镇,,是,3,1")
    #expect(fixture.told(reading) == ["unit-not-expected 2"])
    let returns = fixture.assemble(reading).returns
    #expect(returns.statuses[0][try fixture.unit("130103001")] == .notExpected)
    #expect(returns.columns[1][try fixture.unit("130103001")] == nil)
  }

  @Test func rejectedRowsAreNotMissing() throws {
    let returns = fixture.assemble(fixture.rows("130102001,,2016-05,是")).returns
    let unit = try fixture.unit("130102001")
    #expect(returns.statuses[0][unit] == .rejected)
    #expect(returns.sources[0][unit] == ReturnSource(submission: 0, row: 2))
    #expect(returns.columns[0].states[unit] == .notReported)
    #expect(returns.statuses[0][try fixture.unit("130102002")] == .missing)
  }
}
