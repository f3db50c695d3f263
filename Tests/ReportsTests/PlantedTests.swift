import Foundation
import Model
import Testing

@testable import Pipeline

/// Every error planted in the national month is found at its place, and nothing else is.
@Suite struct PlantedTests {
  struct Error: Hashable {
    var kind: String
    var file: String
    var row: Int
    var column: Int
    var unit: String
  }

  private func planted(_ path: String) throws -> [Error] {
    // The first five fields hold no quotes; values may.
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { line in
        let parts = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, let row = Int(parts[2]), let column = Int(parts[3]) else { return nil }
        return Error(
          kind: String(parts[0]), file: String(parts[1]), row: row, column: column,
          unit: String(parts[4]))
      }
  }

  /// For each kind the findings that tell of it; none for what is no error of a cell, row or file.
  private static let codes: [String: Set<String>] = [
    "unreadable-count": ["cell-not-a-count", "cell-grouping", "cell-negative"],
    "unreadable-flag": ["cell-not-a-flag"], "unreadable-amount": ["cell-not-an-amount"],
    "excess-decimals": ["cell-too-many-decimals"], "unknown-code": ["unit-unknown"],
    "foreign-row": ["unit-outside-sender"], "duplicate-different": ["unit-twice"],
    "duplicate-identical": ["unit-repeated"], "wrong-month": ["month-differs"],
    "unexpected-unit": ["unit-not-expected"], "unknown-column": ["heading-unknown"],
    "mistyped-heading": ["heading-unknown"], "empty-file": ["file-empty"],
    "header-only-file": ["file-no-rows"], "binary-file": ["file-not-text"],
    "unterminated-quote": ["file-broken"], "blank-cell": ["required-blank"],
  ]

  @Test func everyPlantedErrorIsFoundAtItsPlace() async throws {
    let made = try await NationalMonth.shared.make()
    let errors = try planted(made.planted)
    var left = made.run.findings
    for error in errors {
      guard let codes = Self.codes[error.kind] else { continue }
      let index = left.firstIndex { finding in
        codes.contains(finding.code) && finding.place.file == error.file
          && (error.row == 0 || finding.place.row == error.row)
          && (error.column == 0 || finding.place.column == 0 || finding.place.column == error.column)
      }
      if let index { left.remove(at: index) } else { Issue.record("not found: \(error)") }
    }
    #expect(errors.count { Self.codes[$0.kind] != nil } == 2500)
    // What a planted error says twice: the first row of a unit written twice, the column that a mistyped
    // heading leaves missing. Of some counties one township has the rest of a total that the generator gave.
    let expected = ["unit-twice": 10, "column-missing": 3, "scale": 5]
    #expect(Dictionary(grouping: left, by: \.code).mapValues(\.count) == expected)
  }

  @Test func unitsThatAreLeftOutAreMissing() async throws {
    let made = try await NationalMonth.shared.make()
    let roster = made.run.roster
    for error in try planted(made.planted) {
      let status = UnitCode(error.unit).flatMap { roster.index(of: $0) }
        .map { made.run.returns.statuses[0][$0] }
      switch error.kind {
      case "missing-row", "province-absent", "unknown-code": #expect(status == .missing, "\(error)")
      case "duplicate-different", "wrong-month": #expect(status == .rejected, "\(error)")
      case "duplicate-identical": #expect(status == .accepted, "\(error)")
      case "unexpected-unit": #expect(status == .notExpected, "\(error)")
      case "blank-cell", "not-applicable-cell": #expect(status == .accepted, "\(error)")
      default: break
      }
    }
  }

  @Test func lateFilesAreLate() async throws {
    let made = try await NationalMonth.shared.make()
    let late = Set(try planted(made.planted).filter { $0.kind == "late-file" }.map(\.file))
    let due = made.workspace.campaign.deadline.day(for: made.run.roster.month)
    let found = Set(made.run.returns.submissions.filter { $0.received.day > due }.map(\.path))
    #expect(found == late)
  }
}
