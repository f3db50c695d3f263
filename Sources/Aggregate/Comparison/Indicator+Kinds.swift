import Formula
public import Model

extension Indicator {
  /// Whether it is made of all rows of a ledger at and below a unit: those of several units make no one of all.
  var isOfAllRows: Bool { if case .value = kind { true } else { false } }

  /// Whether it counts units.
  var countsUnits: Bool {
    switch kind {
    case .count, .rate: true
    case .total, .averagePerUnit, .ratio, .value, .composition: false
    }
  }

  /// The decimals of its value as ``Figure/value(decimals:)`` takes them: a share has two more than its
  /// percentage.
  public var valueDecimals: Int {
    switch kind {
    case .rate, .composition: decimals + 2
    case .total, .count, .averagePerUnit, .ratio, .value: decimals
    }
  }
}

extension Campaign {
  /// The items that an indicator is made of, those of its condition among them.
  func itemsUsed(by indicator: Int) -> [Int] {
    let used = { (source: String) in (try? Formula(condition: source, items: items))?.itemsUsed ?? [] }
    let condition = indicators[indicator].condition
    let whose = condition.isEmpty ? [] : used(condition)
    switch indicators[indicator].kind {
    case .total(let item), .averagePerUnit(let item, _), .value(let item): return [item] + whose
    case .ratio(let item, let per): return [item, per] + whose
    case .composition(let parts, let whole): return [whole] + parts + whose
    case .count(let source), .rate(let source): return used(source) + whose
    }
  }

  /// Whether an indicator should never fall in units that reported in both months: the sum of an item of which
  /// the highest month counts, or units for which flags hold that once said stay so, or such sums reach a number.
  public func onlyRises(_ indicator: Int) -> Bool {
    switch indicators[indicator].kind {
    case .total(let item): return items[item].overTime == .max
    case .count(let source), .rate(let source):
      guard let formula = try? Formula(condition: source, items: items) else { return false }
      let ladders = formula.itemsUsed.map { ladder(items[$0]) }
      guard !ladders.isEmpty, !ladders.contains(where: \.isEmpty) else { return false }
      let cases = ladders.reduce(1) { $0 > 4096 ? $0 : $0 * $1.count }
      return cases <= 4096 && rises(formula, ladders, cases)
    case .averagePerUnit, .ratio, .value, .composition: return false
    }
  }

  /// Values that an item may rise through; none where it may as well fall.
  private func ladder(_ item: Item) -> [Int64] {
    switch (item.type, item.overTime) {
    case (.flag, .latest), (.flag, .max): return [0, 1]
    case (.count, .max), (.amount, .max):
      let unit = Quotient.power(of: 10, item.type.decimals ?? 0) ?? 1
      return [0, 1, 2, 3, 5, 10, 20, 50, 100, 1000, 10_000].map { $0 * unit }
    default: return []
    }
  }

  /// Whether a condition that holds still holds when one of the items rises: tried on all cases.
  private func rises(_ formula: Formula, _ ladders: [[Int64]], _ cases: Int) -> Bool {
    var columns = items.map { _ in ItemColumn(count: cases) }
    // A case is a number whose digits say on which step of its ladder each item stands.
    var strides: [Int] = []
    var stride = 1
    for (place, item) in formula.itemsUsed.enumerated() {
      for number in 0..<cases {
        columns[item].set(number, .value, ladders[place][number / stride % ladders[place].count])
      }
      strides.append(stride)
      stride *= ladders[place].count
    }
    let truths = formula.evaluate(columns: columns, count: cases).truths
    return (0..<cases).allSatisfy { number in
      truths[number] != .yes
        || ladders.indices.allSatisfy { place in
          let isTop = number / strides[place] % ladders[place].count == ladders[place].count - 1
          return isTop || truths[number + strides[place]] == .yes
        }
    }
  }
}
