import Model
import Testing

@testable import Pipeline

/// Derived groups and excused units where campaign and registry come together.
@Suite struct DerivedRegistryTests {
  private let options = ReadingOptions(threads: 1)

  /// A new campaign with a file of it rewritten.
  private func change(_ campaign: TemporaryCampaign, _ name: String, _ from: String, _ to: String) throws {
    let path = campaign.root.appending(name)
    let text = String(decoding: try #require(try FileSystem.read(path, limit: 1 << 20)), as: UTF8.self)
    #expect(text.contains(from))
    try FileSystem.remove(path)
    try FileSystem.write(Array(text.replacing(from, with: to).utf8), to: path)
  }

  /// Bridge carries a tag; the derived group is of the other townships.
  private func derived() throws -> TemporaryCampaign {
    let campaign = try TemporaryCampaign()
    let formula = "rural and not pilot and level = 'township'"
    try change(
      campaign, "campaign.yaml", "groups: [rural]",
      "groups: [rural, pilot, {name: other, where: \"\(formula)\"}]")
    try change(campaign, "campaign.yaml", "of: rural", "of: other")
    try change(campaign, "registry.csv", "Bridge,township,C1,rural", "Bridge,township,C1,rural;pilot")
    return campaign
  }

  @Test func membersComeFromTheRow() throws {
    let registry = try derived().open().registry
    #expect(registry.rows.map(\.groups.members) == [[0], [0, 1], [0, 2], [0, 2]])
  }

  @Test func aRowMayNotNameADerivedGroup() throws {
    let campaign = try derived()
    try change(
      campaign, "registry.csv", "Eastbank,township,C1,rural", "Eastbank,township,C1,rural;other;oter")
    let failure = #expect(throws: Failure.self) { try campaign.open() }
    let file = campaign.root.appending("registry.csv").display
    #expect(
      failure?.description == """
        \(file):4:5: other follows from a formula of campaign.yaml and is not written down. Remove it.
        \(file):4:5: There is no group oter. Write a group of campaign.yaml.
        """)
    let zh = #expect(throws: Failure.self) { try Workspace.open(campaign.root.display, language: .zh) }
    #expect(
      zh?.description == """
        \(file):4:5: “other”由 campaign.yaml 中的公式得出，不在名录中填写。请删去。
        \(file):4:5: 没有分组“oter”。请写 campaign.yaml 中的分组。
        """)
  }

  /// A joined registry has the tags alone, and so can be read with the campaign again.
  @Test func theyAreNeverWrittenDown() throws {
    let (old, new) = (try derived(), try derived())
    try change(new, "registry.csv", "Westbank", "Westbank Town")
    let month = try #require(Month("2016-07"))
    let update = try RegistryUpdate.report(
      old.root.display, new.root.display, from: month, accepted: nil, level: 90, language: .en)
    #expect(!update.csv.contains("other") && update.csv.contains("rural;pilot"))
    try FileSystem.remove(old.root.appending("registry.csv"))
    try FileSystem.write(Array(update.csv.utf8), to: old.root.appending("registry.csv"))
    #expect(try old.open().registry.rows.count == 5)
    let diff = try RegistryDiff.report(
      old.root.display, new.root.display, oldMonth: nil, newMonth: nil, language: .en)
    #expect(diff.csv.split(separator: "\n").count == 1)
  }

  /// What was known before the formula changed is made again by the formula of then.
  @Test func anEarlierEntryHasItsOwnFormula() async throws {
    let campaign = try derived()
    let month = try #require(Month("2016-06"))
    let times = [17_000, 17_001].map { LocalTime(minutes: $0 * 1440 + 600) }
    var bytes: [[UInt8]] = []
    for time in times {
      _ = try await campaign.open().run(
        RunRequest(month: month, now: time, output: nil, options: options))
      let figures = campaign.root.appending("reports/2016-06/figures.csv")
      bytes.append(try #require(try FileSystem.read(figures, limit: 1 << 20)))
      if bytes.count == 1 { try change(campaign, "campaign.yaml", "not pilot and", "") }
    }
    #expect(bytes[0] != bytes[1])
    for (time, expected) in zip(times, bytes) {
      let run = try await MonthRun.make(
        try campaign.open(), View(month: month, asOf: time, options: options))
      let members = run.roster.units.filter { $0.groups.contains(2) }.count
      #expect(members == (time == times[0] ? 2 : 3))
      let folder = campaign.root.appending("again")
      _ = try await run.write(into: folder)
      #expect(try FileSystem.read(folder.appending("2016-06/figures.csv"), limit: 1 << 20) == expected)
    }
  }

  @Test func anExcusedUnitMustBeInTheRegistry() async throws {
    let campaign = try TemporaryCampaign()
    let rule = "supervision: {excused: [{unit: %, from: 2016-05, reason: flood}]}\nforms: [monthly]"
    try change(
      campaign, "campaign.yaml", "forms: [monthly]", rule.replacing("%", with: "C1-02"))
    let month = try #require(Month("2016-06"))
    let time = LocalTime(minutes: 17_000 * 1440)
    _ = try await campaign.open().run(
      RunRequest(month: month, now: time, output: nil, options: options))
    try change(campaign, "campaign.yaml", "unit: C1-02", "unit: C1-022")
    let failure = #expect(throws: Failure.self) { try campaign.open() }
    #expect(failure?.code == .configuration)
    let file = campaign.root.appending("campaign.yaml").display
    #expect(
      failure?.description.split(separator: "\n").first ?? ""
        == "\(file):12:32: there is no unit 'C1-022'; did you mean 'C1-02'?")
    let zh = #expect(throws: Failure.self) { try Workspace.open(campaign.root.display, language: .zh) }
    #expect(zh?.description.contains("没有名为“C1-022”的单位，是否应为“C1-02”？") ?? false)
    // What was known before is made from the campaign of then.
    try change(campaign, "campaign.yaml", "unit: C1-022", "unit: C1-03")
    let run = try await MonthRun.make(
      try campaign.open(), View(month: month, asOf: time, options: options))
    #expect(run.campaign.supervision.excuses.map(\.unit.description) == ["C1-02"])
  }
}
