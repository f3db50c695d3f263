import Model
import TestSupport
import Testing

@testable import Formula

/// Aggregates of rows in the rules of a ledger.
@Suite struct LiftingTests {
  /// What a condition gives for a unit that has these rows and no other items.
  static func truth(
    of lifted: LiftedCondition, _ columns: [Item], _ cells: [ItemColumn], month: Month? = nil
  ) throws -> Truth {
    let input = FormulaInput(columns: cells, count: cells[0].values.count, month: month)
    let items = lifted.parts.map { part in
      Fixture.item(part.id, part.label, part.decimals == 0 ? .count : .amount(decimals: part.decimals))
    }
    let values = try lifted.parts.map { part in
      var column = ItemColumn(count: 1)
      let formula = { (source: String) in try Formula(row: source, columns: columns).evaluate(input) }
      switch part.derived.kind {
      case .count:
        let truths = try formula(part.derived.condition).truths
        column.set(0, .value, Int64(truths.count { $0 == .yes }))
      case .sum(let source):
        column.set(0, .value, try formula(source).values.reduce(0) { $0 + ($1 ?? 0) })
      case .given(let source):
        column.set(0, .value, Int64(try formula(source).values.count { $0 != nil }))
      default: Issue.record("\(part)")
      }
      return column
    }
    return try lifted.read(over: items).evaluate(columns: values, count: 1).truths[0]
  }

  @Test func aggregatesBecomeItems() throws {
    let lifted = try LiftedCondition(
      "share(not kickoff) >= 0.5 and 2 * mean(fund) > count((orgs > 1)) or COUNT(not kickoff) = 0",
      columns: Fixture.items, id: "L.the \"rule\"")
    let name = { (number: Int) in "\"L.the \"\"rule\"\".\(number)\"" }
    #expect(
      lifted.formula
        == "(\(name(1)) / \(name(2))) >= 0.5 and 2 * (\(name(3)) / \(name(4))) > \(name(5)) or \(name(1)) = 0"
    )
    #expect(
      lifted.parts.map(\.derived) == [
        Derived(.count, where: "not kickoff"), Derived(.count, where: "(not kickoff) is not null"),
        Derived(.sum("fund")), Derived(.given("fund")), Derived(.count, where: "(orgs > 1)"),
      ])
    #expect(lifted.parts.map(\.decimals) == [0, 0, 2, 0, 0])
    #expect(lifted.parts.map(\.label)[0] == "“not 动员会”的行数")
    #expect(lifted.arguments.flatMap(\.itemsUsed) == [0, 3, 2, 0])
  }

  @Test func withoutAggregatesNothingChanges() throws {
    let lifted = try LiftedCondition("orgs > prior(orgs)", columns: [], id: "L")
    #expect(lifted.formula == lifted.source && lifted.parts.isEmpty)
  }

  struct Case: Sendable {
    var source: String
    var column: Int
    var length: Int
    var zh: String
    var en: String
  }

  /// The first part of each is what is written of rows; items of the unit are `rows` and the hidden ones.
  static let cases = [
    Case(source: "share(kickof) > 1", column: 7, length: 6, zh: "是否应为“kickoff”", en: "Did you mean kickoff?"),
    Case(source: "rows > 1 and share( fund ) > 1", column: 21, length: 4, zh: "结果是数值", en: "gives a number"),
    Case(
      source: "sum(kickoff) > 1", column: 5, length: 7, zh: "sum 不能用于是否", en: "sum does not take yes or no"),
    Case(source: "mean(held) > 1", column: 6, length: 4, zh: "mean 不能用于日期", en: "mean does not take a date"),
    Case(
      source: "sum(fund * fund * fund * fund) > 1", column: 5, length: 25, zh: "超过 6 位",
      en: "more than 6 decimals"),
    Case(source: "count() > 1", column: 1, length: 7, zh: "要一个参数，这里有 0 个", en: "takes one argument, not 0"),
    Case(source: "cout(kickoff) > 1", column: 1, length: 4, zh: "是否应为“count”", en: "Did you mean count?"),
    Case(
      source: "count(count(kickoff) > 1) > 1", column: 7, length: 5, zh: "count 不能写在",
      en: "count cannot stand within count, share, sum or mean"),
    Case(
      source: "count(prior(kickoff)) > 1", column: 7, length: 5, zh: "不能用 prior",
      en: "neither a month before nor units around it: prior"),
    Case(source: "share(kickoff)", column: 1, length: 14, zh: "结果是数值", en: "gives a number"),
    Case(source: "share(kickoff) > rws", column: 18, length: 3, zh: "是否应为“rows”", en: "Did you mean rows?"),
    Case(
      source: "share(kickoff) + mean(fund) = 1 and kickoff", column: 37, length: 7, zh: "“kickoff”是台账各行的栏目",
      en: "kickoff is a column of the ledger"),
    Case(source: "rows = 1 rows", column: 10, length: 4, zh: "不能出现 rows", en: "rows cannot stand here"),
  ]

  @Test(arguments: cases)
  func errorsStandWhereTheyAreWritten(_ given: Case) throws {
    do throws(FormulaError) {
      let lifted = try LiftedCondition(given.source, columns: Fixture.items, id: "ledger.long-rule")
      var items = lifted.parts.map { Fixture.item($0.id, $0.label, .count) }
      items.append(Fixture.item("rows", "行数", .count))
      _ = try lifted.read(over: items)
      Issue.record("no error")
    } catch {
      #expect((error.column, error.length) == (given.column, given.length))
      #expect(error.message(.zh).contains(given.zh), "\(error.message(.zh))")
      #expect(error.message(.en).contains(given.en), "\(error.message(.en))")
    }
  }

  @Test func ordinaryFormulasHaveNoAggregates() {
    #expect(
      Fixture.error("count(kickoff) > 1")?.message(.en).hasPrefix("There is no function count.") == true)
    #expect(throws: FormulaError.self) { try Formula(row: "parent(orgs)", columns: Fixture.items) }
  }

  /// Shares and means of random rows against counting by hand.
  @Test func randomRowsAgainstCounting() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let rows = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (
          flag: [nil, 0, 1].randomElement(using: &random) ?? nil,
          fund: [nil, 150, 275].randomElement(using: &random) ?? nil
        )
          as (flag: Int64?, fund: Int64?)
      }
      let cells = Fixture.columns(
        rows.map { row in
          var values: [String: Int64] = [:]
          (values["kickoff"], values["fund"]) = (row.flag, row.fund)
          return values
        })
      let limit = Int64.random(in: 0...10, using: &random)
      let known = Int64(rows.count { $0.flag != nil })
      let yes = Int64(rows.count { $0.flag == 1 })
      let funds = rows.compactMap(\.fund)
      let share: Truth = known == 0 ? .unknown : yes * 10 >= limit * known ? .yes : .no
      let mean: Truth =
        funds.isEmpty ? .unknown : funds.reduce(0, +) < (limit * 100) * Int64(funds.count) ? .yes : .no
      for (source, expected) in [
        ("share(kickoff) >= \(limit) / 10", share), ("mean(fund) < \(limit)", mean),
        ("count(kickoff) = \(yes)", .yes), ("sum(fund) * 100 = \(funds.reduce(0, +))", .yes),
      ] {
        let lifted = try LiftedCondition(source, columns: Fixture.items, id: "L")
        #expect(try Self.truth(of: lifted, Fixture.items, cells) == expected, "\(source) \(rows)")
      }
    }
  }
}
