import Model

/// The ages of a ledger's rows, by a property with two answers.
enum PyramidCharts {
  /// The chart of a table; `nil` where it has other than two columns, or nothing to count. A third column that holds
  /// less than a tenth, such as what is left blank, is told below the chart.
  static func chart(_ counts: LedgerOverview.Counts, name: String, _ told: LedgerWords) -> Chart? {
    let table = told.ledger.tables[counts.table]
    guard table.shape == .pyramid, (2...3).contains(table.columns.count),
      let numbers = LedgerNumbers(counts, table),
      numbers.total > 0, let own = told.overview.lines.first(where: { $0.unit == told.words.edition.unit })
    else { return nil }
    let language = told.words.language
    let rest = numbers.columnSums.dropFirst(2).first ?? 0
    guard rest < numbers.total / 10 || rest == 0 else { return nil }
    let heads = numbers.heads(table.rows, most: LedgerTableBlocks.mostRows, language)
    // The young stand below, as in every age pyramid.
    let rows = zip(heads, numbers.rows).map { PyramidChart.Row(label: $0, left: $1[0], right: $1[1]) }
    let sums = rows.map { $0.left + $0.right }
    let most = sums.max().flatMap { sums.firstIndex(of: $0) } ?? 0
    let share = Quotient.percent(sums[most], of: numbers.total - rest, decimals: 1) ?? "—"
    let title = language.pick(
      "\(table.label)：\(heads[most])最多，占\(share)%", "\(table.label): \(heads[most]) most, \(share)%")
    let left =
      rest == 0
      ? ""
      : language.pick(
        "，其中\(table.columns[2])\(rest)未入图", ", of these not drawn: \(rest) \(table.columns[2])")
    let note = language.pick(
      "共计\(numbers.total)\(left)。\(told.title)：\(told.state(own))。",
      "\(numbers.total) in all\(left). \(told.title): \(told.state(own)).")
    return Chart(
      name: name, title: title, note: note,
      kind: .pyramid(
        PyramidChart(left: table.columns[0], right: table.columns[1], rows: rows.reversed())))
  }
}
