public import Model

/// The returns of an earlier month laid out for the units of a later one, followed by the registry.
///
/// Of a unit that was not there, or that several went into, nothing is known: their values are not its own.
public struct EarlierReturns: Sendable {
  /// For each item its column, one cell for each unit of the later roster.
  public let columns: [ItemColumn]
  /// For each form the status of each unit of the later roster.
  public let statuses: [[ReturnStatus]]

  /// The returns of an earlier month for the units of a later `roster`.
  public init(_ returns: Returns, on roster: Roster, _ registry: Registry) {
    let succession = Succession(registry: registry, earlier: returns.roster, later: roster)
    let former = (0..<roster.count).map { unit -> Int? in
      let before = succession.predecessors(of: unit)
      return before.count == 1 ? before.first : nil
    }
    columns = returns.columns.map { column in
      var moved = ItemColumn(count: roster.count)
      for unit in former.indices {
        if let before = former[unit] { moved.set(unit, column.states[before], column.values[before]) }
      }
      return moved
    }
    statuses = returns.statuses.map { statuses in
      former.map { $0.map { statuses[$0] } ?? .notExpected }
    }
  }
}
