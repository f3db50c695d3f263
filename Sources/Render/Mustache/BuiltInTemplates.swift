public import Model

/// What the program says of its own accord, written as templates: to begin from.
public enum BuiltInTemplates {
  /// A template for each place of the bulletin that has words of its own. With all of them the bulletin is the same
  /// as without.
  public static func files(_ language: Language) -> [CampaignTemplate] {
    let sections = SectionKind.allCases.flatMap { kind in
      [
        CampaignTemplate(name: "\(kind.rawValue).heading", text: heading(kind, language) + "\n"),
        CampaignTemplate(name: "\(kind.rawValue).opening", text: opening),
      ]
    }
    return [
      CampaignTemplate(name: "title", text: title(language)),
      CampaignTemplate(name: "byline", text: byline(language)),
      CampaignTemplate(name: "headline", text: headline(language)),
    ] + sections
  }

  private static func title(_ language: Language) -> String {
    language.pick(
      "关于{{place}}{{month}}{{campaign}}的通报\n",
      "{{campaign}}: {{#place}}{{place}}, {{/place}}{{month}}\n")
  }

  private static func byline(_ language: Language) -> String {
    language.pick(
      "{{organisation}}　{{#is_month}}数据月份：{{month}}　报送截止：{{due}}{{/is_month}}"
        + "{{^is_month}}数据期间：{{month}}{{/is_month}}{{#edition}}　{{edition}}{{/edition}}\n",
      "{{organisation}}. {{#is_month}}Month: {{month}}. Returns were due on {{due}}.{{/is_month}}"
        + "{{^is_month}}Period: {{month}}.{{/is_month}}{{#edition}} {{edition}}{{/edition}}\n")
  }

  private static func headline(_ language: Language) -> String {
    let remark = language.pick(
      "{{! 一行是一段；字段见 docs/templates.md }}", "{{! a line is a paragraph; fields: docs/templates.md }}")
    let sentence = language.pick(
      "{{month}}，{{unit}}{{#sentences}}{{text}}{{^last}}；{{/last}}{{/sentences}}。",
      "{{unit}}, {{month}}. {{#sentences}}{{text}}{{^last}}; {{/last}}{{/sentences}}.")
    return remark
      + "\n{{#has_rates}}\n\(sentence)\n{{/has_rates}}\n{{#denominators}}\n{{text}}\n{{/denominators}}\n"
  }

  /// The first paragraphs as the program says them; words before and after may be added.
  private static let opening = "{{#builtin}}\n{{text}}\n{{/builtin}}\n"

  private static func heading(_ kind: SectionKind, _ language: Language) -> String {
    switch kind {
    case .errata: language.pick("更正表", "Errata")
    case .rates: language.pick("工作进展", "Progress")
    case .totals: language.pick("工作数据", "Totals")
    case .composition: language.pick("构成情况", "Composition")
    case .ledgers: language.pick("台账情况", "Ledgers")
    // Which month it is compared with the program knows.
    case .changes: "{{#builtin}}{{text}}{{/builtin}}"
    case .progress: language.pick("进度对照", "Progress against targets")
    case .scores: language.pick("综合评分", "Scores")
    case .supervision: language.pick("重点督促", "Supervision")
    case .quotes: language.pick("各地反映", "In their own words")
    case .reporting: language.pick("报送情况", "Reporting")
    case .reconciliation: language.pick("上下级数据核对", "Statements and sums")
    case .quality: language.pick("数据质量", "Data quality")
    case .notes: language.pick("口径说明", "Notes")
    }
  }
}
