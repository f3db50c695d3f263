import Model

/// Where the lowest units below a unit went, as far as their codes or names tell: what says best what became of
/// it.
struct ChildVotes {
  /// The lowest units below one unit.
  struct Count {
    /// How many there were.
    var all: Int
    /// New units of the same level by the number of those that lie below them, most first.
    var targets: [(unit: Int, count: Int)]
  }

  private let byName: [String: [Int]]

  init(_ search: SuccessorSearch) {
    byName = Dictionary(grouping: search.new.units.indices.filter { search.isNew[$0] }) {
      search.new.units[$0].name
    }
  }

  /// The votes of each of these units that had units below it.
  func parted(_ units: [Int], _ search: SuccessorSearch) -> [Int: Count] {
    var parted: [Int: Count] = [:]
    for unit in units where search.old.end[unit] > unit + 1 { parted[unit] = count(unit, search) }
    return parted
  }

  private func count(_ unit: Int, _ search: SuccessorSearch) -> Count {
    let below = unit + 1..<Int(search.old.end[unit])
    let children = below.filter { Int(search.old.end[$0]) == $0 + 1 }
    let level = search.old.units[unit].level
    var tally: [Int: Int] = [:]
    for child in children {
      guard let place = place(of: child, below: unit, search) else { continue }
      let above = search.new.path(to: place).last { search.new.units[$0].level == level }
      if let above { tally[above, default: 0] += 1 }
    }
    let targets = tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Count(all: children.count, targets: targets.map { (unit: $0.key, count: $0.value) })
  }

  /// Where a child is: by its code, or by a name that no other new unit has around there.
  private func place(of child: Int, below unit: Int, _ search: SuccessorSearch) -> Int? {
    if let same = search.same[child] { return same }
    let old = search.old.units[child]
    for reach in [SuccessorEvidence.Reach.parent, .grandparent] {
      let scope = search.scope(unit, reach)
      let named = byName[old.name, default: []].filter {
        search.new.units[$0].level == old.level && search.isWithin($0, scope)
      }
      if !named.isEmpty { return named.count == 1 ? named.first : nil }
    }
    return nil
  }
}

extension SuccessorSearch {
  /// Units whose units below went to one place. Those with the same name or stem come first: they are the same
  /// unit with another code; the others may be mergers.
  mutating func byChildren(_ units: [Int], _ parted: [Int: ChildVotes.Count], isNamesake: Bool) {
    for unit in units where found[unit] == nil {
      guard let votes = parted[unit], let best = votes.targets.first, best.count >= 2 else { continue }
      let name = oldNames[unit] ?? UnitName(old.units[unit].name)
      let other = newNames[best.unit] ?? UnitName(new.units[best.unit].name)
      if isNamesake {
        guard isNew[best.unit], !isClaimed[best.unit], best.count * 2 >= votes.all,
          name.family == other.family, name.stem == other.stem
        else { continue }
        claim(unit, best.unit, SuccessorEvidence(name.full == other.full ? .name : .stem, .parent))
      } else {
        var evidence = SuccessorEvidence(.children(best.count, of: votes.all), .parent)
        evidence.rivals = votes.targets.dropFirst().count { $0.count == best.count }
        claim(unit, best.unit, evidence)
      }
    }
  }
}
