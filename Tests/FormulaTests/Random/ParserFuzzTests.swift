import Model
import TestSupport
import Testing

@testable import Formula

/// Whatever is written is read or refused, with a place.
@Suite struct ParserFuzzTests {
  @Test func randomBytesAreRefusedOrRead() {
    FuzzTime.run("random bytes", times: 3000) { round in
      var random = SplitMix64(seed: UInt64(round))
      let isASCII = Bool.random(using: &random)
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        UInt8.random(in: isASCII ? 32...126 : 0...255, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  static let tokens = [
    "kickoff", "动员会", "orgs", "fund", "quality", "held", "problems", "同名", "\"工作经费(万元)\"", "and", "or",
    "not", "in", "in (", "between", "is", "is null", "null", "true", "FALSE", "(", ")", "(", ")", ",", "+",
    "-",
    "*", "/", "=", "<>", "<", "<=", ">", ">=", "0", "1", "2.5", "999999999999999999", "0.000000001", "'好'",
    "'2016-06-01'", "'", "\"", "coalesce(", "abs(", "age(", "min(", "Max(", "prior(", "parent(", "children(",
    "children_count(", "sum(", "share(", "mean(", "count(", "prior", "\n", "e\u{301}", "👨‍👩‍👧", "\u{0}", "（", "！",
    ".", "÷",
  ]

  @Test func randomTokensAreRefusedOrRead() {
    FuzzTime.run("random tokens", times: 6000) { round in
      var random = SplitMix64(seed: UInt64(round))
      let tokens = (0..<Int.random(in: 1..<16, using: &random)).map { _ in
        Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
      }
      check(tokens.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  @Test func formulasWithMistakesAreRefusedOrRead() {
    FuzzTime.run("mutations", times: 3000) { round in
      var maker = Maker(seed: UInt64(round))
      var source = Array(maker.coin() ? maker.condition(3).text : maker.number(3).text)
      let others = Array(maker.condition(2).text)
      for _ in 0..<1 + maker.below(3) {
        guard !source.isEmpty else { break }
        let place = maker.below(source.count)
        switch maker.below(5) {
        case 0: source.remove(at: place)
        case 1: source.insert(others[maker.below(others.count)], at: place)
        case 2: source.swapAt(place, maker.below(source.count))
        case 3: source.removeSubrange(place..<min(source.count, place + 1 + maker.below(9)))
        default: source.insert(contentsOf: maker.pick(Self.tokens), at: place)
        }
      }
      check(String(source))
    }
  }

  /// What is read as a rule of a ledger is one over items, and what is not has a place in what was written.
  private func checkLifted(_ source: String) {
    do {
      let lifted = try LiftedCondition(source, columns: Fixture.items, id: "l")
      let parts = lifted.parts.map { Fixture.item($0.id, $0.label, .amount(decimals: $0.decimals)) }
      let formula = try lifted.read(over: Fixture.items + parts)
      #expect(formula.type == .truth && lifted.parts.isEmpty == (lifted.formula == source), "\(source)")
    } catch {
      #expect(error.column >= 1 && error.column + error.length <= source.count + 1, "\(source)")
    }
  }

  private func check(_ source: String) {
    checkLifted(source)
    do {
      let formula = try Formula(source, items: Fixture.items)
      let world = FormulaInput(
        columns: Fixture.columns([["orgs": 3, "kickoff": 1], ["fund": 250], [:]]), count: 3,
        prior: Fixture.columns([["orgs": .max], [:], ["fund": .min]]), parent: [-1, 0, 0],
        month: Month("2016-06"))
      let result = formula.evaluate(world)
      #expect(result.truths.count + result.values.count == 3, "\(source)")
      #expect(formula.explain(units: [0, 1, 2], world).count == 3, "\(source)")
      let violations = formula.violations(units: [0, 1, 2], world)
      #expect(zip(violations, result.truths).allSatisfy { $0.isEmpty || $1 == .no }, "\(source)")
      #expect(formula.program.steps.count <= 2 * source.count, "\(source)")
    } catch {
      #expect(error.column >= 1 && error.column + error.length <= source.count + 1, "\(source)")
      #expect(!error.message(.zh).isEmpty && !error.message(.en).isEmpty)
    }
  }
}
