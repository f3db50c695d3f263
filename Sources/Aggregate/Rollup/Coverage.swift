public import Model

/// How many units at and below each unit are expected to answer, and how many of them have.
public struct Coverage: Sendable {
  /// Units that have answered, one number a unit of the roster.
  public let received: [Int32]
  /// Units expected to answer.
  public let expected: [Int32]

  /// Adds up who is expected and who of them has answered; one flag a unit of the roster. An answer of a unit
  /// that is not expected does not count.
  public init(received: [Bool], expected: [Bool], roster: Roster) {
    self.init(
      received: received, expected: expected,
      expectedBelow: Coverage.counts(expected, parent: roster.parent), parent: roster.parent)
  }

  /// The same with the sums of `expected` already made: many indicators share them.
  init(received: [Bool], expected: [Bool], expectedBelow: [Int32], parent: [Int32]) {
    self.expected = expectedBelow
    self.received = Coverage.counts(zip(received, expected).map { $0 && $1 }, parent: parent)
  }

  /// The same of answers of expected units only.
  init(received: [Bool], expectedBelow: [Int32], parent: [Int32]) {
    expected = expectedBelow
    self.received = Coverage.counts(received, parent: parent)
  }

  /// How many flags are set at and below each unit.
  static func counts(_ flags: [Bool], parent: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: flags.count)
    var all = counts.mutableSpan
    // As many bytes as flags, 0 or 1.
    let flags = unsafe Span<UInt8>(_bytes: flags.span.bytes)
    let parent = parent.span
    // Units lie before those below them: the last pass of the tree is the first of the array. What neighbours add to
    // the unit above them is added once.
    var (above, sum) = (-1, Int32(0))
    precondition(parent.count == flags.count)
    for unit in all.indices.reversed() {
      // All three are as long.
      let (over, flag) = unsafe (Int(parent[unchecked: unit]), Int32(flags[unchecked: unit]))
      if over != above {
        if above >= 0 { all[above] += sum }
        (above, sum) = (over, 0)
      }
      let count = unsafe all[unchecked: unit] &+ flag
      unsafe all[unchecked: unit] = count
      sum &+= count
    }
    return counts
  }
}
