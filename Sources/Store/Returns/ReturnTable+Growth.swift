import GRDB
import Model

extension ReturnTable {
  /// The table of a form with a column for each item of today, made or extended where need be, and whether what
  /// a column holds in this month has changed its meaning.
  static func grown(
    _ db: Database, form: Form, items: [Item], month: Month, entry: Int
  ) throws -> (table: ReturnTable, isRetyped: Bool) {
    try create(db, form: form.id)
    guard var table = try ReturnTable(db, form: form.id, month: month, asOf: entry) else {
      throw BrokenRule("form \(form.id)")
    }
    var taken = Set((fixed + table.columns.values).map(Name.folded))
    var isRetyped = false
    for item in items {
      var column = table.columns[item.id]
      if column == nil {
        let free = Name.free(item.id, taken: taken)
        try db.execute(sql: "ALTER TABLE \(table.name) ADD COLUMN \(Name.quoted(free)) ANY")
        taken.insert(Name.folded(free))
        table.columns[item.id] = free
        column = free
      }
      let stored = StoredItem(item, column: column ?? item.id)
      let earlier = table.items[item.id]
      guard stored != earlier else { continue }
      if let earlier {
        isRetyped = isRetyped || (earlier.type, earlier.decimals) != (stored.type, stored.decimals)
      }
      try add(db, stored, item: item.id, form: form.id, month: month, entry: entry)
      table.items[item.id] = stored
    }
    return (table, isRetyped)
  }

  private static func create(_ db: Database, form: String) throws {
    let known = try Prepared(db, "SELECT id, table_name FROM form")
    var taken: Set<String> = []
    while try known.step() {
      if known.text(0) == form { return }
      taken.insert(Name.folded(known.text(1)))
    }
    let name = Name.free("return_" + form, taken: taken)
    let insert = try Prepared(db, "INSERT INTO form (id, table_name) VALUES (?, ?)")
    try insert.bind(1, form)
    try insert.bind(2, name)
    try insert.run()
    try db.execute(sql: creation(name))
  }

  /// The statement that makes the table without items.
  private static func creation(_ name: String) -> String {
    """
    CREATE TABLE \(Name.quoted(name)) (  -- a row a unit; of a unit's rows of a month the latest counts
      month TEXT NOT NULL,
      unit TEXT NOT NULL,           -- the unit's code
      entry INTEGER NOT NULL REFERENCES entry (id),
      status TEXT NOT NULL,         -- accepted, rejected; below: none, but known from rows below; gone: exists no longer
      submission INTEGER REFERENCES submission (id),
      sheet TEXT NOT NULL,          -- empty for formats without sheets
      "row" INTEGER NOT NULL,       -- 1 for the first
      first_received INTEGER,       -- for a correction, when the first return came, minutes since 1970-01-01
      states TEXT NOT NULL,         -- what a NULL means other than blank (other than notReported if rejected)
      PRIMARY KEY (month, unit, entry)
    ) STRICT, WITHOUT ROWID
    """
  }

  private static func add(
    _ db: Database, _ stored: StoredItem, item: String, form: String, month: Month, entry: Int
  ) throws {
    let insert = try Prepared(
      db,
      """
      INSERT INTO item (form, item, month, entry, column_name, type, decimals, label)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try insert.bind(1, form)
    try insert.bind(2, item)
    try insert.bind(3, month.description)
    try insert.bind(4, entry)
    try insert.bind(5, stored.column)
    try insert.bind(6, stored.type)
    try insert.bind(7, stored.decimals)
    try insert.bind(8, stored.label)
    try insert.run()
  }
}
