import Model

/// Progress against targets, scores, and the supervision list.
enum GoalTables {
  /// Those tables that there is something for.
  static func build(_ words: Words) -> [BookTable] {
    guard let goals = words.edition.goals else { return [] }
    var tables: [BookTable] = []
    let progress = progress(goals, words)
    if !progress.rows.isEmpty { tables.append(progress) }
    for position in words.edition.campaign.scores.indices {
      let scores = goals.scores.filter { $0.score == position }
      if scores.contains(where: { $0.value != nil }) { tables.append(score(position, scores, words)) }
    }
    if let list = goals.supervision, list.found.contains(where: { !$0.listed.isEmpty }) {
      tables.append(supervision(list, words))
    }
    return tables
  }

  private static func progress(_ goals: Goals, _ words: Words) -> BookTable {
    let language = words.language
    let told = BookFigures(words)
    var table = BookTable(
      name: language.pick("进度对照", "Progress"), title: language.pick("目标进度对照", "Progress against targets"),
      remark: language.pick(
        "与应达之差=现为－本月应达，是公式；占比之差以百分点计。",
        "The difference is a formula: now minus what is due; of shares in percentage points."),
      columns: told.unitColumns + [
        .text(language.pick("指标", "Indicator")), .text(language.pick("完成时限", "By")),
        BookColumn(language.pick("目标", "Target")), BookColumn(language.pick("本月应达", "Due this month")),
        BookColumn(language.pick("现为", "Now")), .text(language.pick("差额单位", "Difference in")),
        BookColumn(language.pick("与应达之差", "Difference"), notes: [.points]),
        .text(language.pick("评价", "Verdict")),
      ], frozen: 3)
    table.isFiltered = true
    for progress in goals.targets.flatMap({ $0 }) { add(progress, to: &table, told) }
    return table
  }

  private static func add(_ progress: Progress, to table: inout BookTable, _ told: BookFigures) {
    let words = told.words
    let series = SeriesWords(progress.target.key, words)
    // A unit's own yes or no is no progress in points.
    guard !series.isAnswer(progress.unit) else { return }
    let decimals = series.indicator.decimals
    let cell = { (value: Int64) -> BookCell in
      series.indicator.isShare ? .share(value, decimals: decimals) : .number(value, decimals: decimals)
    }
    let due = progress.path.map(cell) ?? .none
    let now = told.value(progress.figure)
    let needed = max(decimals, progress.target.value.neededDecimals)
    let power = Quotient.power(of: 10, FixedNumber.decimals - needed) ?? 1
    let goal = progress.target.value.tenThousandths / power
    var gap = BookCell.none
    if let path = progress.path, let value = now.scaled, due.isExactNumber, now.isExactNumber {
      let (left, right) = (table.next(7), table.next(6))
      let formula =
        series.indicator.isShare
        ? OwnFormula.points(left, right, decimals: decimals) : .difference(left, right, decimals: decimals)
      gap = .computed(formula, .change(value - path, decimals: decimals))
    }
    let measure = series.changeMeasure
    table.add(
      told.unit(progress.unit) + [
        .text(series.label), .text(words.month(progress.target.by)),
        series.indicator.isShare ? .share(goal, decimals: needed) : .number(goal, decimals: needed), due, now,
        .text(measure.isEmpty ? "—" : measure), gap, .text(progress.verdict.label(words.language)),
      ], progress.unit == words.edition.unit ? .total : .plain)
  }

  private static func score(_ position: Int, _ scores: [UnitScore], _ words: Words) -> BookTable {
    let language = words.language
    let score = words.edition.campaign.scores[position]
    let told = BookFigures(words)
    var table = BookTable(
      name: score.label, title: score.label,
      remark: language.pick(
        "按列名中的权重合成，满分100分；缺一项数据的不评分。",
        "A mean weighted as the headings say, out of 100; a unit without a share has none."),
      columns: [.rank(language)] + told.unitColumns + [
        BookColumn(score.label), .text(language.pick("等次", "Grade")),
      ]
        + score.components.map {
          BookColumn(
            SeriesWords($0.key, words).label + language.pick("（\($0.weight)分）", " (\($0.weight))"), bars: true
          )
        } + [.text(language.pick("备注", "Remarks"))], frozen: 3)
    for found in scores {
      let value = found.value.map { BookCell.number($0, decimals: score.decimals) } ?? .none
      let remarks = ScoreSection.remarks(found, score, language)
      let cells =
        [found.rank.map { .count($0) } ?? .none] + told.unit(found.unit) + [
          words.edition.isRevised(found) ? .revised(value) : value,
          .text(found.grade.map { score.grades[$0].label } ?? "—"),
        ] + found.figures.map { told.value($0) } + [.text(remarks.isEmpty ? "—" : remarks)]
      table.add(cells, found.unit == words.edition.unit ? .total : .plain)
    }
    return table
  }

  private static func supervision(_ list: SupervisionList, _ words: Words) -> BookTable {
    let language = words.language
    let told = GoalWords(words)
    let figures = BookFigures(words)
    var table = BookTable(
      name: language.pick("重点督促", "Supervision"), title: language.pick("重点督促名单", "Supervision list"),
      remark: language.pick(
        "未判断的单位及原因见 supervision.csv。", "supervision.csv names those that were not judged, and why."),
      columns: [
        .text(language.pick("程度", "Severity")), .text(language.pick("规则", "Rule")),
        .text(language.pick("单位代码", "Code")), .text(language.pick("单位", "Unit")),
        BookColumn(language.pick("数值", "Value")), BookColumn(language.pick("连续月数", "Months in a row")),
        .text(language.pick("说明", "Why")),
      ], frozen: 4)
    table.isFiltered = true
    for found in list.found {
      let rule = words.edition.campaign.supervision.rules[found.rule]
      for listed in found.listed {
        table.add([
          .text(rule.weight.label(language)), .text(told.rule(rule)),
          .text(words.edition.roster.units[listed.unit].code.description), .text(words.place(listed.unit)),
          figures.value(listed.figure), .count(listed.streak), .text(told.reason(listed)),
        ])
      }
    }
    return table
  }
}
