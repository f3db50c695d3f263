import Model

/// Which rows of ledgers are in force in a month: what the next month's movements are told by.
public struct LedgerKeys: Sendable {
  /// Whether a unit keeps a ledger.
  enum Keeping: UInt8 {
    case notExpected, lacks, keeps
  }

  /// The rows of a ledger.
  struct Rows: Sendable {
    /// The keys, ascending, each as often as rows have it, with their units; -1 for a unit that is gone. Rows of one key
    /// are in the order of their units, those of none last.
    var keys: [Int64] = []
    var units: [Int32] = []
    /// For each unit how many rows have no key.
    var unkeyed: [Int32]
    /// For each unit whether it keeps the ledger.
    var keeping: [Keeping]
  }

  /// For each ledger its rows; `nil` for one without a key.
  var ledgers: [Rows?]

  /// The same for the roster of a later month: `units` has for each unit the later one that it is or went into, -1 for
  /// none; `count` is the number of later units.
  ///
  /// Rows of a unit that went nowhere are closed in no unit, as there is none to say so of; where their key is in a unit
  /// now, it has moved in. Of a unit that several went into the rows are known if those of all are.
  public func mapped(units: [Int32], count: Int) -> LedgerKeys {
    LedgerKeys(ledgers: ledgers.map { $0.map { LedgerKeys.mapped($0, units, count) } })
  }

  /// The same for the later roster of a succession.
  public func mapped(_ succession: Succession) -> LedgerKeys {
    mapped(units: succession.successors, count: succession.later.count)
  }

  private static func mapped(_ rows: Rows, _ units: [Int32], _ count: Int) -> Rows {
    var mapped = Rows(
      unkeyed: Array(repeating: 0, count: count), keeping: Array(repeating: .notExpected, count: count))
    for (unit, later) in units.enumerated() where later >= 0 && unit < rows.keeping.count {
      mapped.unkeyed[Int(later)] += rows.unkeyed[unit]
      let known = mapped.keeping[Int(later)]
      switch rows.keeping[unit] {
      case .notExpected: break
      case .lacks: mapped.keeping[Int(later)] = .lacks
      case .keeps: mapped.keeping[Int(later)] = known == .lacks ? .lacks : .keeps
      }
    }
    mapped.keys = rows.keys
    mapped.units = rows.units.map { $0 >= 0 && Int($0) < units.count ? units[Int($0)] : -1 }
    var start = 0
    while start < mapped.keys.count {
      var end = start + 1
      while end < mapped.keys.count, mapped.keys[end] == mapped.keys[start] { end += 1 }
      if end - start > 1 {
        let sorted = mapped.units[start..<end].sorted { UInt32(bitPattern: $0) < UInt32(bitPattern: $1) }
        mapped.units.replaceSubrange(start..<end, with: sorted)
      }
      start = end
    }
    return mapped
  }
}
