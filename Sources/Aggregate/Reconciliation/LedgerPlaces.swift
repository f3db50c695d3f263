/// Which units are compared with which: those that report an item with those that keep the ledger.
struct LedgerPlaces {
  /// For each unit that reports or keeps the ledger the unit whose place it belongs to; -1 for all others.
  private(set) var place: [Int32]

  init(reporting: [Bool], keeping: [Bool], parent: [Int32]) {
    let count = parent.count
    place = [Int32](repeating: -1, count: count)
    // Whether a unit at or below keeps the ledger.
    var keeps = keeping
    for unit in (0..<count).reversed() where keeps[unit] && parent[unit] >= 0 {
      keeps[Int(parent[unit])] = true
    }
    // The nearest unit at or above that reports, and the nearest that keeps the ledger while none at or above reports.
    var reporter = [Int32](repeating: -1, count: count)
    var keeper = reporter
    for unit in 0..<count {
      let above = Int(parent[unit])
      if above >= 0 { (reporter[unit], keeper[unit]) = (reporter[above], keeper[above]) }
      // A ledger that is kept above those who report can only be set beside all of them together.
      let isCovered = reporting[unit] && !keeps[unit] && reporter[unit] < 0 && keeper[unit] >= 0
      if reporting[unit] {
        if isCovered {
          place[unit] = keeper[unit]
        } else {
          reporter[unit] = Int32(unit)
          place[unit] = Int32(unit)
        }
      } else if keeping[unit], reporter[unit] < 0 {
        keeper[unit] = Int32(unit)
      }
      if keeping[unit] {
        place[unit] = reporter[unit] >= 0 ? reporter[unit] : Int32(unit)
      }
    }
  }
}
