/// A node of the tree in one month.
public struct ReportingUnit: Hashable, Sendable {
  /// Its code in the registry.
  public let code: UnitCode
  /// Its full name.
  public let name: String
  /// The name for lists; the full name where the registry gives no short one.
  public let short: String
  /// The rank of its level.
  public let level: Int
  /// Positions of its groups in ``Roster/groups``.
  public let groups: SmallSet
  /// Positions of the conditions in ``Campaign/unitConditions`` that it meets.
  public let conditions: SmallSet

  init(_ row: RegistryRow) {
    code = row.code
    name = row.name
    short = row.short.isEmpty ? row.name : row.short
    level = row.level
    groups = row.groups
    conditions = row.conditions
  }
}

/// The tree of one month, laid out so that a unit is followed by all that is below it.
///
/// A unit is referred to by its index. `units[i+1 ..< end[i]]` are the units below `units[i]`, so a sum over
/// the tree is one pass from the last unit to the first.
public struct Roster: Sendable {
  /// The month.
  public private(set) var month: Month
  /// The campaign's levels.
  public let levels: Levels
  /// The campaign's groups, by position.
  public let groups: [String]
  /// The units, each before those below it, siblings in the order of their codes.
  public let units: [ReportingUnit]
  /// The index of the unit above; -1 for the top.
  public let parent: [Int32]
  /// One past the index of the last unit below.
  public let end: [Int32]
  private let codes: CodeIndex

  /// Lays out the rows of a registry that hold in the month. They make a tree (as ``Registry`` proves), at most one a code.
  init(month: Month, levels: Levels, groups: [String], rows: [RegistryRow]) {
    var sorted = rows.indices.filter { rows[$0].holds(in: month) }
    let isSorted = zip(sorted, sorted.dropFirst()).allSatisfy { rows[$0].code < rows[$1].code }
    if !isSorted { sorted.sort { rows[$0].code < rows[$1].code } }
    var codes = CodeIndex(sorted.map { rows[$0].code })
    let tree = RosterTree(rows, sorted, codes)
    var units: [ReportingUnit] = []
    var parents: [Int32] = []
    var ends: [Int32] = []
    units.reserveCapacity(sorted.count)
    parents.reserveCapacity(sorted.count)
    ends.reserveCapacity(sorted.count)
    /// By place in `sorted` its unit.
    var unitOf = [Int32](repeating: 0, count: sorted.count)
    // An explicit stack: a hostile registry may be as deep as it is long.
    enum Step { case enter(place: Int32, parent: Int32), leave(unit: Int) }
    var steps: [Step] = sorted.indices.reversed().filter { rows[sorted[$0]].parent == nil }
      .map { .enter(place: Int32($0), parent: -1) }
    while let step = steps.popLast() {
      switch step {
      case .leave(let unit): ends[unit] = Int32(units.count)
      case .enter(let place, let parent):
        let unit = units.count
        unitOf[Int(place)] = Int32(unit)
        units.append(ReportingUnit(rows[sorted[Int(place)]]))
        parents.append(parent)
        ends.append(0)
        steps.append(.leave(unit: unit))
        let first = steps.count
        var child = tree.first[Int(place)]
        while child >= 0 {
          steps.append(.enter(place: child, parent: Int32(unit)))
          child = tree.next[Int(child)]
        }
        steps[first...].reverse()
      }
    }
    self.month = month
    self.levels = levels
    self.groups = groups
    self.units = units
    self.parent = parents
    self.end = ends
    codes.units = unitOf
    self.codes = codes
  }

  /// The same tree in another month.
  func moved(to month: Month) -> Roster {
    var roster = self
    roster.month = month
    return roster
  }

  /// The number of units.
  public var count: Int { units.count }

  /// The index of the unit with that code in this month.
  public func index(of code: UnitCode) -> Int? { codes.place(of: code).map { Int(codes.units[$0]) } }

  /// The same, where it is likely to be the unit after `last`, as in most files.
  public func index(of code: UnitCode, after last: Int) -> Int? {
    let next = last + 1
    return units.indices.contains(next) && units[next].code == code ? next : index(of: code)
  }

  /// The indices of the units directly below one, in the order of their codes.
  public func children(of unit: Int) -> [Int] {
    var children: [Int] = []
    var next = unit + 1
    while next < Int(end[unit]) {
      children.append(next)
      next = Int(end[next])
    }
    return children
  }

  /// Whether `unit` is `ancestor` or below it.
  public func isWithin(_ unit: Int, _ ancestor: Int) -> Bool {
    unit >= ancestor && unit < Int(end[ancestor])
  }

  /// The units from the top down to `unit`, both included.
  public func path(to unit: Int) -> [Int] {
    var path: [Int] = []
    var next = unit
    while next >= 0 {
      path.append(next)
      next = Int(parent[next])
    }
    return path.reversed()
  }

  /// Whether a unit has that level and, where one is given, that group.
  public func matches(_ unit: Int, level: Int, group: Int?) -> Bool {
    units[unit].level == level && (group.map { units[unit].groups.contains($0) } ?? true)
  }
}

/// Codes in their order, and the unit of each.
private struct CodeIndex {
  let codes: [UnitCode]
  var units: [Int32] = []

  /// Of codes in their order.
  init(_ codes: [UnitCode]) { self.codes = codes }

  /// The place of a code; `nil` where it is none of them.
  func place(of code: UnitCode) -> Int? {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code ? low : nil
  }
}

/// Which rows lie below which, by their places in the order of codes.
private struct RosterTree {
  /// For each place the first of those below, and the next that is below the same; -1 for none.
  var first, next: [Int32]

  init(_ rows: [RegistryRow], _ order: [Int], _ codes: CodeIndex) {
    first = [Int32](repeating: -1, count: order.count)
    next = first
    // Rows below one unit mostly follow each other.
    var known: (code: UnitCode, place: Int)?
    // From the last to the first, so that those below one stand in their order.
    for place in order.indices.reversed() {
      guard let code = rows[order[place]].parent else { continue }
      if known?.code != code { known = codes.place(of: code).map { (code, $0) } }
      guard let known, known.code == code else { continue }
      next[place] = first[known.place]
      first[known.place] = Int32(place)
    }
  }
}
