import Model

/// A flag a unit of the roster: whole columns of them at a time, since a month has dozens.
enum Flags {
  /// Of each unit whether both flags are set.
  static func both(_ a: [Bool], _ b: [Bool]) -> [Bool] {
    var both = a
    var flags = both.mutableSpan
    let others = b.span
    for place in others.indices { flags[place] = flags[place] && others[place] }
    return both
  }

  /// Of each unit whether it has a value.
  static func valued(_ states: [CellState]) -> [Bool] { made(states) { $0 == .value } }

  /// Of each unit whether it has answered.
  static func answered(_ states: [CellState]) -> [Bool] { made(states) { $0.isAnswered } }

  /// The values where a flag is set; 0 elsewhere.
  static func chosen(_ values: [Int64], where flags: [Bool]) -> [Int64] {
    var chosen = [Int64](repeating: 0, count: flags.count)
    var all = chosen.mutableSpan
    let values = values.span
    let flags = flags.span
    for place in flags.indices where flags[place] { all[place] = values[place] }
    return chosen
  }

  /// 1 where a flag is set; 0 elsewhere.
  static func ones(_ flags: [Bool]) -> [Int64] {
    var ones = [Int64](repeating: 0, count: flags.count)
    var all = ones.mutableSpan
    let flags = flags.span
    for place in flags.indices where flags[place] { all[place] = 1 }
    return ones
  }

  @inline(__always)
  private static func made(_ states: [CellState], _ isSet: (CellState) -> Bool) -> [Bool] {
    var made = [Bool](repeating: false, count: states.count)
    var flags = made.mutableSpan
    let states = states.span
    for place in states.indices { flags[place] = isSet(states[place]) }
    return made
  }
}
