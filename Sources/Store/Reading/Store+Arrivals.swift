public import Model

extension Store {
  /// The id of the next arrival to be added.
  public func nextArrival() throws(StoreError) -> Int {
    try rows("SELECT coalesce(max(id), 0) + 1 FROM submission") { try $0.count(0) }.first ?? 1
  }

  /// The arrivals of a month, or of all months, with sender and time of receipt as they were known as of an
  /// entry; in the order of their ids. Withdrawn ones are among them.
  public func arrivals(month: Month?, asOf entry: Int) throws(StoreError) -> [Arrival] {
    try rows(
      Self.arrivals + " WHERE s.entry <= ?1 AND (?2 IS NULL OR s.month = ?2) ORDER BY s.id",
      bind: {
        try $0.bind(1, entry)
        try $0.bind(2, month?.description)
      }, Self.arrival)
  }

  /// The arrivals with those ids, as ``arrivals(month:asOf:)`` gives them; in the order of the ids.
  func arrivals(ids: [Int], asOf entry: Int) throws(StoreError) -> [Arrival] {
    var found: [Arrival] = []
    for id in ids {
      found += try rows(
        Self.arrivals + " WHERE s.entry <= ?1 AND s.id = ?2",
        bind: {
          try $0.bind(1, entry)
          try $0.bind(2, id)
        }, Self.arrival)
    }
    return found
  }

  private static let arrivals = """
    SELECT s.id, s.entry, s.month, s.path, s.sha256, c.size, r.sender, r.minutes
    FROM submission AS s JOIN content AS c USING (sha256)
      JOIN receipt AS r ON r.submission = s.id AND r.entry =
        (SELECT max(entry) FROM receipt WHERE submission = s.id AND entry <= ?1)
    """

  private static func arrival(_ row: Prepared) throws -> Arrival {
    Arrival(
      id: try row.count(0), entry: try row.count(1), month: try row.month(2), path: row.text(3),
      sha256: row.text(4), size: try row.count(5), sender: try row.code(6), received: try row.time(7))
  }

  /// Which arrival stood under each path of a month's inbox as of an entry, by its id. A file that was replaced
  /// under its own name stands under none.
  public func paths(month: Month, asOf entry: Int) throws(StoreError) -> [String: Int] {
    // In the order of entries: the last of a path stays.
    let sql = "SELECT submission, path FROM path WHERE month = ? AND entry <= ? ORDER BY path, entry"
    let found = try rows(
      sql,
      bind: {
        try $0.bind(1, month.description)
        try $0.bind(2, entry)
      }, { (try $0.count(0), $0.text(1)) })
    var paths: [String: Int] = [:]
    for (arrival, path) in found { paths[path] = arrival }
    return paths
  }

  /// The withdrawals in force as of an entry, in the order of their arrivals.
  public func withdrawals(asOf entry: Int) throws(StoreError) -> [Withdrawal] {
    let sql = """
      SELECT submission, reason, entry FROM withdrawal AS w
      WHERE withdrawn = 1 AND entry =
        (SELECT max(entry) FROM withdrawal WHERE submission = w.submission AND entry <= ?)
      ORDER BY submission
      """
    return try rows(
      sql, bind: { try $0.bind(1, entry) },
      { Withdrawal(arrival: try $0.count(0), reason: $0.text(1), entry: try $0.count(2)) })
  }

  /// The months of which something came in, was read or was published as of an entry, in their order.
  public func months(asOf entry: Int) throws(StoreError) -> [Month] {
    let sql = """
      SELECT month FROM submission WHERE entry <= ?1 UNION SELECT month FROM reading WHERE entry <= ?1
      UNION SELECT month FROM publication WHERE entry <= ?1 ORDER BY month
      """
    return try rows(sql, bind: { try $0.bind(1, entry) }, { try $0.month(0) })
  }
}
