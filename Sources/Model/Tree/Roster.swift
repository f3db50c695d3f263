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
  public let month: Month
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
  private let byCode: [UnitCode: Int32]

  /// Lays out rows that make a tree (as ``Registry`` proves); at most one a code.
  init(month: Month, levels: Levels, groups: [String], rows: [RegistryRow]) {
    let sorted = rows.sorted { $0.code < $1.code }
    var children: [UnitCode: [Int]] = [:]
    for (index, row) in sorted.enumerated() {
      if let parent = row.parent { children[parent, default: []].append(index) }
    }
    var units: [ReportingUnit] = []
    var parents: [Int32] = []
    var ends: [Int32] = []
    units.reserveCapacity(sorted.count)
    // An explicit stack: a hostile registry may be as deep as it is long.
    enum Step { case enter(row: Int, parent: Int32), leave(unit: Int) }
    var steps: [Step] = sorted.indices.reversed()
      .filter { sorted[$0].parent == nil }.map { .enter(row: $0, parent: -1) }
    while let step = steps.popLast() {
      switch step {
      case .leave(let unit): ends[unit] = Int32(units.count)
      case .enter(let index, let parent):
        let row = sorted[index]
        let unit = units.count
        units.append(ReportingUnit(row))
        parents.append(parent)
        ends.append(0)
        steps.append(.leave(unit: unit))
        for child in (children[row.code] ?? []).reversed() {
          steps.append(.enter(row: child, parent: Int32(unit)))
        }
      }
    }
    self.month = month
    self.levels = levels
    self.groups = groups
    self.units = units
    self.parent = parents
    self.end = ends
    byCode = Dictionary(
      units.indices.map { (units[$0].code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of units.
  public var count: Int { units.count }

  /// The index of the unit with that code in this month.
  public func index(of code: UnitCode) -> Int? { byCode[code].map { Int($0) } }

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
