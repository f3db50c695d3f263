import Model

/// What a unit is told of its own month: where it stands, what it is to mend, whom to call.
public enum FeedbackPage {
  /// The page of a child of the book's unit.
  public static func document(of unit: Int, in book: FeedbackBook) -> Document {
    let edition = book.edition(of: unit)
    let words = Words(edition)
    let sections = [
      StandingSection.build(book, words), LedgerFeedback.build(book, words), changes(words), progress(words),
      scores(words), reconciliation(words), MendSection.build(words), CallSection.build(book, words),
    ]
    var document = Document(
      title: words.language.pick(
        "\(words.name(unit))\(words.month)\(edition.campaign.title)反馈",
        "\(edition.campaign.title): feedback to \(words.name(unit)), \(words.month)"),
      byline: edition.campaign.organisation, opening: opening(words), sections: sections.compactMap { $0 })
    document.closing = edition.campaign.closing
    return document
  }

  /// Whether the unit is on the supervision list, and why.
  private static func opening(_ words: Words) -> [Block] {
    let edition = words.edition
    guard let list = edition.goals?.supervision else { return [] }
    let told = GoalWords(words)
    let language = words.language
    let reasons = list.reasons(of: edition.unit)
    var blocks: [Block] = []
    if reasons.isEmpty {
      blocks.append(.paragraph(language.pick("本月未列入重点督促名单。", "Not on the supervision list this month.")))
    } else {
      blocks.append(
        .paragraph(language.pick("本月列入重点督促名单，原因如下：", "On the supervision list this month, because:")))
      blocks.append(
        .list(
          reasons.map { reason in
            let weight = edition.campaign.supervision.rules[reason.rule].weight.label(language)
            return language.pick("\(told.reason(reason))（\(weight)）。", "\(told.reason(reason)) (\(weight)).")
          }))
    }
    let open = list.found.filter { $0.leftOut.contains(LeftOut(unit: edition.unit, reason: .cannotTell)) }
      .map { told.rule(edition.campaign.supervision.rules[$0.rule]) }
    if !open.isEmpty {
      let names = words.join(open)
      blocks.append(
        .paragraph(
          language.pick(
            "因有单位未报，以下几项尚难判断，报齐后再定：\(names)。", "Because returns are missing, it cannot be told yet: \(names)."
          )))
    }
    return blocks + below(list, words)
  }

  /// Which of the units below are on the list, rule by rule: their clerk hears of it from here.
  private static func below(_ list: SupervisionList, _ words: Words) -> [Block] {
    let (edition, told) = (words.edition, GoalWords(words))
    let lines = list.found.compactMap { found -> String? in
      let units = found.listed.map(\.unit).sorted().filter {
        $0 != edition.unit && edition.roster.isWithin($0, edition.unit)
      }
      guard !units.isEmpty else { return nil }
      let rule = edition.campaign.supervision.rules[found.rule]
      let weight = rule.weight.label(words.language)
      let shown = words.grouped(Array(units.prefix(Words.longestList)))
      let isCut = units.count > Words.longestList
      return words.language.pick(
        "\(told.rule(rule))（\(weight)）\(units.count)个。\(shown)\(isCut ? "等，全部见supervision.csv" : "")。",
        "\(told.rule(rule).capitalised) (\(weight)): \(units.count). \(shown)"
          + (isCut ? " and others; see supervision.csv." : "."))
    }
    guard !lines.isEmpty else { return [] }
    return [.paragraph(words.language.pick("所属单位列入名单的：", "Units below on the list:")), .list(lines)]
  }

  /// Only where there is something to look into.
  private static func reconciliation(_ words: Words) -> Section? {
    let edition = words.edition
    let isOpen = edition.reconciliation.contains { found in
      found.verdict == .differs || !found.causes.isEmpty
        || (found.verdict == .notStated && found.unit == edition.unit)
    }
    let isOff = edition.ledgerReconciliation.contains { $0.places.differing > 0 }
    return isOpen || isOff ? ReconciliationSection.build(edition, words) : nil
  }

  private static func changes(_ words: Words) -> Section? {
    guard let comparison = words.edition.comparison else { return nil }
    let book = ChangeBook(comparison, words)
    guard !book.shown.isEmpty else { return nil }
    let month = book.earlierAgain
    let text = words.language.pick(
      "增减分为五部分：“数据更正”是上期数后来改了，“名录调整”是单位有增减，“新报送”“停报”是只有一个月有数，“实际变化”是两个月都有数的单位的增减。",
      "A change has five parts: restated (the earlier month was corrected), registry (units came or went), new returns "
        + "and returns ceased (units with one of the two months only), and real change.")
    return Section(
      words.language.pick("与\(month)比较", "Compared with \(month)"),
      [.paragraph(text), .grid(ChangeGrids(book: book).summary)])
  }

  /// Targets and the tasks of the phase, a row each.
  private static func progress(_ words: Words) -> Section? {
    let (goals, language) = (words.edition.goals, words.language)
    let tasks = (goals?.tasks ?? []).flatMap { $0 }.map { (progress: $0, isTask: true) }
    let all = (tasks + (goals?.targets ?? []).flatMap { $0 }.map { ($0, false) }).filter { found, _ in
      found.unit == words.edition.unit && !SeriesWords(found.target.key, words).isAnswer(found.unit)
    }
    guard !all.isEmpty else { return nil }
    let zh = ["事项", "指标", "期限", "目标", "本月应达", "现为", "与应达之差", "评价"]
    let en = ["Task", "Indicator", "By", "Target", "Due this month", "Now", "Difference", "Verdict"]
    let columns = (language == .zh ? zh : en).enumerated().map {
      GridColumn($1, numeric: (3...6).contains($0))
    }
    let rows = all.map { progress, isTask in
      let told = SeriesWords(progress.target.key, words)
      let label = progress.target.label + GoalWords(words).scope(progress.target, isTask: isTask)
      return GridRow(
        [.text(label), .text(told.label), .text(words.month(progress.target.by))]
          + ProgressWords(progress, words).cells)
    }
    let caption = language.pick("目标与进度", "Targets and progress")
    return Section(
      language.pick("进度对照", "Progress against targets"),
      [.grid(Grid(caption: caption, columns: columns, rows: rows))])
  }

  private static func scores(_ words: Words) -> Section? {
    let edition = words.edition
    let all = (edition.goals?.scores ?? []).filter { $0.unit == edition.unit }
    guard !all.isEmpty else { return nil }
    let blocks = all.flatMap { found -> [Block] in
      let score = edition.campaign.scores[found.score]
      let remarks = ScoreSection.remarks(found, score, words.language)
      guard let value = found.value else {
        return [.paragraph(words.language.pick("\(score.label)：\(remarks)。", "\(score.label): \(remarks)."))]
      }
      let isRevised = edition.isRevised(found)
      let number = Quotient.text(value, decimals: score.decimals) + (isRevised ? "(r)" : "")
      let grade = found.grade.map { score.grades[$0].label } ?? ""
      let parts = [
        words.language.pick("\(number)分", number), grade,
        found.rank.map { words.language.pick("第\($0)名", "rank \($0)") } ?? "", remarks,
      ].filter { !$0.isEmpty }
      return [
        .paragraph(
          "\(score.label)" + words.language.pick("：", ": ")
            + parts.joined(separator: words.language.pick("，", ", ")) + words.language.pick("。", ".")),
        .paragraph(
          ScoreSection.method(score, words) + (isRevised ? NotesSection.mark(words.language) : "")),
      ]
    }
    return Section(words.language.pick("综合评分", "Scores"), blocks)
  }
}
