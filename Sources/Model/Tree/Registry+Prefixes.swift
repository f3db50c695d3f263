extension Registry {
  /// The unit above all others of a registry made of codes.
  public static let topOfPrefixes = "0"

  /// A registry whose tree is in the codes themselves: of `lengths`, ascending, each is the length of the codes of a
  /// level, the first that of the level below the top, and what a code begins with is the code of the unit above. Names
  /// are not known. It holds from `month` on.
  ///
  /// Codes of other lengths are left out. `nil` where levels are more or fewer than lengths and a top.
  public init?(
    prefixes lengths: [Int], of codes: some Sequence<UnitCode>, levels: Levels, groups: [String],
    from month: Month
  ) {
    guard lengths.count + 1 == levels.count else { return nil }
    var all: [UnitCode: (level: Int, parent: UnitCode)] = [:]
    let top = UnitCode(Registry.topOfPrefixes)
    for code in codes {
      let text = Array("\(code)".utf8)
      guard let last = lengths.firstIndex(of: text.count), all[code] == nil else { continue }
      var parent = top
      for (place, length) in lengths[...last].enumerated() {
        guard let unit = UnitCode(text.prefix(length)), let above = parent else { break }
        if all[unit] == nil { all[unit] = (place + 1, above) }
        parent = unit
      }
    }
    var rows: [RegistryRow] = []
    rows.reserveCapacity(all.count + 1)
    if let top { rows.append(Registry.row(top, level: 0, parent: nil, month)) }
    for (code, unit) in all.sorted(by: { $0.key < $1.key }) {
      rows.append(Registry.row(code, level: unit.level, parent: unit.parent, month))
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
