public import Model

/// A received file, as the ledgers need it.
public struct LedgerFile: Sendable {
  /// The position in ``Model/Returns/submissions``, which are in the order of their paths.
  public var submission: Int
  /// The month in whose inbox it lay.
  public let month: Month
  /// When it was received.
  public let received: LocalTime
  /// The tree of that month, by which it was read.
  public let roster: Roster
  /// The unit that sent it, in ``roster``; `nil` where nobody said.
  public let sender: Int?
  /// For each unit of ``roster`` the unit that it is or went into, in the roster of the month reported; -1 for none.
  public let units: [Int32]

  /// A file; `units` has one number for each unit of `roster`.
  public init(
    submission: Int, month: Month, received: LocalTime, roster: Roster, sender: Int?, units: [Int32]
  ) {
    self.submission = submission
    self.month = month
    self.received = received
    self.roster = roster
    self.sender = sender
    self.units = units
  }

  /// A file; its units are followed to those of the succession's later month.
  public init(submission: Int, received: LocalTime, sender: Int?, succession: Succession) {
    self.init(
      submission: submission, month: succession.earlier.month, received: received,
      roster: succession.earlier, sender: sender, units: succession.successors)
  }

  /// The later one takes the place of the earlier.
  var order: Order {
    Order(month: Int32(month.ordinal), submission: Int32(submission), minutes: received.minutes)
  }

  /// When a file was received.
  struct Order: Comparable, Hashable {
    let month: Int32
    let submission: Int32
    let minutes: Int

    static func < (a: Order, b: Order) -> Bool {
      (a.month, a.minutes, a.submission) < (b.month, b.minutes, b.submission)
    }
  }

  /// The unit today of a unit of the file; -1 where there is none.
  func today(_ unit: Int32) -> Int32 { units.indices.contains(Int(unit)) ? units[Int(unit)] : -1 }
}
