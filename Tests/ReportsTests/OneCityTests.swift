import Foundation
import Model
import Testing

@testable import Pipeline

@Suite struct OneCityTests {
  private static let workspace = Golden.root + "/fixtures/one-city"

  private func run(_ options: ReadingOptions = ReadingOptions(threads: 2)) async throws -> MonthRun {
    let workspace = try Workspace.open(Self.workspace, language: nil)
    return try await MonthRun.make(
      workspace, View(month: Month("2016-06"), options: options))
  }

  @Test func reportsAreWhatTheCodeMakes() async throws {
    let folder = try Golden.folder("one-city")
    let made = try await run().write(into: Path(folder))
    // Its bytes depend on the versions of the libraries that write it.
    try Golden.compare(made, with: Golden.root + "/reports/one-city/2016-06", ignored: ["bulletin.xlsx"])
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func feedbackForACounty() async throws {
    let run = try await run()
    let text = run.bulletin(of: try run.unit("清河县"))
    #expect(text.hasPrefix("# 关于清河县2016年6月对标整改工作进展情况的通报\n"))
    #expect(text.contains("清河县共有3个乡镇召开了动员会，占乡镇总数的60%"))
    #expect(!text.contains("双河镇"))
  }

  @Test func englishHasNoChineseWordsOfItsOwn() async throws {
    let workspace = try Workspace.open(Self.workspace, language: .en)
    let run = try await MonthRun.make(
      workspace, View(month: Month("2016-06"), options: ReadingOptions(threads: 1)))
    let text = run.bulletin(of: 0)
    for word in ["共有", "占比", "未报", "应报", "表1", "名次", "本级", "审核"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("Table 1. "))
  }
}
