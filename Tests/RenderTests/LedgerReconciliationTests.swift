import Model
import Render
import Testing

@Suite struct LedgerReconciliationTests {
  private static func found(
    _ unit: Int, _ item: Int, _ reported: Int64?, _ ledger: Int64?, _ verdict: LedgerVerdict,
    _ places: [Int], of differing: Int64?, _ gaps: [LedgerReconciled.Gap] = []
  ) -> LedgerReconciled {
    var counts = LedgerReconciled.Places()
    (counts.all, counts.differing, counts.withoutReturn, counts.withoutLedger) = (
      places[0], places[1], places[2], places[3]
    )
    return LedgerReconciled(
      unit: unit, item: item, ledgerItem: 6, reported: reported, ledger: ledger,
      difference: verdict == .overflow ? nil : reported.flatMap { first in ledger.map { first - $0 } },
      ofDiffering: differing, verdict: verdict, places: counts, gaps: gaps)
  }

  /// 云山市 and its counties: one of each verdict, one whose differences cancel out.
  private static func edition(_ language: Language) throws -> Edition {
    var edition = try EditionFixture.edition(language)
    edition.campaign.items[2].ledgerItem = "branches.rows"
    let gap = { (unit: Int, reported: Int64, ledger: Int64) in
      LedgerReconciled.Gap(unit: unit, reported: reported, ledger: ledger)
    }
    edition.reconciliation = [
      Reconciled(
        unit: 0, item: 2, own: 100, below: 96, received: 6, expected: 6, difference: 4, verdict: .differs),
      Reconciled(
        unit: 1, item: 1, own: 250, below: 250, received: 6, expected: 6, difference: 0, verdict: .agrees),
    ]
    edition.ledgerReconciliation = [
      found(
        0, 2, 96, 90, .incomplete, [40, 5, 1, 2], of: 4,
        [gap(2, 20, 14), gap(4, 6, 9), gap(5, 1, 2)]),
      found(1, 2, 10, 10, .agrees, [6, 0, 0, 0], of: 0),
      found(2, 2, 20, 14, .differs, [6, 1, 0, 0], of: 6, [gap(2, 20, 14)]),
      found(3, 2, 30, 30, .agrees, [6, 2, 0, 0], of: 0, [gap(4, 6, 9), gap(5, 5, 2)]),
      found(4, 2, nil, 1, .overflow, [6, 0, 0, 0], of: 0),
    ]
    return edition
  }

  @Test func sectionInChinese() throws {
    #expect(
      Printed.section("上下级数据核对", of: try Self.edition(.zh)).suffix(5) == [
        "三方核对：上报数、下级合计、台账数。各级上报数逐项与台账核对，共5项。市：未报齐1项；"
          + "县(区)：相符2项、不符1项、数值过大1项、相符中正负相抵1项。",
        "云山市|委员人数(人)|100|96|90|+6|32/40|未报齐|40个填报单位中5个不符，相差4，差额最大的石桥报20、台账14，"
          + "临江报6、台账9，北沟报1、台账2；1个未报；2个没有台账；缺报报表或台账的单位相差2",
        "石桥|委员人数(人)|—|20|14|+6|5/6|不符|6个填报单位中1个不符，相差6",
        "临江|委员人数(人)|—|—|1|—|6/6|数值过大|—",
        "东山|委员人数(人)|—|30|30|0|4/6|相符|6个填报单位中2个不符，差额正负相抵，临江报6、台账9，北沟报5、台账2",
      ])
  }

  @Test func sectionInEnglish() throws {
    var edition = try Self.edition(.en)
    edition.reconciliation = []
    let lines = Printed.section("Statements and sums", of: edition)
    #expect(
      lines[0]
        == "Reported, summed and in the ledger: 5 sums were set beside the ledgers. city: 1 incomplete; "
        + "county: 2 agrees, 1 differs, 1 overflow, 1 agreeing only as differences cancel.")
    #expect(
      lines[1]
        == "云山市|Members|—|96|90|+6|32/40|incomplete|5 of 40 reporting units differ, by 4 together, the largest "
        + "石桥 20, ledger 14, 临江 6, ledger 9, 北沟 1, ledger 2; not reported: 1; no ledger: 2; "
        + "2 comes of units that lack one of the two")
  }

  @Test func table() throws {
    let lines = Printed.csv(ReconciliationCSV.render(try Self.edition(.en))).split(separator: "\n")
    #expect(
      lines[0]
        == "period,unit_code,unit_name,level,item,label,measure,own,below,ledger,difference,received,expected,verdict,"
        + "causes,explanation,reported,ledger_difference,ledger_verdict,places,differing,differing_by,without_return,"
        + "without_ledger,largest,ledger_explanation")
    #expect(
      lines[1]
        == "2016-06,9001,云山市,city,members,Members,,100,96,90,4,6,6,differs,,,96,6,incomplete,40,5,4,1,2,"
        + "900102;900104;900105,\"5 of 40 reporting units differ, by 4 together; not reported: 1; "
        + "no ledger: 2; 2 comes of units that lack one of the two\"")
    #expect(lines[2] == "2016-06,900101,清河,county,fund,Fund,yuan,2.50,2.50,,0.00,6,6,agrees,,,,,,,,,,,,")
    #expect(lines[3] == "2016-06,900101,清河,county,members,Members,,,,10,,,,,,,10,0,agrees,6,0,0,0,0,,")
    #expect(lines.count == 7)
  }

  @Test func aLongListIsCut() throws {
    var edition = try Self.edition(.zh)
    edition.reconciliation = []
    edition.ledgerReconciliation = (1...40).map {
      Self.found(1, 2, Int64($0), 0, .differs, [1, 1, 0, 0], of: Int64($0))
    }
    let lines = Printed.section("上下级数据核对", of: edition)
    #expect(lines.count == 22 && lines.last == "其余20项见 reconciliation.csv。")
    #expect(lines[1].contains("|+40|") && lines[20].contains("|+21|"))
  }
}
