public import Model

/// Which unit of a later month each unit of an earlier month is, or went into.
public struct Succession: Sendable {
  /// The tree of the earlier month.
  public let earlier: Roster
  /// The tree of the later month.
  public let later: Roster
  /// For each unit of the earlier month the unit of the later month; -1 where none follows it.
  let successors: [Int32]
  /// The earlier units that each later unit follows: of unit j those at `starts[j] ..< starts[j + 1]`.
  private let starts: [Int32]
  private let followed: [Int32]

  /// Follows the units of one month to another. A code that both months have is the same unit; else the
  /// registry's successors are followed, row by row, to a code that the later month has.
  public init(registry: Registry, earlier: Roster, later: Roster) {
    self.earlier = earlier
    self.later = later
    var lines: Lines?
    // Trees of two months are much the same.
    var last = -1
    successors = earlier.units.map { unit in
      if let same = later.index(of: unit.code, after: last) {
        last = same
        return Int32(same)
      }
      if lines == nil { lines = Lines(registry) }
      return lines?.end(of: unit.code, in: earlier.month, later).map { Int32($0) } ?? -1
    }
    (starts, followed) = Succession.reversed(successors, count: later.count)
  }

  /// The later unit that an earlier one is or went into; `nil` where none follows it.
  public func successor(of earlier: Int) -> Int? {
    successors[earlier] >= 0 ? Int(successors[earlier]) : nil
  }

  /// The earlier units that a later one follows, in the order of their roster.
  public func predecessors(of later: Int) -> [Int] {
    followed[Int(starts[later])..<Int(starts[later + 1])].map { Int($0) }
  }

  /// The same without an array of its own.
  func followed(by later: Int) -> ArraySlice<Int32> {
    followed[Int(starts[later])..<Int(starts[later + 1])]
  }

  /// The subtrees of the earlier month that a later unit's figures are compared with: that of the same code,
  /// else those of the units that it follows, without those that lie in another of them.
  func counterparts(of unit: Int) -> [Range<Int>] {
    if let same = earlier.index(of: later.units[unit].code) { return [same..<Int(earlier.end[same])] }
    var ranges: [Range<Int>] = []
    for found in predecessors(of: unit) where ranges.last.map({ found >= $0.upperBound }) ?? true {
      ranges.append(found..<Int(earlier.end[found]))
    }
    return ranges
  }

  private static func reversed(_ successors: [Int32], count: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for later in successors where later >= 0 { starts[Int(later) + 1] += 1 }
    for unit in 0..<count { starts[unit + 1] += starts[unit] }
    var next = starts
    var followed = [Int32](repeating: 0, count: Int(starts[count]))
    for (earlier, later) in successors.enumerated() where later >= 0 {
      followed[Int(next[Int(later)])] = Int32(earlier)
      next[Int(later)] += 1
    }
    return (starts, followed)
  }
}

/// The rows of each code that name a successor, in the order of time.
private struct Lines {
  private let rows: [UnitCode: [RegistryRow]]

  init(_ registry: Registry) {
    let ending = registry.rows.filter { $0.successor != nil }
    rows = Dictionary(grouping: ending, by: \.code).mapValues { rows in
      rows.sorted { $0.from < $1.from }
    }
  }

  /// The unit of the later month that a code of an earlier month leads to. Of each code the first row counts
  /// that names a successor, from the month on in which the code was reached; no code is passed twice.
  func end(of start: UnitCode, in first: Month, _ later: Roster) -> Int? {
    var (code, month) = (start, first)
    var passed: Set<UnitCode> = [start]
    while true {
      let row = rows[code]?.first { row in row.to.map { $0 >= month } ?? true }
      guard let row, let next = row.successor, passed.insert(next).inserted else { return nil }
      if let found = later.index(of: next) { return found }
      month = max(month, row.to ?? month)
      code = next
    }
  }
}
