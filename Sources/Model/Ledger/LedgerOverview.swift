/// What a month knows of a ledger, for a unit and each of its children.
public struct LedgerOverview: Hashable, Sendable {
  /// A line of it: sums of the unit and all below it.
  public struct Line: Hashable, Sendable {
    /// The index of the unit in the roster.
    public var unit: Int
    /// How many units are expected to keep the ledger, and how many of them do.
    public var expected, kept: Int
    /// The rows that count.
    public var rows: Int64
    /// The oldest and the newest month that a unit's rows come from; `nil` where no unit keeps the ledger.
    public var updated: ClosedRange<Month>?
    /// Cells that should be filled in, and those that are.
    public var cells, filled: Int64
    /// What became of rows since the month before, in the order of ``Derived/Movement``; `nil` where that is not known
    /// of all units that keep the ledger now.
    public var movements: [Int64]?

    /// A line.
    public init(
      unit: Int, expected: Int, kept: Int, rows: Int64, updated: ClosedRange<Month>?, cells: Int64,
      filled: Int64, movements: [Int64]?
    ) {
      self.unit = unit
      self.expected = expected
      self.kept = kept
      self.rows = rows
      self.updated = updated
      self.cells = cells
      self.filled = filled
      self.movements = movements
    }
  }

  /// A ``LedgerTable`` filled in.
  public struct Counts: Hashable, Sendable {
    /// The position in ``Ledger/tables``.
    public var table: Int
    /// The numbers of its cells for the unit and all below it, row by row.
    public var now: [Int64]
    /// The same of the month before; `nil` where that is not known.
    public var before: [Int64]?

    /// A table's numbers.
    public init(table: Int, now: [Int64], before: [Int64]?) {
      self.table = table
      self.now = now
      self.before = before
    }
  }

  /// The position of the ledger in ``Campaign/ledgers``.
  public var ledger: Int
  /// The unit's line, then those of its children.
  public var lines: [Line]
  /// The ledger's tables.
  public var tables: [Counts]
  /// The units at and below the unit that are expected to keep the ledger and do not, in the order of the roster.
  public var unkept: [Int]
  /// A line for the unit and for every unit below it, in the order of the roster, for the table; those with nobody
  /// expected at or below may be left out. Empty for ``lines`` alone.
  public var tree: [Line]

  /// An overview with at least the unit's line.
  public init(
    ledger: Int, lines: [Line], tables: [Counts], unkept: [Int] = [], tree: [Line] = []
  ) {
    self.ledger = ledger
    self.lines = lines
    self.tables = tables
    self.unkept = unkept
    self.tree = tree
  }
}
