import Model

/// Looks for the successors of units whose codes are gone, level by level from the top, so that the units above
/// are settled first.
struct SuccessorSearch {
  /// A successor that is proposed.
  struct Found {
    /// An index of the new roster.
    var unit: Int
    var evidence: SuccessorEvidence
    /// Whether several new units may share what the unit was.
    var isSplit = false
  }

  let old: Roster
  let new: Roster
  /// For each old unit the new one with the same code.
  let same: [Int?]
  /// For each new unit whether its code is new.
  let isNew: [Bool]
  /// For each old unit whose code is gone, what follows it.
  var found: [Found?]
  /// For each new unit whether a unit has become it, alone or with others.
  var isClaimed: [Bool]
  /// For each old unit with units below it, the new units that stand where it stood.
  var images: [[Int]]
  /// The names in their parts: of old units that are gone, of new units wherever they may be met.
  var oldNames: [Int: UnitName] = [:]
  var newNames: [Int: UnitName] = [:]

  init(old: Roster, new: Roster) {
    self.old = old
    self.new = new
    same = old.units.map { new.index(of: $0.code) }
    isNew = new.units.map { old.index(of: $0.code) == nil }
    found = Array(repeating: nil, count: old.count)
    isClaimed = Array(repeating: false, count: new.count)
    images = same.map { $0.map { [$0] } ?? [] }
  }

  mutating func run() {
    let gone = Dictionary(grouping: old.units.indices.filter { same[$0] == nil }) { old.units[$0].level }
    let added = Dictionary(grouping: new.units.indices.filter { isNew[$0] }) { new.units[$0].level }
    for unit in gone.values.joined() { oldNames[unit] = UnitName(old.units[unit].name) }
    for unit in added.values.joined() { newNames[unit] = UnitName(new.units[unit].name) }
    let votes = ChildVotes(self)
    for level in 0..<old.levels.count {
      guard let units = gone[level] else { continue }
      run(units, LevelNames(added[level] ?? [], newNames), votes)
    }
  }

  /// The rules in the order of their weight, for the units of one level.
  private mutating func run(_ units: [Int], _ added: LevelNames, _ votes: ChildVotes) {
    let parted = votes.parted(units, self)
    byChildren(units, parted, isNamesake: true)
    byName(units, added, .name, .parent)
    byName(units, added, .stem, .parent)
    byChildren(units, parted, isNamesake: false)
    byName(units, added, .name, .grandparent)
    intoNamesakes(units)
    byLikeness(units, added)
    byName(units, added, .stem, .grandparent)
    byName(units, added, .stemOfOtherSort, .parent)
    byName(units, added, .name, .beyond)
    intoOnly(units, added)
    for unit in units where old.end[unit] > unit + 1 { settle(unit, parted[unit]) }
  }

  /// The new units in which a unit is sought: where the one that many levels above it stood.
  func scope(_ unit: Int, _ reach: SuccessorEvidence.Reach) -> [Int] {
    var above = Int(old.parent[unit])
    for _ in 0..<reach.rawValue where above >= 0 { above = Int(old.parent[above]) }
    return above < 0 ? [] : images[above]
  }

  func isWithin(_ unit: Int, _ scope: [Int]) -> Bool { scope.contains { new.isWithin(unit, $0) } }

  /// Whether the old name of a unit is now that of a sibling, so that codes may have been exchanged.
  func isExchanged(_ unit: Int, _ after: Int) -> Bool {
    let parent = Int(new.parent[after])
    guard parent >= 0 else { return false }
    return new.children(of: parent).contains {
      $0 != after && new.units[$0].name == old.units[unit].name
        && old.index(of: new.units[$0].code).map { old.units[$0].name } != old.units[unit].name
    }
  }

  /// Takes a new unit for the one successor of an old one.
  mutating func claim(_ unit: Int, _ target: Int, _ evidence: SuccessorEvidence) {
    var evidence = evidence
    if !isNew[target] {
      evidence.isOldTarget = true
    } else if isClaimed[target] {
      evidence.isShared = true
    }
    isClaimed[target] = true
    found[unit] = Found(unit: target, evidence: evidence)
  }

  /// What stands where a unit stood: its successor where that is likely, and what its units below went to.
  private mutating func settle(_ unit: Int, _ votes: ChildVotes.Count?) {
    var images: [Int] = []
    if let found = found[unit], found.evidence.confidence >= 60 { images = [found.unit] }
    for (target, count) in votes?.targets ?? [] where count >= 2 && count * 5 >= votes?.all ?? 0 {
      if !images.contains(target) { images.append(target) }
    }
    self.images[unit] = images
  }
}

/// The new units of a level, by name and by stem.
struct LevelNames {
  let units: [Int]
  private(set) var byName: [[Character]: [Int]] = [:]
  private(set) var byStem: [[Character]: [Int]] = [:]

  init(_ units: [Int], _ names: [Int: UnitName]) {
    self.units = units
    for unit in units {
      guard let name = names[unit] else { continue }
      byName[name.full, default: []].append(unit)
      byStem[name.stem, default: []].append(unit)
    }
  }
}
