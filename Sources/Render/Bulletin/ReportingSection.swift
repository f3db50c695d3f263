import Model

/// Who has reported, on time, late, not at all; the missing by name.
enum ReportingSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard edition.period.isMonth else { return PeriodReportingSection.build(edition, words) }
    var parts: [(heading: String, blocks: [Block])] = []
    for (index, reporting) in edition.reporting.enumerated() {
      let blocks = form(reporting, number: index + 1, edition, words)
      if !blocks.isEmpty { parts.append((edition.campaign.forms[reporting.form].title, blocks)) }
    }
    guard !parts.isEmpty else { return nil }
    return Section(
      edition.language.pick("报送情况", "Reporting"), [.paragraph(files(edition))] + Section.parts(parts))
  }

  /// How many files came in, and how many of them could be read as a form.
  private static func files(_ edition: Edition) -> String {
    let concerned = submissions(edition)
    let all = concerned.count
    let unread = concerned.count { $0.tables.isEmpty }
    return edition.language.pick(
      "共报来文件\(all)份" + (unread == 0 ? "。" : "，其中\(unread)份无法作为报表读取。"),
      "Files received: \(all)"
        + (unread == 0 ? "." : ", of which \(unread) could not be read as a form."))
  }

  /// The files of the whole inbox for the top; else those sent by the unit or those below it, and those from
  /// which a return of theirs was taken.
  private static func submissions(_ edition: Edition) -> [Submission] {
    let all = edition.returns.submissions
    guard edition.roster.parent[edition.unit] >= 0 else { return all.filter { !$0.isEarlier } }
    let within = edition.unit..<Int(edition.roster.end[edition.unit])
    let sources = Set(edition.returns.sources.flatMap { $0[within].map { Int($0.submission) } })
    return all.indices.filter { index in
      !all[index].isEarlier
        && (sources.contains(index) || (all[index].sender.map { within.contains($0) } ?? false))
    }.map { all[$0] }
  }

  private static func form(
    _ reporting: FormReporting, number: Int, _ edition: Edition, _ words: Words
  ) -> [Block] {
    guard reporting.total(edition.unit).expected > 0 else { return [] }
    var blocks: [Block] = [.paragraph(summary(reporting, edition, words))]
    let name = number == 1 ? "reporting" : "reporting-\(number)"
    if let chart = ReportingChart.chart(reporting, name: name, words) { blocks.append(.chart(chart)) }
    if !edition.ranking.isEmpty { blocks.append(.grid(grid(reporting, edition, words))) }
    let lists = missing(reporting, edition, words)
    if !lists.isEmpty { blocks.append(.list(lists)) }
    return blocks
  }

  private static func summary(
    _ reporting: FormReporting, _ edition: Edition, _ words: Words
  ) -> String {
    let tally = reporting.total(edition.unit)
    let title = edition.campaign.forms[reporting.form].title
    let rate =
      Quotient.percent(Int64(tally.received), of: Int64(tally.expected), decimals: 1) ?? "—"
    let levels = (reporting.byLevel[edition.unit] ?? []).enumerated()
      .filter { $1.expected > 0 }
      .map { edition.language.pick("\(words.level($0))\($1.expected)个", "\(words.level($0)) \($1.expected)") }
    return edition.language.pick(
      "《\(title)》本月应报单位\(tally.expected)个（\(words.join(levels))），"
        + "实报\(tally.received)个，报送率\(rate)%，其中按时\(tally.onTime)个、逾期\(tally.late)个；"
        + "未报\(tally.missing)个，已报但不予采用\(tally.rejected)个。",
      "\(title): returns expected from \(tally.expected) units (\(words.join(levels))); received \(tally.received) "
        + "(\(rate)%), on time \(tally.onTime), late \(tally.late); missing \(tally.missing), "
        + "rejected \(tally.rejected).")
  }

  private static func grid(
    _ reporting: FormReporting, _ edition: Edition, _ words: Words
  ) -> Grid {
    let zh = ["应报(个)", "按时(个)", "逾期(个)", "未报(个)", "不予采用(个)", "报送率"]
    let en = ["Expected", "On time", "Late", "Missing", "Rejected", "Reported"]
    let headings = edition.language == .zh ? zh : en
    // Of several forms each table names its own, so that the list of tables tells them apart.
    let title = edition.reporting.count > 1 ? edition.campaign.forms[reporting.form].title : ""
    let form = title.isEmpty ? "" : edition.language.pick("《\(title)》", "\(title): ")
    var grid = Grid(
      caption: form + edition.language.pick("报送情况（含下级单位）", "Reporting, units below included"),
      columns: [GridColumn(words.childHeading, numeric: false)] + headings.map { GridColumn($0) })
    for unit in [edition.unit] + edition.roster.children(of: edition.unit) {
      let tally = reporting.total(unit)
      guard tally.expected > 0 else { continue }
      let numbers = [tally.expected, tally.onTime, tally.late, tally.missing, tally.rejected]
      let share = Cell.percent(Int64(tally.received), of: Int64(tally.expected), decimals: 1)
      grid.rows.append(
        GridRow(
          [.text(words.short(unit))] + numbers.map { .count(Int64($0)) } + [share],
          isTotal: unit == edition.unit))
    }
    return grid
  }

  /// One line a level: the names where they are few, else where to find them.
  private static func missing(
    _ reporting: FormReporting, _ edition: Edition, _ words: Words
  ) -> [String] {
    let roster = edition.roster
    let below = edition.unit..<Int(roster.end[edition.unit])
    return (0..<roster.levels.count).compactMap { level in
      let units = below.filter { unit in
        roster.units[unit].level == level
          && (reporting.punctuality[unit] == .missing || reporting.punctuality[unit] == .rejected)
      }
      guard !units.isEmpty else { return nil }
      let name = words.level(level)
      guard units.count <= Words.longestList else {
        return edition.language.pick(
          "未报送（含不予采用）的\(name)\(units.count)个，名单见 submissions.csv。",
          "\(name): \(units.count) missing or rejected; submissions.csv names them.")
      }
      return edition.language.pick(
        "未报送（含不予采用）的\(name)\(units.count)个：\(words.grouped(units))。",
        "\(name): \(units.count) missing or rejected: \(words.grouped(units)).")
    }
  }
}
