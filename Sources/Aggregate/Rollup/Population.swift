import Model

/// Who is asked: the units of some levels, in some groups.
struct Population: Hashable {
  /// The ranks of the levels.
  var levels: SmallSet
  /// The groups that a unit must all have.
  var groups: SmallSet
  /// Whether only units count that have no other such unit below them.
  var lowestOnly = false
}

/// The registry's side of the figures: what the roster says of each unit, laid out for passes over it.
struct Ground {
  let parent: [Int32]
  private let levels: [Int]
  private let groups: [UInt64]
  private var cache: [Population: (members: [Bool], below: [Int32])] = [:]

  init(_ roster: Roster) {
    parent = roster.parent
    levels = roster.units.map(\.level)
    groups = roster.units.map(\.groups.bits)
  }

  /// The members of a population, and how many there are at and below each unit.
  mutating func members(_ population: Population) -> (members: [Bool], below: [Int32]) {
    if let known = cache[population] { return known }
    let (wantedLevels, wantedGroups) = (population.levels.bits, population.groups.bits)
    var members = levels.indices.map {
      wantedLevels >> UInt64(levels[$0]) & 1 == 1 && groups[$0] & wantedGroups == wantedGroups
    }
    var below = Coverage.counts(members, parent: parent)
    if population.lowestOnly {
      members = members.indices.map { members[$0] && below[$0] == 1 }
      below = Coverage.counts(members, parent: parent)
    }
    cache[population] = (members, below)
    return (members, below)
  }

  /// The coverage of a population by those who have answered.
  mutating func coverage(_ population: Population, received: [Bool]) -> Coverage {
    let (members, below) = members(population)
    return Coverage(received: received, expected: members, expectedBelow: below, parent: parent)
  }
}
