import Model
import TestSupport

@testable import Aggregate

/// A random registry and what became of it, with the truth about each unit whose code is gone.
struct RegistryChangesGenerator {
  /// A unit: 0 is the nation, 4 a township.
  struct Unit {
    var code: String
    var name: String
    var level: Int
    var parent: String?
  }

  private(set) var before: [Unit] = []
  private(set) var after: [Unit] = []
  /// For each code that is gone the codes that it became; empty where it has no successor.
  private(set) var truth: [String: Set<String>] = [:]
  /// The codes of units that have the same name under another code, below the same unit or its successor.
  private(set) var recoded: Set<String> = []
  private var random: SplitMix64
  private var serial = 900

  // Few, so that names meet by chance in other counties.
  private static let letters = Array("河山柳林石桥清平")
  private static let types = ["镇", "乡", "街道"]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    grow()
    after = before
    moveCounty()
    for county in after.filter({ $0.level == 3 }) { change(county.code) }
  }

  private mutating func stem(unlike names: [String]) -> String {
    while true {
      let stem = String((0..<2).map { _ in Self.letters[Int.random(in: 0..<8, using: &random)] })
      if !names.contains(where: { $0.hasPrefix(stem) }) { return stem }
    }
  }

  private mutating func grow() {
    before = [Unit(code: "00", name: "全国", level: 0, parent: nil)]
    for province in 11...12 {
      before.append(Unit(code: "\(province)", name: "省\(province)省", level: 1, parent: "00"))
      for city in 1...3 {
        let code = "\(province)0\(city)"
        before.append(Unit(code: code, name: "市\(code)市", level: 2, parent: "\(province)"))
        for county in 21...24 { growCounty(code + "\(county)", code) }
      }
    }
  }

  private mutating func growCounty(_ code: String, _ city: String) {
    let siblings = before.filter { $0.parent == city }.map(\.name)
    before.append(Unit(code: code, name: stem(unlike: siblings) + "县", level: 3, parent: city))
    var names: [String] = []
    for place in 0..<Int.random(in: 4...9, using: &random) {
      let type = Self.types[Int.random(in: 0..<3, using: &random)]
      names.append(stem(unlike: names) + type)
      before.append(Unit(code: code + "\(100 + place)", name: names[place], level: 4, parent: code))
    }
  }

  /// A county goes to another city of its province: it and all below it get new codes.
  private mutating func moveCounty() {
    let counties = after.filter { $0.level == 3 }
    let moved = counties[Int.random(in: 0..<counties.count, using: &random)]
    let city = String(moved.code.prefix(2)) + (moved.parent?.hasSuffix("1") == true ? "02" : "01")
    let code = city + "81"
    for index in after.indices {
      let unit = after[index]
      if unit.code == moved.code {
        after[index].code = code
        after[index].parent = city
        truth[unit.code] = [code]
      } else if unit.parent == moved.code {
        after[index].code = code + unit.code.suffix(3)
        after[index].parent = code
        truth[unit.code] = [after[index].code]
        recoded.insert(unit.code)
      }
    }
  }

  private mutating func newCode(_ county: String) -> String {
    serial += 1
    return county + "\(serial)".suffix(4)
  }

  /// Changes some townships of a county, each at most once.
  private mutating func change(_ county: String) {
    let isMoved = county.hasSuffix("81")
    let townships = after.filter { $0.parent == county }.map(\.code).shuffled(using: &random)
    guard !isMoved, townships.count >= 4 else { return }
    for code in townships.prefix(3) {
      guard let index = after.firstIndex(where: { $0.code == code }) else { continue }
      let names = (before + after).filter { $0.parent == county }.map(\.name)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: after[index].name = stem(unlike: names) + "镇"
      case 1: retype(index)
      case 2:
        after[index].code = newCode(county)
        truth[code] = [after[index].code]
        recoded.insert(code)
      case 3: merge(index, into: townships[3])
      case 4: split(index, names)
      case 5: truth[after.remove(at: index).code] = []
      case 6: found(county, names)
      case 7: merge(index, into: found(county, names))
      default: break
      }
    }
  }

  private mutating func retype(_ index: Int) {
    let unit = after[index]
    let type = Self.types.first { !unit.name.hasSuffix($0) } ?? "镇"
    after[index].name = unit.name.prefix(2) + type
    after[index].code = newCode(unit.parent ?? "")
    truth[unit.code] = [after[index].code]
  }

  /// A new township, with a name that none in the county has.
  @discardableResult
  private mutating func found(_ county: String, _ names: [String]) -> String {
    let name = stem(unlike: names) + Self.types[Int.random(in: 0..<3, using: &random)]
    after.append(Unit(code: newCode(county), name: name, level: 4, parent: county))
    return after[after.count - 1].code
  }

  private mutating func merge(_ index: Int, into target: String) {
    truth[after[index].code] = [target]
    after.remove(at: index)
  }

  private mutating func split(_ index: Int, _ names: [String]) {
    let unit = after.remove(at: index)
    let county = unit.parent ?? ""
    let parts = ["东", "西"].map { side in
      Unit(code: newCode(county), name: side + unit.name, level: 4, parent: county)
    }
    truth[unit.code] = Set(parts.map(\.code))
    after += parts
  }

  /// The rows of one of the two, all from a month on.
  static func rows(_ units: [Unit], from: Month) throws -> [RegistryRow] {
    try units.enumerated().map { index, unit in
      RegistryRow(
        code: try Fixture.code(unit.code), name: unit.name, short: "", level: unit.level,
        parent: try unit.parent.map(Fixture.code), groups: SmallSet(), from: from, to: nil, successor: nil,
        line: index + 2)
    }
  }

  static func registry(_ rows: [RegistryRow], groups: [String] = ["g"]) throws -> Registry {
    try Registry(levels: Levels.national, groups: groups, rows: rows)
  }
}
