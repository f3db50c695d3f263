/// Work on many things at a time.
enum Spread {
  /// What `body` makes of 0, 1 … `count` - 1, each `threads`-th by the same task; in that order.
  ///
  /// Throws the first failure in that order, when all are done.
  static func over<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value
  ) async throws(Failure) -> [Value] {
    let results = await withTaskGroup(of: [(Int, Result<Value, Failure>)].self) { group in
      for first in 0..<max(1, min(threads, count)) {
        group.addTask {
          stride(from: first, to: count, by: max(1, min(threads, count))).map { ($0, result($0, body)) }
        }
      }
      var results: [(Int, Result<Value, Failure>)] = []
      results.reserveCapacity(count)
      for await some in group { results += some }
      return results.sorted { $0.0 < $1.0 }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for (_, result) in results { values.append(try result.get()) }
    return values
  }

  /// Hands on what `body` makes of 0, 1 … `count` - 1, in that order, while the next are made: few are held at a time.
  static func inOrder<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value,
    take: (Value) throws(Failure) -> Void
  ) async throws(Failure) {
    let failure = await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group -> Failure? in
      var (begun, taken) = (0, 0)
      var made: [Int: Result<Value, Failure>] = [:]
      while taken < count {
        while begun < count, begun - taken < threads {
          group.addTask { [begun] in (begun, result(begun, body)) }
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

  private static func result<Value>(
    _ place: Int, _ body: (Int) throws(Failure) -> Value
  ) -> Result<Value, Failure> {
    Result { () throws(Failure) in try body(place) }
  }
}
