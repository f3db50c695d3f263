import Model

/// The keys of the rows of ledgers that were met: over files where only figures are wanted, else of one table, with
/// the row of each.
struct RowKeys {
  private var ofTable: KeySet?
  private var ofFiles: KeyBlocks?

  /// None: for rows without keys.
  static let none = RowKeys()

  /// Those of a table.
  static func table() -> RowKeys {
    var keys = RowKeys()
    keys.ofTable = KeySet()
    return keys
  }

  private init() {}

  /// Those of files.
  init(_ blocks: consuming KeyBlocks) { ofFiles = blocks }

  /// What is kept over files.
  consuming func taken() -> KeyBlocks? { ofFiles.take() }

  /// Takes in a key; the row that has it already, 0 where that is not known, else `nil`.
  @inline(__always)
  mutating func insert(_ key: Int64, row: Int) -> Int32? {
    if ofFiles != nil { return ofFiles?.insert(key) == true ? nil : 0 }
    return ofTable?.insert(key, row: Int32(clamping: row))
  }
}
