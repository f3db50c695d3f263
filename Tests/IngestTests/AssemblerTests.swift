import Model
import Testing
import TestSupport

@testable import Ingest

@Suite struct AssemblerTests {
  let fixture: Fixture
  let town: Int

  init() throws {
    fixture = try Fixture()
    town = try fixture.unit("130102001")
  }

  @Test func countsARepeatedRowOnce() {
    let reading = fixture.rows("130102001,,,是,9,1,,,", "130102001,城关镇,,是,9,1.0,,,")
    let (returns, findings) = fixture.assemble(reading)
    #expect(findings.map(Fixture.line) == ["unit-repeated 3"])
    #expect(returns.columns[1][town] == 9)
    #expect(returns.sources[0][town].row == 2)
  }

  @Test func countsNeitherOfTwo() {
    let (returns, findings) = fixture.assemble(
      fixture.rows("130102001,,,是,9,1,,,", path: "b.csv"),
      fixture.rows("130102001,,,是,8,1,,,", "130102001,,,是,8,1,,,", path: "a.csv"))
    #expect(findings.map(Fixture.line) == ["unit-twice 2", "unit-twice 3", "unit-twice 2"])
    #expect(findings.map(\.place.file) == ["a.csv", "a.csv", "b.csv"])
    let others = findings.compactMap { ($0.reason as? UnitTwice)?.other }
    #expect(
      others == [.init(file: "b.csv", row: 2), .init(file: "b.csv", row: 2), .init(file: "a.csv", row: 2)])
    #expect(returns.statuses[0][town] == .rejected)
    #expect(returns.sources[0][town] == ReturnSource(submission: 0, row: 2))
    #expect(returns.columns[1].states[town] == .notReported)
  }

  @Test func theLaterCounts() {
    let (returns, findings) = fixture.assemble(
      fixture.rows("130102001,,,是,9,1,,,", "130102001,,,否,9,1,,,", path: "a.csv", at: 5),
      fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: 6),
      fixture.rows("130102001,,2016-05,是,7,1,,,", path: "c.csv", at: 7))
    #expect(
      findings.map(Fixture.line) == ["unit-superseded 2", "unit-superseded 3", "month-differs C2 2016-05"])
    #expect((findings.first?.reason as? UnitSuperseded)?.other == OtherRow(file: "b.csv", row: 2))
    #expect(returns.columns[1][town] == 7)
    #expect(returns.received(form: 0, unit: town) == LocalTime(minutes: 6))
    #expect(returns.firstReceived(form: 0, unit: town) == LocalTime(minutes: 5))
  }

  @Test func textsAreComparedAndKept() {
    let (returns, findings) = fixture.assemble(
      fixture.rows("130102,,,是,,,,,甲", "130102001,,,是,,,,,乙", path: "b.csv"),
      fixture.rows("130102,,,是,,,,,甲", "130102002,,,是,,,,,丙", path: "a.csv"),
      fixture.rows("130102001,,,是,,,,,丁", path: "c.csv"))
    #expect(findings.map(\.code) == ["unit-repeated", "unit-twice", "unit-twice"])
    let texts = (1...3).map { returns.columns[5][$0].map { returns.texts[Int($0)] } }
    #expect(texts == ["甲", nil, "丙"])
  }

  @Test(arguments: 0..<20) func orderDoesNotMatter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let codes = ["130102", "130102001", "130102002", "130103", "130103001", "9"]
    var readings = (0..<8).map { file in
      let rows = (0..<5).map { _ in
        let code = codes.randomElement(using: &random) ?? ""
        return
          "\(code),,,是,\(Int.random(in: 0..<2, using: &random)),x,,,文\(Int.random(in: 0..<2, using: &random))"
      }
      let text = ([Fixture.headings] + rows).joined(separator: "\n")
      return fixture.read(text, path: "\(file).csv", at: Int.random(in: 0..<3, using: &random))
    }
    let wanted = ReturnsAssembler.assemble(readings, campaign: fixture.campaign, roster: fixture.roster)
    readings.shuffle(using: &random)
    let found = ReturnsAssembler.assemble(readings, campaign: fixture.campaign, roster: fixture.roster)
    #expect(found.findings.map(Fixture.line) == wanted.findings.map(Fixture.line))
    #expect(found.findings.map { $0.reason.message(.zh) } == wanted.findings.map { $0.reason.message(.zh) })
    #expect(found.returns.statuses == wanted.returns.statuses)
    #expect(found.returns.sources == wanted.returns.sources)
    #expect(found.returns.texts == wanted.returns.texts)
    #expect(found.returns.columns.map(\.values) == wanted.returns.columns.map(\.values))
    #expect(found.returns.submissions.map(\.path) == (0..<8).map { "\($0).csv" })
    for count in 2...9 {
      let assembler = ReturnsAssembler(readings, campaign: fixture.campaign, roster: fixture.roster)
      let joined = assembler.joined((0..<count).map { assembler.part($0, of: count) })
      #expect(joined.findings.map(Fixture.line) == wanted.findings.map(Fixture.line))
      #expect(joined.returns.texts == wanted.returns.texts)
      #expect(joined.returns.columns.map(\.values) == wanted.returns.columns.map(\.values))
      #expect(joined.returns.columns.map(\.states) == wanted.returns.columns.map(\.states))
    }
  }
}
