import Model

/// For each unit those that it may be set beside: of the same level below the same parent, or below the same
/// grandparent where these are too few.
struct Kin {
  /// The units level by level, each level in the order of the roster, so that kin lie together.
  let order: [Int32]
  /// Runs of ``order``: siblings, and cousins of one grandparent.
  let groups: [Range<Int>]
  /// For each unit its siblings and its cousins, as positions in ``groups``; itself is among both.
  let siblings, cousins: [Int32]

  init(_ roster: Roster) {
    var byLevel = [[Int32]](repeating: [], count: roster.levels.count)
    for unit in roster.units.indices { byLevel[roster.units[unit].level].append(Int32(unit)) }
    let order = byLevel.flatMap(\.self)
    let parent = { (unit: Int32) in unit < 0 ? -1 : roster.parent[Int(unit)] }
    let level = { (unit: Int32) in roster.units[Int(unit)].level }
    var groups: [Range<Int>] = []
    siblings = Kin.assign(order, &groups) { level($0) == level($1) && parent($0) == parent($1) }
    cousins = Kin.assign(order, &groups) {
      level($0) == level($1) && parent(parent($0)) == parent(parent($1))
    }
    self.order = order
    self.groups = groups
  }

  /// Cuts the order into runs of kin; gives each unit its run.
  private static func assign(
    _ order: [Int32], _ groups: inout [Range<Int>], _ areKin: (Int32, Int32) -> Bool
  ) -> [Int32] {
    var found = [Int32](repeating: 0, count: order.count)
    var start = 0
    for place in order.indices {
      if place > start, !areKin(order[place - 1], order[place]) {
        groups.append(start..<place)
        start = place
      }
      found[Int(order[place])] = Int32(groups.count)
    }
    if start < order.count { groups.append(start..<order.count) }
    return found
  }
}

/// The values of one item among kin, each group made up when it is first asked for.
struct KinValues {
  /// How the values of a group lie.
  struct Group {
    /// How many there are, and how many of them are 0.
    var count = 0
    var zeros = 0
    /// A quarter, half and three quarters of them lie below these; 0 where there are none.
    var quarter: Int64 = 0
    var half: Int64 = 0
    var threeQuarters: Int64 = 0
    /// Its position among the groups.
    fileprivate let position: Int

    /// The group of values in ascending order.
    fileprivate init(_ position: Int, _ sorted: [Int64]) {
      self.position = position
      guard !sorted.isEmpty else { return }
      count = sorted.count
      zeros = sorted.prefix { $0 == 0 }.count
      (quarter, half, threeQuarters) = (sorted[count / 4], sorted[count / 2], sorted[count * 3 / 4])
    }
  }

  private let kin: Kin
  private let column: ItemColumn
  private var made: [Group?]
  /// The spreads of groups; few are asked for.
  private var spreads: [Int: Spread] = [:]
  /// Room for the values of a group.
  private var values: [Int64] = []

  init(_ kin: Kin, _ column: ItemColumn) {
    self.kin = kin
    self.column = column
    made = Array(repeating: nil, count: kin.groups.count)
  }

  /// The spread of the logarithms of a group; `nil` where it has no values.
  mutating func spread(of group: Group) -> Spread? {
    if let known = spreads[group.position] { return known }
    takeValues(group.position)
    let spread = Spread(values.lazy.map(Spread.logarithm))
    spreads[group.position] = spread
    return spread
  }

  /// A unit's siblings, or its cousins where fewer than so many siblings have a value; `nil` where these are too
  /// few as well. The unit is among them.
  mutating func group(of unit: Int, atLeast count: Int) -> Group? {
    let near = group(Int(kin.siblings[unit]))
    if near.count >= count { return near }
    let wide = group(Int(kin.cousins[unit]))
    return wide.count >= count ? wide : nil
  }

  private mutating func group(_ position: Int) -> Group {
    if let found = made[position] { return found }
    takeValues(position)
    values.sort()
    let group = Group(position, values)
    made[position] = group
    return group
  }

  private mutating func takeValues(_ position: Int) {
    values.removeAll(keepingCapacity: true)
    for place in kin.groups[position] {
      if let value = column[Int(kin.order[place])], value >= 0 { values.append(value) }
    }
  }
}
