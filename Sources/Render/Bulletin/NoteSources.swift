import Model
import Synchronization

/// From how many returns and files figures are made. A unit has many figures that are made of the same returns, which are
/// counted once.
final class NoteSources: Sendable {
  /// Which returns: those of some forms, at and below a unit, of one level where there is one.
  struct Returned: Hashable {
    var unit: Int
    var level: Int?
    var forms: [Int]
  }

  /// How many they are, in how many files, and where the first stands.
  struct Count {
    var returns = 0
    var files = 0
    var first = ReturnSource.none
  }

  private let known = Mutex<[Returned: Count]>([:])

  /// How many of those returns count.
  func count(_ wanted: Returned, in returns: Returns) -> Count {
    if let count = known.withLock({ $0[wanted] }) { return count }
    let count = NoteSources.count(wanted, in: returns)
    known.withLock { $0[wanted] = count }
    return count
  }

  private static func count(_ wanted: Returned, in returns: Returns) -> Count {
    var count = Count()
    var isUsed = [Bool](repeating: false, count: returns.submissions.count)
    let units = returns.roster.units
    for form in wanted.forms {
      // Asked once for all units.
      let (statuses, sources) = (returns.statuses[form], returns.sources[form])
      for unit in wanted.unit..<Int(returns.roster.end[wanted.unit]) where statuses[unit] == .accepted {
        if let level = wanted.level, level != units[unit].level { continue }
        let source = sources[unit]
        guard isUsed.indices.contains(Int(source.submission)) else { continue }
        isUsed[Int(source.submission)] = true
        if count.returns == 0 { count.first = source }
        count.returns += 1
      }
    }
    count.files = isUsed.count { $0 }
    return count
  }
}
