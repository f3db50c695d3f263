public import Model

extension Store {
  /// The files of a month that held rows of a ledger when it was last read as of an entry.
  public func ledgerFiles(month: Month, asOf entry: Int) throws(StoreError) -> [LedgerFileRecord] {
    let sql = """
      SELECT submission, ledger FROM ledger_file WHERE month = ?1 AND entry =
        (SELECT max(entry) FROM reading WHERE month = ?1 AND entry <= ?2)
      ORDER BY submission, ledger
      """
    return try rows(
      sql,
      bind: {
        try $0.bind(1, month.description)
        try $0.bind(2, entry)
      }, { LedgerFileRecord(arrival: try $0.count(0), ledger: $0.text(1)) })
  }

  /// What is kept of files whose personal cells were masked: the SHA-256 by that of the file as it came.
  public func masked() throws(StoreError) -> [String: String] {
    let found = try rows("SELECT original, sha256 FROM masked") { ($0.text(0), $0.text(1)) }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}
