import Model
import Testing

@testable import Ingest

/// A county 130102 with the townships 130102001 and 130102002, a county 130103 with the township 130103001
/// outside the form's group, and the township 130102003, which was merged into 130102001 in June 2016.
struct Fixture {
  let campaign: Campaign
  let registry: Registry
  let roster: Roster
  let reader: SubmissionReader

  static let headings = "单位代码,单位名称,月份,动员会,委员人数,工作经费,日期,评价,问题"

  /// With these rows of the registry in place of those above, for that month.
  init(_ rows: [RegistryRow]? = nil, month: String = "2016-06") throws {
    let june = try #require(Month(month))
    let levels = try #require(
      Levels([
        Level(id: "nation", label: "全国"), Level(id: "county", label: "县"), Level(id: "township", label: "乡镇"),
      ]))
    campaign = Fixture.campaign(levels)
    registry = try Registry(
      levels: levels, groups: ["涉农"],
      rows: rows ?? [
        Fixture.row("00", "全国", 0, nil), Fixture.row("130102", "长安县", 1, "00", group: true),
        Fixture.row("130102001", "城关镇", 2, "130102", group: true),
        Fixture.row("130102002", "东乡", 2, "130102", group: true),
        Fixture.row("130102003", "西乡", 2, "130102", group: true, to: "2016-05", successor: "130102001"),
        Fixture.row("130103", "桥西县", 1, "00", group: true), Fixture.row("130103001", "东风镇", 2, "130103"),
      ])
    roster = registry.roster(in: june)
    reader = SubmissionReader(campaign: campaign, registry: registry, roster: roster)
  }

  static func row(
    _ code: String, _ name: String, _ level: Int, _ parent: String?, group: Bool = false,
    from: String = "2016-01", to: String? = nil, successor: String? = nil
  ) -> RegistryRow {
    guard let code = UnitCode(code), let from = Month(from) else { fatalError("not a code: \(code)") }
    return RegistryRow(
      code: code, name: name, short: "", level: level, parent: parent.flatMap { UnitCode($0) },
      groups: SmallSet(group ? [0] : []), from: from, to: to.flatMap { Month($0) },
      successor: successor.flatMap { UnitCode($0) }, line: 1)
  }

  private static func campaign(_ levels: Levels) -> Campaign {
    let (both, township, county) = (SmallSet([1, 2]), SmallSet([2]), SmallSet([1]))
    let grades = [
      Choice(id: "good", label: "好"), Choice(id: "fair", label: "较 好"), Choice(id: "na", label: "不适用"),
    ]
    let items = [
      Item(id: "kickoff", label: "动员会", aliases: ["是否召开动员会"], type: .flag, filledBy: both),
      Item(id: "members", label: "委员人数", type: .count, filledBy: township),
      Item(id: "fund", label: "工作经费", aliases: ["工作经费(万元)"], type: .amount(decimals: 2), filledBy: township),
      Item(id: "day", label: "日期", type: .date, filledBy: county, isOptional: true),
      Item(id: "grade", label: "评价", type: .choice(grades), filledBy: township, isOptional: true),
      Item(id: "problems", label: "问题", type: .text, filledBy: both, isOptional: true),
      Item(id: "visits", label: "走访次数", type: .count, filledBy: county),
    ]
    let monthly = Form(id: "monthly", title: "月报表", filledBy: both, group: 0, items: 0..<6)
    let other = Form(id: "other", title: "另表", filledBy: county, group: nil, items: 6..<7)
    return Campaign(
      name: "例", title: "例", organisation: "例", language: .zh, levels: levels, groups: ["涉农"],
      deadline: Deadline(dayOfMonth: 5, monthsAfter: 1, holidays: []), utcOffset: 480,
      forms: [monthly, other],
      items: items, indicators: [], bulletin: BulletinPlan(), gate: Gate())
  }

  func unit(_ code: String) throws -> Int { try #require(UnitCode(code).flatMap { roster.index(of: $0) }) }

  func read(
    bytes: [UInt8], path: String = "a.csv", sender: String? = nil, at minutes: Int = 0
  ) -> SubmissionReading {
    let from = sender.flatMap { UnitCode($0) }.flatMap { roster.index(of: $0) }
    let submission = Submission(
      path: path, size: 0, sha256: "", sender: from, received: LocalTime(minutes: minutes))
    // The array outlives the call.
    return unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
  }

  func read(_ text: String, path: String = "a.csv", sender: String? = nil, at minutes: Int = 0)
    -> SubmissionReading
  {
    read(bytes: Array(text.utf8), path: path, sender: sender, at: minutes)
  }

  /// A file with the usual headings and these rows.
  func rows(_ rows: String..., path: String = "a.csv", sender: String? = nil, at minutes: Int = 0)
    -> SubmissionReading
  {
    read(([Fixture.headings] + rows).joined(separator: "\n"), path: path, sender: sender, at: minutes)
  }

  func assemble(_ readings: SubmissionReading...) -> (returns: Returns, findings: [Finding]) {
    ReturnsAssembler.assemble(readings, campaign: campaign, roster: roster)
  }

  /// The findings as `code row column value`, in their order.
  func told(_ readings: SubmissionReading...) -> [String] {
    ReturnsAssembler.assemble(readings, campaign: campaign, roster: roster).findings.map(Fixture.line)
  }

  static func line(_ finding: Finding) -> String {
    let place = finding.place.row == 0 ? "" : "\(finding.place.columnLetters)\(finding.place.row)"
    return [finding.code, place, finding.value].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
