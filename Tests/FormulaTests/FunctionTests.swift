import Model
import Testing

@testable import Formula

/// Every function with every kind of nothing.
@Suite struct FunctionTests {
  @Test(arguments: [
    ("orgs / 5 = 2.4", "y"), ("orgs / 5 > 2.4", "n"), ("orgs / 7 = 1.714286", "n"),
    ("orgs / 7 * 7 = orgs", "y"),
    ("1 / 3 + 0 = 1 / 3", "y"), ("1 / 3 + 1 = 4 / 3", "y"), ("1 - 1 / 3 = 2 / 3", "y"),
    ("1 / 3 * 3 = 1", "y"),
    ("1 / 3 + 1 / 3 = 2 / 3", "n"), ("1 / 3 + 1 / 3 = 0.666666", "y"), ("-1 / 3 < 1 / 4", "y"),
    ("-1 / 3 < -1 / 4", "y"), ("1 / -3 < -1 / 4", "y"), ("-1 / -3 > 1 / 4", "y"), ("1 / -3 = -1 / 3", "y"),
    ("orgs / 0 > 0", "?"), ("orgs / 0 is null", "y"), ("0 / 0 is null", "y"), ("0 / orgs = 0", "y"),
    ("orgs / (orgs - 12) is null", "y"), ("orgs / (0 / orgs) is null", "y"),
    ("orgs / (orgs / 0) is null", "y"),
    ("orgs / (1 / orgs) = 144", "y"), ("orgs / 2 / 3 = 2", "y"), ("orgs / (2 / 3) = 18", "y"),
    ("twin_a / orgs is null", "y"), ("orgs / twin_a is null", "y"), ("orgs / fund = 4.8", "y"),
    ("fund / orgs between 0.2083 and 0.2084", "y"), ("fund / orgs in (1, 5 / 24)", "y"),
    ("fund / orgs not in (1, twin_a)", "?"), ("abs(-orgs / 7) = orgs / 7", "y"), ("8 / 2 * 2 = 8", "y"),
    ("not orgs / 2 = 6", "n"), ("orgs / 2 is not null and kickoff", "y"),
    ("abs(orgs) = 12", "y"), ("abs(-orgs) = 12", "y"), ("ABS(-fund) = 2.5", "y"),
    ("abs(twin_a) is null", "y"),
    ("min(orgs, fund) = 2.5", "y"), ("max(orgs, fund, 13.25) = 13.25", "y"),
    ("min(orgs, twin_a) is null", "y"),
    ("max(twin_a, orgs) is null", "y"), ("min(1 / 3, 1) = 0.333333", "y"), ("max(2 / 3, 0) = 0.666667", "y"),
    ("min(-1 / 2 / 1000000, 0) = -0.000001", "y"), ("min(held, '2016-06-01') = '2016-06-01'", "y"),
    ("max('2016-06-01', held) = held", "y"),
    ("coalesce(twin_a, orgs) = 12", "y"), ("coalesce(orgs, 1) = 12", "y"),
    ("coalesce(twin_a, twin_b) is null", "y"),
    ("coalesce(twin_a, twin_b, 7.5) = 7.5", "y"), ("coalesce(orgs / 0, 0) = 0", "y"),
    ("coalesce(twin_a > 0, kickoff)", "y"), ("coalesce(review, kickoff)", "n"),
    ("coalesce(twin_a > 0, false)", "n"),
    ("coalesce(quality, '好') = '一般'", "y"), ("coalesce('2016-01-01', held) < held", "y"),
    ("prior(orgs) is null", "y"), ("prior(1) is null", "y"), ("prior(kickoff is null) is null", "y"),
    ("parent(true) is null", "y"), ("children(1) is null", "y"), ("children_count(true) is null", "y"),
  ])
  func ofOneUnit(source: String, expected: String) {
    #expect(Fixture.truth(source, EvaluationTests.unit) == expected, "\(source)")
  }

  @Test func coalesceMinAndMaxHaveSQLsNulls() throws {
    let cases: [(Int64?, Int64?, coalesce: Int64?, min: Int64?, max: Int64?)] = [
      (1, 2, 1, 1, 2), (2, 1, 2, 1, 2), (1, nil, 1, nil, nil), (nil, 2, 2, nil, nil),
      (nil, nil, nil, nil, nil),
    ]
    let columns = Fixture.columns(
      cases.map { given in
        var unit: [String: Int64] = [:]
        (unit["twin_a"], unit["twin_b"]) = (given.0, given.1)
        return unit
      })
    func values(_ source: String) throws -> [Int64?] {
      try Formula(source, items: Fixture.items).evaluate(columns: columns, count: cases.count).values
    }
    #expect(try values("coalesce(twin_a, twin_b)") == cases.map(\.coalesce))
    #expect(try values("min(twin_a, twin_b)") == cases.map(\.min))
    #expect(try values("max(twin_a, twin_b)") == cases.map(\.max))
  }

  @Test func coalesceOfTruths() {
    let marks: [(Int64?, Int64?, String)] = [
      (1, 0, "y"), (1, nil, "y"), (0, 1, "n"), (0, nil, "n"), (nil, 1, "y"), (nil, 0, "n"), (nil, nil, "?"),
    ]
    for (a, b, expected) in marks {
      var unit: [String: Int64] = [:]
      (unit["kickoff"], unit["review"]) = (a, b)
      #expect(Fixture.truth("coalesce(kickoff, review)", unit) == expected)
    }
  }

  /// A nation (0) with the provinces 1 and 4; 2 and 3 are below 1; 5 and 6 below 4 have nothing to say.
  static let tree = FormulaInput(
    columns: Fixture.columns([
      ["orgs": 9, "kickoff": 1], ["orgs": 5, "fund": 300, "kickoff": 0],
      ["orgs": 3, "fund": 150, "kickoff": 1],
      ["orgs": 0, "kickoff": 1], [:], [:], [:],
    ]), count: 7,
    prior: Fixture.columns([["orgs": 8], [:], ["orgs": 2], ["kickoff": 0], [:], [:], ["orgs": 4]]),
    parent: [-1, 0, 1, 1, 0, 4, 4])

  @Test(arguments: [
    ("parent(orgs)", [nil, 9, 5, 5, 9, nil, nil]), ("parent(parent(orgs))", [nil, nil, 9, 9, nil, 9, 9]),
    ("parent(1)", [nil, 1, 1, 1, 1, 1, 1]), ("children(orgs)", [5, 3, nil, nil, nil, nil, nil]),
    ("children(fund)", [300, 150, nil, nil, nil, nil, nil]), ("children(1)", [2, 2, nil, nil, 2, nil, nil]),
    ("children(kickoff)", [0, 2, nil, nil, nil, nil, nil]), ("children(children(orgs))", [3] + nils(6)),
    ("children_count(orgs)", [1, 2, 0, 0, 0, 0, 0]), ("children_count(true)", [2, 2, 0, 0, 2, 0, 0]),
    ("children_count(fund)", [1, 1, 0, 0, 0, 0, 0]),
    ("children(prior(orgs))", [nil, 2, nil, nil, 4, nil, nil]),
    ("prior(orgs)", [8, nil, 2, nil, nil, nil, 4]),
    ("prior(children(orgs))", [nil, 2, nil, nil, 4, nil, nil]),
    ("prior(1)", [1, 1, 1, 1, 1, 1, 1]), ("orgs - prior(orgs)", [1, nil, 1, nil, nil, nil, nil]),
    ("parent(prior(orgs))", [nil, 8, nil, nil, 8, nil, nil]),
    ("children(orgs / 7)", [714_286, 428_571] + nils(5)),
    ("coalesce(children(kickoff), 0)", [0, 2, 0, 0, 0, 0, 0]),
  ])
  func overTree(source: String, expected: [Int64?]) throws {
    let result = try Formula(source, items: Fixture.items).evaluate(Self.tree)
    #expect(result.values == expected, "\(source)")
    #expect(result.overflows == 0)
  }

  static func nils(_ count: Int) -> [Int64?] { Array(repeating: nil, count: count) }

  @Test func truthsOfOtherUnits() throws {
    func marks(_ source: String) throws -> String {
      try Formula(source, items: Fixture.items).evaluate(Self.tree).truths.map(\.mark).joined()
    }
    #expect(try marks("parent(kickoff)") == "?ynny??")
    #expect(try marks("prior(kickoff)") == "???n???")
    #expect(try marks("prior(kickoff is null)") == "yyynyyy")
    #expect(try marks("parent(kickoff is null)") == "?nnnnyy")
    #expect(try marks("children_count(orgs) = children_count(true)") == "nyyynyy")
    #expect(try marks("orgs >= children(orgs)") == "yy?????")
    #expect(try marks("prior(orgs / 3) = 8 / 3") == "y?n???n")
    #expect(try marks("parent(orgs / 7) = 9 / 7") == "?ynny??")
  }

  @Test func sumsThatDoNotFitAreNull() throws {
    let input = FormulaInput(
      columns: Fixture.columns([[:], ["orgs": .max], ["orgs": 1], ["orgs": -1]]), count: 4,
      parent: [-1, 0, 0, 0])
    let fits = try Formula("children(orgs)", items: Fixture.items).evaluate(input)
    #expect(fits.values == [.max, nil, nil, nil] && fits.overflows == 0)
    let doubled = try Formula("children(coalesce(orgs, 0) + 0)", items: Fixture.items)
      .evaluate(FormulaInput(columns: input.columns, count: 3, parent: [-1, 0, 0]))
    #expect(doubled.values == [nil, nil, nil] && doubled.overflows == 1)
  }

  @Test func quotientsAreComparedWhereTheyDoNotFit() throws {
    let columns = Fixture.columns([
      ["orgs": .max, "fund": 1], ["orgs": .min, "fund": -1], ["orgs": .min, "fund": 1],
    ])
    func marks(_ source: String) throws -> String {
      try Formula(source, items: Fixture.items).evaluate(columns: columns, count: 3).truths.map(\.mark)
        .joined()
    }
    #expect(try marks("orgs / fund > 999999999999999999") == "yyn")
    #expect(try marks("orgs / fund > fund / orgs") == "yyn")
    #expect(try marks("orgs / fund = orgs / fund") == "yyy")
    let value = try Formula("orgs / fund", items: Fixture.items).evaluate(columns: columns, count: 3)
    #expect(value.values == [nil, nil, nil] && value.overflows == 3)
  }

  @Test func saysWhatItNeeds() throws {
    let formula = try Formula("orgs > prior(fund) and children(kickoff) > orgs", items: Fixture.items)
    #expect(formula.itemsUsed == [0, 2] && formula.itemsUsedHere == [2] && formula.itemsUsedPrior == [3])
    #expect(formula.usesPrior && formula.usesTree)
    let plain = try Formula("min(orgs, fund) / 2 > 1", items: Fixture.items)
    #expect(plain.itemsUsed == [2, 3] && !plain.usesPrior && !plain.usesTree)
    let named = try Formula(
      "min > prior", items: [Fixture.item("min", "最小", .count), Fixture.item("prior", "上月", .count)])
    #expect(named.itemsUsed == [0, 1] && !named.usesPrior)
    #expect(try Formula("orgs / 2", items: Fixture.items).type == .number(decimals: 6))
  }
}
