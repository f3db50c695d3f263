import Model

/// 进度对照: which phase the month is in, its tasks, and how far each unit is towards each target.
enum ProgressSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard let goals = edition.goals else { return nil }
    var blocks = phase(goals, words)
    let targets = goals.targets.filter { $0.first.map { !isAnswer($0, edition.unit, words) } ?? false }
    blocks += targets.flatMap { target($0, words) }
    let tables = tables(targets, words)
    // Several targets stand side by side: a table for each would say the same names over and over.
    if tables.count == 1 { blocks.append(.grid(grid(tables[0], words))) }
    if tables.count > 1 { blocks.append(.grid(ProgressGrid.together(tables, words))) }
    guard !blocks.isEmpty else { return nil }
    return Section(edition.language.pick("进度对照", "Progress against targets"), blocks)
  }

  private static func isAnswer(_ progress: Progress, _ unit: Int, _ words: Words) -> Bool {
    SeriesWords(progress.target.key, words).isAnswer(unit)
  }

  /// For each series the units that a target of it binds, those of its several targets together in the order of the
  /// tree; without series of the unit alone.
  private static func tables(_ targets: [[Progress]], _ words: Words) -> [[Progress]] {
    var tables: [[Progress]] = []
    for rows in targets.map({ $0.filter { !isAnswer($0, $0.unit, words) } }) where !rows.isEmpty {
      if let known = tables.firstIndex(where: { $0[0].target.key == rows[0].target.key }) {
        tables[known] += rows
      } else {
        tables.append(rows)
      }
    }
    return tables.filter { $0.contains { $0.unit != words.edition.unit } }
      .map { $0.sorted { $0.unit < $1.unit } }
  }

  private static func phase(_ goals: Goals, _ words: Words) -> [Block] {
    guard let position = goals.phase else { return [] }
    let phase = words.edition.campaign.phases[position]
    let months = words.language.pick(
      "\(words.month(phase.from))至\(words.month(phase.to))",
      "\(words.month(phase.from)) to \(words.month(phase.to))")
    let lines = goals.tasks.compactMap { task($0, words) }
    let text = words.language.pick(
      "\(words.month)处于“\(phase.label)”阶段（\(months)）" + (lines.isEmpty ? "。" : "，本阶段任务\(lines.count)项："),
      "\(words.month) is in the phase \(phase.label) (\(months))" + (lines.isEmpty ? "." : ". Its tasks:"))
    return [.paragraph(text)] + (lines.isEmpty ? [] : [.list(lines)])
  }

  /// 召开动员会：乡镇动员会召开率应达100%，现为68%，差32个百分点，落后进度. Of a task that does not bind the unit only how
  /// those below stand that it binds.
  private static func task(_ all: [Progress], _ words: Words) -> String? {
    guard let first = all.first else { return nil }
    let line = ProgressWords(first, words)
    let tally = tally(all, words)
    let label = first.target.label + GoalWords(words).scope(first.target, isTask: true)
    let goal = words.language.pick(
      "\(label)：\(line.told.label)应达\(line.goal)", "\(label): \(line.told.label) should be \(line.goal)")
    guard first.unit == words.edition.unit else {
      return first.target.condition == nil || tally.isEmpty
        ? nil : words.language.pick("\(goal)。\(tally)", "\(goal).\(tally)")
    }
    return words.language.pick(
      "\(goal)，\(line.now)；\(line.verdict)。\(tally)", "\(goal); \(line.now); \(line.verdict).\(tally)")
  }

  private static func target(_ all: [Progress], _ words: Words) -> [Block] {
    guard let first = all.first else { return [] }
    let told = SeriesWords(first.target.key, words)
    let scope = GoalWords(words).scope(first.target, isTask: false)
    let isOwn = first.unit == words.edition.unit
    // A target that binds only units below is told for them.
    guard isOwn || !scope.isEmpty else { return [] }
    let line = ProgressWords(first, words)
    let by = words.month(first.target.by)
    let due = line.path.map { words.language.pick("，本月应达\($0)", ", \($0) by the end of this month") } ?? ""
    let own = words.language.pick(
      "\(words.name(first.unit))\(line.now)，\(line.verdict)。",
      " \(words.name(first.unit)): \(line.now), \(line.verdict).")
    let text = words.language.pick(
      "\(told.label)目标\(scope)：\(by)底前达到\(line.goal)\(due)。",
      "\(told.label)\(scope) should be \(line.goal) by the end of \(by)\(due).")
    return [.paragraph(text + (isOwn ? own : "") + tally(all, words))]
  }

  /// 下级单位中已达标2个、落后进度3个.
  private static func tally(_ all: [Progress], _ words: Words) -> String {
    let below = all.filter {
      $0.unit != words.edition.unit && !SeriesWords($0.target.key, words).isAnswer($0.unit)
    }
    let parts = Progress.Verdict.allCases.compactMap { verdict -> String? in
      let count = below.count { $0.verdict == verdict }
      let label = verdict.label(words.language)
      return count == 0 ? nil : words.language.pick("\(label)\(count)个", "\(label) \(count)")
    }
    guard !parts.isEmpty else { return "" }
    let joined = parts.joined(separator: words.language.pick("、", "; "))
    return words.language.pick("下级单位中\(joined)。", " Units below: \(joined).")
  }

  private static func grid(_ rows: [Progress], _ words: Words) -> Grid {
    let told = SeriesWords(rows[0].target.key, words)
    let language = words.language
    let measure = told.changeMeasure
    let gap = language.pick("与应达之差", "Difference")
    let numbers = [
      language.pick("目标", "Target"), language.pick("本月应达", "Due this month"), language.pick("现为", "Now"),
      measure.isEmpty ? gap : language.pick("\(gap)(\(measure))", "\(gap) (\(measure))"),
    ]
    let columns =
      [GridColumn(words.childHeading, numeric: false)] + numbers.map { GridColumn($0) }
      + [GridColumn(language.pick("评价", "Verdict"), numeric: false)]
    return Grid(
      caption: language.pick("\(told.label)进度对照", "\(told.label) against its target"),
      columns: columns,
      rows: rows.map { progress in
        GridRow(
          [.text(words.short(progress.unit))] + ProgressWords(progress, words).cells,
          isTotal: progress.unit == words.edition.unit)
      })
  }
}

/// How far one unit is towards one target.
struct ProgressWords {
  let progress: Progress
  let told: SeriesWords
  private let words: Words
  private let goals: GoalWords

  init(_ progress: Progress, _ words: Words) {
    self.progress = progress
    self.words = words
    told = SeriesWords(progress.target.key, words)
    goals = GoalWords(words)
  }

  private var language: Language { words.language }
  /// The target with its measure.
  var goal: String { goals.text(progress.target.value, told) }
  /// Where the path is this month.
  var path: String? { progress.path.map(told.text) }
  /// What is to be said of it.
  var verdict: String { progress.verdict.label(language) }

  /// 现为68%；现无数据.
  var now: String {
    guard let value = told.value(progress.figure) else { return language.pick("现无数据", "no data") }
    return language.pick("现为\(told.text(value))", "now \(told.text(value))")
  }

  private func now(_ cell: Cell) -> Cell {
    progress.figure.map { words.edition.marked(cell, $0) } ?? cell
  }

  /// The verdict, with how far the unit is behind: 落后28个百分点.
  var shortVerdict: String {
    guard progress.verdict == .behind, let path = progress.path, let value = told.value(progress.figure)
    else {
      return verdict
    }
    let gap = goals.distance(value, path, told)
    return language.pick("落后\(gap)", "behind by \(gap)")
  }

  /// The value.
  var value: Cell { now(told.cell(progress.figure, of: progress.unit)) }

  /// Target, path, value, gap and verdict.
  var cells: [Cell] {
    let gap = progress.path.flatMap { path in told.value(progress.figure).map { $0 - path } }
    return [
      .text(goal), path.map { .text($0) } ?? .notApplicable,
      value,
      gap.map { .change($0, decimals: told.indicator.decimals) } ?? .notApplicable, .text(verdict),
    ]
  }
}
