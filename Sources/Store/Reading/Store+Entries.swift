public import Model

extension Store {
  /// All entries, oldest first. Throws where the file cannot be read.
  public func entries() throws(StoreError) -> [Entry] {
    let found = try rows("SELECT id, minutes, version FROM entry ORDER BY id") { try Entry($0, 0) }
    // A damaged file has had one twice.
    for (one, next) in zip(found, found.dropFirst()) where one.id >= next.id {
      throw unreadable("entry \(next.id)")
    }
    return found
  }

  /// The last entry; `nil` where nothing has been added yet.
  public func latestEntry() throws(StoreError) -> Entry? {
    try rows("SELECT id, minutes, version FROM entry ORDER BY id DESC LIMIT 1") { try Entry($0, 0) }.first
  }

  /// The last entry recorded at or before a time; `nil` where there is none.
  public func entry(asOf time: LocalTime) throws(StoreError) -> Entry? {
    // Times never go back, so that the last of them is the one with the highest number.
    let sql = "SELECT id, minutes, version FROM entry WHERE minutes <= ? ORDER BY id DESC LIMIT 1"
    return try rows(sql, bind: { try $0.bind(1, time.minutes) }, { try Entry($0, 0) }).first
  }
}

extension Entry {
  /// An entry from three columns: id, minutes, version.
  init(_ row: Prepared, _ first: Int) throws {
    self.init(
      id: try row.count(first), recorded: try row.time(first + 1), version: row.text(first + 2))
  }
}
