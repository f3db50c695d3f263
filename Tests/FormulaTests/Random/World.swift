import Model

@testable import Formula

/// A few units for a formula to be evaluated over.
struct World {
  typealias Row = [String: Int64]

  var now: [Row]
  var prior: [Row]?
  var parent: [Int32]

  init(_ maker: inout Maker) {
    let count = 1 + maker.below(12)
    now = (0..<count).map { _ in Self.row(&maker) }
    prior = maker.below(6) == 0 ? nil : (0..<count).map { _ in Self.row(&maker) }
    parent = maker.below(8) == 0 ? [] : (0..<count).map { Int32(maker.below($0 + 1)) - 1 }
  }

  private static func row(_ maker: inout Maker) -> Row {
    var row: Row = [:]
    for (position, most) in [2, 2, 301, 301, 2, 60].enumerated() where maker.below(4) > 0 {
      row[Fixture.items[position].id] = Int64(maker.below(most)) + (position == 5 ? 16_950 : 0)
    }
    return row
  }

  var input: FormulaInput {
    FormulaInput(
      columns: Fixture.columns(now), count: now.count, prior: prior.map(Fixture.columns), parent: parent)
  }
}
