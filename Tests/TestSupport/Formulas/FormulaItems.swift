package import Model

/// A form with an item of every type, for formulas.
package enum FormulaItems {
  package static let quality = [Choice(id: "good", label: "好"), Choice(id: "fair", label: "一般")]
  package static let all = [
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

  package static func item(_ id: String, _ label: String, _ type: ItemType) -> Item {
    Item(id: id, label: label, type: type, filledBy: SmallSet([0]))
  }

  /// The columns of units, each given by its values by item id; what is left out was not reported.
  package static func columns(_ units: [[String: Int64]]) -> [ItemColumn] {
    all.map { item in
      var column = ItemColumn(count: units.count)
      for (unit, values) in units.enumerated() {
        if let value = values[item.id] { column.set(unit, .value, value) }
      }
      return column
    }
  }
}
