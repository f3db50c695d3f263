import Model
import Testing

@testable import Ingest

/// Which unit a row is about, where no code of the month says so.
@Suite struct UnitSearchTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture([
      Fixture.row("00", "全国", 0, nil), Fixture.row("011001", "长安县", 1, "00", group: true),
      Fixture.row("011001001", "城关镇", 2, "011001", group: true),
      Fixture.row("011001002", "东乡", 2, "011001", group: true),
      Fixture.row("011001003", "滨江街道", 2, "011001", group: true, from: "2016-04"),
      Fixture.row("011001004", "柳林乡", 2, "011001", group: true, to: "2016-05"),
      Fixture.row("011001004", "柳林镇", 2, "011001", group: true, from: "2016-06"),
      Fixture.row("011001005", "江边乡", 2, "011001", group: true, to: "2016-03", successor: "011001003"),
      Fixture.row("011001006", "西乡", 2, "011001", group: true, to: "2016-05", successor: "011001002"),
      Fixture.row("011002", "桥西县", 1, "00", group: true),
      Fixture.row("011002001", "城关镇", 2, "011002", group: true),
      Fixture.row("110010", "长安区", 1, "00", group: true),
    ])
  }

  /// The codes of the rows that count, and then the findings.
  private func told(_ text: String, sender: String? = nil) -> [String] {
    let reading = fixture.read(text, sender: sender)
    let units = reading.rows.map { "\(fixture.roster.units[Int($0.unit)].code)" }
    return units + fixture.told(reading).filter { !$0.hasPrefix("column-missing") }
  }

  @Test(arguments: [
    ("011001001", "", "011001001"), ("011001000000", "", "011001"), ("011001001000", "", "011001001"),
    ("011001000", "长安县", "011001"), ("11001001", "", "011001001 unit-code-completed A2 11001001"),
    ("11001001000", "城关镇", "011001001 unit-code-completed A2 11001001000"),
    ("001", "城关", "011001001 unit-code-completed A2 001"),
    ("001000", "", "011001001 unit-code-completed A2 001000"),
    ("002", "城关镇", "unit-ambiguous A2 002"), ("11001002", "城关镇", "unit-ambiguous A2 11001002"),
    ("011002000000", "", "unit-unknown A2 011002000000"), ("01100100", "", "unit-unknown A2 01100100"),
    ("0110010010", "", "unit-unknown A2 0110010010"), ("1E3", "", "unit-unknown A2 1E3"),
    ("011001005", "", "011001003 unit-former-name A2 011001005"),
    ("011001006", "", "unit-unknown A2 011001006"),
    ("009", "", "unit-unknown A2 009"),
    ("011001004", "柳林乡", "011001004 unit-former-name B2 柳林乡"),
    ("011001004", "东乡", "011001004 unit-name-differs B2 东乡"),
    ("011001005", "江边乡", "011001003 unit-former-name A2 011001005"),
    ("011001003", "江边乡", "011001003 unit-former-name B2 江边乡"),
    ("011001005", "东乡", "011001003 unit-former-name A2 011001005 unit-name-differs B2 东乡"),
  ]) func byCode(code: String, name: String, expected: String) {
    #expect(told("单位代码,单位名称,动员会\n\(code),\(name),是\n", sender: "011001").joined(separator: " ") == expected)
  }

  @Test func completesCodesOnlyWithinASender() {
    let text = "单位代码,单位名称,动员会\n11001001,城关镇,是\n"
    #expect(told(text) == ["unit-unknown A2 11001001"])
    #expect(told("单位代码,单位名称,动员会\n001,城关镇,是\n") == ["unit-unknown A2 001"])
    #expect(told("单位代码,单位名称,动员会\n11001000,,是\n") == ["unit-unknown A2 11001000"])
    // 11001 may be 011001 or, with a zero at its end, 110010.
    #expect(told("单位代码,单位名称,动员会\n11001,,是\n", sender: "00") == ["unit-ambiguous A2 11001"])
  }

  @Test(arguments: [
    ("城关镇", "011001001"), (" 城 关 镇 ", "011001001"), ("长安县城关镇", "011001001"), ("全国长安县城关镇", "011001001"),
    ("长安县", "011001"), ("长安县人民政府", "011001"), ("滨江街道办事处", "011001003"), ("滨江街道", "011001003"),
    ("柳林镇", "011001004"), ("柳林乡", "011001004 unit-former-name A2 柳林乡"),
    ("江边乡", "011001003 unit-former-name A2 江边乡"), ("西乡", "unit-unknown A2 西乡"),
    ("城关", "unit-unknown A2 城关"), ("桥西县", "unit-unknown A2 桥西县"), ("桥西县城关镇", "unit-unknown A2 桥西县城关镇"),
    ("政府", "unit-unknown A2 政府"),
  ]) func byName(name: String, expected: String) {
    #expect(told("单位名称,动员会\n\(name),是\n", sender: "011001").joined(separator: " ") == expected)
  }

  @Test func listsTheCandidates() throws {
    let reading = fixture.read("单位名称,动员会\n城关镇,是\n城关真,是\n", sender: nil)
    let reason = try #require(reading.findings.first?.reason as? UnitAmbiguous)
    #expect(reason.candidates.map(\.parent) == ["长安县", "桥西县"])
    #expect(reason.message(.zh).contains("城关镇（011001001，长安县）、城关镇（011002001，桥西县）"))
    let unknown = fixture.read("单位名称,动员会\n城关真,是\n", sender: "011001").findings.first?.reason
    #expect((unknown as? UnitNameUnknown)?.candidates.map(\.unit.name) == ["城关镇"])
  }

  @Test func readsNamesOfUnitsAboveFilledDown() {
    let text = "序号,县,乡镇,动员会\n1,长安县,城关镇,是\n2,,东乡,否\n3,桥西县,城关镇,是\n4,桥西县,,是\n,桥西县,小计,1\n,,东乡,是\n"
    #expect(
      told(text) == [
        "011001001", "011001002", "011002001", "011002", "total-row 6", "unit-unknown C7 东乡",
      ])
    #expect(told("县,单位名称,动员会\n桥西县,城关镇,是\n,长安县,是\n") == ["011002001", "unit-unknown B3 长安县"])
    #expect(told("县,乡镇,动员会\n,城关镇,是\n") == ["unit-ambiguous B2 城关镇"])
  }

  @Test func readsRowsWithoutAnswersAndSaysWhatHasNoName() {
    let text = "单位名称,动员会,委员人数\n城关镇,,\n一、各乡镇,,\n,是,\n单位名称,动员会,委员人数\n合计,3,\n"
    #expect(
      told(text, sender: "011001") == [
        "011001001", "row-not-a-return 3", "name-missing A4", "row-not-a-return 5", "total-row 6",
      ])
  }
}
