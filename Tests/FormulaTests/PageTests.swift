import Foundation
import Model
import Testing

@testable import Formula

/// The examples of docs/formula.md.
@Suite struct PageTests {
  static let items = [
    Fixture.item("orgs", "组织数", .count), Fixture.item("done", "完成数", .count),
    Fixture.item("fund", "工作经费", .amount(decimals: 2)), Fixture.item("kickoff", "动员会", .flag),
    Fixture.item("since", "任职时间", .date),
  ]

  /// The cells of the rows of the table under a heading that begins so.
  static func table(_ heading: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = try String(contentsOf: folder.appending(path: "../../docs/formula.md"), encoding: .utf8)
    return page.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("| \(heading)") }.dropFirst(2).prefix { $0.hasPrefix("|") }
      .map { row in
        row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces.union(["`"])) }
      }
  }

  /// What a cell of the page stands for; `nil` for nothing.
  static func value(_ cell: String) -> Int64? {
    if let day = Day(cell) { return Int64(day.number) }
    return ["yes": 1, "no": 0, "书记": 0, "委员": 1][cell] ?? Int64(cell.replacingOccurrences(of: ".", with: ""))
  }

  /// The columns of a month; units are in the order of the table.
  static func columns(_ month: String, _ rows: [[String]]) -> [ItemColumn] {
    let units = rows.filter { $0[0] == month }
    return items.indices.map { item in
      var column = ItemColumn(count: units.count)
      for (unit, row) in units.enumerated() {
        if let value = value(row[3 + item]) { column.set(unit, .value, value) }
      }
      return column
    }
  }

  @Test func theExamplesOfThePageHold() throws {
    let rows = try Self.table("month")
    let input = FormulaInput(
      columns: Self.columns("2016-06", rows), count: 3, prior: Self.columns("2016-05", rows),
      parent: rows.prefix(3).map { (Int32($0[2]) ?? 0) - 1 },
      month: Month("2016-06"))
    let examples = try Self.table("formula")
    #expect(rows.count == 6 && examples.count >= 20)
    for example in examples {
      let formula = try Formula(example[0], items: Self.items)
      let result = formula.evaluate(input)
      let found =
        if case .number(let decimals) = formula.type {
          result.values.map { $0.map { Quotient.text($0, decimals: decimals) } ?? "·" }
        } else {
          result.truths.map { $0 == .unknown ? "·" : $0 == .yes ? "yes" : "no" }
        }
      #expect(found == Array(example.dropFirst()), "\(example[0])")
    }
  }

  /// The functions that a table lists, as they are called.
  static func functions(_ heading: String) throws -> Set<String> {
    Set(try table(heading).flatMap { row in row[0].components(separatedBy: "`, `") })
  }

  @Test func thePageHasEveryFunction() throws {
    let ofUnits = Function.allCases.map { $0.rawValue + ($0.takesMany ? "(a, b, …)" : "(x)") }
    #expect(try Self.functions("| gives | null |") == Set(ofUnits))
    let ofRows = RowAggregate.allCases.map(\.rawValue)
    let listed = try Self.functions("| gives | null, beside").map { $0.prefix { $0 != "(" } }
    #expect(Set(listed.map(String.init)) == Set(ofRows))
  }

  static let post = [Choice(id: "书记", label: "书记"), Choice(id: "委员", label: "委员")]
  static let columns = [
    Fixture.item("post", "职务", .choice(post)), Fixture.item("paid", "财政供养", .flag),
    Fixture.item("born", "出生年月", .date), Fixture.item("members", "团员数", .count),
  ]

  @Test func theRulesOfALedgerOnThePageHold() throws {
    let rows = try Self.table("row ")
    let rules = try Self.table("rule ")
    #expect(rows.count == 3 && rules.count >= 8)
    let cells = Self.columns.indices.map { column in
      var values = ItemColumn(count: rows.count)
      for (row, cells) in rows.enumerated() {
        if let value = Self.value(cells[1 + column]) { values.set(row, .value, value) }
      }
      return values
    }
    for rule in rules {
      let lifted = try LiftedCondition(rule[0], columns: Self.columns, id: "L.r")
      let found = try LiftingTests.truth(of: lifted, Self.columns, cells, month: Month("2016-06"))
      #expect(found == (rule[1] == "·" ? .unknown : rule[1] == "yes" ? .yes : .no), "\(rule[0])")
    }
  }
}
