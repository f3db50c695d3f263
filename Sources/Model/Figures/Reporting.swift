/// Whether a unit has reported a form, and when.
public enum Punctuality: UInt8, Sendable, CaseIterable {
  /// The unit does not owe the form.
  case notExpected
  /// Its return counts and came by the deadline.
  case onTime
  /// Its return counts and came after the deadline.
  case late
  /// Nothing came.
  case missing
  /// Something came, and none of it can count.
  case rejected

  /// The name in print.
  public func label(_ language: Language) -> String {
    switch self {
    case .notExpected: language.pick("不需填报", "not expected")
    case .onTime: language.pick("按时", "on time")
    case .late: language.pick("逾期", "late")
    case .missing: language.pick("未报", "missing")
    case .rejected: language.pick("不予采用", "rejected")
    }
  }
}

/// How many units have reported, and when.
public struct ReportingTally: Hashable, Sendable {
  /// Units that owe the form.
  public var expected = 0
  /// Of these, on time.
  public var onTime = 0
  /// Of these, late.
  public var late = 0
  /// Of these, nothing received.
  public var missing = 0
  /// Of these, rejected.
  public var rejected = 0

  /// No units.
  public init() {}

  /// Units whose return counts.
  public var received: Int { onTime + late }

  /// Adds another.
  public mutating func add(_ other: ReportingTally) {
    expected += other.expected
    onTime += other.onTime
    late += other.late
    missing += other.missing
    rejected += other.rejected
  }
}
