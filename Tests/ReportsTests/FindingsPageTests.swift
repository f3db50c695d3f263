import Foundation
import Model
import Testing

@testable import Pipeline

/// `docs/findings.md` lists every finding as the code words it.
@Suite struct FindingsPageTests {
  private static let examples = FindingCodes.examples

  private func page() -> String {
    var text = """
      # Findings

      What yuebao says of a file, a row or a cell, by its code. Made from the code; `make golden` writes it anew.
      `reject`: it does not count. `query`: it counts, and must be mended or explained. `note`: good to know.
      What breaks a rule of a form has the rule's id as its code.


      """
    let byCode = Dictionary(grouping: Self.examples) { type(of: $0).code }
    for (code, reasons) in byCode.sorted(by: { $0.key < $1.key }) {
      let name = reasons[0].code == code ? code : "The id of the rule"
      text += "## \(name) (\(reasons[0].severity.name))\n\n"
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
      "file-beyond-month", "file-deferred", "findings-more",
      // The fixture has no ledger.
      "ledger-dates-reversed", "ledger-key-missing", "ledger-key-short", "ledger-key-twice",
      "month-zero-dropped", "received-heading", "received-long", "received-unreadable", "sum-overflow",
      "formula-overflow",
      // The fixture has no explanations.
      "explanation-empty", "explanation-heading", "explanation-month", "explanation-rule",
      "explanation-twice", "explanation-unit", "explanations-unreadable",
      // These need earlier months, explanations, or values that no unit of the fixture has: Tests/CheckTests.
      "all-full", "all-zero", "check-more", "copied", "explanation-unmatched", "jump", "outlier-own",
      "outlier-siblings", "parts-sum", "personal-data", "range", "rule", "same-as-sibling", "scale",
      "stock-fell", "stock-flow", "swapped-rows", "transposed",
      // These need a ledger.
      "ledger-key-repeated", "ledger-overflow", "ledger-rows-gone", "row-rule",
      // This needs items marked personal.
      "file-not-kept",
    ]
    #expect(all.subtracting(run.findings.map(\.code)) == elsewhere)
  }
}
