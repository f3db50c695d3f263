public import Model

/// The scores of units, beside the figures that they are made of.
///
/// A score is no indicator: it is not a quotient of two sums, so that it has no parts that add up, no coverage of its
/// own and no place in a comparison. It is computed from the figures, exactly, and rounded once.
public enum Scores {
  /// The scores of a unit and of its children, score by score, the unit first and then its children by rank.
  public static func make(
    campaign: Campaign, figures: Figures, roster: Roster, of unit: Int
  ) -> [UnitScore] {
    campaign.scores.indices.flatMap { position in
      let maker = ScoreMaker(campaign: campaign, figures: figures, position: position)
      var children = roster.children(of: unit).map(maker.score)
      for (place, rank) in ranks(children.map(\.exact)).enumerated() { children[place].rank = rank }
      return [maker.score(unit)]
        + children.sorted { ($0.rank ?? .max, $0.unit) < ($1.rank ?? .max, $1.unit) }
    }
  }

  /// The highest first; equals share a rank, and the ranks after them are left out.
  static func ranks(_ values: [Rational?]) -> [Int?] {
    let sorted = values.enumerated().compactMap { place, value in value.map { (place, $0) } }
      .sorted { $0.1 > $1.1 }
    var ranks = [Int?](repeating: nil, count: values.count)
    var rank = 1
    for (position, found) in sorted.enumerated() {
      if position > 0, found.1 < sorted[position - 1].1 { rank = position + 1 }
      ranks[found.0] = rank
    }
    return ranks
  }
}

/// Makes one score of units.
private struct ScoreMaker {
  let campaign: Campaign
  let figures: Figures
  let position: Int
  private var score: Score { campaign.scores[position] }

  init(campaign: Campaign, figures: Figures, position: Int) {
    self.campaign = campaign
    self.figures = figures
    self.position = position
  }

  func score(_ unit: Int) -> UnitScore {
    let parts = score.components.map { figure(unit, $0.key) }
    var exact = mean(parts)
    let vetoes = exact == nil ? [] : score.vetoes.indices.filter { applies(score.vetoes[$0], unit) }
    for veto in vetoes {
      if let cap = score.vetoes[veto].cap, let open = exact { exact = min(open, cap.exact) }
    }
    let value = exact?.rounded(decimals: score.decimals)
    let uncertain = score.vetoes.contains { veto in figure(unit, veto.key)?.status == .provisional }
    return UnitScore(
      unit: unit, score: position, exact: exact, value: value, grade: value.flatMap { grade($0, vetoes) },
      vetoes: vetoes, isProvisional: uncertain || parts.contains { $0?.status == .provisional },
      figures: parts)
  }

  private func figure(_ unit: Int, _ key: SeriesKey) -> Figure? {
    figures.figure(unit: unit, indicator: key.indicator, level: key.level)
  }

  /// Σ weight · share ÷ 100; `nil` where a share says nothing, or the denominators' common multiple does not fit into
  /// 128 bits.
  private func mean(_ figures: [Figure?]) -> Rational? {
    var sum = Rational(0)
    for (component, figure) in zip(score.components, figures) {
      guard let share = figure?.exact(isShare: true), let part = share.times(component.weight),
        let next = sum.adding(Rational(part.numerator, part.denominator * 100))
      else { return nil }
      sum = next
    }
    return sum
  }

  /// A veto applies where it does whatever the missing answers may say.
  private func applies(_ veto: Score.Veto, _ unit: Int) -> Bool {
    let isShare = campaign.indicators[veto.key.indicator].isPercentage
    guard let figure = figure(unit, veto.key), let value = figure.exact(isShare: isShare) else {
      return false
    }
    let upper = figure.exactUpper(isShare: isShare)
    let number = veto.number.exact
    return switch veto.relation {
    case .below: upper.map { $0 < number } ?? false
    case .atMost: upper.map { $0 <= number } ?? false
    case .above: value > number && (upper != nil)
    case .atLeast: value >= number && (upper != nil)
    }
  }

  private func grade(_ value: Int64, _ vetoes: [Int]) -> Int? {
    guard let power = Quotient.power(of: 10, score.decimals) else { return nil }
    let printed = Rational(Int128(value), Int128(power))
    let first = score.grades.firstIndex { printed >= $0.from.exact }
    let best = vetoes.compactMap { score.vetoes[$0].bestGrade }.max() ?? 0
    let grade = first.map { max($0, best) }
    return grade.flatMap { score.grades.indices.contains($0) ? $0 : nil }
  }
}
