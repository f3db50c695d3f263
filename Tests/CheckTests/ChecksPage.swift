import Foundation
import Model
import Testing

@testable import Check

/// Parts of docs/checks.md that are made from the code, between marks such as `<!-- recall -->`.
enum ChecksPage {
  /// Compares a part of the page; with `YUEBAO_RECORD=1` writes it anew and fails.
  static func compare(_ text: String, part: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/checks.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(page.range(of: "<!-- \(part) -->\n")).upperBound
    let end = try #require(page.range(of: "\n<!-- /\(part) -->")).lowerBound
    guard start > end || page[start..<end] != text else { return }
    guard ProcessInfo.processInfo.environment["YUEBAO_RECORD"] == "1" else {
      Issue.record("the part \(part) of docs/checks.md differs; `make golden` records it anew")
      return
    }
    let new = page[..<start] + text + page[end...]
    try String(new).write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.path) anew")
  }
}

@Suite(.serialized) struct ChecksPageTests {
  @Test func defaultsAreThoseOfTheCode() throws {
    let rows = BuiltInCheck.allCases.map { check in
      let limits = check.limits.map { "`\($0.limit.rawValue)` \($0.value)" }.joined(separator: ", ")
      let scope = check.isOwn ? "own" : "other months or units"
      let state = check.isOnByDefault ? "" : " (off)"
      return "| `\(check.rawValue)`\(state) | \(check.severity.name) | \(scope) | \(limits) |"
    }
    let head = ["| check | severity | looks at | thresholds |", "|---|---|---|---|"]
    try ChecksPage.compare((head + rows).joined(separator: "\n"), part: "defaults")
  }

  @Test func messagesAreThoseOfTheCode() throws {
    let rows = CheckFindings.examples.map {
      "- `\($0.code)`: \($0.message(.zh))\n  \($0.message(.en))"
    }
    try ChecksPage.compare(rows.joined(separator: "\n"), part: "messages")
  }
}
