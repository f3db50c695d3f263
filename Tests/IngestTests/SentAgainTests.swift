import Model
import Testing

@testable import Ingest

/// What was wrong in a file need not be mended where its units have sent again.
@Suite struct SentAgainTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func told(_ readings: SubmissionReading...) -> [String] {
    ReturnsAssembler.assemble(readings, campaign: fixture.campaign, roster: fixture.roster).findings
      .filter { $0.code != UnitSuperseded.code }
      .map { "\($0.severity.name) \(Fixture.line($0))" }
  }

  private let wrong = ["130102001,,,是,x,1,,,", "130102002,,,是,y,1,,,"]

  private func old(_ more: String...) -> SubmissionReading {
    fixture.read(
      ([Fixture.headings] + wrong + more).joined(separator: "\n"), path: "a.csv", at: 5)
  }

  @Test func theRowsOfUnitsThatSentAgain() throws {
    let later = fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(old(), later) == ["note cell-not-a-count E2 x", "reject cell-not-a-count E3 y"])
    let (_, findings) = fixture.assemble(old(), later)
    let message = try #require(findings.first { $0.place.row == 2 && $0.code == "cell-not-a-count" }).reason
    #expect(message.message(.en).hasSuffix("It was sent again later: nothing need be mended here."))
    #expect(message.message(.zh).hasSuffix("后来已重新报送，此处不必再改。"))
  }

  @Test func notByAnEarlierFileOrOneOfTheSameMinute() {
    for minute in [4, 5] {
      let other = fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: minute)
      #expect(told(old(), other).filter { $0.hasSuffix("x") } == ["reject cell-not-a-count E2 x"])
    }
  }

  /// Neither of the two later rows counts, nor one of another month.
  @Test func notByRowsThatDoNotCount() {
    let twice = fixture.rows("130102001,,,是,7,1,,,", "130102001,,,是,8,1,,,", path: "b.csv", at: 6)
    #expect(told(old(), twice).contains("reject cell-not-a-count E2 x"))
    let otherMonth = fixture.rows("130102001,,2016-05,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(old(), otherMonth).contains("reject cell-not-a-count E2 x"))
  }

  @Test func aRowThatWasRejected() {
    let other = fixture.rows("130102001,,2016-05,是,7,1,,,", path: "a.csv", at: 5)
    let later = fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(other, later) == ["note month-differs C2 2016-05"])
  }

  /// A column that is missing is about all rows.
  @Test func whatIsAboutTheFile() {
    let head = "单位代码,动员会,委员人数,委员人数\n"
    let file = fixture.read(head + "130102001,是,1,1\n130102002,是,1,1\n", path: "a.csv", at: 5)
    let whole = told(file)
    #expect(whole.contains { $0.hasPrefix("reject heading-duplicate") }, "\(whole)")
    let one = fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(file, one) == whole)
    let both = fixture.rows("130102001,,,是,7,1,,,", "130102002,,,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(file, both).allSatisfy { $0.hasPrefix("note ") })
  }

  /// That many rows were sent again is told of some of them only.
  @Test func whatIsAboutALargeFile() {
    let rows = String(repeating: "130102001,是,1,1\n", count: 1500)
    let file = fixture.read("单位代码,动员会,委员人数,委员人数\n" + rows, path: "a.csv", at: 5)
    let later = fixture.rows("130102001,,,是,7,1,,,", path: "b.csv", at: 6)
    let found = told(file, later)
    #expect(found.contains { $0.hasPrefix("note heading-duplicate") }, "\(found)")
    #expect(
      found.contains { $0.hasPrefix("note findings-more") } && found.allSatisfy { $0.hasPrefix("note ") })
  }

  /// Behind what could not be read there may have been a unit that has not sent again.
  @Test func notWhereRowsWereLost() {
    let both = fixture.rows("130102001,,,是,7,1,,,", "130102002,,,是,7,1,,,", path: "b.csv", at: 6)
    #expect(told(old(), both).allSatisfy { $0.hasPrefix("note ") })
    let broken = told(old("\"130103,,,是,1"), both)
    #expect(broken.contains { $0.hasPrefix("reject file-broken") }, "\(broken)")
    let unknown = told(old("999999999,,,是,1,1,,,"), both)
    #expect(unknown.contains { $0.hasPrefix("reject unit-unknown") }, "\(unknown)")
    let above = "130103,,,是,1,1,,,\n" + Fixture.headings + "\n" + wrong.joined(separator: "\n")
    let unread = told(fixture.read(above, path: "a.csv", at: 5), both)
    #expect(unread.contains { $0.hasPrefix("query row-not-a-return") }, "\(unread)")
    let lost = told(
      fixture.read("单位代码,动员会,委员人数,委员人数\n130102001,是,1,1\n999999999,是,1,1\n", path: "a.csv", at: 5), both)
    #expect(lost.contains { $0.hasPrefix("reject heading-duplicate") }, "\(lost)")
  }
}
