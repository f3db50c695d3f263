import Model
import Testing

@testable import Ingest

@Suite struct SubmissionReaderTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test func readsAReturn() throws {
    let reading = fixture.rows(
      "130102,长安县,2016-06,是,,,2016-06-14,,经费不足", "130102001,城关镇,2016年6月,否,—,2.5,,好,")
    #expect(reading.findings.isEmpty)
    #expect(reading.submission.tables.first?.form == 0)
    #expect(reading.submission.tables.first?.columns == [4, 5, 6, 7, 8, 9])
    #expect(reading.submission.sha256.count == 64)
    #expect(reading.rows.map(\.row) == [2, 3])
    let day = Int64(try #require(Day("2016-06-14")).number)
    #expect(
      reading.states == [
        .value, .notAsked, .notAsked, .value, .notAsked, .value, .value, .notApplicable, .value, .notAsked,
        .value,
        .blank,
      ])
    #expect(reading.values == [1, 0, 0, day, 0, 0, 0, 0, 250, 0, 0, 0])
    #expect(reading.texts == ["经费不足"])
  }

  @Test func findsTheHeadingsBelowTitles() {
    let reading = fixture.read("月报表,,\n\n填报单位：长安县\n序号,代 码,是否召开动员会,工作经费（万元）,委员人数\n1,130102001,是,2,9\n")
    #expect(reading.findings.isEmpty)
    #expect(reading.submission.tables.first?.columns == [3, 5, 4, 0, 0, 0])
    #expect(reading.rows.map(\.row) == [5])
    #expect(reading.values.prefix(3) == [1, 9, 200])
  }

  @Test func takesTheFormWithMostItems() {
    let reading = fixture.read("代码,走访次数\n130102,5")
    #expect(reading.submission.tables.first?.form == 1)
    #expect(reading.values == [5])
    #expect(fixture.assemble(reading).returns.columns[6][1] == 5)
  }

  @Test func readsWhatSpreadsheetsWrite() {
    let text = "单位代码,动员会,委员人数,工作经费\n130102001,是,9,2\n"
    let plain = fixture.read(text)
    #expect(plain.findings.isEmpty)
    let tabs = String(text.map { $0 == "," ? "\t" : $0 })
    let semicolons = String(text.map { $0 == "," ? ";" : $0 })
    let quoted = "\u{FEFF}\"单位代码\",\"动员会\",委员人数,工作经费\r\n\"'130102001\",是,9,2"
    let utf16: [UInt8] = [0xFF, 0xFE] + tabs.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let fullWidth = text.replacing(",", with: "，")
    let crs = String(text.map { $0 == "\n" ? "\r" : $0 })
    let readings =
      [tabs, semicolons, fullWidth, quoted, crs].map { fixture.read($0) } + [fixture.read(bytes: utf16)]
    for reading in readings {
      #expect(reading.findings.isEmpty)
      #expect(reading.values == plain.values)
      #expect(reading.states == plain.states)
    }
  }

  @Test func readsGB18030() throws {
    // 单位代码,单位名称,动员会,问题 / 130102,长安县,是,€5䢺
    let headings: [UInt8] = [
      0xB5, 0xA5, 0xCE, 0xBB, 0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0xC3, 0xFB, 0xB3, 0xC6,
      0x2C, 0xB6,
      0xAF, 0xD4, 0xB1, 0xBB, 0xE1, 0x2C, 0xCE, 0xCA, 0xCC, 0xE2, 0x0A,
    ]
    let row: [UInt8] =
      Array("130102,".utf8) + [0xB3, 0xA4, 0xB0, 0xB2, 0xCF, 0xD8, 0x2C, 0xCA, 0xC7, 0x2C]
      + [0x80, 0x35, 0x82, 0x34, 0x88, 0x38]
    let reading = fixture.read(bytes: headings + row)
    #expect(reading.findings.isEmpty)
    #expect(reading.values.first == 1)
    #expect(reading.texts.first == "€5䢺")

    let damaged = fixture.read(bytes: headings + row + [0xFF])
    #expect(fixture.told(damaged) == ["cell-undecodable D2 803582348838FF"])
    #expect(damaged.states.first == .value)
    #expect(damaged.states.last == .unreadable)
  }

  @Test func aDamagedCellDoesNotSpoilAUTF8File() {
    let bytes = Array("单位代码,动员会,问题\n130102,是,长".utf8) + [0xE9]
    #expect(fixture.told(fixture.read(bytes: bytes)) == ["cell-undecodable C2 E995BFE9"])
  }

  @Test(arguments: [
    ("", "file-empty"), ("\u{FEFF}", "file-empty"), ("\n \n,,\n", "file-empty"),
    ("单位代码,动员会\n", "file-no-rows"),
    ("单位代码,动员会\n填表人：张三\n", "row-not-a-return 2"),
    ("PK\u{3}\u{4}....", "file-damaged"), ("%PDF-1.4", "file-not-text"), ("a\0b", "file-not-text"),
    ("<html>", "file-not-text"), ("甲,乙\n1,2", "heading-not-found"),
    ("代号,动员会,评价\n130102,是,", "heading-not-found 1"),
    ("单位代码,甲\n130102,2", "heading-not-found 1"), ("单位代码，会，甲\n130102，是，", "heading-not-found 1"),
    ("单位代码,\"动员会\n130102,是", "file-broken B1"),
  ]) func saysWhyNothingIsRead(text: String, told: String) throws {
    let reading = fixture.read(text, sender: "130102")
    #expect(reading.rows.isEmpty)
    let (returns, findings) = fixture.assemble(reading)
    #expect(findings.map(Fixture.line).contains(told))
    #expect(returns.statuses[0][try fixture.unit("130102")] == .missing)
  }

  @Test func tellsBinaryFilesApart() {
    func kind(_ bytes: [UInt8]) -> BinaryKind? {
      (fixture.read(bytes: bytes).findings.first?.reason as? FileNotText)?.kind
    }
    #expect(kind([0x89, 0x50, 0x4E, 0x47]) == .picture)
    #expect(kind(Array("Rar!\u{1A}\u{7}\u{0}".utf8)) == .archive)
    #expect(kind([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]) == .archive)
    #expect(kind([0x1F, 0x8B, 0x08, 0, 1]) == .archive)
    #expect(kind([1, 2, 0, 3]) == .other)
    #expect(kind([UInt8](repeating: 0x61, count: 5000) + [0]) == nil)
  }

  @Test func saysWhatIsWrongWithHeadings() throws {
    #expect(
      fixture.told(fixture.read("单位代码,动员会议,委员人数,,备注,委员 人数\n130102001,是,9,,x,8\n"))
        == [
          "column-missing 1", "column-missing 1", "heading-unknown B1 动员会议", "heading-duplicate C1 委员人数",
          "heading-unknown E1 备注", "heading-duplicate F1 委员 人数",
        ])
    let reading = fixture.read("单位代码,动员会,委员人数,委员 人数,工作经费\n130102001,是,9,8,1\n")
    #expect(reading.states.prefix(3) == [.value, .unreadable, .value])
    let nearest = fixture.read("单位代码,动员会议,委员人数\n130102001,是,9").findings.compactMap {
      $0.reason as? HeadingUnknown
    }
    #expect(nearest.map(\.nearest) == ["动员会"])
    // Only townships fill in members and fund.
    #expect(fixture.told(fixture.read("单位代码,动员会\n130102,是\n")) == [])
    #expect(
      fixture.told(fixture.read("单位代码,代码,动员会\n130102,130102,是\n", sender: "130102"))
        == ["heading-duplicate A1 单位代码", "heading-duplicate B1 代码"])
  }

  @Test func saysWhatIsWrongWithCells() {
    let reading = fixture.rows(
      "130102001,城关镇,2016-06,可能,12个,2.555,2016-06-14,差,", "130102002,东乡,2016-06,是,\"1,23,4\",-1,,,",
      "130102,长安县,2016-06,是,3,/,2016-02-30,,\(String(repeating: "长", count: 10_001))")
    let told = fixture.told(reading)
    #expect(
      told == [
        "cell-not-a-flag D2 可能", "cell-not-a-count E2 12个", "cell-too-many-decimals F2 2.555",
        "cell-not-asked G2 2016-06-14", "cell-not-a-choice H2 差", "cell-grouping E3 1,23,4",
        "cell-negative F3 -1",
        "cell-not-asked E4 3", "cell-not-a-date G4 2016-02-30",
        "text-shortened I4 " + String(repeating: "长", count: Excerpt.limit) + "…",
      ])
    #expect(reading.findings.allSatisfy { $0.unit != nil && !$0.item.isEmpty })
    let large = fixture.rows("130102001,,,,99999999999999999999,多,,,")
    #expect(fixture.told(large) == ["cell-too-large E2 999*****************", "cell-not-an-amount F2 多"])
  }

  @Test func readsTenThousandColumns() {
    let headings = "单位代码,动员会,委员人数,工作经费," + (1...10_000).map { "列\($0)" }.joined(separator: ",")
    let reading = fixture.read("\(headings)\n130102001,是,1,1\(String(repeating: ",5", count: 10_000))\n")
    #expect(reading.values.prefix(3) == [1, 1, 100])
    let told = fixture.told(reading)
    #expect(told.count == 1000)
    #expect(told.last == "findings-more")
    #expect((fixture.assemble(reading).findings.last?.reason as? FindingsMore)?.count == 9001)
  }

  @Test func stopsInAHugeCell() {
    var bytes = Array("单位代码,动员会\n130102,是\n130102001,".utf8)
    bytes += [UInt8](repeating: 0x61, count: 100_000_000)
    let reading = fixture.read(bytes: bytes)
    #expect(reading.rows.count == 1)
    #expect(fixture.told(reading) == ["file-broken B3"])
  }

  @Test func keepsTheRowsBeforeAFault() {
    let reading = fixture.read("单位代码,动员会\n130102,是\n130102001,\"是\n130103,否\n")
    #expect(reading.rows.map(\.row) == [2])
    #expect(fixture.told(reading) == ["file-broken B3"])
  }

  @Test func limitsTheFindingsOfAFile() {
    let rows = (0..<5210).map { _ in "999,是" }
    let told = fixture.assemble(fixture.read((["单位代码,动员会"] + rows).joined(separator: "\n"))).findings
    #expect(told.count == 1000)
    #expect((told.last?.reason as? FindingsMore)?.count == 4211)
  }

  @Test func makesReadingsOfFilesThatCannotBeRead() throws {
    let submission = Submission(
      path: "x.csv", size: 1, sha256: "", sender: try fixture.unit("130102"), received: LocalTime(minutes: 0))
    let reasons: [any FindingReason] = [
      FileVanished(), FileUnreadable(error: "EACCES"), FileTooLarge(size: 2, limit: 1),
    ]
    for reason in reasons {
      let (returns, findings) = fixture.assemble(.unread(submission, reason))
      #expect(findings.map(\.code) == [type(of: reason).code])
      #expect(findings.first?.place == Place(file: "x.csv"))
      #expect(returns.statuses[0][try fixture.unit("130102")] == .missing)
    }
  }
}
