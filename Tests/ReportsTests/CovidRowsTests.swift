import Aggregate
import Foundation
import Model
import Testing

@testable import Pipeline

/// Rows that do not count, from the file to the cause that they show: 浙江 alone, with made-up numbers.
struct CovidRowsTests {
  private let heading = "单位代码,累计确诊,累计治愈,累计死亡\n"

  private func run(_ files: [(name: String, received: String, rows: String)]) async throws -> MonthRun {
    let folder = try Golden.folder("covid-rows")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["campaign.yaml", "forms", "registry.csv"] {
      try FileManager.default.copyItem(
        atPath: CovidMonth.fixture + "/" + name, toPath: folder + "/" + name)
    }
    let inbox = folder + "/inbox/2020-05"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    var list = "file,received_at\n"
    for file in files {
      try (heading + file.rows).write(toFile: inbox + "/" + file.name, atomically: true, encoding: .utf8)
      list += "\(file.name),\(file.received)\n"
    }
    try list.write(toFile: inbox + "/received.csv", atomically: true, encoding: .utf8)
    let workspace = try Workspace.open(folder, language: nil)
    return try await MonthRun.make(
      workspace, View(month: Month("2020-05"), options: ReadingOptions(threads: 1)))
  }

  /// The units directly below 浙江, 杭州 first.
  private func cities(_ run: MonthRun) throws -> [Int] {
    let province = try #require(UnitCode("330000").flatMap { run.roster.index(of: $0) })
    return run.roster.children(of: province)
  }

  @Test func unusedRowsKeepTheirNumbers() async throws {
    let run = try await run([
      ("a.csv", "2020-06-01", "330100,5,1,—\n330200,7,7,0\n330300,3,2,1\n330300,4,2,1\n"),
      ("b.csv", "2020-06-02", "330100,6,1,0\n330200,7,7,0\n330200,7,7,0\n"),
    ])
    let unused = run.returns.unused[0]
    let units = try ["330100", "330200", "330300"].map { code in
      try #require(UnitCode(code).flatMap { run.roster.index(of: $0) })
    }
    #expect(unused.count == 3)
    #expect(unused[units[0]]?.map(\.reason) == [.superseded])
    #expect(unused[units[0]]?.map(\.numbers) == [[5, 1, nil]])
    #expect(unused[units[1]]?.map(\.reason) == [.superseded, .repeated])
    #expect(unused[units[1]]?.map(\.source.row) == [3, 4])
    #expect(unused[units[2]]?.map(\.reason) == [.contradicted, .contradicted])
    #expect(unused[units[2]]?.map { $0.numbers[0] } == [3, 4])
    #expect(run.returns.columns[0][units[2]] == nil && run.returns.columns[0][units[0]] == 6)
  }

  @Test func rowsThatDoNotCountExplainGaps() async throws {
    let empty = try await run([("a.csv", "2020-06-01", "330000,1,1,1\n")])
    let codes = try cities(empty).map { empty.roster.units[$0].code.description }
    let others = codes.dropFirst().map { "\($0),1,1,1\n" }.joined()
    let count = codes.count - 1
    let made = try await run([
      ("province.csv", "2020-06-01", "330000,\(count + 40),\(count + 41),\(count)\n"),
      ("cities.csv", "2020-06-02", "\(codes[0]),40,0,—\n\(codes[0]),0,41,—\n" + others),
    ])
    let found = Reconciliation.make(campaign: made.campaign, returns: made.returns)
      .filter { $0.own != nil }
    #expect(found.map(\.verdict) == [.incomplete, .incomplete, .incomplete])
    #expect(found.map { $0.causes.map(\.kind) } == [[.missingRejected], [.missingRejected], []])
    #expect(found.map { $0.causes.first?.source?.row } == [2, 3, nil])
  }

  @Test func noMoreThanSomeRowsAreKept() async throws {
    let rows = (0..<20).map { "330100,\($0),1,0\n" }.joined()
    let made = try await run([("a.csv", "2020-06-01", rows)])
    #expect(made.returns.unused[0].values.map(\.count) == [Returns.mostUnused])
  }
}
