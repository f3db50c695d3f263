import Foundation
import Model
import Testing

@testable import Pipeline

/// What the reconciliation says of the national month is what was planted in its statements.
@Suite struct PlantedStatementTests {
  struct Fault {
    var kind: String
    var unit: UnitCode
    var about: UnitCode
  }

  /// The causes that tell of each kind.
  private static let causes: [String: ReconciliationCause.Kind] = [
    "statement-repeated": .repeated, "statement-late": .late, "statement-left-out": .twiceBelow,
    "statement-twice": .twiceAbove, "statement-shifted": .shifted, "statement-transposed": .transposed,
    "statement-dropped": .digitDropped,
  ]

  private func planted(_ path: String) throws -> [Fault] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts[0].hasPrefix("statement-"), let unit = UnitCode(parts[4]), let about = UnitCode(parts[5])
      else { return nil }
      return Fault(kind: parts[0], unit: unit, about: about)
    }
  }

  @Test func everyPlantedStatementDiffersForItsCause() async throws {
    let made = try await NationalMonth.shared.make()
    let roster = made.run.roster
    let faults = try planted(made.planted)
    #expect(faults.count == 35)
    for fault in faults {
      let (unit, about) = (
        try #require(roster.index(of: fault.unit)), try #require(roster.index(of: fault.about))
      )
      let found = try #require(made.run.reconciled.first { $0.unit == unit })
      #expect(found.verdict == .differs, "\(fault)")
      let cause = Self.causes[fault.kind]
      #expect(found.causes.contains { $0.kind == cause && $0.units == [about] }, "\(fault): \(found.causes)")
    }
  }

  /// A wrong statement shows once more in the sum above it, and nothing else differs.
  @Test func nothingElseDiffers() async throws {
    let made = try await NationalMonth.shared.make()
    let roster = made.run.roster
    let wrong = Set(try planted(made.planted).compactMap { roster.index(of: $0.unit) })
    for found in made.run.reconciled where found.verdict == .differs {
      let isAbove = roster.children(of: found.unit).contains { wrong.contains($0) }
      #expect(wrong.contains(found.unit) || isAbove, "\(roster.units[found.unit].name)")
    }
    // Where returns are missing nothing is called a difference.
    #expect(made.run.reconciled.count { $0.verdict == .incomplete } > 100)
  }
}
