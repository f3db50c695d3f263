import Aggregate
import Foundation
import Ingest
import Model
import Testing

@testable import Pipeline

@Suite struct NationalTests {
  /// Too large for the repository; `SHA256SUMS` speaks for them.
  private static let large: Set<String> = [
    "bulletin.html", "units.csv", "submissions.csv", "returned", "bulletin.xlsx",
  ]

  @Test func reportsAreWhatTheCodeMakes() async throws {
    let folder = try Golden.folder("national-reports")
    let made = try await NationalMonth.shared.make().run.write(into: Path(folder))
    try Golden.compare(
      made, with: Golden.root + "/reports/baixian-qianxiang/2016-06", ignored: Self.large)
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func saysTheSentence() async throws {
    let text = try await NationalMonth.shared.make().run.bulletin(of: 0)
    #expect(
      text.contains(
        "共有24个省、308个地市、2277个县(市、区)、23106个乡镇召开了动员会，分别占省、地市、县(市、区)、乡镇总数的75%、91%、93%、68%"))
    #expect(
      text.contains(
        "共有21个省、196个地市、1377个县(市、区)、16743个乡镇召开了述评会，分别占省、地市、县(市、区)、乡镇总数的66%、58%、56%、49%"))
    #expect(text.contains("省32个、地市338个、县(市、区)2448个、乡镇33979个"))
  }

  /// The published report of June 2016: indicator, counted level, numerator, denominator.
  static let published: [(String, String?, Int64, Int64?)] = [
    ("kickoff_rate", "province", 24, 32), ("kickoff_rate", "city", 308, 338),
    ("kickoff_rate", "county", 2277, 2448), ("kickoff_rate", "township", 23106, 33979),
    ("review_rate", "province", 21, 32), ("review_rate", "city", 196, 338),
    ("review_rate", "county", 1377, 2448), ("review_rate", "township", 16743, 33979),
    ("fund_rate", "township", 25473, 33979), ("orgs_new", nil, 36666, nil),
    ("orgs_total", nil, 700_000, nil), ("coop_committees", nil, 2338, nil),
    ("coop_orgs", nil, 100_000, nil), ("chat_groups", nil, 188_000, nil),
    ("chat_members", nil, 4_590_000, nil), ("members", nil, 343_000, nil),
    ("members_in", nil, 39_000, nil), ("members_out", nil, 25_000, nil),
    ("dissolved", nil, 5609, nil), ("put_right", nil, 28_000, nil),
  ]

  @Test(arguments: published)
  func total(_ id: String, _ level: String?, _ numerator: Int64, _ denominator: Int64?) async throws {
    let made = try await NationalMonth.shared.make()
    let campaign = made.workspace.campaign
    let indicator = try #require(campaign.indicators.firstIndex { $0.id == id })
    let rank = level.flatMap { campaign.levels.rank(of: $0) }
    let figure = made.run.figures.figure(unit: 0, indicator: indicator, level: rank)
    #expect(figure?.numerator == numerator)
    #expect(figure?.denominator == denominator)
  }

  @Test func composition() async throws {
    let made = try await NationalMonth.shared.make()
    let indicator = try #require(made.workspace.campaign.indicators.firstIndex { $0.id == "committee" })
    let shares = (0..<8).map { part in
      made.run.figures.figure(unit: 0, indicator: indicator, level: nil, part: part)?
        .percent(decimals: 1) ?? ""
    }
    #expect(shares == ["53.0", "11.0", "8.3", "4.5", "3.9", "3.4", "1.2", "14.7"])
  }

  @Test func sameBytesWithOneThreadAndAnotherOrder() async throws {
    let made = try await NationalMonth.shared.make()
    let month = made.run.roster.month
    var inbox = try Inbox(made.workspace.inbox(month))
    inbox.files.reverse()
    let options = ReadingOptions(threads: 1)
    var intake = try Intake(made.workspace, try Known(nil, .zh), options)
    try await intake.take(
      inbox, of: month,
      receivedList: made.workspace.inbox(month).appending(Inbox.receivedList))
    let book = MonthBook(workspace: made.workspace, known: intake.known, options: options)
    let again = try await MonthRun(made.workspace, try await book.checked(month), threads: 2)
    let folders = (try Golden.folder("order-a"), try Golden.folder("order-b"))
    let first = try await Golden.files(made.run.write(into: Path(folders.0)))
    let second = try await Golden.files(again.write(into: Path(folders.1)))
    #expect(first == second)
    for folder in [folders.0, folders.1] { try FileManager.default.removeItem(atPath: folder) }
  }
}
