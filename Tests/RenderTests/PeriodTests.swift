import Model
import Render
import TestSupport
import Testing

@Suite struct PeriodTests {
  private func edition(_ period: String, _ language: Language = .zh) throws -> Edition {
    var edition = try ErrataFixture.edition(language)
    edition.vintage = .working
    guard let period = Period(period) else { throw FixtureFault() }
    edition.period = period
    edition.periodCoverage = period.months.map { month in
      let isKnown = month.number != 5
      return PeriodMonth(
        month: month, forms: isKnown ? [.init(form: 0, expected: 36, received: 30 + month.number)] : [])
    }
    return edition
  }

  @Test(arguments: [(Language.zh, Expected.quarterZH), (.en, Expected.quarterEN)])
  func wholeQuarter(_ language: Language, _ expected: String) throws {
    #expect(Printed.bulletin(try edition("2016Q2", language)) == expected)
  }

  /// A table a form: the months, those without data as such, and the share as a formula.
  @Test func theWorkbookHasTheMonths() throws {
    let bytes = try BulletinWorkbook.render(try edition("2016Q2"))
    let names = try Unzip.text("xl/workbook.xml", of: bytes).matches(of: /sheet name="([^"]*)"/).map {
      String($0.output.1)
    }
    let index = try #require(names.firstIndex { $0.hasSuffix("各月报送 月报表") })
    let sheet = try Unzip.text("xl/worksheets/sheet\(index + 1).xml", of: bytes)
    #expect(sheet.contains("<f>IF(B6=0,") && sheet.contains("<v>36</v>") && sheet.contains("<v>34</v>"))
    // May is not known.
    #expect(!sheet.contains("<f>IF(B7=0,") && sheet.contains("<f>IF(B8=0,"))
    #expect(!names.contains { $0.hasPrefix("图") && $0.hasSuffix("月报表") })
  }

  @Test(arguments: [
    ("2016Q4", "2016年第四季度", "fourth quarter of 2016"), ("2016H1", "2016年上半年", "first half of 2016"),
    ("2016H2", "2016年下半年", "second half of 2016"), ("2016", "2016年", "2016"),
    ("2016-06/ytd", "2016年1—6月", "January to June 2016"), ("2016-01/ytd", "2016年1月", "January 2016"),
  ])
  func titles(_ period: String, _ zh: String, _ en: String) throws {
    #expect(Bulletin.document(try edition(period)).title == "关于\(zh)对标整改工作进展情况的通报")
    #expect(Bulletin.document(try edition(period, .en)).title == "Progress of the campaign: \(en)")
  }

  @Test func figuresSayThePeriod() throws {
    let rows = Printed.csv(FiguresCSV.render(try edition("2016Q2"), units: [0])).split(separator: "\n")
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("2016Q2,9001,") })
  }
}

@Suite struct ProvisionalTests {
  private func edition(_ language: Language, received: Int) throws -> Edition {
    var edition = try EditionFixture.edition(language)
    edition.isProvisional = true
    let states = (0...6).map { unit in
      unit == 0 ? Punctuality.notExpected : unit <= received ? (unit == 2 ? .late : .onTime) : .missing
    }
    edition.reporting = [FormReporting(form: 0, punctuality: states, byLevel: [:])]
    return edition
  }

  @Test func saysWhy() throws {
    let zh = Bulletin.document(try edition(.zh, received: 5))
    #expect(zh.title == "关于2016年6月对标整改工作进展情况的通报（初步）")
    #expect(
      MarkdownRenderer.render(zh, language: .zh).contains(
        "\n\n全部应报6份，实报5份，报送率83.3%，未达到规定的90%，本通报为初步数据，以后可能修订。\n\n"))
    let en = Bulletin.document(try edition(.en, received: 5))
    #expect(en.title == "Progress of the campaign: June 2016 (provisional)")
    #expect(
      MarkdownRenderer.render(en, language: .en).contains(
        "Provisional: 5 of 6 returns (83.3%) have come in, fewer than the 90% asked for."))
  }

  @Test func neverClaimsAMissedGateThatWasReached() throws {
    let text = Printed.bulletin(try edition(.zh, received: 6))
    #expect(text.contains("报送情况未达到活动规定的要求，本通报为初步数据，以后可能修订。"))
    #expect(!text.contains("100.0%"))
  }

  @Test func revisedAndProvisional() throws {
    var edition = try ErrataFixture.edition(.zh)
    edition.isProvisional = true
    #expect(Bulletin.document(edition).title.hasSuffix("的通报（修订版）（初步）"))
  }
}
