import Model

/// Scores of the unit and its children, with grades, components and vetoes.
enum ScoreSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard let goals = edition.goals, !goals.scores.isEmpty else { return nil }
    var parts: [(heading: String, blocks: [Block])] = []
    for position in edition.campaign.scores.indices {
      let scores = goals.scores.filter { $0.score == position }
      guard scores.contains(where: { $0.value != nil }) else { continue }
      let score = edition.campaign.scores[position]
      parts.append(
        (score.label, [.paragraph(method(score, words)), .grid(grid(scores, score, words))]))
    }
    guard !parts.isEmpty else { return nil }
    return Section(edition.language.pick("综合评分", "Scores"), Section.parts(parts))
  }

  /// How the score is made, in a sentence.
  static func method(_ score: Score, _ words: Words) -> String {
    let parts = score.components.map { component in
      let label = SeriesWords(component.key, words).label
      return words.language.pick("\(label)占\(component.weight)分", "\(label) \(component.weight)")
    }
    let grades = score.grades.map { grade in
      words.language.pick("\(grade.from)分以上为\(grade.label)", "\(grade.label) from \(grade.from)")
    }
    let marks = grades.isEmpty ? "" : words.language.pick("；", "; ") + words.join(grades)
    return words.language.pick(
      "\(score.label)由以下各项按权重合成，满分100分：\(words.join(parts))\(marks)。缺一项数据的不评分；未报齐的标“初步”。",
      "\(score.label) is the weighted mean of these shares, out of 100: \(words.join(parts))\(marks). "
        + "A unit without one of them has no score.")
  }

  private static func grid(_ scores: [UnitScore], _ score: Score, _ words: Words) -> Grid {
    let language = words.language
    var columns = [
      GridColumn(language.pick("名次", "Rank")), GridColumn(words.childHeading, numeric: false),
      GridColumn(score.label),
    ]
    if !score.grades.isEmpty { columns.append(GridColumn(language.pick("等次", "Grade"), numeric: false)) }
    columns += score.components.map { GridColumn(SeriesWords($0.key, words).label) }
    columns.append(GridColumn(language.pick("备注", "Remarks"), numeric: false))
    return Grid(
      caption: score.label, columns: columns,
      rows: scores.map { found in
        let isTotal = found.unit == words.edition.unit
        let value: Cell = found.value.map { .decimal($0, decimals: score.decimals) } ?? .notApplicable
        var cells: [Cell] = [
          found.rank.map { .count(Int64($0)) } ?? .text(isTotal ? "" : "—"), .text(words.short(found.unit)),
          words.edition.isRevised(found) ? .revised(value) : value,
        ]
        if !score.grades.isEmpty { cells.append(.text(found.grade.map { score.grades[$0].label } ?? "")) }
        cells += zip(score.components, found.figures).map { component, figure in
          let cell = SeriesWords(component.key, words).cell(figure, of: found.unit)
          return figure.map { words.edition.marked(cell, $0) } ?? cell
        }
        return GridRow(cells + [.text(remarks(found, score, language))], isTotal: isTotal)
      })
  }

  static func remarks(_ found: UnitScore, _ score: Score, _ language: Language) -> String {
    guard found.value != nil else { return language.pick("数据不全，不评分", "no score: data are missing") }
    let vetoes = found.vetoes.map { score.vetoes[$0].label }
    let marks = vetoes + (found.isProvisional ? [language.pick("初步", "provisional")] : [])
    return marks.joined(separator: language.pick("；", "; "))
  }
}
