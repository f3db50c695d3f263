import Model

/// How the series that ranks the children moved since the month before, in its five parts.
enum ChangeChart {
  /// The chart; `nil` where nothing moved, or where the parts are not known.
  static func chart(_ book: ChangeBook) -> Chart? {
    guard let key = book.rankKey, let change = book.change(book.edition.unit, key) else { return nil }
    let (words, language) = (book.words, book.words.language)
    let told = SeriesWords(key, words)
    guard !told.isAnswer(change.unit), let before = change.published, let now = change.current,
      let start = told.value(before), let end = told.value(now), let parts = change.value,
      parts.all.contains(where: { $0 != 0 }), start + parts.total == end
    else { return nil }
    let (earlier, later) = book.headings
    let steps = ChangeWords.allCases.map {
      WaterfallChart.Step(label: $0.heading(language), amount: $0.amount(parts))
    }
    let name = words.short(change.unit) + language.pick("", ", ")
    let title = language.pick(
      "\(name)\(told.label)：\(earlier)\(told.text(start))，\(later)\(told.text(end))，\(told.moved(end - start))",
      "\(name)\(told.label): \(earlier) \(told.text(start)), \(later) \(told.text(end)), \(told.moved(end - start))"
    )
    let note = language.pick(
      "\(earlier)：\(told.coverage(before))\(later)：\(told.coverage(now))",
      "\(earlier): \(told.coverage(before)) \(later): \(told.coverage(now))")
    return Chart(
      name: "change", title: title, note: note,
      kind: .waterfall(
        WaterfallChart(
          startLabel: earlier, start: start, steps: steps, endLabel: later, scale: ChartScale(told))))
  }
}
