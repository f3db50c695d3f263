import Glibc
import Model
import TestSupport
import Testing

@testable import Ingest
@testable import Pipeline

/// Limits of the configuration and of the inbox; `docs/limits.md` lists all.
@Suite struct LimitTests {
  private static let start = "name: x\nforms: [monthly]\n"

  private func mistakes(_ campaign: String) throws -> [String] {
    switch try readConfig(campaign, [("monthly", plainForm)]) {
    case .success: return []
    case .failure(let found): return found.all.map { "\($0.line):\($0.column): \($0.message(.en))" }
    }
  }

  @Test func moreKeysAndValuesThanAFileMayHave() throws {
    let list = Array(repeating: "x", count: ConfigFile.mostNodes).joined(separator: ",")
    let found = try mistakes(Self.start + "a: [\(list)]\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1:1: the file has more than 200,000 keys and values") == true)
  }

  @Test func nestingWithoutEnd() throws {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
      let deep = String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000)
      let found = try mistakes(Self.start + "deep: \(deep)\n")
      #expect(found.count == 1 && found.first?.contains("this is not YAML") == true, "\(found.first ?? "")")
    }
  }

  @Test func moreMistakesThanAreShown() throws {
    let found = try mistakes(Self.start + (0..<4410).map { "k\($0): 1\n" }.joined())
    #expect(found.count == ConfigFile.mostMistakes + 1)
    #expect(found.last == "1:1: and 4,210 more in this file; mend those shown first.")
  }

  @Test func moreMistakesInATemplateThanAreShown() throws {
    let form = CampaignReader.Source(name: "monthly", path: "forms/monthly.yaml") { () throws(Failure) in
      plainForm
    }
    let words = CampaignReader.Source(name: "title", path: "templates/title.mustache") {
      () throws(Failure) in
      (0..<1234).map { "{{field\($0)}}\n" }.joined()
    }
    let read = try CampaignReader(forms: [form], templates: [words]).read(Self.start, path: "campaign.yaml")
    guard case .failure(let found) = read else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.count == ConfigFile.mostMistakes + 1)
    #expect(
      found.all.last?.text(.en).hasPrefix("templates/title.mustache:1:1: and 1,034 more in this file") == true
    )
  }

  @Test func aConfigurationThatIsTooLarge() throws {
    let campaign = try TemporaryCampaign()
    let path = campaign.root.appending("campaign.yaml")
    try FileSystem.remove(path)
    try FileSystem.write([UInt8](repeating: 0x23, count: ConfigFile.maximumSize + 1), to: path)
    let failure = #expect(throws: Failure.self) { _ = try campaign.open() }
    #expect(failure?.code == .configuration)
    #expect(failure?.description.contains("campaign.yaml") == true)
  }

  @Test func moreFilesThanAreRead() throws {
    let campaign = try TemporaryCampaign()
    let folder = campaign.root.appending("inbox/2016-06")
    for number in 0..<5 { try FileSystem.write([0x31], to: folder.appending("\(number).csv")) }
    let inbox = try Inbox(folder, most: 3)
    #expect(inbox.files.count == 3)
    #expect(inbox.unreadable.map(\.reason) == ["more than 3 files in a month"])
  }

  @Test func whatNobodySentIsPassedOver() throws {
    let campaign = try TemporaryCampaign()
    let folder = campaign.root.appending("inbox/2016-07")
    _ = try FileSystem.makeFolder(folder)
    for name in [".DS_Store", "~$报表.xlsx", "Thumbs.db", "thumbs.db", "Desktop.ini", "~报表.csv", "thumbs.csv"] {
      try FileSystem.write([0x31], to: folder.appending(name))
    }
    #expect(try Inbox(folder).files.map(\.name) == ["thumbs.csv", "~报表.csv"])
  }

  @Test func namesThatAreNotUTF8() throws {
    let campaign = try TemporaryCampaign()
    let folder = campaign.root.appending("inbox/2016-07")
    _ = try FileSystem.makeFolder(folder)
    for byte in [0xFE, 0xFF, 0x61] as [UInt8] {
      try FileSystem.write([0x31], to: folder.appending([0x78, byte]))
    }
    #expect(try Inbox(folder).files.map(\.name) == ["xa", "x\u{FFFD}", "x\u{FFFD}~2"])
  }

  @Test func namesThatLookTheSame() throws {
    var inbox = Inbox()
    inbox.files = (0..<30_000).map { _ in
      Inbox.File(path: Path("x"), name: "x", folders: [], kind: .file, size: 0, modified: 0)
    }
    inbox.tellApart()
    #expect(Set(inbox.files.map(\.name)).count == 30_000)
    #expect(inbox.files.prefix(3).map(\.name) == ["x", "x~2", "x~3"])
  }

  /// What is new beyond the limit waits for the next run, which takes it.
  @Test func moreThanARunTakesIn() async throws {
    let campaign = try TemporaryCampaign()
    let workspace = try campaign.open()
    let month = try #require(Month("2016-06"))
    let rows = "code,Kick-off,New organisations,Work fund\nC1-03,yes,4,1\n"
    try FileSystem.write(Array(rows.utf8), to: workspace.inbox(month).appending("late.csv"))
    let options = ReadingOptions(threads: 2)
    var intake = try Intake(workspace, try Known(nil, .en), options, room: rows.utf8.count * 2)
    try await intake.take(month)
    let book = MonthBook(workspace: workspace, known: intake.known, options: options)
    let reading = try await book.reading(month)
    #expect(reading.findings.map(\.code) == ["file-deferred"])
    #expect(reading.findings.first?.place.file == "C1/hill-county.csv")
    var next = try Intake(workspace, intake.known, options, room: 1 << 20)
    try await next.take(month)
    let whole = MonthBook(workspace: workspace, known: next.known, options: options)
    #expect(try await whole.reading(month).findings.isEmpty)
  }

  /// Of a month's files with too many answers together those with the fewest count, whichever is read first.
  @Test(arguments: [1, 2, 3]) func moreAnswersThanAreReadOfAMonth(threads: Int) async throws {
    let campaign = try TemporaryCampaign()
    let workspace = try campaign.open()
    let month = try #require(Month("2016-06"))
    let head = "code,Kick-off,New organisations,Work fund\n"
    let many = head + String(repeating: "C1-01,yes,4,1\n", count: 4)
    try FileSystem.write(Array(many.utf8), to: workspace.inbox(month).appending("a-many.csv"))
    let late = head + "C1-03,yes,4,1\n"
    try FileSystem.write(Array(late.utf8), to: workspace.inbox(month).appending("late.csv"))
    let options = ReadingOptions(threads: threads)
    var intake = try Intake(workspace, try Known(nil, .en), options)
    try await intake.take(month)
    let known = intake.known
    let book = MonthBook(workspace: workspace, known: known, options: options)
    let inputs = try await book.inputs(month)
    // Three answers a row: 12 of the first file, 6 of the second, 3 of the third.
    for (most, read) in [(21, 3), (20, 2), (9, 2), (8, 1), (2, 0)] {
      let reading = try await MonthReading.read(
        inputs, nil, workspace, options, before: nil, room: ReadingRoom(answers: most, findings: 1000)
      ) { (sha256) throws(Failure) in try known.content(sha256) }
      let refused = reading.findings.filter { $0.code == "file-beyond-month" }.map(\.place.file)
      #expect(
        refused
          == Array(
            ["C1/hill-county.csv", "a-many.csv", "late.csv"].filter { file in
              ["late.csv": 3, "C1/hill-county.csv": 2, "a-many.csv": 1][file] ?? 0 <= 3 - read
            }))
      let unit = try #require(UnitCode("C1-03").flatMap { reading.returns.roster.index(of: $0) })
      #expect(reading.returns.statuses[0][unit] == (read > 0 ? .accepted : .missing))
    }
  }

  /// Rows of ledgers are kept, of which the files with the fewest count.
  @Test(arguments: [1, 2]) func moreRowsOfLedgersThanAreKeptOfAMonth(threads: Int) async throws {
    let campaign = try TemporaryCampaign()
    try FileSystem.write(
      Array(
        """
        id: staff
        kind: ledger
        key: no
        columns:
          - {id: no, label: No., type: text}
          - {id: age, label: Age, type: count}

        """.utf8), to: campaign.root.appending("forms/staff.yaml"))
    let file = campaign.root.appending("campaign.yaml")
    let text = String(decoding: try #require(try FileSystem.read(file, limit: 1 << 20)), as: UTF8.self)
    try FileSystem.remove(file)
    try FileSystem.write(
      Array(text.replacing("forms: [monthly]", with: "forms: [monthly, staff]").utf8), to: file)
    let workspace = try campaign.open()
    let month = try #require(Month("2016-06"))
    for (name, unit, count) in [("a.csv", "C1-01", 9), ("b.csv", "C1-02", 3), ("c.csv", "C1-03", 5)] {
      let rows = (0..<count).map { "\(unit),\(name)\($0),30\n" }.joined()
      try FileSystem.write(
        Array("code,No.,Age\n\(rows)".utf8), to: workspace.inbox(month).appending(name))
    }
    let options = ReadingOptions(threads: threads)
    var intake = try Intake(workspace, try Known(nil, .en), options)
    try await intake.take(month)
    let known = intake.known
    let inputs = try await MonthBook(workspace: workspace, known: known, options: options).inputs(month)
    // Sixteen bytes a row.
    for (rows, refused) in [(17, []), (16, ["a.csv"]), (8, ["a.csv"]), (7, ["a.csv", "c.csv"])] {
      let room = ReadingRoom(answers: 1000, findings: 1000, ledgerBytes: rows * 16)
      let reading = try await MonthReading.read(inputs, nil, workspace, options, before: nil, room: room) {
        (sha256) throws(Failure) in try known.content(sha256)
      }
      let found = reading.findings.filter { $0.code == "file-beyond-month" }.map(\.place.file)
      #expect(found == refused, "\(rows)")
    }
  }

  /// Of each file as much is told as of the others, the heavier first, and how much more there is.
  @Test(arguments: [1, 2, 3]) func moreFindingsThanAreKeptOfAMonth(threads: Int) async throws {
    let campaign = try TemporaryCampaign()
    let workspace = try campaign.open()
    let month = try #require(Month("2016-06"))
    // Of each row one rejection; of some a note beside it.
    for (name, count) in [("a.csv", 9), ("b.csv", 2), ("c.csv", 5), ("d.csv", 7)] {
      let rows = (0..<count).map { "X\($0),yes,,\n" }.joined()
      let text = "code,Kick-off,New organisations,Work fund,Extra\n" + rows
      try FileSystem.write(Array(text.utf8), to: workspace.inbox(month).appending(name))
    }
    let options = ReadingOptions(threads: threads)
    var intake = try Intake(workspace, try Known(nil, .en), options)
    try await intake.take(month)
    let known = intake.known
    let inputs = try await MonthBook(workspace: workspace, known: known, options: options).inputs(month)
    // Each file has a note on its last column besides.
    for (most, kept) in [
      (27, [10, 3, 6, 8]), (26, [9, 3, 6, 8]), (23, [7, 3, 6, 7]), (8, [2, 2, 2, 2]), (1, [1, 1, 1, 1]),
    ] {
      let reading = try await MonthReading.read(
        inputs, nil, workspace, options, before: nil, room: ReadingRoom(answers: 1000, findings: most)
      ) { (sha256) throws(Failure) in try known.content(sha256) }
      for (name, (kept, all)) in zip(["a.csv", "b.csv", "c.csv", "d.csv"], zip(kept, [10, 3, 6, 8])) {
        let found = reading.findings.filter { $0.place.file == name }
        #expect(found.count { $0.code != "findings-more" } == kept, "\(name) \(most)")
        #expect(found.count { $0.severity == .reject } == min(kept, all - 1))
        #expect(found.compactMap { ($0.reason as? FindingsMore)?.count } == (kept < all ? [all - kept] : []))
      }
    }
  }

  /// As much of each as may be, against trying one after the other.
  @Test func roomForFindingsIsShared() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<500 {
      let found = (0..<Int.random(in: 1..<12, using: &random)).map { _ in
        Int.random(in: 0..<20, using: &random)
      }
      let room = ReadingRoom(answers: 0, findings: Int.random(in: 0..<120, using: &random))
      let kept = { (most: Int) in found.reduce(0) { $0 + min($1, most) } }
      let wanted = (1...20).last { kept($0) <= room.findings } ?? 1
      #expect(kept(room.findings(ofEach: found)) == kept(wanted), "\(found) \(room.findings)")
    }
    #expect(ReadingRoom(answers: 0, findings: 5).findings(ofEach: []) == .max)
  }
}
