import Model

/// The rules that look at figures.
extension Judge {
  func belowTarget(_ unit: Int, _ key: SeriesKey) -> Verdict {
    guard let position = campaign.target(of: key, binding: roster.units[unit]) else { return .clear }
    let target = campaign.targets[position]
    guard roster.month >= target.by else { return notDue(unit, target.key) }
    return verdict(unit, target.key) { evidence in
      evidence.verdict(.target(position), order: evidence.value) { $0 < target.value.exact }
    }
  }

  func behindPath(_ unit: Int, _ key: SeriesKey) -> Verdict {
    guard let position = campaign.target(of: key, binding: roster.units[unit]) else { return .clear }
    let target = campaign.targets[position]
    let decimals = campaign.indicators[target.key.indicator].decimals
    guard let path = target.expected(in: roster.month, decimals: decimals),
      let power = Quotient.power(of: 10, decimals)
    else { return notDue(unit, target.key) }
    let asked = min(Rational(Int128(path), Int128(power)), target.value.exact)
    return verdict(unit, target.key) { evidence in
      evidence.verdict(.path(target: position, path), order: evidence.value) { $0 < asked }
    }
  }

  /// Of a unit that the rule will concern once it is due.
  private func notDue(_ unit: Int, _ key: SeriesKey) -> Verdict {
    if case .failure(let none) = evidence(unit, key), case .clear = none.verdict { return .clear }
    return .leftOut(.notDue)
  }

  func belowParent(_ unit: Int, _ points: FixedNumber, _ key: SeriesKey) -> Verdict {
    let isShare = campaign.indicators[key.indicator].isPercentage
    let above = Int(roster.parent[unit])
    return verdict(unit, key) { evidence in
      guard above >= 0, let parent = figure(above, key, month), let value = parent.exact(isShare: isShare),
        let limit = value.subtracting(points.exact)
      else { return .leftOut(.cannotTell) }
      let order = evidence.value.subtracting(value) ?? evidence.value
      return evidence.verdict(.parent(parent), order: order) { $0 <= limit }
    }
  }

  /// The lowest so many. A unit that is not complete is among them only if it is with all its missing answers in its
  /// favour; the best is never among the lowest.
  func bottom(_ units: [Int], _ count: Int, _ key: SeriesKey) -> [Verdict] {
    let found = units.map { evidence($0, key) }
    let values = found.compactMap { try? $0.get().value }.sorted()
    let below = { (value: Rational) in values.partitioningIndex { $0 >= value } }
    return found.map { result in
      guard case .success(let evidence) = result else {
        if case .failure(let none) = result { return none.verdict }
        return .clear
      }
      guard evidence.value < values.last ?? evidence.value else { return .clear }
      let place = below(evidence.value)
      // The unit itself is no other: it is below its own upper bound where that is above its value.
      return evidence.verdict(.bottom(place: place + 1, of: values.count), order: evidence.value) { value in
        below(value) - (value > evidence.value ? 1 : 0) < count
      }
    }
  }

  func noProgress(_ unit: Int, _ months: Int, _ key: SeriesKey) -> Verdict {
    let isShare = campaign.indicators[key.indicator].isPercentage
    return verdict(unit, key) { evidence in
      if isShare, evidence.value >= Rational(100) { return .clear }
      let target = campaign.target(of: key, binding: roster.units[unit]).map { campaign.targets[$0] }
      if let target, evidence.value >= target.value.exact { return .clear }
      guard let then = roster.month.earlier(by: months), month >= months else { return .leftOut(.notDue) }
      let units = supervision.before(unit, month: month, by: months)
      // A unit that is new has no earlier figure to be held against.
      guard !units.isEmpty else { return .leftOut(.notDue) }
      let former = Figure.together(units.compactMap { figure($0, key, month - months) })
      guard let former, let value = former.exact(isShare: isShare) else { return .leftOut(.cannotTell) }
      return evidence.verdict(.earlier(then, former), order: evidence.value) { $0 <= value }
    }
  }
}

extension Array {
  /// The number of elements before the first that `isAfter` holds for; they stand first for which it does not.
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
