import Formula
public import Model

extension Indicator {
  /// Whether it counts units.
  var countsUnits: Bool {
    switch kind {
    case .count, .rate: true
    case .total, .averagePerUnit, .ratio, .composition: false
    }
  }

  /// The decimals of its value as ``Figure/value(decimals:)`` takes them: a share has two more than its
  /// percentage.
  public var valueDecimals: Int {
    switch kind {
    case .rate, .composition: decimals + 2
    case .total, .count, .averagePerUnit, .ratio: decimals
    }
  }
}

extension Campaign {
  /// Whether an indicator should never fall in units that reported in both months: the sum of an item of which
  /// the highest month counts, or units for which flags hold that once said stay so.
  public func onlyRises(_ indicator: Int) -> Bool {
    switch indicators[indicator].kind {
    case .total(let item): return items[item].overTime == .max
    case .count(let source), .rate(let source):
      guard let formula = try? Formula(condition: source, items: items) else { return false }
      let used = formula.itemsUsed
      guard !used.isEmpty, used.count <= 8 else { return false }
      guard used.allSatisfy({ items[$0].type == .flag && items[$0].overTime == .latest })
      else { return false }
      return rises(formula)
    case .averagePerUnit, .ratio, .composition: return false
    }
  }

  /// Whether a condition on flags that holds still holds when one more of them says yes: tried on all cases.
  private func rises(_ formula: Formula) -> Bool {
    let used = formula.itemsUsed
    let cases = 0..<(1 << used.count)
    var columns = items.map { _ in ItemColumn(count: cases.count) }
    for (place, item) in used.enumerated() {
      for number in cases { columns[item].set(number, .value, Int64(number >> place & 1)) }
    }
    let truths = formula.evaluate(columns: columns, count: cases.count).truths
    return cases.allSatisfy { number in
      truths[number] != .yes || used.indices.allSatisfy { truths[number | 1 << $0] == .yes }
    }
  }
}
