extension Registry {
  /// The unit above all others of a registry made of codes.
  public static let topOfPrefixes = "0"

  /// The lengths that codes may have that say where their unit lies; the top's is shorter.
  public static let prefixLengths = 2...UnitCode.maximumLength

  /// A registry whose tree is in the codes themselves: of `lengths`, ascending, each is the length of the codes of a
  /// level, the first that of the level below the top, and what a code begins with is the code of the unit above. Names
  /// are not known. It holds from `month` on.
  ///
  /// Codes stand in their order; those of other lengths are left out. `nil` where levels are more or fewer than lengths
  /// and a top.
  public init?(
    prefixes lengths: [Int], of codes: [UnitCode], levels: Levels, groups: [String], from month: Month
  ) {
    guard lengths.count + 1 == levels.count else { return nil }
    var rows: [RegistryRow] = []
    rows.reserveCapacity(codes.count + codes.count / 8 + 1)
    if let top = UnitCode(Registry.topOfPrefixes) {
      rows.append(Registry.row(top, level: 0, parent: nil, month))
    }
    // Of the last code what it begins with. In the order of codes a unit stands before those below it, and all that
    // begin with its code follow each other.
    var path = [UnitCode?](repeating: nil, count: lengths.count)
    for code in codes {
      guard let last = lengths.firstIndex(of: code.length) else { continue }
      for place in 0...last {
        let unit = code.prefix(lengths[place])
        guard path[place] != unit else { continue }
        path[place] = unit
        let parent = place == 0 ? rows.first?.code : path[place - 1]
        rows.append(Registry.row(unit, level: place + 1, parent: parent, month))
      }
    }
    for index in rows.indices { rows[index].line = index + 1 }
    // Each begins with the code of the one above, which is shorter and there.
    self.init(levels: levels, groups: groups, tree: rows)
  }

  private static func row(_ code: UnitCode, level: Int, parent: UnitCode?, _ month: Month) -> RegistryRow {
    RegistryRow(
      code: code, name: "", short: "", level: level, parent: parent, groups: SmallSet(), from: month, to: nil,
      successor: nil, line: 0)
  }
}
