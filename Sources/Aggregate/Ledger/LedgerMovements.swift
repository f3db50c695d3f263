import Model

/// What became of the rows of a ledger from one month to the next.
///
/// Rows of one key are paired first within a unit, then across units in their order. What has no key is told apart by
/// nothing: as many such rows as there were before have stayed. So of every unit that keeps the ledger in both months
/// `before + opened + moved in − closed − moved out` is `now`.
struct LedgerMovements {
  private(set) var opened, closed, movedIn, movedOut, stayed: [Int64]
  /// Rows that are closed without a closing date.
  private(set) var gone: [Int64]
  /// Units that keep the ledger in both months: of others there are no movements.
  let isKnown: [Bool]

  /// `ended` are the keys that a closing date ends, ascending. Both months are laid out for the same roster.
  init(before: LedgerKeys.Rows, now: LedgerKeys.Rows, ended: [Int64]) {
    let none = [Int64](repeating: 0, count: now.keeping.count)
    (opened, closed, movedIn, movedOut, stayed, gone) = (none, none, none, none, none, none)
    isKnown = now.keeping.indices.map { now.keeping[$0] == .keeps && before.keeping[$0] == .keeps }
    for unit in none.indices {
      let (old, new) = (Int64(before.unkeyed[unit]), Int64(now.unkeyed[unit]))
      stayed[unit] = min(old, new)
      opened[unit] = max(0, new - old)
      closed[unit] = max(0, old - new)
    }
    walk(before, now, ended)
  }

  private mutating func walk(_ before: LedgerKeys.Rows, _ now: LedgerKeys.Rows, _ ended: [Int64]) {
    var (old, new, end) = (0, 0, 0)
    while old < before.keys.count || new < now.keys.count {
      let key = min(
        old < before.keys.count ? before.keys[old] : .max, new < now.keys.count ? now.keys[new] : .max)
      let (oldStart, newStart) = (old, new)
      while old < before.keys.count, before.keys[old] == key { old += 1 }
      while new < now.keys.count, now.keys[new] == key { new += 1 }
      while end < ended.count, ended[end] < key { end += 1 }
      let isEnded = end < ended.count && ended[end] == key
      if old - oldStart == 1, new - newStart == 1, before.units[oldStart] == now.units[newStart] {
        if now.units[newStart] >= 0 { stayed[Int(now.units[newStart])] += 1 }
      } else {
        pair(before.units[oldStart..<old], now.units[newStart..<new], isEnded)
      }
    }
  }

  /// Pairs the rows of one key: both sides are in the order of their units, those of none last.
  private mutating func pair(_ before: ArraySlice<Int32>, _ now: ArraySlice<Int32>, _ isEnded: Bool) {
    var left: [Int32] = []
    var new: [Int32] = []
    var (old, fresh) = (before.startIndex, now.startIndex)
    while old < before.endIndex, fresh < now.endIndex {
      let (a, b) = (UInt32(bitPattern: before[old]), UInt32(bitPattern: now[fresh]))
      if a == b, before[old] >= 0 {
        stayed[Int(before[old])] += 1
        old += 1
        fresh += 1
      } else if a < b {
        left.append(before[old])
        old += 1
      } else {
        new.append(now[fresh])
        fresh += 1
      }
    }
    left += before[old...]
    new += now[fresh...]
    for (place, unit) in left.enumerated() where unit >= 0 {
      if place < new.count {
        movedOut[Int(unit)] += 1
      } else {
        closed[Int(unit)] += 1
        if !isEnded { gone[Int(unit)] += 1 }
      }
    }
    for (place, unit) in new.enumerated() where unit >= 0 {
      if place < left.count { movedIn[Int(unit)] += 1 } else { opened[Int(unit)] += 1 }
    }
  }

  subscript(movement: Derived.Movement) -> [Int64] {
    switch movement {
    case .opened: opened
    case .closed: closed
    case .movedIn: movedIn
    case .movedOut: movedOut
    case .stayed: stayed
    }
  }
}
