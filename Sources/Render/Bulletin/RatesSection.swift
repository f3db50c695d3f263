import Model

/// Progress by child unit: who has done it by name or by exception, and a table for each rate.
enum RatesSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    let children = edition.roster.children(of: edition.unit)
    let rates = edition.campaign.indicators.indices.filter { edition.campaign.indicators[$0].isRate }
    var parts: [(heading: String, blocks: [Block])] = []
    for indicator in rates where !Headline.counted(indicator, edition).isEmpty {
      var blocks: [Block] = named(indicator, children, edition, words).map { .paragraph($0) }
      if words.rankIndicator == indicator { blocks += words.rankCharts }
      if !children.isEmpty { blocks.append(.grid(grid(indicator, edition, words))) }
      if !blocks.isEmpty { parts.append((edition.campaign.indicators[indicator].label, blocks)) }
    }
    guard !parts.isEmpty else { return nil }
    return Section(edition.language.pick("工作进展", "Progress"), Section.parts(parts))
  }

  /// Names by level of the children: 除新疆、兵团外，其余24个省均召开了动员会.
  private static func named(
    _ indicator: Int, _ children: [Int], _ edition: Edition, _ words: Words
  ) -> [String] {
    let levels = Set(children.map { edition.roster.units[$0].level }).sorted()
    return levels.compactMap { level in
      let answers = Answers(children, indicator: indicator, level: level, edition)
      return answers.expected.isEmpty ? nil : sentence(answers, indicator, level, words)
    }
  }

  private static func sentence(
    _ answers: Answers, _ indicator: Int, _ level: Int, _ words: Words
  ) -> String {
    let found = words.edition.campaign.indicators[indicator]
    let phrase = found.phrase.isEmpty ? "达到“\(found.label)”要求" : found.phrase
    let name = words.own(level)
    guard words.language == .zh else {
      return Answers.english(answers, label: found.label, level: words.level(level), words)
    }
    let others = answers.expected.filter { !answers.yes.contains($0) }
    var parts: [String] = []
    if others.isEmpty {
      parts.append("\(answers.expected.count)个\(name)全部\(phrase)")
    } else if answers.yes.count > others.count {
      parts.append("除\(words.names(others))外，其余\(answers.yes.count)个\(name)均\(phrase)")
    } else if !answers.yes.isEmpty {
      parts.append("\(phrase)的\(name)有\(answers.yes.count)个：\(words.names(answers.yes))")
    } else if answers.missing.count < others.count {
      parts.append("已答复的\(others.count - answers.missing.count)个\(name)均未\(phrase.replacingDone)")
    }
    if !answers.missing.isEmpty {
      let missing = answers.missing
      parts.append("未报或未填的\(words.level(level))有\(missing.count)个：\(words.names(missing))")
    }
    return parts.joined(separator: "；") + "。"
  }

  private static func grid(_ indicator: Int, _ edition: Edition, _ words: Words) -> Grid {
    let found = edition.campaign.indicators[indicator]
    let levels = found.levels.members.filter { $0 > edition.roster.units[edition.unit].level }
    let isRanked = edition.campaign.bulletin.rankIndicator == indicator
    var columns = isRanked ? [GridColumn(edition.language.pick("名次", "Rank"))] : []
    columns.append(GridColumn(words.childHeading, numeric: false))
    for level in levels {
      columns.append(
        GridColumn(edition.language.pick("\(words.level(level))(个)", "\(words.level(level)), units")))
      columns.append(GridColumn(edition.language.pick("占比", "share")))
    }
    let caption = edition.language.pick(
      "\(found.label)（已完成数/总数）", "\(found.label): units that did, of all")
    var grid = Grid(caption: caption, columns: columns)
    for ranked in [Ranked(unit: edition.unit, rank: nil)] + edition.ranking {
      let isTotal = ranked.unit == edition.unit
      let own = edition.roster.units[ranked.unit].level
      let figures = levels.map { ($0, edition.figure(ranked.unit, indicator, level: $0)) }
      guard isTotal || figures.contains(where: { $0.1.map { $0.status != .cannotExist } ?? false }) else {
        continue
      }
      var cells: [Cell] = []
      if isRanked { cells.append(ranked.rank.map { .count(Int64($0)) } ?? .text(isTotal ? "" : "—")) }
      cells.append(.text(words.short(ranked.unit)))
      for (level, figure) in figures {
        cells += level == own ? answer(figure, edition) : pair(figure, found, edition)
      }
      grid.rows.append(GridRow(cells, isTotal: isTotal))
    }
    return grid
  }

  /// What a unit said of itself: a share of one would say nothing.
  private static func answer(_ figure: Figure?, _ edition: Edition) -> [Cell] {
    let language = edition.language
    guard let figure, figure.status != .cannotExist else { return [.notApplicable, .text("")] }
    if figure.received == 0 { return [edition.marked(.notReported, figure), .text("")] }
    let word = figure.numerator > 0 ? language.pick("是", "yes") : language.pick("否", "no")
    return [edition.marked(.text(word), figure), .text("")]
  }

  /// Done of all, and the share.
  private static func pair(_ figure: Figure?, _ indicator: Indicator, _ edition: Edition) -> [Cell] {
    guard let figure, let all = figure.denominator, figure.status != .cannotExist else {
      return [.notApplicable, .notApplicable]
    }
    guard figure.status != .missing else {
      return [edition.noted(.coverage(0, of: Int(all)), figure), edition.marked(.notReported, figure)]
    }
    return [
      edition.noted(.coverage(Int(figure.numerator), of: Int(all)), figure),
      edition.marked(.percent(figure.numerator, of: all, decimals: indicator.decimals), figure),
    ]
  }
}

/// What the children of one level said themselves to a rate's question.
struct Answers {
  var expected: [Int] = []
  var yes: [Int] = []
  var missing: [Int] = []

  init(_ children: [Int], indicator: Int, level: Int, _ edition: Edition) {
    for child in children where edition.roster.units[child].level == level {
      guard let figure = edition.figure(child, indicator, level: level), figure.expected > 0 else {
        continue
      }
      expected.append(child)
      if figure.numerator > 0 { yes.append(child) } else if figure.received == 0 { missing.append(child) }
    }
  }

  static func english(_ answers: Answers, label: String, level: String, _ words: Words) -> String {
    let others = answers.expected.filter { !answers.yes.contains($0) }
    var text = "\(label), \(level): \(answers.yes.count) of \(answers.expected.count)"
    if !answers.yes.isEmpty, !others.isEmpty {
      text +=
        answers.yes.count > others.count
        ? ", all but \(words.names(others))" : ", namely \(words.names(answers.yes))"
    }
    if !answers.missing.isEmpty { text += "; no answer from \(words.names(answers.missing))" }
    return text + "."
  }
}

extension String {
  /// 召开了动员会 becomes 召开动员会, to stand after 未.
  fileprivate var replacingDone: String {
    guard let mark = firstIndex(of: "了") else { return self }
    var text = self
    text.remove(at: mark)
    return text
  }
}
