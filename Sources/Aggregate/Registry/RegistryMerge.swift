public import Model

/// Makes one dated registry of two: the older one before a month, the newer one from that month on.
public struct RegistryMerge: Sendable {
  /// The rows: those of the older registry in their order, a changed unit's new row after its old one, new units
  /// last in the order of the newer registry. ``Model/RegistryRow/line`` counts from 2.
  public private(set) var rows: [RegistryRow] = []

  private let month: Month
  private let eve: Month
  private let successors: [UnitCode: UnitCode]
  /// The row of each unit in the month before.
  private let standing: [UnitCode: RegistryRow]
  /// The row whose groups a new unit takes over.
  private var inherited: [UnitCode: RegistryRow] = [:]

  /// Both registries have the same levels and groups. `successors` are those of units that end with the month
  /// before; groups and short names are kept where the newer registry has none, and handed on from one unit to
  /// one. `nil` where there is no month before.
  public init?(_ old: Registry, _ new: Registry, from month: Month, successors: [UnitCode: UnitCode]) {
    guard let eve = month.previous else { return nil }
    self.month = month
    self.eve = eve
    self.successors = successors
    standing = Dictionary(
      old.rows.filter { $0.holds(in: eve) }.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let continued = new.rows.filter { $0.to.map { $0 >= month } ?? true }.map(begun)
    inherit(Set(continued.map(\.code)))
    merge(old.rows, Dictionary(grouping: continued.map(completed), by: \.code), continued.map(\.code))
    for index in rows.indices { rows[index].line = index + 2 }
  }

  private func begun(_ row: RegistryRow) -> RegistryRow {
    var row = row
    row.from = max(row.from, month)
    return row
  }

  /// Finds the one predecessor of each new unit that has only one.
  private mutating func inherit(_ codes: Set<UnitCode>) {
    let predecessors = Dictionary(grouping: successors.sorted { $0.key < $1.key }, by: \.value)
    for code in codes {
      if let row = standing[code] {
        inherited[code] = row
      } else if let only = predecessors[code], only.count == 1 {
        inherited[code] = only.first.flatMap { standing[$0.key] }
      }
    }
  }

  /// A row of the newer registry with the groups and the short name that it does not give itself.
  private func completed(_ row: RegistryRow) -> RegistryRow {
    guard let before = inherited[row.code] else { return row }
    var row = row
    if row.groups.isEmpty { row.groups = before.groups }
    let isKept = before.name == row.name || RegistryMerge.holds(row.name, before.short)
    if row.short.isEmpty, isKept { row.short = before.short }
    return row
  }

  private static func holds(_ name: String, _ short: String) -> Bool {
    let (name, short) = (Array(name), Array(short))
    guard !short.isEmpty, short.count <= name.count else { return false }
    return (0...(name.count - short.count)).contains {
      name[$0..<($0 + short.count)].elementsEqual(short)
    }
  }

  private mutating func merge(
    _ old: [RegistryRow], _ new: [UnitCode: [RegistryRow]], _ order: [UnitCode]
  ) {
    var written: Set<UnitCode> = []
    for row in old where row.from < month {
      guard row.holds(in: eve) else {
        rows.append(row)
        continue
      }
      written.insert(row.code)
      append(row, followedBy: new[row.code] ?? [])
    }
    for code in order where written.insert(code).inserted { rows += new[code] ?? [] }
  }

  /// Appends a row that holds in the month before, and what the unit is from then on.
  private mutating func append(_ row: RegistryRow, followedBy next: [RegistryRow]) {
    var row = row
    if let first = next.first, first.from == month, RegistryMerge.isSame(row, first) {
      row.to = first.to
      row.successor = first.successor
      rows.append(row)
      rows += next.dropFirst()
      return
    }
    if row.to != eve { row.successor = nil }
    row.to = eve
    if next.first.map({ $0.from > month }) ?? true, let successor = successors[row.code] {
      row.successor = successor
    }
    rows.append(row)
    rows += next
  }

  private static func isSame(_ a: RegistryRow, _ b: RegistryRow) -> Bool {
    a.name == b.name && a.short == b.short && a.level == b.level && a.parent == b.parent
      && a.groups == b.groups
  }
}
