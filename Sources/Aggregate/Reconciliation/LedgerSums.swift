import Model

/// One item and its ledger over the tree.
struct LedgerSums {
  private let item: Int
  private let ledgerItem: Int
  private let decimals: Int
  /// The sums of the places at and below each unit.
  private var reported: [Int128]
  private var ledger: [Int128]
  /// The part of the difference that comes of places that have both.
  private var ofDiffering: [Int128]
  private var places: [LedgerReconciled.Places]
  private var gaps: [[LedgerReconciled.Gap]]

  init(
    _ item: Int, _ ledgerItem: Int, _ campaign: Campaign, _ returns: Returns, _ ground: inout Ground
  ) {
    self.item = item
    self.ledgerItem = ledgerItem
    let sides = [item, ledgerItem].map { LedgerSide($0, campaign, returns, &ground) }
    let decimals = max(sides[0].decimals, sides[1].decimals)
    self.decimals = decimals
    let parent = ground.parent
    let pairs = LedgerPlaces(reporting: sides[0].members, keeping: sides[1].members, parent: parent)
    reported = sides[0].values(decimals)
    ledger = sides[1].values(decimals)
    ofDiffering = Array(repeating: 0, count: parent.count)
    places = Array(repeating: LedgerReconciled.Places(), count: parent.count)
    gaps = Array(repeating: [], count: parent.count)
    judge(pairs.place, sides)
    for unit in parent.indices.reversed() where parent[unit] >= 0 { add(unit, to: Int(parent[unit])) }
  }

  /// Says of each place what it is, before anything is added over the tree.
  private mutating func judge(_ place: [Int32], _ sides: [LedgerSide]) {
    let count = place.count
    var sums = [[Int128]](repeating: [Int128](repeating: 0, count: count), count: 2)
    var lacks = [[Bool]](repeating: [Bool](repeating: false, count: count), count: 2)
    for unit in 0..<count where place[unit] >= 0 {
      let root = Int(place[unit])
      places[root].all = 1
      for side in 0...1 where sides[side].members[unit] {
        sums[side][root] += side == 0 ? reported[unit] : ledger[unit]
        if !sides[side].answered[unit] { lacks[side][root] = true }
      }
    }
    for root in 0..<count where places[root].all > 0 {
      if lacks[0][root] {
        places[root].withoutReturn = 1
      } else if lacks[1][root] {
        places[root].withoutLedger = 1
      } else if sums[0][root] != sums[1][root] {
        places[root].differing = 1
        ofDiffering[root] = sums[0][root] - sums[1][root]
        gaps[root] = [
          LedgerReconciled.Gap(
            unit: root, reported: Int64(clamping: sums[0][root]), ledger: Int64(clamping: sums[1][root]))
        ]
      }
    }
    // From here on by place: what a unit within a place has stands where the place is.
    (reported, ledger) = (sums[0], sums[1])
  }

  private mutating func add(_ unit: Int, to above: Int) {
    reported[above] += reported[unit]
    ledger[above] += ledger[unit]
    ofDiffering[above] += ofDiffering[unit]
    places[above].add(places[unit])
    guard !gaps[unit].isEmpty else { return }
    gaps[above] = Array((gaps[above] + gaps[unit]).sorted(by: isLarger).prefix(LedgerReconciled.mostGaps))
  }

  private func isLarger(_ a: LedgerReconciled.Gap, _ b: LedgerReconciled.Gap) -> Bool {
    let (first, second) = (size(a), size(b))
    return first == second ? a.unit < b.unit : first > second
  }

  private func size(_ gap: LedgerReconciled.Gap) -> UInt128 {
    (Int128(gap.reported) - Int128(gap.ledger)).magnitude
  }

  /// What is said of a unit; `nil` where nothing is compared at or below it.
  func reconciled(_ unit: Int) -> LedgerReconciled? {
    let found = places[unit]
    guard found.all > 0 else { return nil }
    let (first, second) = (Int64(exactly: reported[unit]), Int64(exactly: ledger[unit]))
    let difference = Int64(exactly: reported[unit] - ledger[unit])
    let fits = first != nil && second != nil && difference != nil
    let isWhole = found.withoutReturn == 0 && found.withoutLedger == 0
    return LedgerReconciled(
      unit: unit, item: item, ledgerItem: ledgerItem, decimals: decimals, reported: first, ledger: second,
      difference: fits ? difference : nil, ofDiffering: Int64(exactly: ofDiffering[unit]),
      verdict: !fits ? .overflow : !isWhole ? .incomplete : difference == 0 ? .agrees : .differs,
      places: found, gaps: gaps[unit])
  }
}

/// Who fills in one of the two items, and with what.
private struct LedgerSide {
  /// The units whose values are added.
  let members: [Bool]
  let answered: [Bool]
  let decimals: Int
  private let column: ItemColumn

  init(_ item: Int, _ campaign: Campaign, _ returns: Returns, _ ground: inout Ground) {
    let form = campaign.forms[campaign.form(ofItem: item)]
    let found = campaign.items[item]
    members =
      ground.members(
        Population(
          levels: form.filledBy.intersection(found.filledBy), groups: SmallSet(form.group.map { [$0] } ?? []),
          lowestOnly: found.overTree == .statement)
      ).members
    answered = returns.answered(item)
    decimals = found.type.decimals ?? 0
    column = returns.columns[item]
  }

  /// The values that are added, with so many decimals, at least its own.
  func values(_ decimals: Int) -> [Int128] {
    // Items have at most 7 decimals.
    let factor = Int128(Quotient.power(of: 10, decimals - self.decimals) ?? 1)
    return members.indices.map { members[$0] ? Int128(column[$0] ?? 0) * factor : 0 }
  }
}
