public import Model

/// What a month says of the series by which children are ranked, for the edition's unit.
public struct TrendMonth: Sendable {
  /// The month.
  public var month: Month
  /// The figure as known now; `nil` where there is none.
  public var known: Figure?
  /// The figure as it was first published; `nil` where the month was not, or where that is not kept.
  public var published: Figure?

  /// A month.
  public init(month: Month, known: Figure?, published: Figure? = nil) {
    self.month = month
    self.known = known
    self.published = published
  }
}

/// The ranking series over months.
enum TrendMonths {
  /// Fewer months are told better by the comparison.
  private static let fewest = 3
  /// How many months are drawn at most.
  private static let most = 12

  /// The chart; `nil` where too few months are known.
  static func chart(_ words: Words) -> Chart? {
    guard let key = words.rankKey, let last = words.edition.trend.last,
      words.edition.trend.count(where: { $0.known != nil }) >= fewest
    else { return nil }
    let (told, language) = (SeriesWords(key, words), words.language)
    guard !told.isAnswer(words.edition.unit), let figure = last.known, let now = told.value(figure),
      let first = words.edition.trend.first(where: { told.value($0.known) != nil }),
      let then = told.value(first.known)
    else { return nil }
    let points = contiguous(words.edition.trend).map { month in
      TrendChart.Point(
        label: language.pick("\(month.month.number)月", month.month.description),
        known: told.value(month.known), published: told.value(month.published))
    }
    let (from, to) = (words.month(first.month), words.month(last.month))
    let title = language.pick(
      "\(told.label)：\(from)\(told.text(then))，\(to)\(told.text(now))",
      "\(told.label): \(from) \(told.text(then)), \(to) \(told.text(now))")
    return Chart(
      name: "trend", title: title, note: "\(to)\(language.pick("：", ": "))\(told.coverage(figure))",
      kind: .trend(TrendChart(points: points, scale: ChartScale(told))))
  }

  /// The latest months, those in between of which nothing is known among them: they are gaps.
  private static func contiguous(_ months: [TrendMonth]) -> [TrendMonth] {
    guard var month = months.last?.month, let first = months.first?.month else { return [] }
    let known = Dictionary(months.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [TrendMonth] = []
    while month >= first, found.count < most {
      found.append(known[month] ?? TrendMonth(month: month, known: nil))
      guard let before = month.previous else { break }
      month = before
    }
    return found.reversed()
  }
}
