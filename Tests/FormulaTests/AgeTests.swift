import Model
import TestSupport
import Testing

@testable import Formula

/// Whole years, by months.
@Suite struct AgeTests {
  private static let items = [
    Fixture.item("born", "出生年月", .date), Fixture.item("branches.rows", "支部数", .count),
    Fixture.item("branches.2016", "旧数", .count),
  ]

  private func ages(_ source: String, _ days: [Day?], month: Month?, prior: [Day?]? = nil) throws -> [Int64?]
  {
    func columns(_ days: [Day?]) -> [ItemColumn] {
      var column = ItemColumn(count: days.count)
      for (row, day) in days.enumerated() { if let day { column.set(row, .value, Int64(day.number)) } }
      return [column, ItemColumn(count: days.count), ItemColumn(count: days.count)]
    }
    let input = FormulaInput(
      columns: columns(days), count: days.count, prior: prior.map(columns), month: month)
    return try Formula(source, items: Self.items).evaluate(input).values
  }

  @Test(
    arguments: [
      ("1984-06-30", "2016-06", 32), ("1984-07-01", "2016-06", 31), ("1984-06-01", "2016-06", 32),
      ("2016-06-30", "2016-06", 0), ("2000-02-29", "2001-02", 1), ("2016-07-01", "2016-06", nil),
      ("0001-01-01", "9999-12", 9998),
    ] as [(String, String, Int64?)])
  func ofADay(_ day: String, _ month: String, _ age: Int64?) throws {
    #expect(try ages("age(born)", [Day(day), nil], month: Month(month)) == [age, nil])
  }

  /// Counts birthdays one by one: a month that is the one of birth completes a year.
  @Test func areThoseOfANaiveCount() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let day = Day(number: Int.random(in: -40_000...20_000, using: &random))
      let year = Int.random(in: 1900...2060, using: &random)
      let month = try #require(Month(year: year, number: Int.random(in: 1...12, using: &random)))
      let born = try #require(Month(year: day.parts.year, number: day.parts.month))
      var (age, next) = (-1, born)
      while next <= month {
        if next.number == born.number { age += 1 }
        next = try #require(next.next)
      }
      #expect(try ages("age(born)", [day], month: month) == [age < 0 ? nil : Int64(age)], "\(day) \(month)")
    }
  }

  @Test func withinPriorItIsThatOfTheMonthBefore() throws {
    let days = [Day("1990-06-15"), Day("1990-07-15")]
    let month = Month("2016-06")
    #expect(try ages("prior(age(born))", days, month: month, prior: days) == [25, 25])
    #expect(try ages("age(prior(born))", days, month: month, prior: days) == [26, 25])
    #expect(try ages("age(born) - prior(age(born))", days, month: month, prior: days) == [1, 0])
    #expect(try ages("prior(age(born))", days, month: month) == [nil, nil])
    #expect(try ages("age(born)", days, month: nil) == [nil, nil])
    #expect(try Formula("age(born)", items: Self.items).usesMonth)
    #expect(try !Formula("born is null", items: Self.items).usesMonth)
  }

  @Test func namesMayHavePoints() throws {
    #expect(try Formula("branches.rows / branches.2016", items: Self.items).itemsUsed == [1, 2])
    do throws(FormulaError) {
      _ = try Formula(condition: "1 < branches.rws", items: Self.items)
      Issue.record("no error")
    } catch {
      #expect((error.column, error.length) == (5, 12))
      #expect(error.message(.en) == "There is no item branches.rws. Did you mean branches.rows?")
    }
    for source in ["branches. rows = 1", "branches..rows = 1", "branches.rows. = 1"] {
      #expect(throws: FormulaError.self) { try Formula(condition: source, items: Self.items) }
    }
  }

  @Test func valuesUsedAreThoseOfWhichMoreIsAskedThanWhetherTheyAreThere() throws {
    let formula = try Formula("born is null or \"branches.rows\" > 1", items: Self.items)
    #expect(formula.valuesUsed.map(\.item) == [1] && formula.valuesUsed.map(\.column) == [17])
    #expect(try Formula("age(born) is null", items: Self.items).valuesUsed.map(\.item) == [0])
  }
}
