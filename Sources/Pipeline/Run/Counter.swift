import Synchronization

/// Counts finished files over all tasks and reports every hundredth of them.
final class Counter: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let report: (@Sendable (Int, Int) -> Void)?

  init(total: Int, report: (@Sendable (Int, Int) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// One more is done.
  func step() {
    let now = done.add(1, ordering: .relaxed).newValue
    if now == total || now % max(1, total / 100) == 0 { report?(now, total) }
  }
}
