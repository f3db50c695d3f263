import Model
import Render
import Testing

@Suite struct ErrataTests {
  @Test(arguments: [(Language.zh, Expected.errataZH), (.en, Expected.errataEN)])
  func wholeBulletin(_ language: Language, _ expected: String) throws {
    #expect(Printed.bulletin(try ErrataFixture.edition(language)) == expected)
  }

  @Test(arguments: [(Language.zh, Expected.errataTableZH), (.en, Expected.errataTableEN)])
  func table(_ language: Language, _ expected: String) throws {
    #expect(Printed.csv(ErrataCSV.render(try ErrataFixture.edition(language))) == expected)
  }

  @Test func figuresSayWhichEditionTheyAreOf() throws {
    var edition = try ErrataFixture.edition(.en)
    let text = Printed.csv(FiguresCSV.render(edition, units: [0, 1]))
    #expect(text == Expected.figures)
    edition.vintage = .working
    #expect(
      Printed.csv(FiguresCSV.render(edition, units: [0, 1]))
        == text.replacing(",published,", with: ",working,").replacing(",revised,", with: ",working,"))
  }

  @Test func aPublishedMonthWithoutErrataIsNotRevised() throws {
    var edition = try ErrataFixture.edition(.zh)
    edition.vintage = .working
    let working = Printed.bulletin(edition)
    edition.vintage = Vintage(
      edition: .init(number: 1, time: LocalTime(minutes: 0)), before: nil, errata: [])
    let published = Printed.bulletin(edition)
    #expect(published.replacing("　第1版：1970年1月1日 00:00发布", with: "") == working)
    #expect(!published.contains("(r)"))
  }

  @Test func aLongListIsCut() throws {
    var edition = try ErrataFixture.edition(.zh)
    let errata = edition.vintage.errata
    edition.vintage = Vintage(
      edition: nil, before: .init(number: 2, time: LocalTime(minutes: 0)),
      errata: Array(repeating: errata[0], count: 52))
    let lines = Printed.section("更正表", of: edition)
    #expect(lines.first == "与2016年6月通报第2版（发布于1970年1月1日 00:00）相比，有52项数据更正，涉及1个单位的数据，以本版为准。")
    #expect(lines.last == "其余2项见 errata.csv。")
    #expect(lines.count { $0.contains("|") } == 50 + 1)
    #expect(Printed.csv(ErrataCSV.render(edition)).split(separator: "\n").count == 1 + 52 * 4)
  }
}
