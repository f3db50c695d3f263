import GRDB
public import Model

extension Store {
  /// The publications of a month, or of all months, as of an entry, in the order in which they went out. Their
  /// figures are sorted by unit, indicator, level and part; the positions within them mean nothing.
  public func publications(month: Month?, asOf entry: Int) throws(StoreError) -> [Publication] {
    let sql = """
      SELECT p.id, p.month, p.number, e.id, e.minutes, e.version
      FROM publication AS p JOIN entry AS e ON e.id = p.entry
      WHERE p.entry <= ?1 AND (?2 IS NULL OR p.month = ?2) ORDER BY p.id
      """
    return try read { db in
      let query = try Prepared(db, sql)
      try query.bind(1, entry)
      try query.bind(2, month?.description)
      var found: [Publication] = []
      while try query.step() {
        found.append(
          Publication(
            month: try query.month(1), number: try query.count(2), entry: try Entry(query, 3),
            outputs: try Store.outputs(db, of: try query.count(0)),
            figures: try Store.figures(db, of: try query.count(0))))
      }
      return found
    }
  }

  private static func outputs(_ db: Database, of publication: Int) throws -> [PublishedOutput] {
    let query = try Prepared(
      db, "SELECT name, size, sha256 FROM output WHERE publication = ? ORDER BY name")
    try query.bind(1, publication)
    var found: [PublishedOutput] = []
    while try query.step() {
      found.append(PublishedOutput(name: query.text(0), size: try query.count(1), sha256: query.text(2)))
    }
    return found
  }

  private static func figures(_ db: Database, of publication: Int) throws -> [PublishedFigure] {
    let query = try Prepared(
      db,
      """
      SELECT unit, indicator, level, part, numerator, numerator_decimals, denominator, denominator_decimals,
        received, expected, lower, upper, status
      FROM figure WHERE publication = ? ORDER BY unit, indicator, level, part
      """)
    try query.bind(1, publication)
    var found: [PublishedFigure] = []
    while try query.step() { found.append(try figure(query)) }
    return found
  }

  private static func figure(_ row: Prepared) throws -> PublishedFigure {
    guard let unit = try row.code(0), let status = FigureStatus(rawValue: row.text(12)) else {
      throw Unreadable(description: "figure \(row.text(1))")
    }
    let (level, part) = (row.text(2), row.text(3))
    let isBounded = !row.isNull(10) && !row.isNull(11) && row.int64(10) <= row.int64(11)
    return PublishedFigure(
      unit: unit, indicator: row.text(1), level: level, part: part,
      figure: Figure(
        unit: 0, indicator: 0, part: part.isEmpty ? nil : 0, level: level.isEmpty ? nil : 0,
        numerator: row.int64(4), numeratorDecimals: try row.decimals(5),
        denominator: row.isNull(6) ? nil : row.int64(6), denominatorDecimals: try row.decimals(7),
        received: try row.count(8), expected: try row.count(9),
        bounds: isBounded ? row.int64(10)...row.int64(11) : nil, status: status))
  }
}
