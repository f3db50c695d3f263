import Model
import Testing

@testable import Render

@Suite struct TemplateTests {
  static func editions(_ language: Language) throws -> [Edition] {
    var quarter = try ErrataFixture.edition(language)
    quarter.vintage = .working
    quarter.period = try #require(Period("2016Q2"))
    return [
      try EditionFixture.edition(language), try ErrataFixture.edition(language),
      try GoalsFixture.edition(language),
      try LedgerFixture.edition(language), quarter,
    ]
  }

  private func printed(_ templates: [String: String], _ edition: Edition? = nil, sections: [String]? = nil)
    throws -> String
  {
    var edition = try edition ?? GoalsFixture.edition(.zh)
    edition.campaign.templates = templates.sorted { $0.key < $1.key }.map {
      CampaignTemplate(name: $0.key, text: $0.value)
    }
    edition.campaign.bulletin.sections = sections
    return Printed.bulletin(edition)
  }

  @Test(arguments: Language.allCases)
  func builtInTemplatesSayWhatTheProgramSays(_ language: Language) throws {
    let files = BuiltInTemplates.files(language)
    for var edition in try TemplateTests.editions(language) {
      let without = Printed.bulletin(edition)
      let fields = TemplateSchema.fields(edition.campaign)
      for file in files {
        #expect(TemplateCheck.problem(name: file.name) == nil)
        #expect(TemplateCheck.problems(file.text, fields) == [], "\(file.name)")
      }
      edition.campaign.templates = files
      #expect(Printed.bulletin(edition) == without)
    }
  }

  @Test func placesTakeTheOfficesWords() throws {
    let text = try printed([
      "title": "{{unit}}通报", "byline": "{{organisation}}印", "headline": "一、总体\n\n- {{month}}\n- 二",
      "rates.heading": "进展", "rates.opening": "开头。", "rates.before": "之前。", "rates.after": "之后。",
      "own-next": "下一步\n抓紧。",
    ])
    #expect(text.hasPrefix("# 云山市通报\n\n云山市活动办公室印\n\n一、总体\n\n- 2016年6月\n- 二\n\n## 一、进展\n\n之前。\n\n开头。\n\n"))
    #expect(text.contains("\n\n之后。\n\n## 二、"))
    #expect(text.contains("、下一步\n\n抓紧。\n\n## "))
  }

  @Test func sectionsStandInTheOrderAskedFor() throws {
    let text = try printed(["own-a": "甲\n乙"], sections: ["notes", "own-a", "totals"])
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix("## ") } == ["## 一、口径说明", "## 二、甲", "## 三、工作数据"])
  }

  @Test func whatARevisedEditionCorrectsIsAlwaysTold() throws {
    let revised = try ErrataFixture.edition(.zh)
    let text = try printed(["title": "通报"], revised, sections: ["notes"])
    #expect(text.hasPrefix("# 通报（修订版）\n"))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("## ") } == ["## 一、更正表", "## 二、口径说明"])
  }

  @Test func textsAreEscapedOnce() throws {
    let edition = try GoalsFixture.edition(.zh, names: ["A&B<i>", "石桥", "东山", "临江", "北沟", "开发区"])
    let text = try printed(
      ["headline": "*粗* <b>{{#ranked}}{{unit}}{{^last}}、{{/last}}{{/ranked}}</b> & \"引\""], edition)
    #expect(text.contains("\\*粗\\* \\<b\\>"))
    #expect(text.contains("A&amp;B\\<i\\>") && !text.contains("&amp;amp;") && !text.contains("quot;"))
  }

  /// Every text that a template can print is printed; a percentage among them has its denominator in the same text.
  @Test(arguments: Language.allCases)
  func noShareWithoutItsDenominator(_ language: Language) throws {
    for var edition in try TemplateTests.editions(language) {
      let lines = TemplateTests.every(TemplateSchema.fields(edition.campaign), [])
      edition.campaign.templates = [
        CampaignTemplate(name: "own-all", text: "x\n" + lines.joined(separator: "\n"))
      ]
      #expect(
        TemplateCheck.problems(lines.joined(separator: "\n"), TemplateSchema.fields(edition.campaign)) == [])
      let templates = BulletinTemplates(edition, Words(edition))
      let shares = try #require(templates.lines("own-all")).filter { line in
        line.contains("%") && !line.hasPrefix("=sentences") && !line.hasPrefix("=changes")
          && !line.hasPrefix("=builtin")
      }
      for share in shares {
        #expect(share.contains(language.pick("个的", " of ")), "\(share)")
      }
    }
    let words = TemplateTests.every(TemplateSchema.fields(try GoalsFixture.edition(language).campaign), [])
    #expect(words.count > 60)
  }

  /// A line for each text: `=path:{{text}}`, within the sections that lead there.
  private static func every(_ fields: [TemplateField], _ path: [String]) -> [String] {
    fields.flatMap { field -> [String] in
      let name = (path + [field.name]).joined(separator: ".")
      switch field.kind {
      case .text: return ["=\(name):{{\(name)}}"]
      case .flag: return []
      case .object(let inner): return every(inner, path + [field.name])
      case .list(let inner):
        let lines = every(inner, []).map { "=" + name + $0 }
        return ["{{#\(name)}}"] + lines + ["{{/\(name)}}"]
      }
    }
  }

  @Test(arguments: [
    ("{{unt}}", 1, 1, "没有字段“unt”"), ("一二\n三{{#rates}}{{lable}}{{/rates}}", 2, 12, "没有字段“lable”"),
    ("{{rate.kickoff_rate.vilage.value}}", 1, 1, "没有字段“rate.kickoff_rate.vilage.value”"),
    ("甲{{#rates}}", 1, 2, "没有结束"), ("{{/rates}}", 1, 1, "之前没有"),
    ("{{#rates}}{{/totals}}", 1, 11, "应结束“rates”"),
    ("{{rates}}", 1, 1, "不是文字"), ("{{is_month}}", 1, 1, "不是文字"), ("a{{> other}}", 1, 2, "不支持“{{>”"),
    ("{{{unit}}}", 1, 1, "不支持“{{{”"), ("{{&unit}}", 1, 1, "不支持“{{&”"), ("{{=<% %>=}}", 1, 1, "不支持“{{=”"),
    ("{{%CONTENT_TYPE:HTML}}", 1, 1, "不支持“{{%”"), ("{{$x}}{{/x}}", 1, 1, "不支持“{{$”"),
    ("{{单位}}", 1, 1, "不是字段名"),
    ("{{last(unit)}}", 1, 1, "不是字段名"), ("{{.}}", 1, 1, "不是字段名"), ("{{}}", 1, 1, "不是字段名"),
    ("{{unit", 1, 1, "没有对应"),
    ("{{value}}", 1, 1, "没有字段“value”"), ("好\u{202E}", 1, 2, "控制字符"),
    ("{{#reporting}}{{phrase}}{{/reporting}}", 1, 15, "没有字段"),
  ])
  func mistakes(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let fields = TemplateSchema.fields(try EditionFixture.edition(.zh).campaign)
    let found = TemplateCheck.problems(text, fields)
    #expect(found.count == 1 || message == "控制字符")
    let first = try #require(found.first)
    #expect((first.line, first.column) == (line, column))
    #expect(first.message(.zh).contains(message), "\(first.message(.zh))")
    #expect(!first.message(.en).isEmpty && first.message(.en) != first.message(.zh))
  }

  @Test func sectionsLieOnlySoDeep() throws {
    let fields = TemplateSchema.fields(try EditionFixture.edition(.zh).campaign)
    let nest = { (depth: Int) in
      String(repeating: "{{#is_month}}", count: depth) + String(repeating: "{{/is_month}}", count: depth)
    }
    #expect(TemplateCheck.problems(nest(32), fields) == [])
    let deep = TemplateCheck.problems(nest(20_000), fields)
    #expect(deep.map(\.kind) == [.deep(32)] && deep.first?.column == 32 * 13 + 1)
  }

  /// Each list more would multiply what is filled in by its entries.
  @Test func listsLieOnlySoDeep() throws {
    let fields = TemplateSchema.fields(try EditionFixture.edition(.zh).campaign)
    let nest = { (depth: Int) in
      String(repeating: "{{#ranked}}", count: depth) + "{{unit}}"
        + String(repeating: "{{/ranked}}", count: depth)
    }
    #expect(TemplateCheck.problems(nest(2), fields) == [])
    #expect(TemplateCheck.problems(nest(20), fields).map(\.kind) == [.lists(2)])
    #expect(
      TemplateCheck.problems("{{#rates}}{{^ranked}}{{/ranked}}{{#best}}{{/best}}{{/rates}}", fields) == [])
  }

  @Test func namesOfFiles() {
    #expect(TemplateCheck.problem(name: "own-下一步") != nil)
    #expect(TemplateCheck.problem(name: "own-next") == nil)
    #expect(TemplateCheck.problem(name: "totals.opning")?.names?.known.contains("totals.opening") == true)
  }
}
