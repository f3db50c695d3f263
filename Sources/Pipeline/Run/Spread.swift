import Synchronization

/// Work on many things at a time.
enum Spread {
  /// What `body` makes of 0, 1 … `count` - 1, in that order; each of `threads` tasks takes the next that none has.
  ///
  /// Throws the first failure in that order, when all are done.
  static func over<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) async throws(Failure) -> Value
  ) async throws(Failure) -> [Value] {
    let next = NextPlace(below: count)
    let parts = await withTaskGroup(of: [(place: Int, result: Result<Value, Failure>)].self) { group in
      for _ in 0..<max(1, min(threads, count)) {
        group.addTask {
          var made: [(place: Int, result: Result<Value, Failure>)] = []
          while let place = next.take() { made.append((place, await result(place, body))) }
          return made
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    // Each part is in that order: nothing is moved but into its place.
    var taken = [Int](repeating: 0, count: parts.count)
    var values: [Value] = []
    values.reserveCapacity(count)
    for place in 0..<count {
      for part in parts.indices where taken[part] < parts[part].count {
        guard parts[part][taken[part]].place == place else { continue }
        values.append(try parts[part][taken[part]].result.get())
        taken[part] += 1
        break
      }
    }
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
          group.addTask { [begun] in (begun, await result(begun, body)) }
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
    _ place: Int, _ body: (Int) async throws(Failure) -> Value
  ) async -> Result<Value, Failure> {
    do throws(Failure) { return .success(try await body(place)) } catch { return .failure(error) }
  }
}

/// The places that tasks share among themselves.
private final class NextPlace: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int

  init(below count: Int) { self.count = count }

  /// One that no task has had; `nil` where there is none left.
  func take() -> Int? {
    let place = next.add(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}
