/// Looks for the only few values that add up to a sum.
///
/// Sizes two to four are tried in turn, each exactly, and the first size with a set ends the search. What it finds
/// is told only where it is the only set of that size and chance is unlikely: with the density that sums of as many
/// values have within a quarter of the target, at most 1 set in 20 would hit it by accident. Values that share a
/// divisor, such as whole thousands, can hit fewer targets, which counts against them.
struct UnitSet {
  /// The most values with which sets of two, three and four are tried.
  static let most = [2: 1000, 3: 200, 4: 40]

  private let values: [Int64]
  private let places: [Int]
  private let target: Int64
  private let divisor: Int64

  /// The search among values that are not negative. Those that are 0 or more than the target cannot be of a set.
  init(_ all: [Int64], target: Int64) {
    places = all.indices.filter { all[$0] > 0 && all[$0] <= target }
      .sorted { (all[$0], $0) < (all[$1], $1) }
    values = places.map { all[$0] }
    self.target = target
    divisor = values.reduce(0) { UnitSet.greatestDivisor($0, $1) }
  }

  /// The positions of the set among the values given; `nil` where there is none that could be told.
  func found() -> [Int]? {
    // Larger targets leave no room for the sums of four.
    guard target > 1, target < .max / 8, values.last != target, values.count > 1 else { return nil }
    let width = target / 4
    var near = 0
    for size in 2...4 {
      guard values.count >= size, values.count <= UnitSet.most[size] ?? 0 else { return nil }
      var hits: [[Int]] = []
      search(size, from: 0, target, [], &hits)
      near += count(size, 0, upTo: target + width) - count(size, 0, upTo: target - width - 1)
      guard !hits.isEmpty else { continue }
      let room = Int128(2 * width + 1)
      guard hits.count == 1, Int128(20) * Int128(near - 1) * Int128(divisor) <= room else { return nil }
      return hits[0].map { places[$0] }.sorted()
    }
    return nil
  }

  /// Adds sets of `size` values from `start` on that add up to `rest`, until there are two.
  private func search(
    _ size: Int, from start: Int, _ rest: Int64, _ chosen: [Int], _ hits: inout [[Int]]
  ) {
    guard size > 2 else { return pairs(start, rest, chosen, &hits) }
    for place in start..<values.count where hits.count < 2 {
      guard values[place] < rest else { return }
      search(size - 1, from: place + 1, rest - values[place], chosen + [place], &hits)
    }
  }

  private func pairs(_ start: Int, _ rest: Int64, _ chosen: [Int], _ hits: inout [[Int]]) {
    var (low, high) = (start, values.count - 1)
    while low < high, hits.count < 2 {
      let sum = values[low] + values[high]
      if sum == rest {
        hits.append(chosen + [low, high])
        // An equal value beside one of them makes another set.
        if high - low > 1, values[low + 1] == values[low] || values[high - 1] == values[high] {
          hits.append([])
        }
        low += 1
        high -= 1
      } else if sum < rest {
        low += 1
      } else {
        high -= 1
      }
    }
  }

  /// How many sets of `size` values from `start` on add up to `limit` at most.
  private func count(_ size: Int, _ start: Int, upTo limit: Int64) -> Int {
    var total = 0
    if size > 2 {
      for place in start..<max(start, values.count - 1) where values[place] < limit {
        total += count(size - 1, place + 1, upTo: limit - values[place])
      }
      return total
    }
    var (low, high) = (start, values.count - 1)
    while low < high {
      if values[low] + values[high] <= limit {
        total += high - low
        low += 1
      } else {
        high -= 1
      }
    }
    return total
  }

  /// The greatest common divisor of numbers that are not negative.
  static func greatestDivisor<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Number {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
