internal import Model

/// Other units: one pass over the tree. Nothing is known where the tree is not.
extension Evaluator {
  /// The unit above; `nil` at the top and where the tree is not known.
  private func parent(of unit: Int) -> Int? {
    let above = Int(input.parent[unit])
    return above >= 0 && above < count ? above : nil
  }

  private var knowsTree: Bool { input.parent.count >= count }

  func above(_ step: Int) -> Result {
    guard knowsTree else { return unknown(like: step) }
    let known = isKnown(step)
    let truths = truths(step)
    guard truths.isEmpty else {
      return .truths((0..<count).map { unit in parent(of: unit).map { truths[$0] } ?? .unknown })
    }
    let numbers = numbers(step)
    return .numbers((0..<count).map { unit in parent(of: unit).flatMap { known[$0] ? numbers[$0] : nil } })
  }

  /// Summed in 128 bits: it does not depend on the order of the units what fits.
  mutating func sumBelow(_ step: Int) -> [Int64?] {
    guard knowsTree else { return Array(repeating: nil, count: count) }
    let (numbers, truths, known) = (numbers(step), truths(step), isKnown(step))
    var sums = [Int128](repeating: 0, count: count)
    var isSum = [Bool](repeating: false, count: count)
    for unit in 0..<count where known[unit] {
      guard let above = parent(of: unit) else { continue }
      isSum[above] = true
      sums[above] += truths.isEmpty ? Int128(numbers[unit] ?? 0) : truths[unit] == .yes ? 1 : 0
    }
    return (0..<count).map { unit in
      guard isSum[unit] else { return nil }
      return Int64(exactly: sums[unit]) ?? checked((0, true))
    }
  }

  func knownBelow(_ step: Int) -> [Int64?] {
    guard knowsTree else { return Array(repeating: nil, count: count) }
    var counts = [Int64?](repeating: 0, count: count)
    for (unit, isKnown) in isKnown(step).enumerated() where isKnown {
      if let above = parent(of: unit), let count = counts[above] { counts[above] = count + 1 }
    }
    return counts
  }
}
