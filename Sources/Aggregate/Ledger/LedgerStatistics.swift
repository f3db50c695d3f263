import Model

/// Numbers of all values at and below each unit that no sum gives.
struct LedgerStatistics {
  /// For each unit how many values there are at and below it; where there are none, the others are 0.
  private(set) var counts: [Int32]
  /// Ten times the median; 128 bits hold it.
  private(set) var median: [Int128]
  private(set) var least, most: [Int64]
  /// How many different values there are.
  private(set) var distinct: [Int64]

  /// The values of a group of the program.
  init(_ standing: LedgerStanding, group: Int, roster: Roster) {
    counts = Array(repeating: 0, count: roster.count)
    median = Array(repeating: 0, count: roster.count)
    least = Array(repeating: 0, count: roster.count)
    (most, distinct) = (least, least)
    var (starts, values) = LedgerStatistics.sorted(standing, group, roster.count)
    // A unit's values and those below it lie side by side, and those below are in order already: the sort merges them.
    for unit in (0..<roster.count).reversed() {
      let range = starts[unit]..<starts[Int(roster.end[unit])]
      guard !range.isEmpty else { continue }
      if range.count > 1 { values[range].sort() }
      counts[unit] = Int32(clamping: range.count)
      (least[unit], most[unit]) = (values[range.lowerBound], values[range.upperBound - 1])
      let middle = range.lowerBound + range.count / 2
      let lower = range.count.isMultiple(of: 2) ? middle - 1 : middle
      median[unit] = (Int128(values[lower]) + Int128(values[middle])) * 5
      var different: Int64 = 1
      for place in (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound)
      where values[place] != values[place - 1] {
        different += 1
      }
      distinct[unit] = different
    }
  }

  /// The values by unit, and where those of each unit begin.
  private static func sorted(
    _ standing: LedgerStanding, _ group: Int, _ count: Int
  ) -> (starts: [Int], values: [Int64]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for piece in standing.pieces where group < piece.tally.places.count {
      for place in piece.tally.places[group] where piece.units[Int(place)] >= 0 {
        starts[Int(piece.units[Int(place)]) + 1] += 1
      }
    }
    for unit in 0..<count { starts[unit + 1] += starts[unit] }
    var next = starts
    var values = [Int64](repeating: 0, count: starts[count])
    for piece in standing.pieces where group < piece.tally.places.count {
      for (place, value) in zip(piece.tally.places[group], piece.tally.values[group]) {
        let unit = Int(piece.units[Int(place)])
        guard unit >= 0 else { continue }
        values[next[unit]] = value
        next[unit] += 1
      }
    }
    return (starts, values)
  }
}
