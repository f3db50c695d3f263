import Model
import Testing

@testable import Ingest

@Suite struct RegistryReaderTests {
  struct Fault: Error {}

  static func levels() throws -> Levels {
    let all = [("nation", "全国"), ("province", "省"), ("county", "县(市、区)")]
    guard let levels = Levels(all.map { Level(id: $0.0, label: $0.1) }) else { throw Fault() }
    return levels
  }

  static func read(_ bytes: [UInt8]) throws -> Registry {
    try RegistryReader.read(bytes, file: "registry.csv", levels: try levels(), groups: ["涉农", "示范"])
  }

  static func read(_ text: String) throws -> Registry { try read(Array(text.utf8)) }

  /// The problems of a text, each as `row:column message`.
  static func problems(_ bytes: [UInt8], _ language: Language = .zh) throws -> RegistryProblems? {
    do {
      _ = try read(bytes)
      return nil
    } catch let problems as RegistryProblems {
      return problems
    }
  }

  static let plain = """
    code,name,level,parent,groups,from,to,successor,short
    00,全国,nation,,,,,,
    11,北京市,province,00,涉农;示范,2016-01,2016-06,12,北京
    12,天津市,省,00,涉农、示范,2016-01,,,
    1101,"东城, 区",county,12,涉农 ； 示范|涉农,,,,

    """

  @Test func readsDatedRows() throws {
    let text = Self.plain.replacing(
      "1101,\"东城, 区\",county,12,涉农 ； 示范|涉农,,,,", with: "1201,\"和平, 区\",县(市、区),12,涉农 ； 示范|涉农,2016-02,,,")
    let registry = try Self.read(text)
    #expect(registry.rows.count == 4)
    let beijing = registry.rows[1]
    #expect(beijing.code.description == "11" && beijing.short == "北京" && beijing.level == 1)
    #expect(beijing.to?.description == "2016-06" && beijing.successor?.description == "12")
    #expect(beijing.groups.members == [0, 1] && beijing.line == 3)
    #expect(registry.rows[0].from.description == "0001-01")
    #expect(registry.rows[0].parent == nil && registry.rows[0].groups.isEmpty)
    #expect(registry.rows[3].name == "和平, 区" && registry.rows[3].groups.members == [0, 1])
    #expect(registry.rows[3].level == 2)
  }

  @Test func headingsMayBeChineseInAnyOrderAndEncoding() throws {
    let text = " 名称 ,代码,上级,层级,分组\r\n全国,00,,nation,\r\n北京市,11,00,省,涉农\r\n,,,,\r\n"
    // 名称,代码,上级,层级,分组 / 全国,00,,全国, / 北京市,11,00,省,涉农 in GB18030.
    let gb: [UInt8] =
      [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xC9, 0xCF, 0xBC, 0xB6, 0x2C]
      + [0xB2, 0xE3, 0xBC, 0xB6, 0x2C, 0xB7, 0xD6, 0xD7, 0xE9, 0x0A]
      + [0xC8, 0xAB, 0xB9, 0xFA] + Array(",00,,nation,\n".utf8)
      + [0xB1, 0xB1, 0xBE, 0xA9, 0xCA, 0xD0] + Array(",11,00,province,".utf8)
      + [0xC9, 0xE6, 0xC5, 0xA9, 0x0A]
    let units = Array(text.replacing(",", with: "\t").utf16)
    let utf16: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), gb, utf16] {
      let registry = try Self.read(bytes)
      #expect(registry.rows.map(\.name) == ["全国", "北京市"])
      #expect(registry.rows[1].groups.members == [0])
    }
  }

  /// Who edits the file with a spreadsheet program gets its months.
  @Test func monthsMayBeThoseOfASpreadsheet() throws {
    let months = ["2016-01", "Jan-16", "2016/1/1", "2016年1月", "201601"]
    let rows = months.enumerated().map { "\(10 + $0),省\($0),province,00,,\($1),\($1)\n" }
    let registry = try Self.read("code,name,level,parent,groups,from,to\n00,全国,nation,,,,\n" + rows.joined())
    for row in registry.rows.dropFirst() {
      #expect(row.from.description == "2016-01" && row.to?.description == "2016-01")
    }
  }

  @Test func aWorkbookIsNoRegistry() throws {
    for bytes in [Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0], [0x63, 0, 0x64]] {
      let problems = try #require(try Self.problems(bytes))
      #expect(problems.message(.en).hasPrefix("registry.csv:1:1: This is not CSV"))
    }
  }

  @Test func codesAreReadAsThoseOfReturns() throws {
    let text =
      "code,name,level,parent,groups\n00,全国,nation,,\n'11,北京市,province,００,\n1.10101E+11,东城,county,'11,\n"
    let problems = try #require(try Self.problems(Array(text.utf8)))
    #expect(
      problems.message(.en).hasPrefix("registry.csv:4:1: 1.10101E+11: The spreadsheet turned the code into"))
    #expect(problems.total == 1)
  }

  /// Cells that say what those of the row before say, and such as say it in other words, are read alike; a mistake is told
  /// at each row.
  @Test func rowsMayRepeatThoseBefore() throws {
    let bad = Array("13,河北省,provinse,0?,没有,2016-13,\n".utf8)
    let text = """
      code,name,level,parent,groups,from,to
      00,全国,nation,,,,
      11,北京市,province,00,涉农,2016-01,
      12,天津市,省, 00 ,涉农,2016-01,
      13,河北省, 省 ,00, 涉农,2016-01,
      14,山西省,province,00,,,
      15,内蒙古,province,00,示范,,

      """
    let registry = try Self.read(text)
    #expect(registry.rows.dropFirst().allSatisfy { $0.level == 1 && $0.parent == UnitCode("00") })
    #expect(registry.rows.map(\.groups.members) == [[], [0], [0], [0], [], [1]])
    #expect(
      registry.rows.map(\.from.description).suffix(5) == Array(repeating: "2016-01", count: 3) + [
        "0001-01", "0001-01",
      ])
    let problems = try #require(try Self.problems(Array(text.utf8) + bad + bad))
    let told = problems.shown.map { "\($0.place.row):\($0.place.column)" }
    #expect(told == ["8:3", "8:4", "8:5", "8:6", "9:3", "9:4", "9:5", "9:6"])
  }

  @Test func saysAllThatIsWrongWithItsPlace() throws {
    let text = """
      code,name,level,parent,groups,from,to
      00,全国,nation,,,,
      11 1,北京市,province,00,,,
      12,,provinse,00,涉浓;别的什么组,2016.1,x
      1201,和平区,county,12,,,
      13,河北省,province,00,,2016-05,2016-04
      14,山西省,province,99,,,
      14,山西省,province,00,,,

      """
    let problems = try #require(try Self.problems(Array(text.utf8)))
    #expect(
      problems.message(.zh) == """
        registry.csv:3:1: “11 1”不是单位代码。代码为 1 至 16 位字母、数字、-、_ 或 . 。
        registry.csv:4:2: 单位名称为空。请填写名称。
        registry.csv:4:3: 没有层级“provinse”。是否应为“province”？
        registry.csv:4:5: 没有分组“涉浓”。是否应为“涉农”？
        registry.csv:4:5: 没有分组“别的什么组”。请写 campaign.yaml 中的分组。
        registry.csv:4:6: “2016.1”不是月份。请写成 2016-06。
        registry.csv:4:7: “x”不是月份。请写成 2016-06。
        registry.csv:6:6: 启用月份晚于停用月份。请改正其一。
        registry.csv:8:1: 代码 14 在同一月份已见于第 7 行。请改代码，或错开启用、停用月份。
        """)
  }

  @Test(arguments: [
    ("code,name,level,parent,groups\n00,全国,nation,,\n11,北京市,province,99,\n", "3:4", "There is no unit 99."),
    ("code,name,level,parent,groups\n11,北京市,province,11,\n", "2:4", "circle: 11 → 11"),
    ("code,name,level,parent,groups\n00,全国,nation,,\n01,全国,nation,,\n", "3:4", "row 2 is the top"),
    (
      "code,name,level,parent,groups\n00,全国,nation,,\n11,北京市,nation,00,\n", "3:3",
      "not below that of the parent in row 2"
    ),
    (
      "code,name,level,parent,groups,from\n00,全国,nation,,,2016-02\n11,北京市,province,00,,\n", "3:4",
      "does not exist in 0001-01"
    ),
    ("code,name,level,parent\n00,全国,nation,\n", "1:1", "groups / 分组 is missing"),
    ("code,name,level,parent,groups,代码\n00,全国,nation,,,\n", "1:6", "The heading 代码 stands twice"),
    ("code,name,level,parent,groups\n", "1:1", "nothing below the headings"),
    ("", "1:1", "code / 代码 is missing"),
    ("code,name,level,parent,groups\n00,全国,nation,,\n11,\"北京市,province,00,\n", "3:", "A quote is not closed"),
    ("code,name,level,parent,groups\n00,全\"国,nation,,\n", "2:", "A quote is out of place"),
  ])
  func everyMistakeHasAMessage(text: String, place: String, message: String) throws {
    let problems = try #require(try Self.problems(Array(text.utf8)))
    let lines = problems.message(.en).split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("registry.csv:" + place) && $0.contains(message) }, "\(lines)")
    #expect(problems.shown.allSatisfy { !$0.message(.zh).isEmpty })
  }

  @Test func damagedBytesAreNamed() throws {
    var bytes = Array(Self.plain.utf8)
    let place = try #require(bytes.firstIndex(of: 0xE5))
    bytes[place + 1] = 0xFF
    let problems = try #require(try Self.problems(bytes))
    #expect(problems.message(.en).contains("registry.csv:2:2: The cell is neither UTF-8 nor GB18030"))
  }

  @Test func manyProblemsAreCutShort() throws {
    let text = "code,name,level,parent,groups\n" + String(repeating: "?,x,nation,,\n", count: 300)
    let problems = try #require(try Self.problems(Array(text.utf8)))
    #expect(problems.shown.count == 200 && problems.total == 300)
    #expect(problems.message(.en).hasSuffix("\nand 100 more"))
    #expect(problems.message(.zh).hasSuffix("\n另有 100 处问题未列出。"))
  }

  @Test func damagedFilesNeverStopTheProgram() throws {
    // A multiplicative generator: the same damage on every run.
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let sound = Array(Self.plain.utf8)
    let bytes = Array("\",\n\r;|-0A\u{FEFF}".utf8) + [0x00, 0x80, 0xFF]
    for _ in 0..<2000 {
      var damaged = sound
      for _ in 0...next(6) {
        let place = next(damaged.count)
        switch next(3) {
        case 0: damaged[place] = bytes[next(bytes.count)]
        case 1: damaged.insert(bytes[next(bytes.count)], at: place)
        default: damaged.removeSubrange(place..<min(place + 1 + next(20), damaged.count))
        }
      }
      if let problems = try Self.problems(damaged) {
        #expect(!problems.shown.isEmpty && problems.shown.allSatisfy { $0.place.row > 0 })
      }
    }
  }
}
