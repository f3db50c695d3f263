import Model
import Testing

@testable import Ingest

/// A file may have a row in few bytes, of which each takes a place for every item.
@Suite struct AnswerLimitTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func read(_ text: String, mostAnswers: Int, usesLane: Bool) -> SubmissionReading {
    let context = ReadingContext(
      campaign: fixture.campaign, registry: fixture.registry, roster: fixture.roster, mostAnswers: mostAnswers
    )
    let submission = Submission(
      path: "a.csv", size: 0, sha256: "", sender: nil, received: LocalTime(minutes: 0))
    var sink = RowSink()
    sink.usesLane = usesLane
    // The array outlives the call.
    return unsafe Array(text.utf8).withUnsafeBytes {
      unsafe SubmissionReader(context).read($0, of: submission, sink)
    }
  }

  /// The form has six items, so that the second row fills the room for seven answers.
  @Test(arguments: [true, false]) func moreAnswersThanAreReadOfAFile(usesLane: Bool) throws {
    let rows = ["130102001", "130102002", "130102001", "x", "130102002"].map { "\($0),,2016-06,,,,,,\n" }
    let text = Fixture.headings + "\n" + rows.joined()
    let reading = read(text, mostAnswers: 7, usesLane: usesLane)
    #expect(reading.rows.map(\.row) == [2, 3])
    #expect(reading.values.count == 12)
    let found = reading.findings.filter { $0.code == "file-broken" }
    #expect(found.map(\.place) == [Place(file: "a.csv", row: 4)])
    #expect((found.first?.reason as? FileBroken)?.kind == .tooManyAnswers)
    let whole = read(text, mostAnswers: 24, usesLane: usesLane)
    #expect(whole.rows.map(\.row) == [2, 3, 4, 6])
    #expect(whole.findings.map(\.code) == ["unit-unknown"])
  }

  /// A lane takes many rows at a time, and the last of them one by one.
  @Test(arguments: [true, false]) func manyRowsOfAFile(usesLane: Bool) {
    let rows = String(repeating: "130102001,,2016-06,,,,,,\n", count: 50_000)
    let reading = read(Fixture.headings + "\n" + rows, mostAnswers: 60_000, usesLane: usesLane)
    #expect(reading.rows.count == 10_000)
    #expect(reading.findings.map(\.place.row) == [10_002])
    #expect(reading.findings.map(\.code) == ["file-broken"])
  }

  /// A ledger's row has ten cells, so that the third fills the room for 25.
  @Test(arguments: [true, false]) func moreCellsThanAreReadOfALedger(usesLane: Bool) throws {
    let ledgers = try LedgerFixture()
    let context = ReadingContext(
      campaign: ledgers.campaign.asRead, registry: fixture.registry, roster: fixture.roster,
      mostLedgerCells: 25)
    let rows = (1...5).map { "13010200100000000\($0),,,,,,,,,\n" }.joined()
    let submission = Submission(
      path: "a.csv", size: 0, sha256: "", sender: nil, received: LocalTime(minutes: 0))
    var read: [Int32] = []
    var sink = RowSink(rows: { read += $0.rows })
    sink.usesLane = usesLane
    let reading = unsafe Array("\(LedgerFixture.headings)\n\(rows)".utf8).withUnsafeBytes {
      unsafe SubmissionReader(context).read($0, of: submission, sink)
    }
    #expect(read == [2, 3, 4])
    let found = reading.findings.filter { $0.code == "file-broken" }
    #expect(found.map(\.place) == [Place(file: "a.csv", row: 5)])
    #expect((found.first?.reason as? FileBroken)?.kind == .tooManyLedgerCells)
    // Where only figures are wanted, ledgers of any size are read.
    sink.keys = KeyRegister()
    read = []
    _ = unsafe Array("\(LedgerFixture.headings)\n\(rows)".utf8).withUnsafeBytes {
      unsafe SubmissionReader(context).read($0, of: submission, sink)
    }
    #expect(read == [2, 3, 4, 5, 6])
  }

  /// What is found where rows are set side by side is kept as sparingly as what is found in a file.
  @Test func manyRowsOfAUnit() throws {
    let rows = (0..<4210).map { "130102001,,2016-06,\($0 % 2 == 0 ? "是" : "否"),,,,,\n" }
    let text = Fixture.headings + "\n" + rows.joined()
    let (returns, findings) = fixture.assemble(fixture.read(text))
    #expect(returns.statuses[0][try fixture.unit("130102001")] == .rejected)
    #expect(findings.count == FindingLog.limit)
    #expect((findings.last?.reason as? FindingsMore)?.count == 4210 - FindingLog.limit + 1)
  }

  /// So are those of all files together; whatever is left out is counted.
  @Test func manyRowsOfUnitsInManyFiles() {
    let readings = (0..<3).map { file in
      let rows = String(repeating: "130102001,,2016-06,是,,,,,\n", count: 5)
      return fixture.read(Fixture.headings + "\n" + rows, path: "\(file).csv")
    }
    // Of 15 rows that say the same, 14 repeat the first.
    for (most, kept) in [(14, 14), (13, 13), (6, 6), (0, 0)] {
      let assembler = ReturnsAssembler(
        readings, campaign: fixture.campaign, roster: fixture.roster, mostFindings: most)
      let found = assembler.joined([assembler.part(0, of: 1)]).findings
      #expect(found.count { $0.code == UnitRepeated.code } == kept)
      #expect(found.reduce(0) { $0 + (($1.reason as? FindingsMore)?.count ?? 0) } == 14 - kept)
    }
  }

  /// Both limits let all that is expected through, however many units and items there are.
  @Test func limitsFollowTheCampaign() throws {
    let small = AnswerLimits(fixture.campaign, fixture.roster)
    #expect(small.file == AnswerLimits.least.file && small.month == AnswerLimits.least.month)
    var campaign = fixture.campaign
    campaign.forms[0].items = 0..<Int(Int32.max)
    campaign.forms[1].items = 0..<1
    let large = AnswerLimits(campaign, fixture.roster)
    let expected = fixture.roster.count * (Int(Int32.max) + 1)
    #expect(large.file == 2 * expected && large.month == 4 * expected)
    campaign.forms[0].items = 0..<Int.max / 2
    let endless = AnswerLimits(campaign, fixture.roster)
    #expect(endless.file > 0 && endless.month > 0)
  }
}
