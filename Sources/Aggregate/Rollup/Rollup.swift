public import Model

/// Exact sums over the tree: what each unit has itself, and what it has with all units below it.
public struct Rollup: Sendable {
  /// Each unit's own value.
  public let own: [Int64]
  /// Each unit's own value and all those below it.
  let inclusive: Sums
  /// Who was expected to answer and who has.
  public let coverage: Coverage

  /// One sum a unit.
  struct Sums: Sendable {
    let values: [Int64]
    /// Where the sum does not fit into 64 bits; empty where it fits everywhere.
    let overflowed: [Bool]

    /// The sum of a unit; `nil` where it does not fit.
    subscript(unit: Int) -> Int64? {
      overflowed.isEmpty || !overflowed[unit] ? values[unit] : nil
    }
  }

  /// Adds up `own`, one value a unit of the roster, 0 where there is none.
  public init(own: [Int64], coverage: Coverage, roster: Roster) {
    self.init(own: own, coverage: coverage, parent: roster.parent)
  }

  init(own: [Int64], coverage: Coverage, parent: [Int32]) {
    self.own = own
    self.coverage = coverage
    inclusive = Rollup.sums(own, parent)
  }

  /// The sum of a unit and all below it; `nil` where it, or that of a unit below, does not fit into 64 bits.
  public func inclusive(_ unit: Int) -> Int64? { inclusive[unit] }

  /// The sum of the units below one, without its own value; `nil` where it does not fit.
  public func below(_ unit: Int) -> Int64? {
    guard let all = inclusive[unit] else { return nil }
    let (sum, overflow) = all.subtractingReportingOverflow(own[unit])
    return overflow ? nil : sum
  }

  /// The inclusive sums, and where they do not fit. A unit above one that does not fit is marked as well, even
  /// if negative values brought its sum back: a total is never shown without the parts that explain it.
  static func sums(_ own: [Int64], _ parent: [Int32]) -> Sums {
    var sums = own
    var all = sums.mutableSpan
    let parents = parent.span
    // What neighbours add to the unit above them is added once.
    var (above, added) = (-1, Int64(0))
    var overflows = false
    precondition(parents.count == all.count)
    for unit in all.indices.reversed() {
      // Both are as long.
      let over = unsafe Int(parents[unchecked: unit])
      if over != above {
        if above >= 0 { overflows = all[above].add(added) || overflows }
        (above, added) = (over, 0)
      }
      overflows = unsafe added.add(all[unchecked: unit]) || overflows
    }
    return overflows ? wideSums(own, parent) : Sums(values: sums, overflowed: [])
  }

  /// The same in 128 bits, which hold any sum of 2^63 values: the order of adding makes no difference.
  private static func wideSums(_ own: [Int64], _ parent: [Int32]) -> Sums {
    var sums = own.map { Int128($0) }
    var overflowed = [Bool](repeating: false, count: own.count)
    for unit in sums.indices.reversed() {
      if Int64(exactly: sums[unit]) == nil { overflowed[unit] = true }
      guard parent[unit] >= 0 else { continue }
      let above = Int(parent[unit])
      sums[above] += sums[unit]
      if overflowed[unit] { overflowed[above] = true }
    }
    let narrow = sums.indices.map { overflowed[$0] ? 0 : Int64(truncatingIfNeeded: sums[$0]) }
    return Sums(values: narrow, overflowed: overflowed.contains(true) ? overflowed : [])
  }
}

extension Int64 {
  /// Adds a number; `true` where the sum does not fit.
  fileprivate mutating func add(_ other: Int64) -> Bool {
    let (sum, overflow) = addingReportingOverflow(other)
    self = sum
    return overflow
  }
}
