import Model

/// 台账情况: who keeps which ledger, how old and how full it is, what came and went, and its tables.
enum LedgerSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    var charts = 0
    var parts: [(heading: String, blocks: [Block])] = []
    for overview in edition.ledgers {
      let blocks = blocks(overview, edition, words, charts: &charts)
      if !blocks.isEmpty { parts.append((LedgerWords(overview, words).ledger.title, blocks)) }
    }
    guard !parts.isEmpty else { return nil }
    return Section(words.language.pick("台账情况", "Ledgers"), Section.parts(parts))
  }

  private static func blocks(
    _ overview: LedgerOverview, _ edition: Edition, _ words: Words, charts: inout Int
  ) -> [Block] {
    guard let own = overview.lines.first(where: { $0.unit == edition.unit }), own.expected > 0 || own.rows > 0
    else { return [] }
    let told = LedgerWords(overview, words)
    let stop = words.language.pick("。", ".")
    var blocks: [Block] = [
      .paragraph(told.title + words.language.pick("：", ": ") + told.state(own) + stop)
    ]
    if let movements = told.movements(own) { blocks.append(.paragraph(movements)) }
    if overview.lines.count > 1 { blocks.append(.grid(grid(told, own))) }
    let calls = [told.unkept(overview.unkept, of: own), oldest(told, own), lowest(told, own)].filter {
      !$0.isEmpty
    }
    if !calls.isEmpty {
      blocks.append(.paragraph(words.language.pick("请督促填报：", "To be called on:")))
      blocks.append(.list(calls))
    }
    for table in overview.tables {
      let name = charts == 0 ? "pyramid" : "pyramid-\(charts + 1)"
      if charts < mostCharts, let chart = PyramidCharts.chart(table, name: name, told) {
        blocks.append(.chart(chart))
        charts += 1
      }
      blocks += LedgerTableBlocks.build(table, told)
    }
    return blocks
  }

  /// How many tables are drawn.
  private static let mostCharts = 2

  private static func grid(_ told: LedgerWords, _ own: LedgerOverview.Line) -> Grid {
    let words = told.words
    let hasMovements = told.overview.lines.contains { $0.movements != nil }
    let zh = ["已建/应建(个)", "在册(条)", "最早更新", "最近更新", "填报率", "已填/应填(项)"]
    let en = ["Kept/expected, units", "Rows", "Oldest", "Newest", "Filled in", "Filled in/to fill in"]
    let moved = words.language == .zh ? ["新增", "撤销", "转入", "转出"] : ["New", "Gone", "Moved in", "Moved out"]
    let headings = (words.language == .zh ? zh : en) + (hasMovements ? moved : [])
    return Grid(
      caption: told.ledger.title + words.language.pick("（含下级单位）", ", units below included"),
      columns: [GridColumn(words.childHeading, numeric: false)]
        + headings.enumerated().map { GridColumn($1, numeric: ![2, 3].contains($0)) },
      rows: told.overview.lines.filter { $0.expected > 0 || $0.rows > 0 }.map { line in
        GridRow(cells(line, words, hasMovements: hasMovements), isTotal: line.unit == own.unit)
      })
  }

  private static func cells(_ line: LedgerOverview.Line, _ words: Words, hasMovements: Bool) -> [Cell] {
    let month = { (month: Month?) in month.map { Cell.text(words.month($0)) } ?? .notApplicable }
    let moved =
      hasMovements
      ? [.opened, .closed, .movedIn, .movedOut].map { (movement: Derived.Movement) in
        line[movement].map { Cell.count($0) } ?? .notApplicable
      } : []
    return [
      .text(words.short(line.unit)), .coverage(line.kept, of: line.expected), .count(line.rows),
      month(line.updated?.lowerBound), month(line.updated?.upperBound),
      .percent(line.filled, of: line.cells, decimals: 1), .text("\(line.filled)/\(line.cells)"),
    ] + moved
  }

  /// The units directly below whose ledger is the oldest, of those that have one older than the month.
  private static func oldest(_ told: LedgerWords, _ own: LedgerOverview.Line) -> String {
    let (words, month) = (told.words, told.words.edition.roster.month)
    var found: [(month: Month, unit: Int)] = []
    for line in told.overview.lines where line.unit != own.unit {
      if let updated = line.updated, updated.lowerBound < month {
        found.append((updated.lowerBound, line.unit))
      }
    }
    guard !found.isEmpty else { return "" }
    let blank = words.language.pick("", " ")
    let names = told.names(
      found.sorted { $0 < $1 }.map { words.short($0.unit) + blank + words.month($0.month) })
    return words.language.pick(
      "有台账早于本月的\(found.count)个（从最早的起）：\(names)。",
      "With a ledger older than the month, the oldest first (\(found.count)): \(names).")
  }

  /// The units directly below that fill in less than all together do.
  private static func lowest(_ told: LedgerWords, _ own: LedgerOverview.Line) -> String {
    let words = told.words
    guard let rate = own.fillingRate, let text = Quotient.percent(own.filled, of: own.cells, decimals: 1)
    else { return "" }
    var found: [(rate: Rational, line: LedgerOverview.Line)] = []
    for line in told.overview.lines where line.unit != own.unit {
      if let theirs = line.fillingRate, theirs < rate { found.append((theirs, line)) }
    }
    guard !found.isEmpty else { return "" }
    found.sort { $0.rate == $1.rate ? $0.line.unit < $1.line.unit : $0.rate < $1.rate }
    let blank = words.language.pick("", " ")
    let names = told.names(found.map { words.short($0.line.unit) + blank + told.rate($0.line) })
    return words.language.pick(
      "填报率低于\(words.short(own.unit))\(text)%的\(found.count)个：\(names)。",
      "With less filled in than the \(text)% of \(words.short(own.unit)) (\(found.count)): \(names).")
  }
}
