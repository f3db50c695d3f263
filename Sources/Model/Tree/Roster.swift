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

  /// A unit of which nothing but its code and level is known.
  init(code: UnitCode, level: Int) {
    self.code = code
    (name, short) = ("", "")
    self.level = level
    (groups, conditions) = (SmallSet(), SmallSet())
  }

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
    let codes = sorted.map { rows[$0].code }
    // In most registries the order of codes is that of the tree.
    let tree = TreeOrder(inOrderOf: rows, sorted) ?? TreeOrder(rows, sorted, codes)
    var unitOf = [Int32](repeating: 0, count: sorted.count)
    for (unit, place) in tree.places.enumerated() { unitOf[Int(place)] = Int32(unit) }
    self.month = month
    self.levels = levels
    self.groups = groups
    units = tree.places.map { ReportingUnit(rows[sorted[Int($0)]]) }
    parent = tree.parents
    end = tree.ends
    self.codes = CodeIndex(codes: codes, units: unitOf)
  }

  /// A tree that is laid out already, its units in the order of their codes.
  init(
    month: Month, levels: Levels, groups: [String], units: [ReportingUnit], parent: [Int32], end: [Int32]
  ) {
    self.month = month
    self.levels = levels
    self.groups = groups
    self.units = units
    self.parent = parent
    self.end = end
    codes = CodeIndex(codes: units.map(\.code), units: units.indices.map { Int32($0) })
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
  public func index(of code: UnitCode) -> Int? { codes.unit(of: code) }

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
  let units: [Int32]

  /// The unit of a code; `nil` where it is none of them.
  func unit(of code: UnitCode) -> Int? { codes.place(of: code).map { Int(units[$0]) } }
}
