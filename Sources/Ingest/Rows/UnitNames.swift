import Model

/// Some units of the month by their names: those within one unit, or all.
struct UnitNames: Sendable {
  /// Today's name or short name, as ``UnitNames/shaped(_:)`` shapes it.
  private var byName: [String: [Int]] = [:]
  /// The most bytes of such a name.
  private var longest = 0
  /// A name that a unit had in other months.
  private var byFormerName: [String: [Int]] = [:]

  /// The names of units in a range of the roster.
  init(_ range: Range<Int>, _ roster: Roster, others: [RegistryRow], heirs: [UnitCode: Int]) {
    // Most names are there once; of a tree that is made of codes there are none.
    byName.reserveCapacity(range.count { !roster.units[$0].name.isEmpty })
    for unit in range where !roster.units[unit].name.isEmpty {
      let found = roster.units[unit]
      UnitNames.add(unit, found.name, to: &byName)
      if found.short != found.name { UnitNames.add(unit, found.short, to: &byName) }
    }
    for row in others {
      guard let unit = roster.index(of: row.code) ?? heirs[row.code], range.contains(unit) else { continue }
      for name in [row.name, row.short] where name != roster.units[unit].name {
        UnitNames.add(unit, name, to: &byFormerName)
      }
    }
    longest = byName.keys.map(\.utf8.count).max() ?? 0
  }

  private static func add(_ unit: Int, _ name: String, to units: inout [String: [Int]]) {
    let name = shaped(name)
    if !name.isEmpty { add(unit, to: &units[name, default: []]) }
  }

  private static func add(_ unit: Int, to units: inout [Int]) {
    if !units.contains(unit) { units.append(unit) }
  }

  /// The units of that name, shaped.
  func named(_ shaped: String) -> [Int] { byName[shaped] ?? [] }

  /// The units that had that name, shaped.
  func formerlyNamed(_ shaped: String) -> [Int] { byFormerName[shaped] ?? [] }

  /// The units of a name with those of one or two units above before it, such as 长安县城关镇.
  func namedInFull(_ shaped: String, _ roster: Roster) -> [Int] {
    var found: [Int] = []
    // No longer end is a name.
    for split in shaped.indices.dropFirst() where shaped[split...].utf8.count <= longest {
      let units = named(String(shaped[split...]))
      if units.isEmpty { continue }
      let above = String(shaped[..<split])
      for unit in units {
        let path = roster.path(to: unit).dropLast().suffix(2).map { UnitNames.shaped(roster.units[$0].name) }
        if path.contains(above) || path.joined() == above { found.append(unit) }
      }
    }
    return found
  }

  /// A name without blanks, width, and the words that a unit's office adds to it.
  static func shaped(_ name: String) -> String {
    var shaped = Folding.name(name)
    for office in offices
    where shaped.utf8.suffix(office.utf8.count).elementsEqual(office.utf8) && shaped.count > office.count + 1
    {
      shaped.removeLast(office.count)
    }
    return shaped
  }

  private static let offices = ["人民政府", "办事处", "政府"]

  /// Codes whose unit goes on under a new code. A unit that was merged into one that was there already, or with
  /// another, is not the same unit: its returns are not those of its successor.
  static func heirs(_ roster: Roster, _ registry: Registry, others: [RegistryRow]) -> [UnitCode: Int] {
    var forebears: [UnitCode: Set<UnitCode>] = [:]
    for row in registry.rows {
      if let heir = row.successor, heir != row.code { forebears[heir, default: []].insert(row.code) }
    }
    if forebears.isEmpty { return [:] }
    var first: [UnitCode: Month] = [:]
    for row in registry.rows where forebears[row.code] != nil {
      first[row.code] = min(first[row.code] ?? row.from, row.from)
    }
    let last = Dictionary(others.map { ($0.code, $0) }) { $0.from < $1.from ? $1 : $0 }
    var result: [UnitCode: Int] = [:]
    for (code, row) in last where roster.index(of: code) == nil {
      var (heir, end) = (row.successor, row.to)
      // Longer chains are those of a broken registry.
      for _ in 0..<20 {
        guard let next = heir, let before = end, let start = first[next], start > before,
          forebears[next]?.count == 1
        else { break }
        result[code] = roster.index(of: next)
        if result[code] != nil { break }
        (heir, end) = (last[next]?.successor, last[next]?.to)
      }
    }
    return result
  }
}
