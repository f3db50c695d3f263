import GRDB
import Model

/// What the column of an item holds in a month.
struct StoredItem: Equatable {
  /// The column's name.
  var column: String
  /// The name of the item's type.
  var type: String
  /// Of a number, its decimals.
  var decimals: Int?
  /// The heading on the form.
  var label: String

  /// An item as a campaign has it, in a column of that name.
  init(_ item: Item, column: String) {
    self.column = column
    type = item.type.name
    decimals = item.type.decimals
    label = item.label
  }

  init(_ row: Prepared, from first: Int) throws {
    column = row.text(first)
    type = row.text(first + 1)
    decimals = row.isNull(first + 2) ? nil : try row.decimals(first + 2)
    label = row.text(first + 3)
  }
}

/// The table of a form's returns and its columns.
struct ReturnTable {
  /// The columns that every such table has, in the order of ``fixed``.
  static let fixed = [
    "month", "unit", "entry", "status", "submission", "sheet", "row", "first_received", "states",
  ]

  /// The name, between quotation marks.
  var name: String
  /// The item's column, by the item's id: all that any month has used.
  var columns: [String: String]
  /// What the columns hold in the month, by the item's id.
  var items: [String: StoredItem]

  /// The table of a form as a month uses it as of an entry; `nil` where there is none.
  init?(_ db: Database, form: String, month: Month, asOf entry: Int) throws {
    let names = try Prepared(db, "SELECT table_name FROM form WHERE id = ?")
    try names.bind(1, form)
    guard try names.step() else { return nil }
    name = Name.quoted(names.text(0))
    columns = [:]
    items = [:]
    let all = try Prepared(db, "SELECT DISTINCT item, column_name FROM item WHERE form = ?")
    try all.bind(1, form)
    while try all.step() { columns[all.text(0)] = all.text(1) }
    let ofMonth = try Prepared(
      db,
      """
      SELECT item, column_name, type, decimals, label FROM item
      WHERE form = ? AND month = ? AND entry <= ? ORDER BY item, entry
      """)
    try ofMonth.bind(1, form)
    try ofMonth.bind(2, month.description)
    try ofMonth.bind(3, entry)
    while try ofMonth.step() { items[ofMonth.text(0)] = try StoredItem(ofMonth, from: 1) }
  }

  /// The select list: the fixed columns after `month`, then those of the ids, `NULL` for one without a column.
  func selection(_ ids: [String]) -> String {
    let fixed = ReturnTable.fixed.dropFirst().map(Name.quoted)
    return (fixed + ids.map { columns[$0].map(Name.quoted) ?? "NULL" }).joined(separator: ", ")
  }
}
