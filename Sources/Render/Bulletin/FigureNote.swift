import Model

/// What a figure is made of, in words: numerator, denominator, who has answered, bounds, sources.
struct FigureNote {
  private let figure: Figure
  private let words: Words
  private let told: SeriesWords

  init(_ figure: Figure, _ words: Words) {
    self.figure = figure
    self.words = words
    told = SeriesWords(figure.key, words)
  }

  private var language: Language { words.language }

  /// A fact a line.
  var text: String {
    let subject = language.pick(
      "\(words.name(figure.unit))·\(told.label)", "\(told.label), \(words.name(figure.unit))")
    return ([subject] + [quotient, coverage, bounds, revision, sources].compactMap { $0 })
      .joined(separator: "\n")
  }

  private var quotient: String? {
    // What a unit says of itself is a word, not a number.
    guard figure.status != .missing, !told.isAnswer(figure.unit) else { return nil }
    let above = Quotient.text(figure.numerator, decimals: figure.numeratorDecimals)
    guard let denominator = figure.denominator else {
      return language.pick("合计：\(above)", "Sum: \(above)")
    }
    let below = Quotient.text(denominator, decimals: figure.denominatorDecimals)
    guard told.indicator.isRate, let level = figure.level else {
      return language.pick("分子\(above)，分母\(below)", "Numerator \(above), denominator \(below)")
    }
    let population = words.level(level, of: told.indicator.group)
    return language.pick(
      "分子\(above)，分母\(below)（\(words.rosterMonth)名录的\(population)）",
      "Numerator \(above), denominator \(below) (\(population) in the registry of \(words.rosterMonth))")
  }

  private var coverage: String {
    let share = Cells.coverage(figure).text(language)
    return language.pick(
      "应答复\(figure.expected)个单位，已答复\(figure.received)个（覆盖率\(share)）",
      "Answered: \(figure.received) of \(figure.expected) (coverage \(share))")
  }

  private var bounds: String? {
    guard !told.isAnswer(figure.unit), let bounds = figure.bounds, bounds.lowerBound < bounds.upperBound
    else { return nil }
    let (lower, upper) = (bound(bounds.lowerBound), bound(bounds.upperBound))
    return language.pick(
      "未答复的均未做到为\(lower)，均已做到为\(upper)",
      "\(lower) if none, \(upper) if all of those who have not answered did it")
  }

  private func bound(_ part: Int64) -> String {
    guard let all = figure.denominator else { return String(part) }
    return Quotient.percent(part, of: all, decimals: max(1, told.indicator.decimals)).map { $0 + "%" } ?? "—"
  }

  private var revision: String? {
    guard words.edition.vintage.of(figure.unit, figure.key) == .revised else { return nil }
    return language.pick("修订数：与已发布的不同", "Revised: differs from the figure published")
  }

  /// The file and the row where there is one; of many how many files.
  private var sources: String? {
    let returns = words.edition.returns
    let count = words.edition.noteSources.count(
      NoteSources.Returned(unit: figure.unit, level: figure.level, forms: forms), in: returns)
    let (rows, files, first) = (count.returns, count.files, count.first)
    guard rows > 0 else { return nil }
    if rows == 1 {
      let path = returns.submissions[Int(first.submission)].path
      return language.pick("来源：\(path)第\(first.row)行", "Source: \(path), row \(first.row)")
    }
    return language.pick(
      "来源：报送件\(files)份中的\(rows)份单位月报，逐个见units.csv",
      "Sources: \(rows) returns in \(files) \(files == 1 ? "file" : "files"); units.csv has each")
  }

  /// The forms that it may be made from: a formula may read any that is reported.
  private var forms: [Int] {
    let campaign = words.edition.campaign
    let item: Int? =
      switch told.indicator.kind {
      case .total(let item), .averagePerUnit(let item, _), .ratio(let item, _), .value(let item): item
      case .composition(_, let whole): whole
      case .count, .rate: nil
      }
    let found = campaign.forms.indices.filter { form in
      item.map { campaign.forms[form].items.contains($0) } ?? true
    }
    return found.filter { form in words.edition.returns.sources.indices.contains(form) }
  }
}
