import Model

extension SuccessorSearch {
  /// Pairs units with the same name, or the same stem, where the reach allows it.
  mutating func byName(
    _ units: [Int], _ added: LevelNames, _ rule: SuccessorEvidence.Rule,
    _ reach: SuccessorEvidence.Reach
  ) {
    let open = units.filter { found[$0] == nil && !scope($0, reach).isEmpty }
    let keyed = Dictionary(grouping: open) { key(oldNames[$0], rule) }
    for unit in open where found[unit] == nil {
      guard let name = oldNames[unit] else { continue }
      let candidates = candidates(unit, name, added, rule, reach)
      guard let first = candidates.first else { continue }
      // Others that are gone and could have become the same unit.
      let others = keyed[key(name, rule), default: []].filter {
        $0 != unit && found[$0] == nil && fits(oldNames[$0], newNames[first], rule)
          && isWithin(first, scope($0, reach))
      }
      var evidence = SuccessorEvidence(weighed(rule, name), reach)
      evidence.rivals = candidates.count - 1 + others.count
      // A name that many have says little far away.
      if reach == .beyond, evidence.rivals > 0 { continue }
      claim(unit, first, evidence)
    }
  }

  /// Of farms and zones the type is much of the name: 铁力农场 is not 铁力林业局.
  private func weighed(_ rule: SuccessorEvidence.Rule, _ name: UnitName) -> SuccessorEvidence.Rule {
    rule == .stem && name.family != .division ? .stemOfOtherSort : rule
  }

  private func key(_ name: UnitName?, _ rule: SuccessorEvidence.Rule) -> [Character] {
    (rule == .name ? name?.full : name?.stem) ?? []
  }

  private func fits(_ a: UnitName?, _ b: UnitName?, _ rule: SuccessorEvidence.Rule) -> Bool {
    guard let a, let b else { return false }
    switch rule {
    case .name: return a.full == b.full
    case .stem: return a.family == b.family
    default: return a.family != b.family
    }
  }

  private func candidates(
    _ unit: Int, _ name: UnitName, _ added: LevelNames, _ rule: SuccessorEvidence.Rule,
    _ reach: SuccessorEvidence.Reach
  ) -> [Int] {
    let named = (rule == .name ? added.byName[name.full] : added.byStem[name.stem]) ?? []
    let scope = scope(unit, reach)
    return named.filter {
      !isClaimed[$0] && fits(name, newNames[$0], rule) && isWithin($0, scope)
    }
  }

  /// A unit whose namesake of another type was there before has probably gone into that: 柳林乡 into 柳林镇.
  mutating func intoNamesakes(_ units: [Int]) {
    for unit in units where found[unit] == nil {
      guard let name = oldNames[unit] else { continue }
      let targets = siblings(of: unit).filter {
        let other = UnitName(new.units[$0].name)
        return other.stem == name.stem && other.family == name.family
      }
      guard let first = targets.first else { continue }
      let isName = UnitName(new.units[first].name).full == name.full
      var evidence = SuccessorEvidence(weighed(isName ? .name : .stem, name), .parent)
      evidence.rivals = targets.count - 1
      claim(unit, first, evidence)
    }
  }

  /// Units of the same level that stand where the unit stood and were there before.
  private func siblings(of unit: Int) -> [Int] {
    let level = old.units[unit].level
    return scope(unit, .parent).flatMap { new.children(of: $0) }
      .filter { !isNew[$0] && new.units[$0].level == level }
  }

  /// Pairs units one of whose names holds the other, or is one character away, where they stood together.
  mutating func byLikeness(_ units: [Int], _ added: LevelNames) {
    let open = added.units.filter { !isClaimed[$0] }
    for rule in [SuccessorEvidence.Rule.contained, .edit] {
      for unit in units where found[unit] == nil {
        guard let name = oldNames[unit] else { continue }
        let scope = scope(unit, .parent)
        let alike = open.filter {
          !isClaimed[$0] && isWithin($0, scope) && isAlike(name, newNames[$0], rule)
        }
        guard let first = alike.first else { continue }
        let others = units.filter {
          $0 != unit && found[$0] == nil && isWithin(first, self.scope($0, .parent))
            && isAlike(oldNames[$0], newNames[first], rule)
        }
        if rule == .contained, join([unit] + others, first) { continue }
        var evidence = SuccessorEvidence(rule, .parent)
        evidence.rivals = alike.count - 1 + others.count
        claim(unit, first, evidence)
        let isWhole = alike.allSatisfy { (newNames[$0]?.stem.count ?? 0) > name.stem.count }
        found[unit]?.isSplit = rule == .contained && alike.count > 1 && isWhole
      }
    }
  }

  /// Several units whose names the new one holds made it up together.
  private mutating func join(_ units: [Int], _ target: Int) -> Bool {
    guard units.count > 1, let length = newNames[target]?.stem.count,
      units.allSatisfy({ (oldNames[$0]?.stem.count ?? 0) < length })
    else { return false }
    for unit in units {
      claim(unit, target, SuccessorEvidence(.joined, .parent))
      found[unit]?.evidence.isShared = true
    }
    return true
  }

  private func isAlike(_ a: UnitName?, _ b: UnitName?, _ rule: SuccessorEvidence.Rule) -> Bool {
    guard let a, let b, a.family == b.family else { return false }
    return rule == .contained ? a.contains(b) : a.isOneEditFrom(b)
  }

  /// A few units that nothing else is known of, where only one new unit began: that may be what they became.
  mutating func intoOnly(_ units: [Int], _ added: LevelNames) {
    let open = Dictionary(grouping: units.filter { found[$0] == nil }) { scope($0, .parent) }
    let began = Dictionary(grouping: added.units) { Int(new.parent[$0]) }
    for (scope, units) in open.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let targets = scope.flatMap { began[$0] ?? [] }
      guard targets.count == 1, let target = targets.first else { continue }
      let alike = units.filter { oldNames[$0]?.family == newNames[target]?.family }
      guard alike.count <= 4 else { continue }
      let isTaken = isClaimed[target]
      for unit in alike {
        claim(unit, target, SuccessorEvidence(.only, .parent))
        found[unit]?.evidence.isShared = isTaken || alike.count > 1
        found[unit]?.evidence.isTaken = isTaken
      }
    }
  }
}
