import Model

/// The keys that were seen in any number of files, month by month; used by one task at a time.
public final class KeyRegister {
  private var months: [Month: KeyBlocks] = [:]
  private var month: Month?
  private var current: RowKeys? = RowKeys(KeyBlocks())

  /// The room of the last table, which the next may have: parts of a file are many.
  private var room: LedgerRoom?

  /// No keys.
  public init() {}

  /// Room for rows of so many columns, perhaps what was kept.
  func takeRoom(width: Int) -> LedgerRoom {
    guard let kept = room.take(), kept.width == width else { return LedgerRoom(width: width) }
    return kept
  }

  /// Keeps room in which no rows are.
  func keep(_ room: consuming LedgerRoom) { self.room = room }

  /// Lends those of the month; taken out meanwhile, so that they have one owner and are changed in place.
  func withKeys<Result>(_ body: (inout RowKeys) -> Result) -> Result {
    var taken = current.take() ?? RowKeys(KeyBlocks())
    defer { current = taken }
    return body(&taken)
  }

  /// The keys that follow are of that month.
  func turn(to month: Month) {
    guard month != self.month else { return }
    putAway()
    current = RowKeys(months.removeValue(forKey: month) ?? KeyBlocks())
    self.month = month
  }

  private func putAway() {
    guard let month, let keys = current.take()?.taken() else { return }
    months[month] = keys
  }

  /// The keys by month, to be put together with those of other tasks; none are left.
  public func taken() -> KeysSeen {
    putAway()
    defer { months = [:] }
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
