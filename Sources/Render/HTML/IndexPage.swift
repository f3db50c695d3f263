public import Model

/// The page over the months that have been written: a link to each, and how the ranking indicator went.
public struct IndexPage: Sendable {
  /// A month's folder.
  public struct Entry: Sendable {
    /// The month, whose folder has its name.
    public var month: Month
    /// The files of the folder that are linked to, the bulletin first.
    public var files: [String]

    /// A month's folder.
    public init(month: Month, files: [String]) {
      self.month = month
      self.files = files
    }
  }

  private let words: Words
  private let entries: [Entry]

  /// A page in the words of an edition of the top unit, with its trend.
  public init(_ edition: Edition, entries: [Entry]) {
    words = Words(edition)
    self.entries = entries.sorted { $0.month > $1.month }
  }

  /// Whether bytes are a page of this program, which a newer one may replace.
  public static func isOwn(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(2000), as: UTF8.self).contains(HTMLPage.generator)
  }

  private var language: Language { words.language }

  /// The page; lines end in a line feed.
  public func render() -> String {
    let campaign = words.edition.campaign
    let title = language.pick("\(campaign.title)月报目录", "\(campaign.title): bulletins")
    var body = "<header>\n<h1>\(HTMLText.inline(title))</h1>\n"
    body += "<p>\(HTMLText.inline(campaign.organisation))</p>\n</header>\n"
    body += "<section aria-labelledby=\"months\">\n"
    body += "<h2 id=\"months\">\(language.pick("各月通报", "Bulletins by month"))</h2>\n<ul>\n"
    for entry in entries { body += line(entry) }
    body += "</ul>\n</section>\n"
    guard let grid else { return page(title, body) }
    var notes = 0
    let caption = language.pick("表1　", "Table 1. ") + HTMLText.inline(grid.caption)
    body += "<section aria-labelledby=\"trend\">\n"
    body += "<h2 id=\"trend\">\(language.pick("逐月情况", "Month by month"))</h2>\n"
    if let chart = TrendMonths.chart(words) { body += HTMLRenderer.figure(chart, language) }
    body += HTMLTable(grid, id: "t1", caption: caption, language: language).render(notes: &notes)
    let remark = language.pick(
      "各月数据为目前所知，(r)表示与首次发布的不同。",
      "Figures are as known now; (r) marks those that differ from what was first published.")
    body += "<p>\(remark)</p>\n</section>\n"
    return page(title, body)
  }

  private func page(_ title: String, _ body: String) -> String {
    HTMLPage.render(title: title, language: language, body: body)
  }

  /// The bulletin by its month, the other files by their names.
  private func line(_ entry: Entry) -> String {
    let links = entry.files.enumerated().map { index, file in
      let text = index == 0 ? words.month(entry.month) : file
      return "<a href=\"\(HTMLText.inline("\(entry.month)/\(file)"))\">\(HTMLText.inline(text))</a>"
    }
    let rest = links.dropFirst().joined(separator: language.pick("、", ", "))
    let more = rest.isEmpty ? "" : language.pick("（\(rest)）", " (\(rest))")
    return "<li>\(links.first ?? "")\(more)</li>\n"
  }

  /// A row a month; `nil` where there is nothing to show.
  private var grid: Grid? {
    let months = words.edition.trend.filter { $0.known != nil }
    guard let key = words.rankKey, !months.isEmpty else { return nil }
    let told = SeriesWords(key, words)
    let measure = told.indicator.isShare ? "" : told.indicator.measure
    let value = measure.isEmpty ? told.label : "\(told.label)(\(measure))"
    let headings = [
      value, language.pick("分子", "Numerator"), language.pick("分母", "Denominator"),
      language.pick("已答复/应答复(个)", "Answered/expected, units"),
    ]
    return Grid(
      caption: language.pick(
        "\(words.name(words.edition.unit))\(told.label)", "\(told.label), \(words.name(words.edition.unit))"),
      columns: [GridColumn(language.pick("月份", "Month"), numeric: false)] + headings.map { GridColumn($0) },
      rows: months.compactMap { month in
        guard let figure = month.known else { return nil }
        let value = told.cell(figure, of: figure.unit)
        let isRevised = month.published.map { told.cell($0, of: $0.unit) != value } ?? false
        return GridRow([
          .text(words.month(month.month)), isRevised ? .revised(value) : value,
          figure.status == .missing ? .notReported : Cells.part(figure),
          figure.denominator.map { .decimal($0, decimals: figure.denominatorDecimals) } ?? .notApplicable,
          .coverage(figure.received, of: figure.expected),
        ])
      })
  }
}
