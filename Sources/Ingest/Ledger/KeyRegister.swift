import Model

/// The keys that were seen in any number of files, month by month; used by one task at a time.
public final class KeyRegister {
  private var months: [Month: KeyBlocks] = [:]
  private var month: Month?
  private var current = KeyBlocks()

  /// No keys.
  public init() {}

  func insert(_ key: Int64) -> Bool { current.insert(key) }

  /// The keys that follow are of that month.
  func turn(to month: Month) {
    guard month != self.month else { return }
    if let last = self.month { months[last] = current }
    // Taken out, so that it has one owner and is changed in place.
    current = months.removeValue(forKey: month) ?? KeyBlocks()
    self.month = month
  }

  /// The keys by month, to be put together with those of other tasks.
  public consuming func taken() -> KeysSeen {
    if let month { months[month] = current }
    return KeysSeen(months: months)
  }
}

/// The keys that a task has seen.
public struct KeysSeen: Sendable {
  var months: [Month: KeyBlocks]

  /// Takes in those of another task; how many keys of a month both have seen.
  public mutating func merge(_ other: KeysSeen) -> Int {
    var twice = 0
    for (month, blocks) in other.months {
      if months[month] == nil {
        months[month] = blocks
      } else {
        twice += months[month]?.merge(blocks) ?? 0
      }
    }
    return twice
  }
}
