import Model

/// What a figure says for certain of a unit: its value, and how high it may rise once all have answered.
struct Evidence {
  let figure: Figure
  let value: Rational
  /// `nil` where nothing bounds it.
  let upper: Rational?

  /// What `isBelow` says of the value, and of all that it may still become: never "below" while the answers that are
  /// missing may change it.
  func verdict(
    _ standard: Supervised.Standard, order: Rational, where isBelow: (Rational) -> Bool
  ) -> Judge.Verdict {
    guard isBelow(value) else { return .clear }
    guard upper.map(isBelow) ?? false else { return .leftOut(.cannotTell) }
    return .listed(figure, standard, order: order)
  }
}

extension Judge {
  /// A unit's figure, or the verdict where it is not judged by it.
  func evidence(_ unit: Int, _ key: SeriesKey) -> Result<Evidence, NotJudged> {
    let isShare = campaign.indicators[key.indicator].isPercentage
    guard let figure = figure(unit, key, month), figure.status != .cannotExist else {
      return .failure(NotJudged(verdict: .clear))
    }
    let isSmall = isShare && figure.denominator.map { $0 < campaign.supervision.least } ?? false
    if isSmall {
      // What a unit says of itself is an answer and no share: nothing is left out.
      if key.level == roster.units[unit].level { return .failure(NotJudged(verdict: .clear)) }
      return .failure(NotJudged(verdict: .leftOut(.small)))
    }
    guard let value = figure.exact(isShare: isShare) else {
      return .failure(NotJudged(verdict: .leftOut(.cannotTell)))
    }
    return .success(
      Evidence(figure: figure, value: value, upper: figure.exactUpper(isShare: isShare)))
  }

  /// A verdict without evidence.
  struct NotJudged: Error { let verdict: Verdict }

  func figure(_ unit: Int, _ key: SeriesKey, _ month: Int) -> Figure? {
    supervision.months[month].figures.figure(unit: unit, indicator: key.indicator, level: key.level)
  }

  /// The verdict of a unit that has evidence.
  func verdict(_ unit: Int, _ key: SeriesKey, _ judge: (Evidence) -> Verdict) -> Verdict {
    switch evidence(unit, key) {
    case .success(let evidence): judge(evidence)
    case .failure(let none): none.verdict
    }
  }
}
