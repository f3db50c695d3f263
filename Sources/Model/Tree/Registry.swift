/// One dated row of the registry: what a unit was from one month to another.
public struct RegistryRow: Sendable {
  /// The unit's code.
  public var code: UnitCode
  /// The full name.
  public var name: String
  /// The name used in lists, such as 新疆; empty where there is none.
  public var short: String
  /// The rank of its level.
  public var level: Int
  /// The code of the unit above; `nil` for the top.
  public var parent: UnitCode?
  /// Positions of its groups in ``Registry/groups``.
  public var groups: SmallSet
  /// Positions of the conditions in ``Campaign/unitConditions`` that the unit meets.
  public var conditions = SmallSet()
  /// The first month.
  public var from: Month
  /// The last month; `nil` while it lasts.
  public var to: Month?
  /// The unit that takes its place afterwards.
  public var successor: UnitCode?
  /// The row in the file, as a spreadsheet program numbers it.
  public var line: Int

  /// A row as read; ``Registry/init(levels:groups:rows:)`` decides whether the rows make a tree.
  public init(
    code: UnitCode, name: String, short: String, level: Int, parent: UnitCode?, groups: SmallSet,
    from: Month, to: Month?, successor: UnitCode?, line: Int
  ) {
    self.code = code
    self.name = name
    self.short = short
    self.level = level
    self.parent = parent
    self.groups = groups
    self.from = from
    self.to = to
    self.successor = successor
    self.line = line
  }

  /// Whether `from` is not after `to`.
  var isInOrder: Bool { to.map { from <= $0 } ?? true }

  /// Whether the row holds in that month.
  public func holds(in month: Month) -> Bool { from <= month && (to.map { month <= $0 } ?? true) }

  /// Whether there is a month in which both rows hold.
  public func overlaps(_ other: RegistryRow) -> Bool {
    (other.to.map { from <= $0 } ?? true) && (to.map { other.from <= $0 } ?? true)
  }
}

/// The registry: every unit that was or is, by dated rows that make one tree in every month.
public struct Registry: Sendable {
  /// The campaign's levels.
  public let levels: Levels
  /// The campaign's groups, by position.
  public let groups: [String]
  /// The rows in the order of the file.
  public private(set) var rows: [RegistryRow]

  /// Takes rows that make a tree in every month, or throws all that is wrong with them.
  public init(levels: Levels, groups: [String], rows: [RegistryRow]) throws(RegistryMistakes) {
    let mistakes = RegistryMistakes.found(in: rows, levels: levels)
    guard mistakes.isEmpty else { throw RegistryMistakes(all: mistakes) }
    self.levels = levels
    self.groups = groups
    self.rows = rows
  }

  /// Takes rows of which it is known that they make a tree in every month.
  init(levels: Levels, groups: [String], tree rows: [RegistryRow]) {
    self.levels = levels
    self.groups = groups
    self.rows = rows
  }

  /// The same tree with other groups and conditions of its rows: they move no unit.
  public func regrouped(
    _ marks: (RegistryRow) -> (groups: SmallSet, conditions: SmallSet)
  ) -> Registry {
    var registry = self
    for index in rows.indices {
      (registry.rows[index].groups, registry.rows[index].conditions) = marks(rows[index])
    }
    return registry
  }

  /// The tree as it was in a month.
  public func roster(in month: Month) -> Roster {
    Roster(month: month, levels: levels, groups: groups, rows: rows)
  }

  /// The tree as it was in a month, where that of another month is known: in most months nothing changes, and what is
  /// laid out already is used again.
  public func roster(in month: Month, like known: Roster) -> Roster {
    let isSame = rows.allSatisfy { $0.holds(in: month) == $0.holds(in: known.month) }
    return isSame ? known.moved(to: month) : roster(in: month)
  }
}
