/// Some rows of a ledger, in the order of their table. A file of any size is read as many of these.
public struct LedgerRows: Sendable {
  /// The position of the ledger in ``Campaign/ledgers``.
  public var ledger: Int
  /// The position of the table in the file's ``Submission/tables``.
  public var table: Int
  /// The month that they are of, where a file holds rows of several; `nil` for that of the file.
  public var month: Month?
  /// For each row the index of its unit in the roster of the file's month.
  public var units: [Int32]
  /// For each row its number on the sheet, 1 for the first.
  public var rows: [Int32]
  /// The cells, row by row, one for each of ``Ledger/columns``, as ``ItemType`` keeps them.
  public var values: [Int64]
  /// What is known of each cell, in the order of ``values``.
  public var states: [CellState]

  /// No rows yet.
  public init(ledger: Int, table: Int) {
    self.ledger = ledger
    self.table = table
    units = []
    rows = []
    values = []
    states = []
  }
}
