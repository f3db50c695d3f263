import Foundation
import Model
import Testing

@testable import Pipeline
@testable import generator

/// The national month: its inbox is made once a test run.
actor NationalMonth {
  static let shared = NationalMonth()
  /// The month of its inbox.
  static let month = Model.Month("2016-06")

  /// A copy of the campaign with a fresh inbox, and the list of planted errors.
  struct Made: Sendable {
    var workspace: Workspace
    var planted: String
    var run: MonthRun
  }

  private var task: Task<Made, any Error>?

  func make() async throws -> Made {
    if let task { return try await task.value }
    let task = Task { try await Self.fresh() }
    self.task = task
    return try await task.value
  }

  private static func fresh() async throws -> Made {
    let folder = try Golden.folder("national")
    let source = Golden.root + "/fixtures/baixian-qianxiang"
    for name in ["campaign.yaml", "forms", "registry.csv"] {
      try FileManager.default.copyItem(atPath: source + "/" + name, toPath: folder + "/" + name)
    }
    let planted = folder + "/planted.csv"
    try generator.Inbox.make(
      InboxOptions([folder + "/registry.csv", folder + "/inbox", "--planted", planted]))
    let workspace = try Workspace.open(folder, language: nil)
    let run = try await MonthRun.make(
      workspace, View(month: month, options: ReadingOptions(threads: 2)))
    return Made(workspace: workspace, planted: planted, run: run)
  }
}
