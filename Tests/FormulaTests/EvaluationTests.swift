import Model
import Testing

@testable import Formula

@Suite struct EvaluationTests {
  static let day = Int64(Day("2016-06-15")?.number ?? 0)
  static let unit: [String: Int64] = [
    "kickoff": 1, "review": 0, "orgs": 12, "fund": 250, "quality": 1, "held": day, "problems": 0,
  ]

  @Test(arguments: [
    ("kickoff", "y"), ("review", "n"), ("not review", "y"), ("动员会", "y"), ("\"动员会\"", "y"),
    ("kickoff = true", "y"), ("kickoff <> TRUE", "n"), ("review = false", "y"),
    ("kickoff = review", "n"), ("kickoff and review", "n"), ("kickoff or review", "y"),
    ("kickoff AND NOT review", "y"), ("not kickoff or kickoff", "y"),
    ("not (kickoff or kickoff)", "n"), ("review and review or kickoff", "y"),
    ("fund >= 2", "y"), ("fund >= 2.5", "y"), ("fund > 2.50", "n"), ("fund = 2.500", "y"),
    ("fund < 2.501", "y"), ("\"工作经费(万元)\" >= 2", "y"), ("fund + 0.001 = 2.501", "y"),
    ("fund * 4 = 10", "y"), ("fund * 0.1 = 0.25", "y"), ("orgs - 2 * 6 = 0", "y"),
    ("orgs - 2 - 3 = 7", "y"), ("orgs - (2 - 3) = 13", "y"), ("-orgs < 0", "y"),
    ("- - orgs = 12", "y"), ("-orgs * 2 = -24", "y"), ("2 + 3 * 4 = 14", "y"),
    ("orgs in (1, 12, 3)", "y"), ("orgs in (1, 2)", "n"), ("orgs not in (1, 2)", "y"),
    ("orgs in (orgs * 2, fund)", "n"), ("orgs between 12 and 20", "y"),
    ("orgs between 13 and 20", "n"), ("orgs not between 13 and 20", "y"),
    ("orgs between 1 and 20 and kickoff", "y"), ("orgs is null", "n"),
    ("orgs is not null", "y"), ("problems is not null", "y"), ("twin_a is null", "y"),
    ("kickoff is null", "n"), ("(fund >= 2) is not null", "y"),
    ("quality = '一般'", "y"), ("quality = 'fair'", "y"), ("'good' = quality", "n"),
    ("quality <> '好'", "y"), ("quality in ('好', '一般')", "y"), ("quality = quality", "y"),
    ("held = '2016-06-15'", "y"), ("held < '2016-07-01'", "y"),
    ("held between '2016-06-16' and '2016-06-30'", "n"), ("'2016-06-14' <= held", "y"),
    ("held in ('2016-06-15')", "y"), ("1 = 1", "y"), ("true", "y"), ("false or true", "y"),
    ("twin_a > 0", "?"), ("twin_a > 0 or kickoff", "y"), ("twin_a > 0 and review", "n"),
    ("twin_a > 0 and kickoff", "?"), ("not twin_a > 0", "?"), ("twin_a + orgs > 0", "?"),
    ("orgs in (1, twin_a)", "?"), ("orgs in (12, twin_a)", "y"),
    ("orgs not in (1, twin_a)", "?"), ("orgs between twin_a and 5", "n"),
    ("orgs between twin_a and 15", "?"), ("(twin_a > 0) is null", "y"), ("kickoff\n  and\tkickoff", "y"),
    ("  kickoff  ", "y"),
  ])
  func truth(source: String, expected: String) {
    #expect(Fixture.truth(source, Self.unit) == expected, "\(source)")
  }

  @Test func logicHasThreeValues() {
    let marks: [(Int64?, Int64?, and: String, or: String, same: String)] = [
      (1, 1, "y", "y", "y"), (1, 0, "n", "y", "n"), (1, nil, "?", "y", "?"),
      (0, 1, "n", "y", "n"), (0, 0, "n", "n", "y"), (0, nil, "n", "?", "?"),
      (nil, 1, "?", "y", "?"), (nil, 0, "n", "?", "?"), (nil, nil, "?", "?", "?"),
    ]
    for (a, b, and, or, same) in marks {
      var unit: [String: Int64] = [:]
      unit["kickoff"] = a
      unit["review"] = b
      #expect(Fixture.truth("kickoff and review", unit) == and)
      #expect(Fixture.truth("kickoff or review", unit) == or)
      #expect(Fixture.truth("kickoff = review", unit) == same)
    }
    #expect(Fixture.truth("not kickoff", [:]) == "?")
  }

  @Test func everyStateButAValueIsNull() throws {
    let states: [CellState] = CellState.allCases
    var columns = Fixture.columns(states.map { _ in [:] })
    for (unit, state) in states.enumerated() { columns[0].set(unit, state, 1) }
    let formula = try Formula(condition: "kickoff", items: Fixture.items)
    let truths = formula.evaluate(columns: columns, count: states.count).truths
    #expect(zip(states, truths).allSatisfy { ($0 == .value) == ($1 == .yes) })
  }

  @Test func overflowIsNullAndCounted() throws {
    let columns = Fixture.columns([["orgs": .max], ["orgs": 3], [:]])
    let sum = try Formula("orgs + 1", items: Fixture.items).evaluate(columns: columns, count: 3)
    #expect(sum.values == [nil, 4, nil])
    #expect(sum.overflows == 1)
    let aligned = try Formula("orgs > 0.01", items: Fixture.items)
      .evaluate(columns: columns, count: 3)
    #expect(aligned.truths == [.unknown, .yes, .unknown])
    #expect(aligned.overflows == 1)
    let least = Fixture.columns([["orgs": .min]])
    for source in ["-orgs", "orgs - 1", "orgs * -1"] {
      let result = try Formula(source, items: Fixture.items).evaluate(columns: least, count: 1)
      #expect(result.values == [nil] && result.overflows == 1, "\(source)")
    }
  }

  @Test func saysWhatItUsesAndGives() throws {
    let formula = try Formula("fund * 1.5 + orgs + fund", items: Fixture.items)
    #expect(formula.itemsUsed == [2, 3])
    #expect(formula.type == .number(decimals: 3))
    #expect(formula.source == "fund * 1.5 + orgs + fund")
    #expect(try Formula("held", items: Fixture.items).type == .date)
  }

  @Test func aLongFormulaNeedsNoStack() throws {
    let long = "orgs" + String(repeating: "+1", count: 2046)
    let result = try Formula(long, items: Fixture.items)
      .evaluate(columns: Fixture.columns([["orgs": 2]]), count: 1)
    #expect(result.values == [2048])
    let deep = String(repeating: "(", count: 64) + "kickoff" + String(repeating: ")", count: 64)
    #expect(Fixture.truth(deep, ["kickoff": 1]) == "y")
  }
}
