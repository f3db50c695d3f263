import Model
import Testing
import TestSupport

@testable import Ingest

@Suite struct PersonalMaskTests {
  static let planted = ["张机密", "13800138000", "110101199003071234"]
  private typealias Build = WorkbookBuilder

  /// A ledger that names persons above, in, and below its table.
  private static let roster = [
    "村支部台账,填表人：张机密 电话 0311-8613 2016年6月,联系人,张机密,编号13800138000", LedgerFixture.headings + ",备注",
    "130102001000000001,张机密,110101199003071234,1990-03-07,中共党员,是,12,1.5,2016-01-01,,张机密",
    "130102001000000002,不适用, ,1990年,共青团员,0,3,2,2016-02-01,2016-05-31,", "", "合计,,,,,,15,3.5,,,",
    "审核人：张机密,联系电话：13800138000,,张机密,,,,,,,",
  ].joined(separator: "\n")

  private func masked(_ bytes: [UInt8], _ campaign: Campaign) -> MaskedFile? {
    PersonalMask(campaign: campaign, salt: Array("salt".utf8)).map { mask in
      // The array outlives the call.
      unsafe bytes.withUnsafeBytes { unsafe mask.masked($0, path: "a") }
    }
  }

  private func bytes(_ file: MaskedFile?) throws -> [UInt8] {
    guard case .masked(let bytes)? = file else {
      Issue.record("not masked: \(String(describing: file))")
      return []
    }
    return bytes
  }

  private func text(_ file: MaskedFile?) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  @Test func isNothingWithoutPersonalItems() throws {
    #expect(PersonalMask(campaign: try Fixture().campaign, salt: []) == nil)
  }

  @Test func masksCells() throws {
    let fixture = try LedgerFixture()
    let text = try text(masked(Array(Self.roster.utf8), fixture.campaign))
    let wanted = [
      "村支部台账,填表人：■ 电话 ■ 2016年6月,联系人,■,编号■", LedgerFixture.headings + ",备注",
      "130102001000000001,■,■,1990-03-01,中共党员,是,12,1.5,2016-01-01,,■",
      "130102001000000002,不适用, ,■,共青团员,0,3,2,2016-02-01,2016-05-31,", "", "合计,,,,,,15,3.5,,,",
      "审核人：■,■,,■,,,,,,,", "",
    ].joined(separator: "\n")
    #expect(text == "\u{FEFF}" + wanted)
  }

  /// The masked copy has plain commas, and is what comes of a file that had them.
  @Test func masksCellsBetweenFullWidthCommas() throws {
    let fixture = try LedgerFixture()
    let wide = Array(Self.roster.replacing(",", with: "，").utf8)
    let copy = try bytes(masked(wide, fixture.campaign))
    #expect(copy == (try bytes(masked(Array(Self.roster.utf8), fixture.campaign))))
    for secret in PersonalMaskTests.planted {
      #expect(!String(decoding: copy, as: UTF8.self).contains(secret))
    }
    let (before, after) = (fixture.read(bytes: wide), fixture.read(bytes: copy))
    #expect(before.rows.rows == [3, 4] && before.rows.rows == after.rows.rows)
    #expect(before.rows.units == after.rows.units)
  }

  /// Where no heading is found nobody can tell what is personal: nothing is kept.
  @Test func refusesFullWidthCommasWithoutHeadings() throws {
    let fixture = try LedgerFixture()
    for file in ["支部编号，备注\n1，张机密\n", "支部编号，团员数，姓名\n130102001000000001，\"1\n"] {
      guard case .unreadable? = masked(Array(file.utf8), fixture.campaign) else {
        Issue.record("kept: \(file)")
        continue
      }
    }
  }

  @Test func keysBecomePseudonyms() throws {
    var fixture = try LedgerFixture(keyIsPersonal: true, hasPrefix: false)
    fixture.campaign.ledgers[0].unitPrefix = nil
    let rows = "单位代码,支部编号,团员数\n130102001,１１０,1\n130102001,110,2\n130102001,111,3\n130102001,无,4\n"
    let lines = try text(masked(Array(rows.utf8), fixture.campaign)).split(separator: "\n")
    let keys = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }
    #expect(keys[0].count == 32 && keys[0] == keys[1] && keys[1] != keys[2] && keys[3] == "无")
    // HMAC-SHA256 of "110" under "salt".
    #expect(
      keys[0] == Substring(decoding: Pseudonym.of(Array("110".utf8), salt: Array("salt".utf8)), as: UTF8.self)
    )
    let other = PersonalMask(campaign: fixture.campaign, salt: [1]).map { mask in
      let bytes = Array(rows.utf8)
      return unsafe bytes.withUnsafeBytes { unsafe mask.masked($0, path: "a") }
    }
    #expect(!(try text(other).contains(keys[0])))
  }

  @Test func keepsUnitsOfPersonalKeys() throws {
    let fixture = try LedgerFixture(keyIsPersonal: true)
    let file = Array("支部编号,团员数\n130102001199003071234,1\n13010,2\n".utf8)
    let before = fixture.read(bytes: file)
    let after = fixture.read(bytes: try bytes(masked(file, fixture.campaign)))
    #expect(before.rows.units == after.rows.units && before.rows.units.count == 1)
    #expect(fixture.told(before.reading) == fixture.told(after.reading))
  }

  @Test func tellsWhatItCannotMask() throws {
    let campaign = try LedgerFixture().campaign
    func isUnreadable(_ file: MaskedFile?) -> String? {
      if case .unreadable(let reason)? = file { type(of: reason).code } else { nil }
    }
    #expect(isUnreadable(masked(Array("甲,乙\n1,张机密".utf8), campaign)) == "heading-not-found")
    #expect(isUnreadable(masked([], campaign)) == "file-empty")
    #expect(isUnreadable(masked(Array("PK\u{3}\u{4}abc".utf8), campaign)) == "file-damaged")
    let broken = LedgerFixture.headings + "\n130102001000000001,\"张机密\"x,,,,,,,,"
    #expect(isUnreadable(masked(Array(broken.utf8), campaign)) == "file-broken")
    let plain = masked(Array("单位代码,动员会,备注\n130102001,是,张三".utf8), campaign)
    if case .unchanged? = plain {} else { Issue.record("masked without need") }
  }

  @Test func rewritesWorkbooks() throws {
    let fixture = try LedgerFixture()
    let (name, phone, card) = (Self.planted[0], Self.planted[1], Self.planted[2])
    var book = Build(
      (
        "台账\(phone)", "visible",
        Build.row("填表人：\(name) 电话：\(phone)") + Build.row("支部编号", "书记姓名", "身份证号", "出生年月", "团员数", "备注")
          + Build.row(
            "130102001000000001", "<c t=\"s\"><v>0</v></c>", card, "<c><v>32938</v></c>", "<c><v>5</v></c>",
            name,
            attributes: " hidden=\"1\"")
          + Build.row(
            "130102001000000002", "<c t=\"e\"><v>#REF!</v></c>", "", "", "<c t=\"e\"><v>#N/A</v></c>")
          + Build.row(
            "130102001000000003", "<c><f>A1&amp;\"\(name)\"</f></c>", "", "", "<c><f>B1+\"\(name)\"</f></c>")
          + Build.row("负责人：\(name)", phone)
      ),
      ("名单", "visible", Build.row(name, phone, card)), ("旧表", "hidden", Build.row(name)),
      ("空", "visible", ""),
      (
        "yuebao", "hidden",
        Build.row("yuebao", "blank form") + Build.row("form", "branches") + Build.row("x", name)
      ))
    book.add("docProps/core.xml", "<creator>\(name)</creator>")
    book.add("xl/comments1.xml", "<comments>\(phone)</comments>")
    book.add("xl/pivotCache/records.xml", "<r>\(card)</r>")
    book.add("xl/embeddings/a.bin", name)
    book.add(
      "xl/sharedStrings.xml", "<sst \(Build.namespace)><si><t>\(name)</t></si><si><t>\(card)</t></si></sst>")
    book.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + (0..<5).map {
          "<Relationship Id=\"r\($0)\" Type=\"x/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        .joined() + "</Relationships>")
    let original = try book.bytes()
    let result = try bytes(masked(original, fixture.campaign))
    #expect(try bytes(masked(original, fixture.campaign)) == result)
    let parts = String(decoding: result, as: UTF8.self) + (try Unzip.all(result)) + (try Unzip.list(result))
    for secret in Self.planted { #expect(!parts.contains(secret), "\(secret)") }
    let (before, after) = (fixture.read(bytes: original), fixture.read(bytes: result))
    #expect(before.reading.sheets == after.reading.sheets)
    #expect(before.rows.units == after.rows.units && before.rows.rows == after.rows.rows)
    #expect(before.rows.states == after.rows.states && before.rows.units.count == 3)
    let lines = [before.reading, after.reading].map { reading in
      ReturnsAssembler.assemble([reading], campaign: fixture.campaign, roster: fixture.base.roster).findings
        .map { "\($0.place.sheet) \($0.code) \($0.place.columnLetters)\($0.place.row)" }
    }
    #expect(lines[0] == lines[1] && lines[0].count > 6)
  }

  @Test func escapesWhatXMLCannotHold() throws {
    let fixture = try LedgerFixture()
    let odd = "a_x000D_b_x0041_&lt;&amp;\"'_x005F_x0042_ _ "
    let book = Build(
      ("a&amp;&lt;", "visible", Build.row("单位代码", "动员会", "问题") + Build.row("130102001", "是", odd)),
      ("b", "visible", Build.row("支部编号", "书记姓名") + Build.row("130102001000000001", "张三")))
    let original = try book.bytes()
    let result = try bytes(masked(original, fixture.campaign))
    let (before, after) = (fixture.read(bytes: original).reading, fixture.read(bytes: result).reading)
    #expect(before.texts == after.texts && before.texts.count == 1)
    #expect(before.sheets == after.sheets && fixture.told(before) == fixture.told(after))
  }

  /// A masked file reads as the original, but for its personal cells.
  @Test(arguments: 0..<300) func readsAsTheOriginal(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = RandomLedgerFile.text(hasPrefix: seed % 2 == 0, &random)
    try compare(RandomLedgerFile.bytes(text, seed: seed), seed, Comment(rawValue: text))
  }

  /// So does a workbook.
  @Test(arguments: 0..<100) func readsWorkbooksAsTheOriginals(seed: UInt64) throws {
    var random = SplitMix64(seed: seed + 1000)
    let text = RandomLedgerFile.text(hasPrefix: seed % 2 == 0, &random)
    try compare(try RandomLedgerFile.workbook(text), seed, Comment(rawValue: text))
  }

  /// So does one of Excel 97, with texts that cannot be decoded.
  @Test(arguments: 0..<100) func readsLegacyWorkbooksAsTheOriginals(seed: UInt64) throws {
    var random = SplitMix64(seed: seed + 2000)
    let text = RandomLedgerFile.text(hasPrefix: seed % 2 == 0, &random)
    try compare(RandomLedgerFile.legacyWorkbook(text, &random), seed, Comment(rawValue: text))
  }

  private func compare(_ original: [UInt8], _ seed: UInt64, _ comment: Comment) throws {
    let fixture = try LedgerFixture(keyIsPersonal: seed % 3 == 0, hasPrefix: seed % 2 == 0)
    let before = fixture.read(bytes: original)
    let result = masked(original, fixture.campaign)
    if case .unreadable? = result {
      #expect(before.reading.submission.tables.isEmpty)
      return
    }
    let after = fixture.read(bytes: try bytes(result))
    #expect(before.rows.units == after.rows.units && before.rows.rows == after.rows.rows, comment)
    #expect(before.reading.submission.tables == after.reading.submission.tables, comment)
    let personal: Set = seed % 3 == 0 ? [0, 1, 2] : [1, 2]
    let width = fixture.campaign.ledgers[0].columns.count
    #expect(before.rows.states == after.rows.states, comment)
    guard before.rows.values.count == after.rows.values.count else { return }
    for place in before.rows.values.indices where !personal.contains(place % width) {
      #expect(before.rows.values[place] == after.rows.values[place], comment)
    }
    #expect(places(before.reading) == places(after.reading), comment)
  }

  private func places(_ reading: SubmissionReading) -> [String] {
    FindingLog.shown(reading.findings, omitted: 0, file: "", sheets: [])
      .map { "\($0.code) \($0.place.columnLetters)\($0.place.row)" }
  }

  @Test(arguments: [
    ("编码110101001 2016年6月", "编码110101001 2016年6月"), ("110101001 2016-06", "110101001 2016-06"),
    ("值班138 1234 5678。", "值班■。"), ("１３８１２３４５６７８转2", "■转2"), ("010-12345678,13800138000", "■,■"),
    ("2016年6月 138 1234 5678", "2016年6月 ■"), ("电话：0311-8613", "电话：■"),
  ])
  func numbersInNotes(_ text: String, _ kept: String) {
    var mask = NoteMask()
    #expect(mask.masked(text) == kept)
  }
}
