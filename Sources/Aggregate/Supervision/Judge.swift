import Model

/// What one rule has to say of units in one month.
struct Judge {
  let supervision: Supervision
  let month: Int
  let rule: Int

  /// What is found of one unit.
  enum Verdict {
    /// Nothing: the rule does not concern it, or it does well.
    case clear
    case leftOut(LeftOut.Reason)
    /// It is on the list; the lower `order`, the worse.
    case listed(Figure?, Supervised.Standard, order: Rational)
  }

  var campaign: Campaign { supervision.campaign }
  var roster: Roster { supervision.roster(month) }
  private var plan: SupervisionRule { campaign.supervision.rules[rule] }

  func found(within unit: Int) -> SupervisionList.Found {
    let units = candidates(within: unit)
    let excused = units.map(excuse)
    let judged = units.indices.filter { excused[$0] == nil }.map { units[$0] }
    let verdicts = Dictionary(
      zip(judged, verdicts(judged)).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    var found = SupervisionList.Found(rule: rule, listed: [], leftOut: [])
    var order: [Int: Rational] = [:]
    for (place, unit) in units.enumerated() {
      if let excuse = excused[place] {
        found.leftOut.append(LeftOut(unit: unit, reason: .excused(excuse)))
        continue
      }
      switch verdicts[unit] {
      case .leftOut(let reason): found.leftOut.append(LeftOut(unit: unit, reason: reason))
      case .listed(let figure, let standard, let worth):
        order[unit] = worth
        found.listed.append(Supervised(unit: unit, rule: rule, figure: figure, standard: standard))
      case .clear, nil: break
      }
    }
    found.listed.sort { a, b in
      let (left, right) = (order[a.unit] ?? Rational(0), order[b.unit] ?? Rational(0))
      return left == right ? a.unit < b.unit : left < right
    }
    return found
  }

  /// The children, or all units of the rule's level below.
  private func candidates(within unit: Int) -> [Int] {
    guard let level = plan.level else { return roster.children(of: unit) }
    return ((unit + 1)..<max(unit + 1, Int(roster.end[unit]))).filter { roster.units[$0].level == level }
  }

  /// The excuse of a unit, or of one above it.
  func excuse(_ unit: Int) -> Int? {
    let excuses = campaign.supervision.excuses
    guard !excuses.isEmpty else { return nil }
    var next = unit
    while next >= 0 {
      let code = roster.units[next].code
      if let found = excuses.firstIndex(where: { $0.unit == code && $0.holds(in: roster.month) }) {
        return found
      }
      next = Int(roster.parent[next])
    }
    return nil
  }

  private func verdicts(_ units: [Int]) -> [Verdict] {
    switch plan.condition {
    case .belowTarget(let key): units.map { belowTarget($0, key) }
    case .behindPath(let key): units.map { behindPath($0, key) }
    case .bottom(let count, let key): bottom(units, count, key)
    case .belowParent(let points, let key): units.map { belowParent($0, points, key) }
    case .noProgress(let months, let key): units.map { noProgress($0, months, key) }
    case .notReported(let months, let form): units.map { notReported($0, months, form) }
    case .queriesOpen(let count): units.map { queriesOpen($0, count) }
    }
  }
}
