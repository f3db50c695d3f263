import Model

/// The tests on values alone.
extension CauseSearch {
  /// Whether the unit's own parts add up to something else than its whole, while those below do not.
  func ownParts(_ gap: Gap) -> [ReconciliationCause] {
    let parts = Reconciliation.parts(of: gap.item, campaign).compactMap { standings[$0] }
    guard !parts.isEmpty, parts.count == campaign.items[gap.item].parts.count else { return [] }
    var (own, below): (Int128, Int128) = (0, 0)
    for part in parts {
      guard let value = part.own(gap.unit) else { return [] }
      own += Int128(value)
      below += part.below[gap.unit]
    }
    guard let sum = Int64(exactly: own), sum != gap.own, below == Int128(gap.below) else { return [] }
    let kind: ReconciliationCause.Kind = sum == gap.below ? .parts : .partsDiffer
    return [ReconciliationCause(kind, units: [gap.unit], recorded: gap.own, meant: sum)]
  }

  /// Units below that state another number than the sum below them, where that sum would close the gap.
  func sumsInstead(_ gap: Gap, _ terms: Terms, _ standings: Standings) -> [ReconciliationCause] {
    terms.stated.compactMap { term in
      // A sum that lacks a unit is nobody's total.
      guard standings.expected[term.unit] > 0,
        standings.received[term.unit] == standings.expected[term.unit], let meant = gap.meant(term),
        standings.below[term.unit] == Int128(meant)
      else { return nil }
      return gap.cause(.sumInstead, term)
    }
  }

  /// Whether the unit's own value is the sum below with a slip in it.
  func ownSlip(_ gap: Gap) -> [ReconciliationCause] {
    guard max(gap.own, gap.below) >= 10,
      let kind = DigitSlip.kind(recorded: gap.own, meant: gap.below)
    else { return [] }
    return [ReconciliationCause(kind, units: [gap.unit], recorded: gap.own, meant: gap.below)]
  }

  /// Units below whose value would close the gap without one slip.
  func slips(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    terms.stated.compactMap { term in
      guard let meant = gap.meant(term), max(meant, term.value) >= Self.leastSlip,
        let kind = DigitSlip.kind(recorded: term.value, meant: meant)
      else { return nil }
      return gap.cause(kind, term)
    }
  }

  /// Units below whose value is the gap, where so few have a value near it that chance is unlikely: as for sets
  /// of units, at most 1 in 20.
  func single(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    let found = terms.stated.compactMap { term -> ReconciliationCause? in
      if term.value == gap.difference { return gap.cause(.twiceAbove, term) }
      // The value that closes the gap is none at all.
      return gap.meant(term) == 0 ? gap.cause(.twiceBelow, term) : nil
    }
    guard !found.isEmpty else { return [] }
    let (size, width) = (gap.difference.magnitude, gap.difference.magnitude / 4)
    let near = terms.stated.count { term in
      let value = term.value.magnitude
      return value >= size - width && value <= size.addingReportingOverflow(width).partialValue
    }
    let divisor = terms.stated.reduce(UInt64(0)) { UnitSet.greatestDivisor($0, $1.value.magnitude) }
    return Int128(20) * Int128(near) * Int128(divisor) <= 2 * Int128(width) + 1 ? found : []
  }

  /// Units below whose value is the gap, and the sum of two or more units one after another beside it.
  func subtotals(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    guard terms.isNatural, gap.difference < 0 else { return [] }
    let places = terms.stated.indices.filter { gap.meant(terms.stated[$0]) == 0 }
    // So many units of one value would tell nothing, and take long.
    guard places.count <= CauseSearch.mostOfAKind else { return [] }
    return places.compactMap { place in
      let term = terms.stated[place]
      let isSum =
        CauseSearch.hasRun(terms.stated[..<place], of: term.value)
        || CauseSearch.hasRun(terms.stated[(place + 1)...], of: term.value)
      return isSum ? gap.cause(.subtotal, term) : nil
    }
  }

  /// Whether two or more terms one after another, the first and last not 0, add up to a sum.
  private static func hasRun(_ terms: ArraySlice<Term>, of sum: Int64) -> Bool {
    var (first, total) = (terms.startIndex, Int128(0))
    for last in terms.indices where terms[last].value > 0 {
      total += Int128(terms[last].value)
      while total > Int128(sum) || terms[first].value == 0, first < last {
        total -= Int128(terms[first].value)
        first += 1
      }
      if total == Int128(sum), first < last { return true }
    }
    return false
  }

  /// The only few units whose values add up to the gap.
  func several(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    guard terms.isNatural, let target = Int64(exactly: gap.difference.magnitude),
      let set = UnitSet(terms.stated.map(\.value), target: target).found()
    else { return [] }
    let units = set.map { terms.stated[$0].unit }
    return [
      ReconciliationCause(
        .units, units: units, recorded: target, meant: gap.difference > 0 ? target * 2 : 0)
    ]
  }
}
