public import Model

extension Store {
  /// From what a month was last read as of an entry; `nil` where it never was.
  public func key(of month: Month, asOf entry: Int) throws(StoreError) -> String? {
    let sql = """
      SELECT "key" FROM reading WHERE month = ? AND entry <= ? ORDER BY entry DESC LIMIT 1
      """
    return try rows(
      sql,
      bind: {
        try $0.bind(1, month.description)
        try $0.bind(2, entry)
      }, { $0.text(0) }
    ).first
  }

  /// The findings of a month as of an entry, by file, sheet, row and column, then by all else: the order does
  /// not depend on when they were found.
  public func findings(month: Month, asOf entry: Int) throws(StoreError) -> [StoredFinding] {
    let sql = """
      SELECT \(FindingColumns.list) FROM finding
      WHERE month = ?1 AND entry <= ?2 AND (gone_entry IS NULL OR gone_entry > ?2)
      ORDER BY file, sheet, "row", "column", code, unit, item, value, message
      """
    return try rows(
      sql,
      bind: {
        try $0.bind(1, month.description)
        try $0.bind(2, entry)
      }, { try FindingColumns.finding($0, from: 0) })
  }
}

/// The columns of a finding, in one place for readers and writers.
enum FindingColumns {
  /// Their names.
  static let list = #"code, severity, file, sheet, "row", "column", unit, item, value, message"#
  /// How many.
  static let count = 10

  /// The finding that stands in them.
  static func finding(_ row: Prepared, from first: Int) throws -> StoredFinding {
    let name = row.text(first + 1)
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else {
      throw Unreadable(description: "severity \(name)")
    }
    let place = Place(
      file: row.text(first + 2), sheet: row.text(first + 3), row: try row.count(first + 4),
      column: try row.count(first + 5))
    return StoredFinding(
      code: row.text(first), severity: severity, place: place, unit: try row.code(first + 6),
      item: row.text(first + 7), value: row.text(first + 8), message: row.text(first + 9))
  }

  /// Binds them to the parameters from `first` on.
  static func bind(_ finding: StoredFinding, _ statement: Prepared, from first: Int) throws {
    try statement.bind(first, finding.code)
    try statement.bind(first + 1, finding.severity.name)
    try statement.bind(first + 2, finding.place.file)
    try statement.bind(first + 3, finding.place.sheet)
    try statement.bind(first + 4, finding.place.row)
    try statement.bind(first + 5, finding.place.column)
    try statement.bind(first + 6, finding.unit?.description)
    try statement.bind(first + 7, finding.item)
    try statement.bind(first + 8, finding.value)
    try statement.bind(first + 9, finding.message)
  }
}
