import Foundation
import Model
import Testing

@testable import Ingest

@Suite struct NBSImportTests {
  static let levels = NBSLevels(
    nation: "nation", province: "province", city: "city", county: "county", township: "township")

  static func convert(_ files: NBSFiles) throws -> [UInt8] {
    guard let from = Month("2016-01") else { throw RegistryReaderTests.Fault() }
    return try NBSImport.registry(files, top: "全国", levels: levels, from: from)
  }

  static func read(_ bytes: [UInt8]) throws -> Registry {
    let all = ["nation", "province", "city", "county", "township"].map { Level(id: $0, label: $0) }
    guard let levels = Levels(all) else { throw RegistryReaderTests.Fault() }
    return try RegistryReader.read(bytes, file: "registry.csv", levels: levels, groups: [])
  }

  static var small: NBSFiles {
    NBSFiles(
      provinces: Array("code,name\n45,\"广西壮族自治区\"\n11,\"北京市\"\n".utf8),
      cities: Array(
        "code,name,provinceCode\n1101,市辖区,11\n4501,南宁市,45\n4590,省直辖县级行政区划,45\n4419,东莞市,45\n".utf8),
      areas: Array(
        "code,name,cityCode,provinceCode\n110101,东城区,1101,11\n450102,兴宁区,4501,45\n450101,市辖区,4501,45\n459001,\"济, 源市\",4590,45\n441900,东莞市,4419,45\n"
          .utf8),
      streets: Array(
        "code,name,areaCode,provinceCode,cityCode\n110101001,东华门街道,110101,11,1101\n441900003,东城街道,441900,45,4419\n450101001,甲镇,450101,45,4501\n"
          .utf8))
  }

  @Test func leavesOutUnitsThatDoNotExist() throws {
    let output = try Self.convert(Self.small)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        code,name,level,parent,groups,from,to,successor,short
        00,全国,nation,,,2016-01,,,
        11,北京市,province,00,,2016-01,,,北京
        110101,东城区,county,11,,2016-01,,,
        110101001,东华门街道,township,110101,,2016-01,,,
        45,广西壮族自治区,province,00,,2016-01,,,广西
        4419,东莞市,city,45,,2016-01,,,
        441900003,东城街道,township,4419,,2016-01,,,
        4501,南宁市,city,45,,2016-01,,,
        450101001,甲镇,township,4501,,2016-01,,,
        450102,兴宁区,county,4501,,2016-01,,,
        459001,"济, 源市",county,45,,2016-01,,,

        """)
    #expect(try Self.read(output).rows.count == 11)
  }

  @Test func saysAllThatIsWrong() throws {
    var files = Self.small
    files.cities = Array("code,name,provinceCode\n1101,市辖区,12\n4501,,45\n".utf8)
    files.areas = Array("code,name\n".utf8)
    files.streets = Array("code,name,areaCode\n4501,甲镇,450102\n!,\"乙\n".utf8)
    do {
      _ = try Self.convert(files)
      Issue.record("must be refused")
    } catch let problems as RegistryProblems {
      let lines = problems.message(.en).split(separator: "\n").map { $0.prefix { $0 != " " } }
      #expect(
        lines == [
          "cities.csv:2:3:", "cities.csv:3:2:", "areas.csv:1:1:", "streets.csv:2:1:", "streets.csv:3:2:",
        ])
    }
  }

  @Test func shortNamesOfProvinces() {
    let names = ["河北省", "北京市", "内蒙古自治区", "宁夏回族自治区", "新疆维吾尔自治区", "香港特别行政区", "省", "新疆生产建设兵团"]
    #expect(
      names.map(NBSImport.short) == ["河北", "北京", "内蒙古", "宁夏", "新疆", "香港", "省", "新疆生产建设兵团"])
  }

  /// The Bureau's edition of 2016, where it is at hand.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data =
      ProcessInfo.processInfo.environment["YUEBAO_DATA"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared/data")
    let folder = data.appending(path: "registry-cn/2016-07-31")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  @Test(.enabled(if: folder != nil, "set YUEBAO_DATA to the folder that holds registry-cn"))
  func convertsTheEditionOf2016() throws {
    let folder = try #require(Self.folder)
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
    let output = try Self.convert(
      NBSFiles(
        provinces: try bytes("provinces.csv"), cities: try bytes("cities.csv"),
        areas: try bytes("areas.csv"), streets: try bytes("streets.csv")))
    let registry = try Self.read(output)
    let roster = registry.roster(in: try #require(Month("2016-06")))
    let counts = (0..<5).map { level in roster.units.count { $0.level == level } }
    #expect(counts[0...2] == [1, 31, 334])
    // 2,856 counties less 三亚's 市辖区 and the four that repeat their city, and all 42,951 townships.
    #expect(counts[3] == 2851 && counts[4] == 42_951, "\(counts)")
    #expect(registry.rows.map(\.code) == roster.units.map(\.code), "rows stand in the tree's order")
  }
}
