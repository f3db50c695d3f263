import Model

/// The children by rank, beside the whole, the target and the month before.
enum RankChart {
  /// The chart; `nil` where nothing ranks the children.
  static func chart(_ words: Words) -> Chart? {
    guard let series = RankedSeries(words) else { return nil }
    let (told, language) = (series.told, words.language)
    let book = words.edition.comparison.map { ChangeBook($0, words) }
    let earlier = { (unit: Int) in told.value(book?.change(unit, told.key)?.published) }
    let bars = series.children.map { child in
      BarChart.Bar(
        label: words.short(child.unit), rank: child.rank, value: series.value(child.unit),
        text: series.text(child.unit), earlier: earlier(child.unit))
    }
    let hasEarlier = bars.contains { $0.earlier != nil }
    let chart = BarChart(
      bars: bars, scale: series.scale, label: book?.headings.later ?? words.month,
      earlierLabel: hasEarlier ? book?.headings.earlier : nil, average: series.average,
      target: target(told, words))
    return Chart(
      name: "ranking", title: told.label + language.pick("：", ": ") + series.sight, note: series.note,
      kind: .bars(chart))
  }

  /// Where the path of the target that binds the unit is this month, or else the target.
  private static func target(_ told: SeriesWords, _ words: Words) -> ChartMark? {
    let all = words.edition.goals?.targets.flatMap { $0 } ?? []
    let own = all.first {
      $0.unit == words.edition.unit && $0.target.key == told.key && $0.target.condition == nil
    }
    guard let own else { return nil }
    let goals = GoalWords(words)
    let goal = goals.printed(own.target.value, told)
    let by = words.language.pick("目标", "target ") + goals.text(own.target.value, told)
    guard let path = own.path, path < goal else { return ChartMark(goal, by) }
    return ChartMark(path, words.language.pick("本月应达", "due this month ") + told.text(path))
  }
}
