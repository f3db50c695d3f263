import Model
import Testing

@testable import Formula

/// A formula that takes minutes cannot be written.
@Suite struct LimitTests {
  /// The longest formulas of many kinds, each repeated up to the limit of characters.
  static let longest = [
    repeated("o", "+o"), repeated("o", "/o"), repeated("o", "*1"), repeated("1", "+1/o"),
    repeated("o in(1", ",f", ")"),
    repeated("o in(1", ",1/o", ")"), repeated("max(1", ",f", ")"), repeated("coalesce(1", ",1/f", ")"),
    repeated("k", " or k"), repeated("k", "=k and k"), repeated("1", "+children(o)"),
    repeated("1", "+prior(o)"),
    repeated("o is null", " or 1/o is null"), repeated("o in(1", ",parent(o)", ")"), repeated("1", "/-f"),
    repeated("k", " or o between 1 and f"), repeated("1", "+abs(1/o)"), repeated("1", "+min(o,f)"),
  ]

  static let items = [
    Fixture.item("o", "组织数", .count), Fixture.item("f", "经费", .amount(decimals: 0)),
    Fixture.item("k", "动员会", .flag),
  ]

  static func repeated(_ first: String, _ next: String, _ last: String = "") -> String {
    let times = (Lexer.lengthLimit - first.count - last.count) / next.count
    return first + String(repeating: next, count: times) + last
  }

  @Test(arguments: longest) func stepsAreAtMostTwiceTheCharacters(source: String) throws {
    #expect((4080...4096).contains(source.count))
    let formula = try Formula(source, items: Self.items)
    #expect(formula.program.steps.count <= 2 * source.count)
    #expect(formula.order.count <= formula.program.steps.count)
    #expect(Self.kept(formula) <= 8, "\(source.prefix(40))")
  }

  /// The most columns that are kept at a time.
  static func kept(_ formula: Formula) -> Int {
    var lastUse: [Int: Int] = [:]
    for (time, step) in formula.order.enumerated() {
      for need in formula.program.steps[step].needs { lastUse[need] = time }
    }
    var kept: Set<Int> = []
    var most = 0
    for (time, step) in formula.order.enumerated() {
      kept.insert(step)
      most = max(most, kept.count)
      for need in formula.program.steps[step].needs where lastUse[need] == time { kept.remove(need) }
    }
    return most
  }

  /// A national month: a nation, 30 provinces, 360 cities, the rest townships.
  static func nation(_ count: Int) -> FormulaInput {
    var columns = items.map { _ in ItemColumn(count: count) }
    for unit in 0..<count {
      columns[0].set(unit, unit % 7 == 0 ? .blank : .value, Int64(unit % 90))
      columns[1].set(unit, .value, Int64(unit % 1000 + 1))
      columns[2].set(unit, unit % 5 == 0 ? .notReported : .value, Int64(unit % 2))
    }
    let parent = (0..<count).map { unit -> Int32 in
      if unit <= 30 { return unit == 0 ? -1 : 0 }
      return Int32(unit <= 390 ? unit % 30 + 1 : unit % 360 + 31)
    }
    return FormulaInput(columns: columns, count: count, prior: columns, parent: parent)
  }

  /// Without optimisation each operation takes a hundred times as long: fewer units then.
  @Test func theLongestFormulasOfANationTakeSeconds() throws {
    #if DEBUG
      let input = Self.nation(60)
      let sources = Self.longest.prefix(5)
    #else
      let input = Self.nation(36_000)
      let sources = Self.longest[...]
    #endif
    for source in sources {
      let formula = try Formula(source, items: Self.items)
      let time = ContinuousClock().measure { _ = formula.evaluate(input) }
      #expect(time < .seconds(30), "\(source.prefix(20))")
      if FuzzTime.seconds != nil { print(source.prefix(20), formula.order.count, time) }
    }
  }
}
