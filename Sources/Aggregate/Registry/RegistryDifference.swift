public import Model

/// What became of each unit between two rosters: what can be read off the codes, and a proposal for each unit
/// whose code is gone.
public struct RegistryDifference: Sendable {
  /// The units before.
  public let old: Roster
  /// The units after.
  public let new: Roster
  /// What changed: units before in their order, then new ones in theirs. What stayed as it was is not in it.
  public let proposals: [UnitProposal]

  /// Compares two rosters with the same levels and groups. Groups count as changed only where the new roster
  /// has some.
  public init(old: Roster, new: Roster) {
    self.old = old
    self.new = new
    var search = SuccessorSearch(old: old, new: new)
    search.run()
    var proposals: [UnitProposal] = []
    var isProposed = [Bool](repeating: false, count: new.count)
    for unit in old.units.indices {
      guard let after = search.same[unit] else {
        let found = search.found[unit]
        if let found { isProposed[found.unit] = true }
        proposals.append(RegistryDifference.proposal(unit, found))
        continue
      }
      if let change = RegistryDifference.change(unit, after, search) { proposals.append(change) }
    }
    for unit in new.units.indices where search.isNew[unit] && !isProposed[unit] {
      proposals.append(UnitProposal(kind: .new, old: nil, new: unit, confidence: 0, evidence: nil))
    }
    self.proposals = proposals
  }

  /// What is thought of a unit whose code is gone.
  private static func proposal(_ unit: Int, _ found: SuccessorSearch.Found?) -> UnitProposal {
    guard let found else {
      return UnitProposal(kind: .gone, old: unit, new: nil, confidence: 0, evidence: nil)
    }
    let isMerger = found.evidence.isOldTarget || found.evidence.isShared
    return UnitProposal(
      kind: found.isSplit ? .split : isMerger ? .merged : .recoded, old: unit, new: found.unit,
      confidence: found.evidence.confidence, evidence: found.evidence)
  }

  /// How a unit that keeps its code changed; `nil` where it did not.
  private static func change(_ unit: Int, _ after: Int, _ search: SuccessorSearch) -> UnitProposal? {
    let (old, new) = (search.old, search.new)
    let (a, b) = (old.units[unit], new.units[after])
    var evidence = SuccessorEvidence(.code, .parent)
    let (above, newAbove) = (Int(old.parent[unit]), Int(new.parent[after]))
    let parents = above < 0 || newAbove < 0
    let isMoved = parents ? above != newAbove : old.units[above].code != new.units[newAbove].code
    if isMoved, above >= 0, newAbove >= 0 {
      evidence.isOnlyParentCode =
        search.found[above].map { $0.unit == newAbove && !$0.evidence.isOldTarget } ?? false
    }
    if a.name != b.name {
      evidence.isExchange = search.isExchanged(unit, after)
      let confidence = evidence.isExchange ? 40 : similarity(UnitName(a.name), UnitName(b.name))
      return UnitProposal(kind: .renamed, old: unit, new: after, confidence: confidence, evidence: evidence)
    }
    let isRegrouped = a.level != b.level || (!b.groups.isEmpty && a.groups != b.groups)
    guard isMoved || isRegrouped else { return nil }
    return UnitProposal(
      kind: isMoved ? .moved : .regrouped, old: unit, new: after, confidence: 100, evidence: evidence)
  }

  /// How sure it is that two names under one code mean one unit.
  private static func similarity(_ a: UnitName, _ b: UnitName) -> Int {
    if a.full == b.full { return 100 }
    if a.stem == b.stem { return 99 }
    if a.contains(b) || a.isOneEditFrom(b) { return 98 }
    if a.stem.contains(where: b.stem.contains) { return 85 }
    // The Bureau gives codes of zones and farms to others; those of divisions hardly ever.
    return a.family == .division && b.family == .division ? 75 : 50
  }
}
