import Formula
import Model
import Yams

/// `tables` of a ledger.
extension LedgerReader {
  /// The most cells of a table.
  static let cellLimit = 400

  /// One side of a table: what each line of it counts.
  struct Axis {
    /// What the ids of its items end with; distinct.
    var ids: [String] = []
    var heads: [String] = []
    /// Conditions on rows; empty for all.
    var conditions: [String] = []

    /// One line that counts all rows.
    static let one = Axis(ids: [""], heads: [""], conditions: [""])

    mutating func add(_ id: String, _ head: String, _ condition: String) {
      var id = id
      while ids.contains(id) { id += "_" }
      ids.append(id)
      heads.append(head)
      conditions.append(condition)
    }
  }

  /// A side with the column that it is made of.
  typealias Side = (axis: Axis, column: Int)

  /// The tables, whose cells are added to the items.
  func tables(
    _ top: ConfigMap, _ ledger: String, _ columns: [Item], _ firstItem: Int, _ items: inout DerivedItems
  ) -> [LedgerTable] {
    var found: [LedgerTable] = []
    for map in top.maps("tables") {
      guard let id = map.text("id", required: true), var table = plan(map, id, columns) else {
        map.finish()
        continue
      }
      map.finish()
      guard !found.contains(where: { $0.id == id }) else {
        file.report(.duplicate(id, what: .table), at: map.node)
        continue
      }
      let cells = table.rows.ids.count * table.columns.ids.count
      guard cells <= LedgerReader.cellLimit else {
        file.report(.ledger(.cells(id, found: cells, limit: LedgerReader.cellLimit)), at: map.node)
        continue
      }
      table.table.cells = Array((firstItem + items.next)..<(firstItem + items.next + cells))
      addCells(of: table, "\(ledger).\(id)", columns, map, &items)
      found.append(table.table)
    }
    return found
  }

  /// A table and its sides.
  struct TablePlan {
    var table: LedgerTable
    var rows, columns: Axis
  }

  private func addCells(
    of plan: TablePlan, _ id: String, _ columns: [Item], _ map: ConfigMap, _ items: inout DerivedItems
  ) {
    let (rows, across) = (plan.rows, plan.columns)
    let condition = plan.table.source.condition
    for row in rows.ids.indices {
      for column in across.ids.indices {
        let parts = [
          condition.isEmpty ? "" : "(\(condition))", rows.conditions[row], across.conditions[column],
        ]
        let whole = parts.filter { !$0.isEmpty }.joined(separator: " and ")
        guard isReadable(whole, columns, at: map.node) else { return }
        let names = [id, rows.ids[row], across.ids[column]].filter { !$0.isEmpty }
        let heads = [rows.heads[row], across.heads[column]].filter { !$0.isEmpty }
        let label =
          plan.table.label + language.pick("：", ": ") + heads.joined(separator: language.pick("、", ", "))
        add(
          Derived(.count, where: whole), (names.joined(separator: "."), label, .count, ""), map, &items)
      }
    }
  }

  /// `{id, shares: COLUMN}`, `{id, cross: [COLUMN, COLUMN]}` or `{id, ages: COLUMN, by, from, to, step}`.
  private func plan(_ map: ConfigMap, _ id: String, _ columns: [Item]) -> TablePlan? {
    let label = map.text("label") ?? id
    let condition = condition(map, columns)
    let kinds = ["shares", "cross", "ages"]
    let given = kinds.filter { map.has($0) }
    for key in kinds where given.count != 1 || !map.has(key) { _ = map.node(key) }
    guard given.count == 1 else {
      file.report(.needsOne(of: kinds), at: map.node)
      return nil
    }
    guard let node = map.node(given[0]), let plan = sides(map, node, given[0], columns) else { return nil }
    var table = plan.table
    (table.id, table.label, table.source.condition) = (id, label, condition)
    return TablePlan(table: table, rows: plan.rows, columns: plan.columns)
  }

  /// A table without a name, with its sides.
  private func sides(_ map: ConfigMap, _ node: Node, _ kind: String, _ columns: [Item]) -> TablePlan? {
    var source = LedgerTable.Source()
    var rows: Side?
    var others: [Side?] = []
    switch kind {
    case "shares": rows = answers(node, kind, columns)
    case "cross":
      let nodes = map.list("cross")
      guard nodes.count == 2 else {
        file.report(.wrongType(key: "cross", expected: .two), at: node)
        return nil
      }
      rows = answers(nodes[0], kind, columns)
      others = [answers(nodes[1], kind, columns)]
    default:
      rows = ages(map, node, columns, &source)
      others = [map.node("by")].compactMap { $0 }.map { answers($0, "by", columns) }
    }
    guard let rows, others.allSatisfy({ $0 != nil }) else { return nil }
    let across = others.first ?? nil
    source.rows = columns[rows.column].id
    source.columns = across.map { columns[$0.column].id } ?? ""
    let shape: LedgerTable.Shape = kind == "shares" ? .shares : kind == "cross" ? .cross : .pyramid
    var table = LedgerTable(
      id: "", label: "", shape: shape, rows: rows.axis.heads, columns: across?.axis.heads ?? [""], cells: [])
    table.source = source
    return TablePlan(table: table, rows: rows.axis, columns: across?.axis ?? .one)
  }

  /// The answers to a column, and none.
  private func answers(_ node: Node, _ key: String, _ columns: [Item]) -> Side? {
    guard let found = tableColumn(node, key, columns) else { return nil }
    let name = LedgerReader.quoted(columns[found].id)
    var axis = Axis()
    switch columns[found].type {
    case .flag:
      axis.add("yes", language.pick("是", "yes"), name)
      axis.add("no", language.pick("否", "no"), "not \(name)")
    case .choice(let choices):
      for choice in choices {
        axis.add(choice.id, choice.label, "\(name) = '\(choice.id.replacing("'", with: "''"))'")
      }
    default:
      file.report(.itemType(columns[found].id, needed: ["choice", "flag"]), at: node)
      return nil
    }
    axis.add("blank", language.pick("未填", "blank"), "\(name) is null")
    return (axis, found)
  }

  /// A column whose values are counted, so that they must be kept, and be more than which they are.
  private func tableColumn(_ node: Node, _ key: String, _ columns: [Item]) -> Int? {
    guard let name = file.text(node, key: key), let found = column(name, at: node, of: columns) else {
      return nil
    }
    let column = columns[found]
    if column.personal == .drop {
      file.report(.ledger(.dropped(column.label)), at: node)
      return nil
    }
    if column.personal != nil, column.type == .key {
      file.report(.conflict(key, with: "personal: apart"), at: node)
      return nil
    }
    return found
  }

  /// Bands of ages: below the first, each of so many years, the last and above, not known.
  private func ages(
    _ map: ConfigMap, _ node: Node, _ columns: [Item], _ source: inout LedgerTable.Source
  ) -> Side? {
    let (from, to, step) = (
      map.whole("from", in: 0...150) ?? 20, map.whole("to", in: 1...150) ?? 60,
      map.whole("step", in: 1...150) ?? 5
    )
    guard let found = tableColumn(node, "ages", columns) else { return nil }
    guard columns[found].type == .date else {
      file.report(.itemType(columns[found].id, needed: ["date"]), at: node)
      return nil
    }
    guard from < to, (to - from).isMultiple(of: step) else {
      file.report(.ledger(.bands(from: from, to: to, step: step)), at: map.node)
      return nil
    }
    (source.from, source.to, source.step) = (from, to, step)
    let age = "age(\(LedgerReader.quoted(columns[found].id)))"
    var axis = Axis()
    // Nobody is younger than nothing.
    if from > 0 {
      axis.add("below_\(from)", language.pick("\(from)岁以下", "below \(from)"), "\(age) < \(from)")
    }
    for first in stride(from: from, to: to, by: step) {
      let last = first + step - 1
      axis.add(
        "\(first)_\(last)", first == last ? "\(first)" : "\(first)–\(last)",
        "\(age) between \(first) and \(last)")
    }
    axis.add("from_\(to)", language.pick("\(to)岁及以上", "\(to) and above"), "\(age) >= \(to)")
    axis.add("unknown", language.pick("年龄不详", "not known"), "\(age) is null")
    return (axis, found)
  }
}
