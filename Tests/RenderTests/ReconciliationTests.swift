import Model
import Render
import Testing

@Suite struct ReconciliationTests {
  /// 云山市 and four of its counties: one of each verdict, and what would explain three of them.
  private static func edition(_ language: Language) throws -> Edition {
    var edition = try EditionFixture.edition(language)
    let time = try EditionFixture.time("2016-07-04", 9, 0)
    edition.returns.submissions = [
      Submission(path: "a/b.csv", size: 0, sha256: "", sender: nil, received: time)
    ]
    func found(
      _ unit: Int, _ item: Int, _ own: Int64?, _ below: Int64?, _ verdict: ReconciliationVerdict,
      received: Int = 6, _ causes: [ReconciliationCause] = []
    ) -> Reconciled {
      Reconciled(
        unit: unit, item: item, own: own, below: below, received: received, expected: 6,
        difference: verdict == .overflow ? nil : own.flatMap { own in below.map { own - $0 } },
        verdict: verdict, causes: causes)
    }
    let source = ReturnSource(submission: 0, row: 7)
    edition.reconciliation = [
      found(
        0, 2, 3_286, 2_000, .differs,
        [ReconciliationCause(.twiceAbove, units: [2], recorded: 1_286, meant: 2_572)]),
      found(
        0, 1, 12_50, 1_250_00, .differs,
        [ReconciliationCause(.shifted, units: [0], recorded: 12_50, meant: 1_250_00)]),
      found(1, 2, 30, 30, .agrees),
      found(
        2, 2, 30, 20, .incomplete, received: 5,
        [ReconciliationCause(.missingRejected, units: [3], recorded: 0, meant: 10, source: source)]),
      found(3, 2, nil, 20, .notStated), found(4, 2, 1, nil, .overflow),
      found(5, 2, 30, 31, .differs),
    ]
    return edition
  }

  @Test func sectionInChinese() throws {
    #expect(
      Printed.section("上下级数据核对", of: try Self.edition(.zh)) == [
        "各级填报的总数与其下级合计逐项核对，共7项。市：不符2项；"
          + "县(区)：相符1项、不符1项、下级未报齐1项、本级未填1项、数值过大1项。",
        "云山市|工作经费(万元)|12.50|1250.00|-1237.50|6/6|"
          + "本级数12.50可能小了100倍，计量单位或小数点可能有误，如为1250.00则上下级相等",
        "云山市|委员人数(人)|3286|2000|+1286|6/6|差额1286等于石桥一个单位的数，可能重复计算",
        "北沟|委员人数(人)|30|31|-1|6/6|—",
        "下级未报齐而差额有据可查的1项：",
        "石桥，委员人数：东山报来10而未能采用（“a/b.csv”第7行），计入后上下级相等",
      ])
  }

  @Test func sectionInEnglish() throws {
    let lines = Printed.section("Statements and sums", of: try Self.edition(.en))
    #expect(
      lines.first
        == "7 statements were set beside the sums of the units below. city: 2 differs; "
        + "county: 1 agrees, 1 differs, 1 incomplete, 1 not stated, 1 overflow.")
    #expect(
      lines.contains { $0.hasSuffix("the difference 1286 is the value of 石桥, which may be counted twice") })
    #expect(
      lines.last
        == "石桥, Members: 东山 sent 10, which could not count (\"a/b.csv\", row 7); with it the sums are equal")
  }

  @Test func table() throws {
    let lines = Printed.csv(ReconciliationCSV.render(try Self.edition(.zh))).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(
      lines[0] == "期间,单位代码,单位名称,层级,填报项,填报项名称,计量单位,本级填报,下级合计,台账合计,差额,已报,应报,核对结果,原因代码,可能原因")
    #expect(
      lines[1]
        == "2016-06,9001,云山市,city,members,委员人数,人,3286,2000,,1286,6,6,不符,twice-above,差额1286等于石桥一个单位的数，可能重复计算"
    )
    #expect(lines[5] == "2016-06,900103,东山,county,members,委员人数,人,,20,,,6,6,本级未填,,")
    #expect(lines[6] == "2016-06,900104,临江,county,members,委员人数,人,1,,,,6,6,数值过大,,")
    var county = try Self.edition(.en)
    county.unit = 5
    #expect(
      Printed.csv(ReconciliationCSV.render(county))
        == """
        period,unit_code,unit_name,level,item,label,measure,own,below,ledger,difference,received,expected,verdict,causes,explanation
        2016-06,900105,北沟,county,members,Members,,30,31,,-1,6,6,differs,,

        """)
  }

  @Test func nothingComparedLeavesTheBulletinAsItWas() throws {
    var edition = try Self.edition(.zh)
    edition.reconciliation = []
    #expect(!Bulletin.document(edition).sections.contains { $0.heading == "上下级数据核对" })
  }

  @Test func aLongListIsCut() throws {
    var edition = try Self.edition(.zh)
    edition.reconciliation = (1...40).map { number in
      Reconciled(
        unit: 1, item: 2, own: 100, below: Int64(100 + number), received: 6, expected: 6,
        difference: Int64(-number), verdict: .differs)
    }
    let lines = Printed.section("上下级数据核对", of: edition)
    #expect(lines.count == 22 && lines.last == "其余20项见 reconciliation.csv。")
    #expect(lines[1].contains("|-40|") && lines[20].contains("|-21|"))
  }

  /// A cause that comes to the same as one before is told once; its code stays.
  @Test func oneExplanationIsGivenOnce() throws {
    var edition = try Self.edition(.zh)
    edition.reconciliation = [
      Reconciled(
        unit: 0, item: 2, own: 90, below: 120, received: 6, expected: 6, difference: -30, verdict: .differs,
        causes: [ReconciliationCause.Kind.late, .twiceBelow].map {
          ReconciliationCause($0, units: [2], recorded: 30, meant: 0)
        })
    ]
    let text = Printed.csv(ReconciliationCSV.render(edition))
    #expect(text.contains("late;twice-below,差额30等于石桥一个单位的数，该单位在本级之后报送，本级可能未计入\n"))
  }

  /// Every kind of cause has words of its own, and none accuses.
  @Test(arguments: [Language.zh, .en], ReconciliationCause.Kind.allCases)
  func everyCauseInWords(_ language: Language, _ kind: ReconciliationCause.Kind) throws {
    var edition = try Self.edition(language)
    edition.reconciliation = [
      Reconciled(
        unit: 0, item: 2, own: 120, below: 90, received: 6, expected: 6, difference: 30, verdict: .differs,
        causes: [
          ReconciliationCause(kind, units: kind == .units ? [1, 2] : [2], recorded: 30, meant: 60)
        ])
    ]
    let text = String(
      try #require(Printed.csv(ReconciliationCSV.render(edition)).split(separator: "\n").last))
    #expect(text.contains("," + kind.rawValue + ","))
    #expect(text.contains(["parts", "parts-differ"].contains(kind.rawValue) ? "60" : "石桥"))
    #expect(!text.contains("虚报") && !text.contains("瞒报"))
  }
}
