/// What is to be told of the rows of a unit in a ledger, as they were read. A history does not keep it.
public struct LedgerFact: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// Rows violate a rule, a position in ``Ledger/rules``.
    case broken(rule: Int)
    /// Rows have a key that rows of another file have as well, of that unit; it may be the unit itself.
    case repeated(unit: Int)
    /// Rows of the month before are not there any more, and no closing date ends them.
    case gone
  }

  /// What it is.
  public var kind: Kind
  /// The position in ``Campaign/ledgers``.
  public var ledger: Int
  /// The index of the unit in the roster.
  public var unit: Int
  /// How many rows are meant, and how many the unit has.
  public var count, of: Int
  /// The first of them, all on the sheet of ``source``; none where they are not there.
  public var rows: [Int32]
  /// Where the first of them stands.
  public var source: ReturnSource

  /// A fact.
  public init(
    _ kind: Kind, ledger: Int, unit: Int, count: Int, of: Int, rows: [Int32], source: ReturnSource
  ) {
    self.kind = kind
    self.ledger = ledger
    self.unit = unit
    self.count = count
    self.of = of
    self.rows = rows
    self.source = source
  }
}
