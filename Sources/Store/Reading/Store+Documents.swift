extension Store {
  /// The digests of contents that begin with some hexadecimal digits, at most two.
  public func digests(beginning digits: String) throws(StoreError) -> [String] {
    try rows(
      "SELECT sha256 FROM content WHERE substr(sha256, 1, length(?1)) = ?1 ORDER BY sha256 LIMIT 2",
      bind: { try $0.bind(1, digits) }, { $0.text(0) })
  }

  /// The configuration files as of an entry: the hash of each by its name. Removed ones are left out.
  public func documents(asOf entry: Int) throws(StoreError) -> [String: String] {
    // In the order of entries, so that the last one of a name stays.
    let sql = "SELECT name, sha256 FROM document WHERE entry <= ? ORDER BY name, entry"
    let found = try rows(sql, bind: { try $0.bind(1, entry) }, { ($0.text(0), $0.optionalText(1)) })
    var documents: [String: String] = [:]
    for (name, sha256) in found { documents[name] = sha256 }
    return documents
  }

  /// The bytes with that hash; `nil` where the history has none.
  public func content(_ sha256: String) throws(StoreError) -> [UInt8]? {
    let sql = "SELECT bytes FROM content WHERE sha256 = ?"
    return try rows(sql, bind: { try $0.bind(1, sha256) }, { $0.blob(0) }).first
  }
}
