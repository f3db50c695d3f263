/// Work on many things at a time.
enum Spread {
  /// What `body` makes of 0, 1 … `count` - 1, each `threads`-th by the same task; in that order.
  static func over<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: [(Int, Result)].self) { group in
      for first in 0..<max(1, min(threads, count)) {
        group.addTask {
          stride(from: first, to: count, by: max(1, min(threads, count))).map { ($0, body($0)) }
        }
      }
      var results: [(Int, Result)] = []
      results.reserveCapacity(count)
      for await some in group { results += some }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// The same of what may fail; throws the first failure in that order.
  static func over<Value: Sendable>(
    _ count: Int, threads: Int, trying body: @escaping @Sendable (Int) -> Swift.Result<Value, Failure>
  ) async throws(Failure) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in await over(count, threads: threads, body) { values.append(try result.get()) }
    return values
  }
}
