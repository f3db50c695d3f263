import Foundation
import Pipeline
import Testing

/// `docs/outputs.md` lists every file that a run writes, and every exit code.
@Suite struct OutputsPageTests {
  private static let file = Golden.root + "/docs/outputs.md"

  /// The files of the months in `reports/`, as their digests list them, with what differs from month to month in capitals.
  private static func written() throws -> Set<String> {
    let reports = Golden.root + "/reports/"
    let lists = try FileManager.default.subpathsOfDirectory(atPath: reports).filter {
      $0.hasSuffix("/SHA256SUMS")
    }
    let files = try lists.flatMap { list in
      try String(contentsOfFile: reports + list, encoding: .utf8).split(separator: "\n")
        .compactMap { $0.firstMatch(of: /^[0-9a-f]{64}  (.+)$/).map { String($0.output.1) } }
    }
    return Set(
      ["SHA256SUMS"]
        + files.map { path in
          switch path.split(separator: "/").first {
          case "feedback": "feedback/CODE-NAME.md"
          case "charts": "charts/NAME.svg"
          case "returned": "returned/CODE-NAME/"
          default: path
          }
        })
  }

  @Test func pageListsTheFilesThatAreWritten() throws {
    let page = try String(contentsOfFile: Self.file, encoding: .utf8)
    let rows = page.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "| file | rows |" }
      .dropFirst(2).prefix { $0.hasPrefix("|") }
    let listed = Set(rows.compactMap { $0.firstMatch(of: /`([^`]+)`/).map { String($0.output.1) } })
    let written = try Self.written()
    #expect(written.count > 15)
    #expect(listed == written, "\(listed.symmetricDifference(written).sorted())")
  }

  @Test func pageListsTheExitCodes() throws {
    let page = try String(contentsOfFile: Self.file, encoding: .utf8)
    let parts = page.components(separatedBy: "<!-- exit codes: made from the code -->\n")
    try #require(parts.count == 3)
    let rows = Failure.Code.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    let table = (["| code | meaning |", "|---|---|", "| 0 | done |"] + rows).joined(separator: "\n") + "\n"
    let marked =
      parts[0] + "<!-- exit codes: made from the code -->\n" + table
      + "<!-- exit codes: made from the code -->\n" + parts[2]
    if parts[1] != table || Golden.isRecording { try Golden.compare(marked, withFile: Self.file) }
  }

  /// The READMEs quote the bulletin of the nation as it is.
  @Test(arguments: ["README.md", "README.zh.md"])
  func readmeQuotesTheBulletin(_ name: String) throws {
    let page = try String(contentsOfFile: Golden.root + "/" + name, encoding: .utf8)
    let quoted = page.split(separator: "\n").filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }.joined()
      .replacing(/…+$/, with: "")
    let month = Golden.root + "/reports/baixian-qianxiang/2016-06/"
    let bulletin = try String(contentsOfFile: month + "bulletin.md", encoding: .utf8)
    #expect(quoted.count > 100 && bulletin.contains(quoted))
  }

  /// What cron.md says to do is said of every code.
  @Test func everyExitCodeHasAnAnswer() throws {
    let page = try String(contentsOfFile: Golden.root + "/docs/cron.md", encoding: .utf8)
    for code in [0] + Failure.Code.allCases.map(\.rawValue) {
      #expect(page.contains("\n| \(code) | "), "\(code)")
    }
  }
}
