import Model

/// An erratum in words: what was published, what is known now, and why they differ.
struct ErratumWords {
  let erratum: Erratum
  let words: Words
  let series: SeriesWords

  init(_ erratum: Erratum, _ words: Words) {
    self.erratum = erratum
    self.words = words
    series = SeriesWords(erratum.key, words)
  }

  private var language: Language { words.language }

  /// The unit's name; its code where the registry has it no more.
  var unit: String { erratum.unit.map(words.short) ?? erratum.code.description }

  /// The unit's full name; empty where the registry has it no more.
  var fullName: String { erratum.unit.map(words.name) ?? "" }

  /// Both values, so that a difference shows: of shares with what they were made of, and where even that is
  /// the same with the number of units that have answered.
  var values: (published: String, now: String) {
    let plain = (text(erratum.published, .plain), text(erratum.now, .plain))
    if plain.0 != plain.1 { return plain }
    return (text(erratum.published, .coverage), text(erratum.now, .coverage))
  }

  private enum Detail { case plain, coverage }

  private func text(_ figure: Figure?, _ detail: Detail) -> String {
    guard let figure else { return "—" }
    let cell = series.cell(figure, of: erratum.unit ?? -1)
    var text = cell.text(language)
    if case .text = cell, !series.isAnswer(erratum.unit ?? -1), let all = figure.denominator {
      let top = Quotient.text(figure.numerator, decimals: figure.numeratorDecimals)
      text += language.pick("（", " (") + top + "/"
      text += Quotient.text(all, decimals: figure.denominatorDecimals) + language.pick("）", ")")
    }
    guard case .coverage = detail else { return text }
    return text
      + language.pick(
        "（已报\(figure.received)个，应报\(figure.expected)个）",
        " (\(figure.received) of \(figure.expected) units)")
  }

  /// 补报：“a/b.csv”，2016年7月12日 09:00收到，涉及3个单位.
  static func text(_ cause: RevisionCause, _ words: Words) -> String {
    let language = words.language
    var parts: [String] = []
    if !cause.path.isEmpty { parts.append(language.pick("“\(cause.path)”", "\"\(cause.path)\"")) }
    if let received = cause.received {
      let time = words.time(received)
      parts.append(language.pick("\(time)收到", "received \(time)"))
    }
    if cause.unitCount > 0 {
      let names = names(cause, words)
      parts.append(
        language.pick(
          "涉及\(cause.unitCount)个单位" + (names.isEmpty ? "" : "：\(names)"),
          "\(cause.unitCount) \(cause.unitCount == 1 ? "unit" : "units")"
            + (names.isEmpty ? "" : ": \(names)")))
    }
    let label = cause.kind.label(language)
    guard !parts.isEmpty else { return label }
    return label + language.pick("：", ": ") + parts.joined(separator: language.pick("，", ", "))
  }

  /// The units named with the cause; their codes where the registry has them no more.
  private static func names(_ cause: RevisionCause, _ words: Words) -> String {
    let shown = cause.units.prefix(3).map { code in
      words.edition.roster.index(of: code).map(words.short) ?? code.description
    }
    guard cause.unitCount > shown.count, !shown.isEmpty else { return words.join(shown) }
    return words.join(shown) + words.language.pick("等", " and others")
  }
}

extension RevisionCause.Kind {
  /// The name in print.
  func label(_ language: Language) -> String {
    switch self {
    case .late: language.pick("补报", "late return")
    case .corrected: language.pick("更正报送", "corrected return")
    case .lost: language.pick("原报送不再采用", "return no longer used")
    case .registry: language.pick("名录更正", "registry corrected")
    case .campaign: language.pick("报表或指标定义更改", "campaign or form changed")
    }
  }
}
