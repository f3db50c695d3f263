import Model

/// `supervision.csv`: a row for each unit and rule, of those on the list and those that were not judged.
public enum SupervisionCSV {
  /// The bytes of the file; only its headings where there are no rules.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    let told = GoalWords(Words(edition))
    for found in edition.goals?.supervision?.found ?? [] {
      for listed in found.listed { write(listed, told, &writer) }
      for leftOut in found.leftOut { write(leftOut, found.rule, told, &writer) }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "规则", "规则名称", "程度", "单位代码", "单位名称", "层级", "上级代码", "结论", "指标", "统计层级", "数值", "连续月数",
        "说明",
      ]
      : [
        "period", "rule", "label", "severity", "unit_code", "unit_name", "level", "parent", "result",
        "indicator",
        "counted_level", "value", "streak", "explanation",
      ]
  }

  private static func write(_ listed: Supervised, _ told: GoalWords, _ writer: inout CSVWriter) {
    let edition = told.words.edition
    start(listed.unit, listed.rule, told, &writer)
    writer.text(edition.language.pick("列入", "listed"))
    if let figure = listed.figure {
      let indicator = edition.campaign.indicators[figure.indicator]
      writer.text(indicator.id)
      writer.text(figure.level.map { edition.roster.levels[$0].id } ?? "")
      FigureCells.value(figure, isShare: indicator.isShare, decimals: indicator.decimals, &writer)
    } else {
      for _ in 0..<3 { writer.empty() }
    }
    writer.number(listed.streak)
    writer.text(told.reason(listed))
    writer.endRow()
  }

  private static func write(
    _ leftOut: LeftOut, _ rule: Int, _ told: GoalWords, _ writer: inout CSVWriter
  ) {
    let language = told.words.language
    start(leftOut.unit, rule, told, &writer)
    let (result, reason) =
      switch leftOut.reason {
      case .small: (language.pick("分母过小", "small"), "")
      case .excused(let excuse):
        (language.pick("经批准不列入", "excused"), told.words.edition.campaign.supervision.excuses[excuse].reason)
      case .notDue: (language.pick("未到时间", "not due"), "")
      case .cannotTell: (language.pick("尚难判断", "cannot tell"), "")
      }
    writer.text(result)
    for _ in 0..<4 { writer.empty() }
    writer.text(reason)
    writer.endRow()
  }

  private static func start(_ unit: Int, _ rule: Int, _ told: GoalWords, _ writer: inout CSVWriter) {
    let edition = told.words.edition
    let roster = edition.roster
    let found = edition.campaign.supervision.rules[rule]
    let above = Int(roster.parent[unit])
    writer.text(edition.period.description)
    writer.text(found.id)
    writer.text(told.rule(found))
    writer.text(edition.language == .zh ? found.weight.label(.zh) : found.weight.rawValue)
    writer.code(roster.units[unit].code)
    writer.text(roster.units[unit].name)
    writer.text(roster.levels[roster.units[unit].level].id)
    writer.text(above >= 0 ? roster.units[above].code.description : "")
  }
}
