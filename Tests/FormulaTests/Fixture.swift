import Model
import TestSupport

@testable import Formula

/// The form of ``FormulaItems``, and formulas over it.
enum Fixture {
  static let quality = FormulaItems.quality
  static let items = FormulaItems.all

  static func item(_ id: String, _ label: String, _ type: ItemType) -> Item {
    FormulaItems.item(id, label, type)
  }

  static func columns(_ units: [[String: Int64]]) -> [ItemColumn] { FormulaItems.columns(units) }

  /// What a condition gives for one unit, as `y`, `n` or `?`; the message where it is refused.
  static func truth(_ source: String, _ values: [String: Int64]) -> String {
    do {
      let formula = try Formula(condition: source, items: items)
      let result = formula.evaluate(columns: columns([values]), count: 1)
      return result.truths.map(\.mark).joined()
    } catch {
      return error.message(.en)
    }
  }

  /// The error of a formula; `nil` where there is none.
  static func error(_ source: String) -> FormulaError? {
    do {
      _ = try Formula(condition: source, items: items)
      return nil
    } catch {
      return error
    }
  }
}

extension Truth {
  var mark: String {
    switch self {
    case .yes: "y"
    case .no: "n"
    case .unknown: "?"
    }
  }
}
