import Model
import Synchronization

/// What was made of the month that was asked for last.
final class LastMonth<Value: Sendable>: Sendable {
  private let kept = Mutex<(month: Month, value: Value)?>(nil)

  /// What was made of a month; `nil` where another was asked for last.
  func value(of month: Month) -> Value? { kept.withLock { $0?.month == month ? $0?.value : nil } }

  /// Keeps it, in the place of what was kept.
  func keep(_ value: Value, of month: Month) { kept.withLock { $0 = (month, value) } }
}
