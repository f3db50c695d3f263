import Model

/// The units of the month by the ways that people name them. Made when first asked for, as most files give codes.
struct UnitIndex: Sendable {
  /// Today's name or short name, as ``UnitIndex/shaped(_:)`` shapes it.
  private let byName: [String: [Int]]
  /// The name with those of one or two units above before it: 长安县城关镇.
  private let byLongName: [String: [Int]]
  /// A name that a unit of the month had in other months.
  private let byFormerName: [String: [Int]]
  /// A code of another month whose unit is, under another code, one of this month.
  private let byFormerCode: [UnitCode: Int]
  /// Codes of digits without the zeros at their ends.
  private let byCore: [Substring: [Int]]

  init(_ roster: Roster, _ registry: Registry) {
    var names: [String: [Int]] = [:]
    var longNames: [String: [Int]] = [:]
    var cores: [Substring: [Int]] = [:]
    func add(_ unit: Int, _ name: String, to units: inout [String: [Int]]) {
      if !name.isEmpty, units[name]?.last != unit { units[name, default: []].append(unit) }
    }
    let shaped = roster.units.map { UnitIndex.shaped($0.name) }
    for (unit, found) in roster.units.enumerated() {
      add(unit, shaped[unit], to: &names)
      add(unit, UnitIndex.shaped(found.short), to: &names)
      let parent = Int(roster.parent[unit])
      if parent >= 0 {
        add(unit, shaped[parent] + shaped[unit], to: &longNames)
        let above = Int(roster.parent[parent])
        if above >= 0 {
          add(unit, shaped[above] + shaped[parent] + shaped[unit], to: &longNames)
          add(unit, shaped[above] + shaped[unit], to: &longNames)
        }
      }
      let code = found.code.description
      if Digits.value(code.utf8) != nil { cores[UnitIndex.core(code[...]), default: []].append(unit) }
    }
    byName = names
    byLongName = longNames
    byCore = cores
    byFormerCode = UnitIndex.successions(roster, registry)
    var formers: [String: [Int]] = [:]
    for row in registry.rows where !row.holds(in: roster.month) {
      guard let unit = roster.index(of: row.code) ?? byFormerCode[row.code] else { continue }
      for name in [row.name, row.short].map(UnitIndex.shaped) where name != shaped[unit] {
        add(unit, name, to: &formers)
      }
    }
    byFormerName = formers
  }

  /// Codes whose unit goes on under a new code. A unit that was merged into one that was there already, or with
  /// another, is not the same unit: its returns are not those of its successor.
  private static func successions(_ roster: Roster, _ registry: Registry) -> [UnitCode: Int] {
    var first: [UnitCode: Month] = [:]
    var last: [UnitCode: RegistryRow] = [:]
    var heirs: [UnitCode: Set<UnitCode>] = [:]
    for row in registry.rows {
      if last[row.code].map({ $0.from < row.from }) ?? true { last[row.code] = row }
      first[row.code] = min(first[row.code] ?? row.from, row.from)
      if let heir = row.successor, heir != row.code { heirs[heir, default: []].insert(row.code) }
    }
    var result: [UnitCode: Int] = [:]
    for (code, row) in last where roster.index(of: code) == nil {
      var (heir, end) = (row.successor, row.to)
      // Longer chains are those of a broken registry.
      for _ in 0..<20 {
        guard let next = heir, let before = end, let start = first[next], start > before,
          heirs[next]?.count == 1
        else { break }
        result[code] = roster.index(of: next)
        if result[code] != nil { break }
        (heir, end) = (last[next]?.successor, last[next]?.to)
      }
    }
    return result
  }

  /// A name without blanks, width, and the words that a unit's office adds to it.
  static func shaped(_ name: String) -> String {
    var shaped = Folding.name(name)
    for office in ["人民政府", "办事处", "政府"] where shaped.hasSuffix(office) && shaped.count > office.count + 1 {
      shaped.removeLast(office.count)
    }
    return shaped
  }

  static func core(_ code: Substring) -> Substring {
    code.lastIndex { $0 != "0" }.map { code[...$0] } ?? ""
  }

  func named(_ shaped: String) -> [Int] { byName[shaped] ?? [] }
  func namedInFull(_ shaped: String) -> [Int] { byLongName[shaped] ?? [] }
  func formerlyNamed(_ shaped: String) -> [Int] { byFormerName[shaped] ?? [] }
  func formerly(_ code: UnitCode) -> Int? { byFormerCode[code] }

  /// The units whose code is this one, longer or shorter by zeros up to 6, 9 or 12 digits.
  func padded(_ digits: Substring, in roster: Roster) -> [Int] {
    (byCore[UnitIndex.core(digits)] ?? []).filter { unit in
      let length = roster.units[unit].code.description.utf8.count
      let longer = max(length, digits.utf8.count)
      return length == digits.utf8.count || longer == 6 || longer == 9 || longer == 12
    }
  }
}
