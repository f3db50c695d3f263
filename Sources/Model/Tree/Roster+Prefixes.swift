extension Registry {
  /// The unit above all others of a tree made of codes.
  public static let topOfPrefixes = "0"

  /// The lengths that codes may have that say where their unit lies; the top's is shorter.
  public static let prefixLengths = 2...UnitCode.maximumLength

  /// A registry of a top alone, from `month` on: what a tree made of codes is before any code is known.
  public init?(topOf levels: Levels, groups: [String], from month: Month) {
    guard let top = UnitCode(Registry.topOfPrefixes) else { return nil }
    let row = RegistryRow(
      code: top, name: "", short: "", level: 0, parent: nil, groups: SmallSet(), from: month, to: nil,
      successor: nil, line: 1)
    self.init(levels: levels, groups: groups, tree: [row])
  }
}

extension Roster {
  /// A tree that is in the codes themselves: of `lengths`, ascending, each is the length of the codes of a level, the first
  /// that of the level below the top, and what a code begins with is the code of the unit above. Names are not known.
  ///
  /// Codes of digits, in their order; those of other lengths are left out. `nil` where levels are more or fewer than
  /// lengths and a top.
  public init?(
    prefixes lengths: [Int], of codes: [UnitCode], levels: Levels, groups: [String], in month: Month
  ) {
    guard lengths.count + 1 == levels.count, let top = UnitCode(Registry.topOfPrefixes) else { return nil }
    var tree = PrefixTree(top, levels: levels.count, count: codes.count)
    for code in codes {
      guard let last = lengths.firstIndex(of: code.length) else { continue }
      for place in 0...last { tree.meet(code.prefix(lengths[place]), level: place + 1) }
    }
    tree.close(from: 0)
    self.init(
      month: month, levels: levels, groups: groups, units: tree.units, parent: tree.parents, end: tree.ends)
  }
}

/// The units of a tree made of codes. In the order of codes a unit stands before those below it, and all that begin with
/// its code follow each other.
private struct PrefixTree {
  private(set) var units: [ReportingUnit] = []
  private(set) var parents: [Int32] = []
  private(set) var ends: [Int32] = []
  /// By level the last unit, while more may follow below it; -1 for none.
  private var open: [Int]

  init(_ top: UnitCode, levels: Int, count: Int) {
    // Units above those of the codes may come to them.
    let most = count + count / 8 + 1
    units.reserveCapacity(most)
    parents.reserveCapacity(most)
    ends.reserveCapacity(most)
    open = Array(repeating: -1, count: levels)
    append(top, level: 0, parent: -1)
  }

  private mutating func append(_ code: UnitCode, level: Int, parent: Int) {
    open[level] = units.count
    units.append(ReportingUnit(code: code, level: level))
    parents.append(Int32(parent))
    ends.append(0)
  }

  /// Takes in a unit, unless it is the last of its level.
  mutating func meet(_ code: UnitCode, level: Int) {
    if open[level] >= 0, units[open[level]].code == code { return }
    close(from: level)
    append(code, level: level, parent: open[level - 1])
  }

  /// Nothing follows any more below the units from a level down.
  mutating func close(from level: Int) {
    for place in level..<open.count where open[place] >= 0 {
      ends[open[place]] = Int32(units.count)
      open[place] = -1
    }
  }
}
