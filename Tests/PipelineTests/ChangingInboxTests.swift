import Glibc
import Model
import Testing

@testable import Pipeline

/// What happens to the inbox between its listing and the reading of its files.
@Suite struct ChangingInboxTests {
  private let campaign: TemporaryCampaign
  private let workspace: Workspace
  private let month: Month
  private let inbox: Inbox
  private let late: Path

  init() throws {
    campaign = try TemporaryCampaign()
    workspace = try campaign.open()
    month = try #require(Month("2016-06"))
    let folder = workspace.inbox(month)
    late = folder.appending("late.csv")
    try FileSystem.write(Array("code,Kick-off,New organisations,Work fund\nC1-03,yes,4,1\n".utf8), to: late)
    inbox = try Inbox(folder)
  }

  private func read() async throws -> MonthReading {
    let options = ReadingOptions(threads: 2)
    var intake = try Intake(workspace, try Known(nil, .en), options)
    try await intake.take(inbox, of: month, receivedList: nil)
    return try await MonthBook(workspace: workspace, known: intake.known, options: options).reading(month)
  }

  @Test func nothingHappens() async throws {
    let reading = try await read()
    #expect(reading.findings.isEmpty)
    #expect(reading.returns.statuses[0] == [.notExpected, .accepted, .accepted, .accepted])
  }

  @Test func aFileVanishes() async throws {
    try FileSystem.remove(late)
    let reading = try await read()
    #expect(reading.findings.map(\.code) == ["file-vanished"])
    #expect(reading.findings.first?.place == Place(file: "late.csv"))
    #expect(reading.returns.statuses[0] == [.notExpected, .accepted, .accepted, .missing])
  }

  @Test func aFileBecomesAFolder() async throws {
    try FileSystem.remove(late)
    try FileSystem.makeFolder(late)
    #expect(try await read().findings.map(\.code) == ["file-unreadable"])
  }

  @Test func aFileBecomesAPipe() async throws {
    try FileSystem.remove(late)
    try #require(unsafe mkfifo(late.cString, 0o644) == 0)
    #expect(try await read().findings.map(\.code) == ["file-unreadable"])
  }

  @Test func theFolderVanishes() async throws {
    try FileSystem.remove(workspace.inbox(month))
    let reading = try await read()
    #expect(reading.findings.map(\.code) == ["file-vanished", "file-vanished"])
  }

  @Test func aFileGrows() async throws {
    try FileSystem.remove(late)
    let rows = String(repeating: "C1-03,yes,4,1\n", count: 20_000)
    try FileSystem.write(Array(("code,Kick-off,New organisations,Work fund\n" + rows).utf8), to: late)
    #expect(try await read().returns.statuses[0].count == 4)
  }
}
