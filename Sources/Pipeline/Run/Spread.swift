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

  /// Hands on what `body` makes of 0, 1 … `count` - 1, in that order, while the next are made: few are held at a time.
  static func inOrder<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Swift.Result<Value, Failure>,
    take: (Value) throws(Failure) -> Void
  ) async throws(Failure) {
    let failure = await withTaskGroup(of: (Int, Swift.Result<Value, Failure>).self) { group -> Failure? in
      var (begun, taken) = (0, 0)
      var made: [Int: Swift.Result<Value, Failure>] = [:]
      while taken < count {
        while begun < count, begun - taken < threads {
          group.addTask { [begun] in (begun, body(begun)) }
          begun += 1
        }
        guard let (place, result) = await group.next() else { break }
        made[place] = result
        while let next = made.removeValue(forKey: taken) {
          do throws(Failure) { try take(next.get()) } catch { return error }
          taken += 1
        }
      }
      return nil
    }
    if let failure { throw failure }
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
