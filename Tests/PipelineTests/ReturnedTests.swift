import Foundation
import Model
import Testing

@testable import Pipeline

@Suite struct ReturnedOutputTests {
  /// A campaign as `yuebao init` makes it, its inbox emptied, with these files of the unit C1.
  private func run(_ files: [String: String]) async throws -> [String] {
    let root = NSTemporaryDirectory() + "yuebao-returned-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    _ = try NewCampaign.create(in: root, language: .en)
    try FileManager.default.removeItem(atPath: root + "/inbox/2016-06")
    for (name, text) in files {
      let file = URL(fileURLWithPath: root + "/inbox/2016-06/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let workspace = try Workspace.open(root, language: nil)
    let month = try #require(Month("2016-06"))
    let run = try await MonthRun.make(
      workspace, View(month: month, options: ReadingOptions(threads: 1)))
    let made = try await run.write(into: Path(root + "/out"))
    let sums = try String(contentsOfFile: made + "/SHA256SUMS", encoding: .utf8)
    let returned = made + "/returned"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: returned)) ?? []
    let written = names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".xlsx") }
    for name in written { #expect(sums.contains("  returned/\(name)\n")) }
    return written.sorted()
  }

  private static let bad = "code,name,month,Kick-off\nC1-01,Bridge,2016-06,perhaps\n"
  private static let good =
    "code,name,month,Kick-off,New organisations,Work fund\nC1-01,Bridge,2016-06,yes,3,1\n"

  @Test func onlySendersWithSomethingToMend() async throws {
    #expect(try await run(["C1/good.csv": Self.good]).isEmpty)
    let names = try await run(["C1/bad.csv": Self.bad, "bad.csv": Self.bad])
    #expect(names.count == 4)
    #expect(names.suffix(2) == ["unknown/bad.xlsx", "unknown/mend.md"])
    #expect(names.allSatisfy { $0.hasPrefix("C1-") || $0.hasPrefix("unknown/") })
  }

  @Test func namesDifferAndFit() async throws {
    let long = String(repeating: "long", count: 50)
    let names = try await run([
      "C1/a/x.csv": Self.bad, "C1/b/x.csv": Self.bad + "\n", "C1/X.txt": Self.bad + "\n\n",
      "C1/\(long).csv": Self.bad + "\n\n\n", "C1/what?.csv": Self.bad + "\n\n\n\n", "C1/empty.csv": "",
      // The same bytes from the same sender are one submission.
      "C1/c/same.csv": Self.bad,
    ])
    let copies = names.compactMap { $0.split(separator: "/").last }.filter { $0.hasSuffix(".xlsx") }
    #expect(copies.count == 5)
    #expect(Set(copies.map { $0.lowercased() }).count == 5)
    #expect(copies.allSatisfy { $0.utf8.count <= 100 })
    #expect(copies.contains("what_.xlsx"))
  }
}
