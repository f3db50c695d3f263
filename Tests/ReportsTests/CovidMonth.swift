import Aggregate
import Foundation
import Model
import Testing

@testable import Pipeline

/// A month-end of the real data, made into a campaign's inbox and read.
struct CovidMonth {
  /// The folder of the data; `nil` where it is not at hand.
  static let source: String? = {
    let data =
      ProcessInfo.processInfo.environment["YUEBAO_DATA"]
      ?? URL(filePath: Golden.root).deletingLastPathComponent().appending(path: "shared/data").path
    let folder = data + "/cn-covid-city"
    return FileManager.default.fileExists(atPath: folder + "/2020-02-29.csv") ? folder : nil
  }()
  static let fixture = Golden.root + "/fixtures/covid-city"
  /// The month-ends by their months.
  static let ends = [
    "2020-01": "31", "2020-02": "29", "2020-03": "31", "2020-04": "30", "2020-05": "31", "2020-06": "30",
    "2020-07": "31", "2020-08": "31", "2020-09": "30", "2020-10": "31", "2020-11": "30",
  ]

  let run: MonthRun
  let folder: String

  /// Converts and reads a month; `change` may add to the inbox before it is read.
  static func make(_ month: String, change: (_ inbox: String) throws -> Void = { _ in }) async throws
    -> CovidMonth
  {
    let folder = try Golden.folder("covid")
    for name in ["campaign.yaml", "forms", "registry.csv"] {
      try FileManager.default.copyItem(atPath: fixture + "/" + name, toPath: folder + "/" + name)
    }
    let inbox = folder + "/inbox/" + month
    _ = try output("python3", [fixture + "/convert.py", "inbox", try #require(source), month, inbox])
    try change(inbox)
    let workspace = try Workspace.open(folder, language: nil)
    return CovidMonth(
      run: try await MonthRun.make(
        workspace, View(month: Month(month), options: ReadingOptions(threads: 2))),
      folder: folder)
  }

  /// The statements of the month.
  var reconciled: [Reconciled] { reconciled() }

  /// The same beside an earlier month.
  func reconciled(after earlier: CovidMonth? = nil) -> [Reconciled] {
    let before = earlier.map { EarlierReturns($0.run.returns, on: run.roster, run.workspace.registry) }
    return Reconciliation.make(
      campaign: run.campaign, returns: run.returns, earlier: before?.columns ?? [])
  }

  func name(_ unit: Int) -> String { run.roster.units[unit].name }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The statements that differ, one a line as differences.awk prints them, sorted.
  var differences: [String] {
    reconciled.filter { $0.verdict == .differs }.map { found in
      let numbers = [found.own, found.below, found.difference].map { $0.map(String.init) ?? "-" }
      return ([name(found.unit), run.campaign.items[found.item].id] + numbers).joined(separator: ",")
    }.sorted()
  }

  /// The causes told, one a line.
  func causes(after earlier: CovidMonth? = nil) -> [String] {
    reconciled(after: earlier).flatMap { found in
      found.causes.map { cause in
        let units = cause.units.map(name).joined(separator: "+")
        let gap = "\(name(found.unit)) \(run.campaign.items[found.item].id) \(found.difference ?? 0)"
        return "\(gap) \(cause.kind.rawValue) \(units) \(cause.recorded)→\(cause.meant)"
      }
    }
  }

  /// The differences by the script that knows nothing of yuebao.
  static func scripted(_ month: String) throws -> [String] {
    let file = try #require(source) + "/\(month)-\(try #require(ends[month])).csv"
    return try output("awk", ["-f", fixture + "/differences.awk", file])
      .split(separator: "\n").map(String.init).sorted()
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: data, as: UTF8.self)
  }
}
