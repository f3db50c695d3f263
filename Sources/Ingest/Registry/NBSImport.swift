public import Model

/// The four files of the National Bureau of Statistics' codes for units (统计用区划代码).
public struct NBSFiles: Sendable {
  /// Columns code, name.
  public var provinces: [UInt8]
  /// Columns code, name, provinceCode.
  public var cities: [UInt8]
  /// Columns code, name, cityCode, provinceCode.
  public var areas: [UInt8]
  /// Columns code, name, areaCode, provinceCode, cityCode.
  public var streets: [UInt8]

  /// The bytes of the files.
  public init(provinces: [UInt8], cities: [UInt8], areas: [UInt8], streets: [UInt8]) {
    self.provinces = provinces
    self.cities = cities
    self.areas = areas
    self.streets = streets
  }
}

/// The ids of the campaign's levels that the Bureau's units have.
public struct NBSLevels: Sendable {
  /// From the top down: nation, province, city, county, township.
  let ids: [String]

  /// The ids of the five levels.
  public init(nation: String, province: String, city: String, county: String, township: String) {
    ids = [nation, province, city, county, township]
  }
}

/// Makes registry.csv from the Bureau's four files.
///
/// The Bureau fills gaps of the tree with units that do not exist, for every code to have the same shape. They
/// are left out, and what is below them hangs on the unit above: cities and counties called 市辖区, 县 or
/// …直辖…, and a city's only county where it has the city's own name.
public enum NBSImport {
  /// The code of the unit added at the top.
  public static let topCode = "00"

  /// The bytes of registry.csv: UTF-8, LF, each unit before those below it, siblings by code. All units begin
  /// with `from` and have no group. Throws all that is wrong with the files at once.
  public static func registry(
    _ files: NBSFiles, top: String, levels: NBSLevels, from: Month
  ) throws(RegistryProblems) -> [UInt8] {
    var reader = NBSReader()
    reader.read(files.provinces, "provinces.csv", level: 1, parent: nil)
    reader.read(files.cities, "cities.csv", level: 2, parent: "provincecode")
    reader.read(files.areas, "areas.csv", level: 3, parent: "citycode")
    reader.read(files.streets, "streets.csv", level: 4, parent: "areacode")
    guard reader.problems.isEmpty else { throw RegistryProblems(reader.problems) }
    let tree = NBSTree(reader.units)
    var output = Array("code,name,level,parent,groups,from,to,successor,short\n".utf8)
    output += line([topCode, top, levels.ids[0], "", "", from.description, "", "", ""])
    for (unit, parent) in tree.preorder() {
      output += line([
        unit.code.description, unit.name, levels.ids[unit.level], parent?.description ?? topCode, "",
        from.description, "", "", unit.level == 1 ? short(unit.name) : "",
      ])
    }
    return output
  }

  /// A record of RFC 4180.
  private static func line(_ cells: [String]) -> [UInt8] {
    let quoted = cells.map { cell in
      guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
      let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      return "\"\(doubled)\""
    }
    return Array((quoted.joined(separator: ",") + "\n").utf8)
  }

  /// A province's name for lists: 广西 for 广西壮族自治区.
  static func short(_ name: String) -> String {
    let endings = ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "省", "市"]
    let ending = endings.first { name.hasSuffix($0) && name.count > $0.count }
    return ending.map { String(name.dropLast($0.count)) } ?? name
  }
}
