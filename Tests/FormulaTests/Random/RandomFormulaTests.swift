import Foundation
import Model
import TestSupport
import Testing

@testable import Formula

/// How long the random tests run: with `YUEBAO_FUZZ_SECONDS` that many seconds each, else a certain number.
enum FuzzTime {
  static let seconds = ProcessInfo.processInfo.environment["YUEBAO_FUZZ_SECONDS"].flatMap(Double.init)

  /// Calls `body` with 0, 1, 2, … and says how often.
  static func run(_ name: String, times: Int, _ body: (Int) throws -> Void) rethrows {
    let end = seconds.map { ContinuousClock.now + .seconds($0) }
    var round = 0
    while end.map({ ContinuousClock.now < $0 }) ?? (round < times) {
      try body(round)
      round += 1
    }
    if seconds != nil { print("\(name): \(round) rounds") }
  }
}

/// Random formulas against a plain interpreter.
@Suite struct RandomFormulaTests {
  @Test func conditionsAgreeWithAPlainInterpreter() throws {
    try FuzzTime.run("conditions", times: 3000) { round in
      var maker = Maker(seed: 20_160_601 &+ UInt64(round))
      try check(maker.condition(1 + maker.below(4)), isCondition: true, World(&maker))
    }
  }

  @Test func numbersAgreeWithAPlainInterpreter() throws {
    try FuzzTime.run("numbers", times: 2000) { round in
      var maker = Maker(seed: 900_000_001 &+ UInt64(round))
      try check(maker.number(1 + maker.below(4)), isCondition: false, World(&maker))
    }
  }

  private func check(_ tree: Tree, isCondition: Bool, _ world: World) throws {
    let source = tree.text
    let formula: Formula
    do {
      formula = try Formula(source, items: Fixture.items)
    } catch {
      guard case .manyDecimals = error.kind else { throw error }
      return
    }
    let result = formula.evaluate(world.input)
    #expect(formula.program.steps.count <= 2 * source.count)
    for unit in world.now.indices {
      let oracle = Oracle(world: world, unit: unit)
      if isCondition {
        let expected = oracle.condition(tree).map { $0 ? "y" : "n" } ?? "?"
        let found = result.truths[unit].mark
        if found != expected {
          Issue.record("\(source) for unit \(unit) of \(world): \(found), not \(expected)")
        }
      } else {
        let expected = oracle.rounded(oracle.number(tree)).top
        let found = result.values[unit].map { Int128($0) }
        if found != expected.value || formula.type != .number(decimals: expected.decimals) {
          Issue.record("\(source) for unit \(unit) of \(world): \(found as Any), not \(expected)")
        }
      }
    }
  }
}
