import Model

/// Tests what would explain a difference. Nothing is changed by it.
struct CauseSearch {
  /// The most units of which a test may be true; where more pass it, it tells nothing of any of them.
  static let mostOfAKind = 3
  /// The least gap that is looked for among the units' values: below it, chance finds one too easily.
  static let leastGap: UInt64 = 10
  /// The least of the larger of two values that a slip in a unit's value is told of.
  static let leastSlip: Int64 = 100

  let campaign: Campaign
  let returns: Returns
  let earlier: [ItemColumn]
  let standings: [Int: Standings]

  /// What would explain a difference, the most specific first; of equally specific ones in the order of the roster.
  func causes(of found: Reconciled, _ standings: Standings) -> [ReconciliationCause] {
    guard let gap = Gap(found), found.verdict == .differs || found.verdict == .incomplete else { return [] }
    let terms = Terms(below: found.unit, standings, returns.roster)
    guard found.verdict == .differs else { return ordered(missing(gap, terms)) }
    var causes = missing(gap, terms) + documented(gap, terms)
    causes += ownParts(gap) + ownSlip(gap)
    if gap.difference.magnitude >= Self.leastGap {
      causes += few(sumsInstead(gap, terms, standings)) + few(stale(gap, terms))
      causes += few(subtotals(gap, terms)) + few(slips(gap, terms)) + few(single(gap, terms))
      causes += several(gap, terms)
    }
    return ordered(causes)
  }

  private func ordered(_ causes: [ReconciliationCause]) -> [ReconciliationCause] {
    guard causes.count > 1 else { return causes }
    let order = ReconciliationCause.Kind.allCases
    func place(_ cause: ReconciliationCause) -> (Int, Int) {
      (order.firstIndex(of: cause.kind) ?? order.count, cause.units.first ?? -1)
    }
    return causes.sorted { place($0) < place($1) }
  }

  /// The causes of one test, unless so many units pass it that it tells nothing.
  private func few(_ causes: [ReconciliationCause]) -> [ReconciliationCause] {
    causes.count > Self.mostOfAKind ? [] : causes
  }

  /// Units without a value: what they sent and could not count, and what they stated before.
  private func missing(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    guard !terms.missing.isEmpty else { return [] }
    var causes: [ReconciliationCause] = []
    var lacking: [(term: Term, value: Int64)] = []
    for term in terms.missing {
      let wanted = gap.meant(term)
      if let row = unused(term.unit, gap.item).first(where: { $0.value == wanted })?.row {
        causes.append(gap.cause(.missingRejected, term, source: row.source))
      }
      guard gap.item < earlier.count, let value = earlier[gap.item][term.unit] else { continue }
      if value == wanted { causes.append(gap.cause(.missingEarlier, term)) }
      lacking.append((term, value))
    }
    causes = few(causes)
    if terms.missing.count > 1, lacking.count == terms.missing.count {
      causes += together(gap, lacking)
    }
    return causes
  }

  /// Units whose value of the earlier month would close the gap.
  private func stale(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    guard gap.item < earlier.count else { return [] }
    let before = earlier[gap.item]
    return terms.stated.compactMap { term in
      guard let value = before[term.unit], value == gap.meant(term) else { return nil }
      return gap.cause(.stale, term)
    }
  }

  /// Whether the earlier values of all units without one are the gap together.
  private func together(_ gap: Gap, _ lacking: [(term: Term, value: Int64)]) -> [ReconciliationCause] {
    let now = lacking.reduce(Int128(0)) { $0 + Int128($1.term.value) }
    let before = lacking.reduce(Int128(0)) { $0 + Int128($1.value) }
    guard before - now == Int128(gap.difference), let recorded = Int64(exactly: now),
      let meant = Int64(exactly: before)
    else { return [] }
    let units = lacking.map(\.term.unit)
    return [ReconciliationCause(.missingEarlier, units: units, recorded: recorded, meant: meant)]
  }

  /// What the received files show: earlier versions, rows sent twice, and returns that came too late.
  private func documented(_ gap: Gap, _ terms: Terms) -> [ReconciliationCause] {
    var causes: [ReconciliationCause] = []
    let form = campaign.form(ofItem: gap.item)
    if let row = unused(gap.unit, gap.item).first(where: { $0.value == gap.below })?.row {
      causes.append(
        ReconciliationCause(
          .superseded, units: [gap.unit], recorded: gap.own, meant: gap.below, source: row.source))
    }
    let stated = returns.received(form: form, unit: gap.unit)
    var late: [ReconciliationCause] = []
    for term in terms.stated {
      let wanted = gap.meant(term)
      for (row, value) in unused(term.unit, gap.item) {
        if row.reason == .repeated, gap.difference == term.value {
          causes.append(gap.cause(.repeated, term, source: row.source))
        } else if value == wanted {
          causes.append(gap.cause(.superseded, term, source: row.source))
        } else {
          continue
        }
        break
      }
      if wanted == 0, let stated, let came = returns.firstReceived(form: form, unit: term.unit), came > stated
      {
        late.append(gap.cause(.late, term))
      }
    }
    return causes + few(late)
  }

  /// The rows of a unit that do not count and have a value of the item.
  private func unused(_ unit: Int, _ item: Int) -> [(row: UnusedReturn, value: Int64)] {
    let form = campaign.form(ofItem: item)
    guard !returns.unused[form].isEmpty, let rows = returns.unused[form][unit] else { return [] }
    let place = item - campaign.forms[form].items.lowerBound
    return rows.compactMap { row in row.numbers[place].map { (row, $0) } }
  }
}
