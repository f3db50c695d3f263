import Model

/// The opening paragraphs: each rate by level with its counts and shares, and what they are shares of.
enum Headline {
  static func build(_ edition: Edition, _ words: Words) -> [Block] {
    let sentences = sentences(edition, words)
    guard !sentences.isEmpty else { return [] }
    let opening = edition.language.pick(
      "\(words.month)，\(words.name(edition.unit))", "\(words.name(edition.unit)), \(words.month). ")
    let text = opening + sentences.joined(separator: edition.language.pick("；", "; "))
    return [.paragraph(text + edition.language.pick("。", "."))]
      + denominators(edition, words).map { .paragraph($0) }
  }

  /// One sentence for each rate, without its end.
  static func sentences(_ edition: Edition, _ words: Words) -> [String] {
    rates(edition).compactMap { sentence(for: $0, edition, words) }
  }

  private static func rates(_ edition: Edition) -> [Int] {
    edition.campaign.indicators.indices.filter { edition.campaign.indicators[$0].isRate }
  }

  /// The figures of a rate below the unit (its own level says nothing about a share), with a denominator.
  static func counted(_ indicator: Int, _ edition: Edition) -> [Figure] {
    let own = edition.roster.units[edition.unit].level
    return (edition.figures[edition.unit] ?? []).filter {
      $0.indicator == indicator && $0.status != .cannotExist && $0.level.map { $0 > own } ?? false
    }
  }

  private static func sentence(for indicator: Int, _ edition: Edition, _ words: Words) -> String? {
    let found = edition.campaign.indicators[indicator]
    let figures = counted(indicator, edition)
    guard !figures.isEmpty else { return nil }
    let levels = figures.map { words.level($0.level ?? 0, of: found.group) }
    let shares = figures.map { figure in
      Quotient.percent(figure.numerator, of: figure.denominator ?? 0, decimals: found.decimals)
        .map { $0 + "%" } ?? "—"
    }
    let counts = zip(figures, levels).map { "\($0.numerator)个\($1)" }
    let phrase = found.phrase.isEmpty ? "符合“\(found.label)”" : found.phrase
    let respectively = figures.count > 1 ? "分别占" : "占"
    let english = zip(figures.indices, levels).map { index, level in
      "\(level) \(figures[index].numerator) of \(figures[index].denominator ?? 0) (\(shares[index]))"
    }
    return edition.language.pick(
      "共有\(words.join(counts))\(phrase)，\(respectively)\(words.join(levels))总数的\(words.join(shares))",
      "\(found.label): \(words.join(english))")
  }

  /// One sentence for each set of denominators, so that no percentage stands without its own.
  static func denominators(_ edition: Edition, _ words: Words) -> [String] {
    var said: [Set<String>] = []
    return rates(edition).compactMap { indicator in
      let figures = counted(indicator, edition)
      let parts = figures.map { figure in
        let level = words.level(figure.level ?? 0)
        let count = figure.denominator ?? 0
        return edition.language.pick("\(level)\(count)个", "\(level) \(count)")
      }
      guard !parts.isEmpty, !said.contains(where: { $0.isSuperset(of: parts) }) else { return nil }
      said.append(Set(parts))
      let population = words.population(edition.campaign.indicators[indicator].group)
      let month = words.rosterMonth
      return edition.language.pick(
        "以上占比以\(month)\(population)总数为分母：\(words.join(parts))，未报送的单位也计入分母。",
        "Shares are of all \(population) in \(month), those without a return included: \(words.join(parts)).")
    }
  }
}

extension Indicator {
  /// Whether it is a share of units.
  var isRate: Bool {
    if case .rate = kind { return true }
    return false
  }
}
