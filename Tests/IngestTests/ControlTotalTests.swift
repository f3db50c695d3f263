import Model
import Testing

@testable import Ingest

@Suite struct ControlTotalTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// The differences found in rows below the usual headings, shortened to code, name, members and fund.
  private func told(_ rows: String..., sender: String = "130102") -> [String] {
    let text = (["单位代码,单位名称,动员会,委员人数,工作经费"] + rows).joined(separator: "\n")
    return fixture.told(fixture.read(text, sender: sender)).filter { $0.hasPrefix("total-differs") }
  }

  private let a = "130102001,城关镇,是,5,2.5"
  private let b = "130102002,东乡,是,6,1.25"

  @Test func takesRightTotals() {
    #expect(told(a, b, "合计,,2,11,3.75") == [])
    #expect(told(a, b, ",合 计,,11,3.750") == [])
    #expect(told(a, "小计,,,5,2.5", b, "小计,,,6,1.25", "合计,,,11,3.75") == [])
    #expect(told("合计,,,11,3.75", a, b) == [])
    #expect(told(a, b, "合计,,,,—") == [])
    #expect(told(a, b, "全县合计,,,1 1,约4") == [])
    #expect(told("小计,,,5,2.5", a, "小计,,,6,1.25", b) == [])
    #expect(told(a, "城关镇合计,,,5,2.5", b, "总计,,,11,3.75") == [])
  }

  @Test func saysWhichTotalsAreWrong() throws {
    #expect(told(a, b, "合计,,,12,3.75") == ["total-differs D4 12"])
    #expect(told(a, b, "合计,,,10,3.70") == ["total-differs D4 10", "total-differs E4 3.70"])
    #expect(told(a, "小计,,,5,2.5", b, "小计,,,11,1.25") == ["total-differs D5 11"])
    #expect(told("合计,,,12,", a, b) == ["total-differs D2 12"])
    let reading = fixture.rows(
      "130102001,,,是,5,2.5", "130102002,,,是,6,1.25", "合计,,,,,4", sender: "130102")
    let found = try #require(reading.findings.first { $0.code == "total-differs" })
    #expect(found.item == "工作经费" && found.severity == .query)
    #expect(found.reason.message(.zh).contains("4.00，各行相加是 3.75，多 0.25"))
  }

  @Test func keepsStillWhereRowsAreNotKnown() {
    #expect(told(a, "130102009,西乡,是,7,1", "合计,,,12,3.75") == [])
    #expect(told(a, "130103001,东风镇,是,7,1", "合计,,,12,2.5") == [])
    #expect(told(a, "130102002,东乡,是,约6,1.25", "合计,,,12,3.75") == [])
    #expect(told(a, "130102002,东乡,是,约6,1.25", "合计,,,12,3.80") == ["total-differs E4 3.80"])
    // The county is not asked for members: its number is in the clerk's total, or not.
    #expect(told("130102,长安县,是,9,", a, "合计,,,14,2.5") == [])
    #expect(told("130102009,西乡,是,7,1", "小计,,,7,1", a, "小计,,,6,2.5") == ["total-differs D5 6"])
    #expect(told("合计,,,12,3.75") == [])
  }
}
