import Aggregate
import Model

@testable import Ingest
@testable import Pipeline

/// The registry and the small tables beside it.
enum RegistryTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    for world in FuzzWorld.all.suffix(2) {
      let first = try read(bytes, world)
      try FuzzFault.unless(try first == read(bytes, world), "read twice, read otherwise")
    }
    for finding in ReceivedList(bytes, file: "a", utcOffset: 480).findings { try FileFacts.check(finding) }
    for finding in ExplanationList(bytes, file: "a").findings { try FileFacts.check(finding) }
    let files = NBSFiles(provinces: bytes, cities: bytes, areas: bytes, streets: bytes)
    let levels = NBSLevels(nation: "n", province: "p", city: "c", county: "x", township: "t")
    guard let from = Month("2016-01") else { return }
    _ = try? NBSImport.registry(files, top: "a", levels: levels, from: from)
  }

  /// The rows in the order of a month's tree, or the message.
  private static func read(_ bytes: [UInt8], _ world: FuzzWorld) throws(FuzzFault) -> String {
    let registry: Registry
    do throws(RegistryProblems) {
      registry = try RegistryReader.read(
        bytes, file: "a", levels: world.campaign.levels, groups: world.campaign.groups,
        derived: world.campaign.derivedPositions)
    } catch {
      try FuzzFault.unless(!error.message(.zh).isEmpty && !error.message(.en).isEmpty, "no message")
      return error.message(.zh)
    }
    _ = try? registry.deriving(for: world.campaign)
    return try tree(registry.roster(in: world.roster.month))
  }

  /// A roster is a tree in preorder.
  private static func tree(_ roster: Roster) throws(FuzzFault) -> String {
    for unit in roster.units.indices {
      let (parent, end) = (Int(roster.parent[unit]), Int(roster.end[unit]))
      try FuzzFault.unless(parent < unit && end > unit && end <= roster.count, "no tree at \(unit)")
      try FuzzFault.unless(parent < 0 || end <= Int(roster.end[parent]), "no tree at \(unit)")
      try FuzzFault.unless(
        roster.index(of: roster.units[unit].code) == unit, "a code that stands for another unit")
    }
    return roster.units.map { "\($0.code),\($0.name),\($0.level),\($0.groups.members)" }
      .joined(separator: "\n")
  }
}
