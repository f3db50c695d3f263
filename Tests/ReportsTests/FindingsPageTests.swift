import Aggregate
import Check
import Foundation
import Ingest
import Model
import Testing

@testable import Pipeline

/// `docs/findings.md` lists every finding as the code words it.
@Suite struct FindingsPageTests {
  private static let examples: [any FindingReason] =
    IngestFindings.examples + CheckFindings.examples + [
      SumOverflow(), FormulaOverflow(count: 2), LedgerOverflow(count: 2),
    ]

  private func page() -> String {
    var text = """
      # Findings

      What yuebao says of a file, a row or a cell, by its code. Made from the code; `make golden` writes it anew.
      `reject`: it does not count. `query`: it counts, and must be mended or explained. `note`: good to know.


      """
    let byCode = Dictionary(grouping: Self.examples) { type(of: $0).code }
    for (code, reasons) in byCode.sorted(by: { $0.key < $1.key }) {
      text += "## \(code) (\(reasons[0].severity.name))\n\n"
      for reason in reasons {
        text += "- \(reason.message(.zh))\n  \(reason.message(.en))\n"
      }
      text += "\n"
    }
    text.removeLast()
    return text
  }

  @Test func pageIsWhatTheCodeSays() throws {
    try Golden.compare(page(), withFile: Golden.root + "/docs/findings.md")
  }

  @Test func messagesAreWhole() {
    for reason in Self.examples {
      let (zh, en) = (reason.message(.zh), reason.message(.en))
      #expect(zh.hasSuffix("。"), "\(zh)")
      #expect(en.hasSuffix("."), "\(en)")
      #expect(!en.unicodeScalars.contains { (0x3001...0x3002).contains($0.value) }, "\(en)")
    }
  }

  /// Each reason occurs in the one-city fixture, but for those that no file of one month can show.
  @Test func everyFindingHasItsPlaceInTheFixture() async throws {
    let workspace = try Workspace.open(Golden.root + "/fixtures/one-city", language: nil)
    let run = try await MonthRun.make(
      workspace, View(month: Month("2016-06"), options: ReadingOptions(threads: 2)))
    let all = Set(Self.examples.map { type(of: $0).code })
    let elsewhere: Set = [
      "file-vanished", "file-replaced", "file-unreadable", "file-too-large", "file-not-regular",
      "findings-more",
      "month-zero-dropped", "received-heading", "received-unreadable", "sum-overflow", "formula-overflow",
      // These need earlier months, explanations, or values that no unit of the fixture has: Tests/CheckTests.
      "all-full", "all-zero", "check-more", "copied", "explanation-unmatched", "jump", "outlier-own",
      "outlier-siblings", "parts-sum", "personal-data", "range", "rule", "same-as-sibling", "scale",
      "stock-fell", "stock-flow", "swapped-rows", "transposed",
      // These need a ledger.
      "ledger-key-repeated", "ledger-overflow", "ledger-rows-gone", "row-rule",
    ]
    #expect(all.subtracting(run.findings.map(\.code)) == elsewhere)
  }
}
