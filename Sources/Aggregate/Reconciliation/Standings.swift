import Model

/// One item over the tree: what each unit stands for, and what the units directly below it add up to.
///
/// A unit that states a value stands for it. One that states none stands for what the units below it stand for,
/// whether it was asked or not.
struct Standings {
  let item: Int
  let column: ItemColumn
  /// Who is expected to state a value.
  let asked: [Bool]
  /// Whether values cannot be negative.
  let isNatural: Bool
  /// What each unit stands for.
  private(set) var value: [Int128]
  /// What the units directly below each unit stand for, together.
  private(set) var below: [Int128]
  /// How many units directly below are expected to answer, themselves or by those below them.
  private(set) var expected: [Int32]
  /// How many of them have, in full.
  private(set) var received: [Int32]
  /// Units whose value lacks a month of the period; empty where there are none.
  private let gaps: [Bool]

  /// Adds up the units of `range`, a unit and all below it.
  init(_ item: Int, _ campaign: Campaign, _ returns: Returns, _ ground: inout Ground, _ range: Range<Int>) {
    let form = campaign.forms[campaign.form(ofItem: item)]
    let found = campaign.items[item]
    self.item = item
    column = returns.columns[item]
    isNatural = found.type.decimals != nil
    gaps = returns.incomplete(item)
    asked =
      ground.members(
        Population(
          levels: form.filledBy.intersection(found.filledBy),
          groups: SmallSet(form.group.map { [$0] } ?? []))
      ).members
    let count = returns.roster.count
    value = [Int128](repeating: 0, count: count)
    below = value
    expected = [Int32](repeating: 0, count: count)
    received = expected
    for unit in range.reversed() {
      let isStated = asked[unit] && column.states[unit].isAnswered
      value[unit] = isStated ? Int128(column.values[unit]) : below[unit]
      let above = Int(ground.parent[unit])
      guard above >= range.lowerBound, asked[unit] || expected[unit] > 0 else { continue }
      below[above] += value[unit]
      expected[above] += 1
      if isStated ? !lacksMonth(unit) : expected[unit] > 0 && received[unit] == expected[unit] {
        received[above] += 1
      }
    }
  }

  /// Whether a unit's value lacks a month of the period.
  func lacksMonth(_ unit: Int) -> Bool { !gaps.isEmpty && gaps[unit] }

  /// What a unit itself states; `nil` where it states nothing.
  func own(_ unit: Int) -> Int64? { asked[unit] ? column[unit] : nil }

  /// A unit's statement beside the sum below; `nil` where it is not asked for one, or nobody below is.
  func reconciled(_ unit: Int) -> Reconciled? {
    guard asked[unit], expected[unit] > 0 else { return nil }
    let sum = Int64(exactly: below[unit])
    var found = Reconciled(
      unit: unit, item: item, own: own(unit), below: sum, received: Int(received[unit]),
      expected: Int(expected[unit]), difference: nil, verdict: .notStated)
    guard let own = found.own else { return found }
    guard sum != nil, let difference = Int64(exactly: Int128(own) - below[unit]) else {
      found.verdict = .overflow
      return found
    }
    found.difference = difference
    let isWhole = !lacksMonth(unit)
    if isWhole, received[unit] == expected[unit] {
      found.verdict = difference == 0 ? .agrees : .differs
    } else {
      found.verdict = isWhole && isNatural && difference < 0 ? .differs : .incomplete
    }
    return found
  }
}
