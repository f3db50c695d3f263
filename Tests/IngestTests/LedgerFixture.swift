import Model
import Testing

@testable import Ingest

/// The campaign of ``Fixture`` with a ledger of the townships' branches, whose numbers begin with the unit's code.
struct LedgerFixture {
  var base: Fixture
  var campaign: Campaign
  let township = SmallSet([2])

  static let headings = "支部编号,书记姓名,身份证号,出生年月,政治面貌,财政供养,团员数,经费,任职时间,离任时间"

  init(keyIsPersonal: Bool = false, hasPrefix: Bool = true, month: String = "2016-06") throws {
    base = try Fixture(month: month)
    campaign = base.campaign
    let first = campaign.items.count
    campaign.items.append(Item(id: "branches.rows", label: "支部数", type: .count, filledBy: township))
    var form = Form(id: "branches", title: "支部台账", filledBy: township, group: 0, items: first..<first + 1)
    form.ledger = 0
    campaign.forms.append(form)
    let parties = [Choice(id: "party", label: "中共党员"), Choice(id: "league", label: "共青团员")]
    var columns = [
      column("no", "支部编号", .key), column("secretary", "书记姓名", .key), column("card", "身份证号", .key),
      column("born", "出生年月", .date), column("party", "政治面貌", .choice(parties)), column("paid", "财政供养", .flag),
      column("members", "团员数", .count), column("fund", "经费", .amount(decimals: 2)),
      column("since", "任职时间", .date), column("until", "离任时间", .date),
    ]
    columns[9].isOptional = true
    if keyIsPersonal { columns[0].personal = .apart }
    columns[1].personal = .drop
    columns[2].personal = .apart
    columns[3].personal = .apart
    campaign.ledgers = [
      Ledger(
        id: "branches", title: "支部台账", form: campaign.forms.count - 1, columns: columns,
        unitPrefix: hasPrefix ? Ledger.UnitPrefix(column: 0, length: 9) : nil, key: 0, opened: 8, closed: 9,
        derived: [Derived(.count)])
    ]
  }

  private func column(_ id: String, _ label: String, _ type: ItemType) -> Item {
    Item(id: id, label: label, type: type, filledBy: township)
  }

  /// What was read, and all rows of the ledgers with the sizes of their batches.
  func read(
    bytes: [UInt8], sender: String? = nil
  ) -> (reading: SubmissionReading, rows: LedgerRows, batches: [Int]) {
    let reader = SubmissionReader(campaign: campaign, registry: base.registry, roster: base.roster)
    let from = sender.flatMap { UnitCode($0) }.flatMap { base.roster.index(of: $0) }
    let submission = Submission(
      path: "a.csv", size: 0, sha256: "", sender: from, received: LocalTime(minutes: 0))
    var all = LedgerRows(ledger: 0, table: 0)
    var batches: [Int] = []
    // The array outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { bytes in
      unsafe reader.read(bytes, of: submission) { batch in
        batches.append(batch.units.count)
        all.table = batch.table
        all.units += batch.units
        all.rows += batch.rows
        all.values += batch.values
        all.states += batch.states
      }
    }
    return (reading, all, batches)
  }

  func read(_ rows: String..., sender: String? = nil) -> (
    reading: SubmissionReading, rows: LedgerRows, batches: [Int]
  ) {
    read(bytes: Array(([Self.headings] + rows).joined(separator: "\n").utf8), sender: sender)
  }

  func told(_ reading: SubmissionReading) -> [String] {
    ReturnsAssembler.assemble([reading], campaign: campaign, roster: base.roster).findings.map(Fixture.line)
  }
}
