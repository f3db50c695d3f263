/// How an item is made from the rows of a ledger that count in a month: opened by its end, not closed by it.
public struct Derived: Hashable, Sendable {
  /// What is made of the rows.
  public enum Kind: Hashable, Sendable {
    /// How many rows fulfil the condition.
    case count
    /// The sum of a formula over the rows that have a value of it.
    case sum(String)
    /// How many rows have a value of a formula: what a mean is divided by.
    case given(String)
    /// A number that no sum gives, of the unit's rows and all those below it.
    case whole(Statistic, String)
    /// What became of rows since the month before; by key.
    case moved(Movement)
    /// The cells that should be filled in, and those of them that are: of rows that count, of columns that are not
    /// optional.
    case cells, filled
    /// The month of the newest file that the unit's rows come from, as ``Month/ordinal``.
    case updated
  }

  /// A number that is not the sum of its parts.
  public enum Statistic: String, Hashable, Sendable, CaseIterable {
    /// The value in the middle; of an even number the mean of the two, with one decimal more than the formula has.
    case median
    /// The lowest and the highest value.
    case min, max
    /// How many different values there are.
    case distinct
  }

  /// What became of a row.
  public enum Movement: String, Hashable, Sendable, CaseIterable {
    /// Its key was not there the month before.
    case opened
    /// It is not there any more.
    case closed
    /// It was another unit's the month before; it is another's now.
    case movedIn = "moved_in"
    case movedOut = "moved_out"
    /// It was there, in the same unit.
    case stayed
  }

  /// What is made.
  public var kind: Kind
  /// The condition that a row must fulfil to be taken, over ``Ledger/columns``; empty for none.
  public var condition: String

  /// A derivation as the ledger's reader has proved it.
  public init(_ kind: Kind, where condition: String = "") {
    self.kind = kind
    self.condition = condition
  }

  /// Items that every ledger has, by what follows the ledger's id and a dot.
  public static let standard: [(name: String, derived: Derived)] = [
    ("rows", Derived(.count)),
    ("cells", Derived(.cells)),
    ("filled", Derived(.filled)),
    ("updated", Derived(.updated)),
    ("opened", Derived(.moved(.opened))),
    ("closed", Derived(.moved(.closed))),
    ("moved_in", Derived(.moved(.movedIn))),
    ("moved_out", Derived(.moved(.movedOut))),
    ("stayed", Derived(.moved(.stayed))),
  ]
}
