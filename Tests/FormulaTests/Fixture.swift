import Model

@testable import Formula

/// A form with an item of every type.
enum Fixture {
  static let quality = [Choice(id: "good", label: "好"), Choice(id: "fair", label: "一般")]
  static let items = [
    item("kickoff", "动员会", .flag),
    item("review", "述评会", .flag),
    item("orgs", "组织数", .count),
    item("fund", "工作经费(万元)", .amount(decimals: 2)),
    item("quality", "质量", .choice(quality)),
    item("held", "召开日期", .date),
    item("problems", "存在问题", .text),
    item("twin_a", "同名", .count),
    item("twin_b", "同名", .count),
  ]

  static func item(_ id: String, _ label: String, _ type: ItemType) -> Item {
    Item(id: id, label: label, type: type, filledBy: SmallSet([0]))
  }

  /// The columns of units, each given by its values by item id; what is left out was not reported.
  static func columns(_ units: [[String: Int64]]) -> [ItemColumn] {
    items.map { item in
      var column = ItemColumn(count: units.count)
      for (unit, values) in units.enumerated() {
        if let value = values[item.id] { column.set(unit, .value, value) }
      }
      return column
    }
  }

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
