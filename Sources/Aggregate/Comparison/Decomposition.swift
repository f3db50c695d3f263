import Model

/// Takes the change of one series from one month to another apart, unit by unit.
struct Decomposition {
  let succession: Succession
  let before: Contributions
  let after: Contributions
  /// Whether it counts units: one that several went into has done what any of them had.
  let countsUnits: Bool

  /// The parts of a change, in numbers that every sum of 64-bit values fits into.
  struct Parts: Equatable {
    var registry: Int128 = 0
    var started: Int128 = 0
    var stopped: Int128 = 0
    var real: Int128 = 0
  }

  /// Why the numerator of a later unit differs from that of the subtrees it is compared with.
  func numerator(_ unit: Int, _ roots: [Range<Int>]) -> Parts {
    parts(before.numerator, after.numerator, unit, roots)
  }

  /// The same of the denominator; `nil` where that is not the sum of an item.
  func denominator(_ unit: Int, _ roots: [Range<Int>]) -> Parts? {
    guard let old = before.denominator, let new = after.denominator else { return nil }
    return parts(old, new, unit, roots)
  }

  private func parts(
    _ old: OwnValues, _ new: OwnValues, _ unit: Int, _ roots: [Range<Int>]
  ) -> Parts {
    var parts = Parts()
    let range = unit..<Int(succession.later.end[unit])
    for later in range where after.members[later] {
      add(later, old, new, roots, to: &parts)
    }
    for root in roots {
      for earlier in root where before.members[earlier] {
        let later = Int(succession.successors[earlier])
        // Of -1, no range holds it.
        if !range.contains(later) || !after.members[later] {
          parts.registry -= Int128(old.values[earlier])
        }
      }
    }
    return parts
  }

  /// Adds what a unit of the later month changed, beside the earlier members that it follows.
  private func add(
    _ later: Int, _ old: OwnValues, _ new: OwnValues, _ roots: [Range<Int>], to parts: inout Parts
  ) {
    var base: Int128 = 0
    var within: Int128 = 0
    var (isFollowing, allHad) = (false, true)
    for found in succession.followed(by: later) {
      let earlier = Int(found)
      guard before.members[earlier] else { continue }
      isFollowing = true
      let value = Int128(old.values[earlier])
      base += value
      if !old.valued[earlier] { allHad = false }
      if roots.contains(where: { $0.contains(earlier) }) { within += value }
    }
    let value = Int128(new.values[later])
    guard isFollowing else { return parts.registry += value }
    if countsUnits { base = min(1, base) }
    parts.registry += base - within
    if !new.valued[later] {
      parts.stopped -= base
    } else if allHad {
      parts.real += value - base
    } else {
      parts.started += value - base
    }
  }
}
