package import Formula
package import Model

/// A few units for a formula to be evaluated over.
package struct World {
  package typealias Row = [String: Int64]

  package var now: [Row]
  package var prior: [Row]?
  package var parent: [Int32]
  package var month: Month?

  package init(_ maker: inout Maker) {
    let count = 1 + maker.below(12)
    now = (0..<count).map { _ in Self.row(&maker) }
    prior = maker.below(6) == 0 ? nil : (0..<count).map { _ in Self.row(&maker) }
    month = Month("2016-06")
    parent = maker.below(8) == 0 ? [] : (0..<count).map { Int32(maker.below($0 + 1)) - 1 }
  }

  private static func row(_ maker: inout Maker) -> Row {
    var row: Row = [:]
    for (position, most) in [2, 2, 301, 301, 2, 60, 3].enumerated() where maker.below(4) > 0 {
      // Days are in the months around June 2016, or years before.
      let start = position == 5 ? 16_950 - 400 * maker.below(9) : 0
      row[FormulaItems.all[position].id] = Int64(start + maker.below(most))
    }
    return row
  }

  package var input: FormulaInput {
    FormulaInput(
      columns: FormulaItems.columns(now), count: now.count, prior: prior.map(FormulaItems.columns),
      parent: parent,
      month: month)
  }
}
