import Model
import Testing

@testable import Pipeline

@Suite struct BulletinConfigTests {
  private static let start = "name: x\nforms: [monthly]\nindicators: [{id: kick, count: kickoff, of: all}]\n"

  private func read(_ text: String, _ templates: [(String, String)] = []) throws -> Result<
    Campaign, ConfigMistakes
  > {
    let form = CampaignReader.Source(name: "monthly", path: "forms/monthly.yaml") { () throws(Failure) in
      plainForm
    }
    let words = templates.map { name, text in
      CampaignReader.Source(name: name, path: "templates/\(name).mustache") { () throws(Failure) in text }
    }
    return try CampaignReader(forms: [form], templates: words)
      .read(BulletinConfigTests.start + text + "\n", path: "campaign.yaml")
  }

  @Test func sectionsAndQuotesAreReadAndPrinted() throws {
    let text =
      "bulletin: {sections: [notes, own-a, rates], quotes: [{item: note, per_unit: 5, levels: [county]}]}"
    let campaign = try read(text, [("own-a", "标题\n正文")]).get()
    #expect(campaign.bulletin.sections == ["notes", "own-a", "rates"])
    let quote = try #require(campaign.bulletin.quotes.first)
    #expect((quote.label, quote.perUnit, quote.length) == ("说明", 5, 120))
    #expect(quote.levels.members == [3])
    #expect(campaign.templates == [CampaignTemplate(name: "own-a", text: "标题\n正文")])
    let printed = try ConfigPrinter.campaign(campaign)
    #expect(printed.contains("sections: [\"notes\", \"own-a\", \"rates\"]"))
    #expect(printed.contains("per_unit: 5"))
  }

  @Test(arguments: [
    (
      "bulletin: {sections: [rats]}",
      "4:23: there is no section of the bulletin 'rats'; did you mean 'rates'?"
    ),
    ("bulletin: {sections: [own-a]}", "4:23: there is no section of the bulletin 'own-a'"),
    ("bulletin: {sections: [notes, notes]}", "4:30: the section of the bulletin 'notes' is given twice"),
    ("bulletin: {quotes: [{item: nte}]}", "4:28: there is no item 'nte'; did you mean 'note'?"),
    ("bulletin: {quotes: [{item: fund}]}", "4:28: the item 'fund' must be of type text."),
    (
      "bulletin: {quotes: [{item: note, length: 5}]}", "4:42: 'length' must be a whole number from 20 to 500."
    ),
    ("bulletin: {quotes: [{item: note}, {item: note}]}", "4:35: the item 'note' is given twice"),
    ("bulletin: {quote: []}", "4:12: unknown key 'quote'; did you mean 'quotes'?"),
  ])
  func mistakes(_ text: String, _ message: String) throws {
    guard case .failure(let found) = try read(text) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(
      found.all.first?.text(.en).hasPrefix("campaign.yaml:" + message) == true,
      "\(found.all.map { $0.text(.en) })")
  }

  @Test(arguments: [
    (
      "headline", "一\n{{#rates}}{{valu}}{{/rates}}",
      "headline.mustache:2:11: there is no field 'valu'; did you mean 'value'?"
    ),
    ("title", "{{rate.kik.county.value}}", "title.mustache:1:1: there is no field 'rate.kik.county.value'"),
    (
      "totals.opning", "x",
      "totals.opning.mustache:1:1: 'totals.opning.mustache' is no part of the bulletin; did you mean 'totals.opening'?"
    ),
    ("title", "{{#rates}}", "title.mustache:1:1: '{{#rates}}' is not ended; add '{{/rates}}'."),
  ])
  func mistakesOfTemplates(_ name: String, _ text: String, _ message: String) throws {
    guard case .failure(let found) = try read("", [(name, text)]) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.count == 1)
    #expect(
      found.all.first?.text(.en).hasPrefix("templates/" + message) == true,
      "\(found.all.map { $0.text(.en) })")
  }

  @Test func aByteOrderMarkIsNoMistake() throws {
    let file = ConfigurationFiles.File(name: "templates/title.mustache", bytes: Array("\u{FEFF}通报".utf8))
    let files = ConfigurationFiles(place: Path("."), files: [file])
    #expect(try files.text(file.name) == "通报")
  }
}
