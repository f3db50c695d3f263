/// A form with many rows a unit (台账): organisations, committee members. Items are derived from its rows; they are
/// those of a form of ``Campaign/forms`` that no sheet has, and roll up like all others.
public struct Ledger: Hashable, Sendable {
  /// What a received file says.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// All rows of its sender's units; the files that a sender sent for a month are one. Of each unit the latest at or
    /// before a month counts.
    case snapshot
    /// All rows of the units that have rows in it; of others it says nothing.
    case listed
    /// Rows that are new or other than before. Of each key the last row at or before a month counts.
    case changes
  }

  /// How a row says its unit where it has no column for it: by the first characters of a column.
  public struct UnitPrefix: Hashable, Sendable {
    /// The position in ``Ledger/columns``.
    public var column: Int
    /// The number of characters that are the unit's code.
    public var length: Int

    /// A prefix of at least one character.
    public init(column: Int, length: Int) {
      self.column = column
      self.length = length
    }
  }

  /// The name in configuration.
  public var id: String
  /// The title on the sheet.
  public var title: String
  /// The position in ``Campaign/forms`` of the form whose items are derived from the rows.
  public var form: Int
  /// What a file says.
  public var mode: Mode
  /// The columns of a row; texts are of type ``ItemType/key``. Formulas over rows take positions in it.
  public var columns: [Item]
  /// The number that a row says its unit by; `nil` where columns of code or name do.
  public var unitPrefix: UnitPrefix?
  /// The column that tells rows apart; `nil` where none does: then there are no movements.
  public var key: Int?
  /// The column of the day from which a row counts, and of that from which it counts no more.
  public var opened, closed: Int?
  /// How each item of the form is made, in their order.
  public var derived: [Derived]
  /// Those of ``derived`` that the configuration lists: behind what every ledger has, before what tables and rules
  /// need.
  public var listed = 0..<0
  /// Tables of counts, for the bulletin.
  public var tables: [LedgerTable]
  /// Conditions on each row.
  public var rules: [RowRule]

  /// A ledger as its reader has proved it.
  public init(
    id: String, title: String, form: Int, mode: Mode = .snapshot, columns: [Item],
    unitPrefix: UnitPrefix? = nil, key: Int? = nil, opened: Int? = nil, closed: Int? = nil,
    derived: [Derived], tables: [LedgerTable] = [], rules: [RowRule] = []
  ) {
    self.id = id
    self.title = title
    self.form = form
    self.mode = mode
    self.columns = columns
    self.unitPrefix = unitPrefix
    self.key = key
    self.opened = opened
    self.closed = closed
    self.derived = derived
    self.tables = tables
    self.rules = rules
  }
}

/// A condition that each row of a ledger must fulfil.
public struct RowRule: Hashable, Sendable {
  /// Its name; no other rule and no finding has it.
  public var id: String
  /// The condition on a row, over ``Ledger/columns``; violated where it is `no`, and not where it is unknown.
  public var formula: String
  /// What its findings weigh: query or note.
  public var severity: Severity
  /// What to tell the clerk, as the form gives it; empty for the program's own words.
  public var message: String
  /// The ranks of the levels whose rows it is about.
  public var levels: SmallSet

  /// A rule as the ledger's reader has proved it.
  public init(
    id: String, formula: String, severity: Severity = .query, message: String = "", levels: SmallSet
  ) {
    self.id = id
    self.formula = formula
    self.severity = severity
    self.message = message
    self.levels = levels
  }
}

/// Counts of rows by one or two properties, such as source × level or age × sex: each cell is an item of the
/// ledger's form, so that it rolls up.
public struct LedgerTable: Hashable, Sendable {
  /// What it is for.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Shares of one property, with their change since the month before.
    case shares
    /// One property by another.
    case cross
    /// Ages by another property with two answers, such as sex.
    case pyramid
  }

  /// The name in configuration.
  public var id: String
  /// The name in print.
  public var label: String
  /// What it is for.
  public var shape: Shape
  /// The heads of its rows, and of its columns; one column without a head for shares.
  public var rows, columns: [String]
  /// The items of its cells as positions in ``Campaign/items``, row by row.
  public var cells: [Int]
  /// What the configuration says of it.
  public var source = Source()

  /// What a table is made of, as the configuration says it.
  public struct Source: Hashable, Sendable {
    /// The ids of the columns that make its rows and its columns; empty for none.
    public var rows, columns: String
    /// The condition that rows must fulfil to be counted; empty for none.
    public var condition: String
    /// Where the first band of ages begins, where the last does, and how many years each has between them.
    public var from, to, step: Int

    /// Nothing, or what is known.
    public init(
      rows: String = "", columns: String = "", condition: String = "", from: Int = 0, to: Int = 0,
      step: Int = 0
    ) {
      self.rows = rows
      self.columns = columns
      self.condition = condition
      self.from = from
      self.to = to
      self.step = step
    }
  }

  /// A table; `cells` has a row for each of `rows`, as long as `columns`.
  public init(id: String, label: String, shape: Shape, rows: [String], columns: [String], cells: [Int]) {
    self.id = id
    self.label = label
    self.shape = shape
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}
