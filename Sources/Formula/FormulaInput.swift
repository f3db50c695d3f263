public import Model

/// What a formula is evaluated over: the columns of a month and, where they are known, those of the month before
/// and the tree.
public struct FormulaInput: Sendable {
  /// The columns of the items that the formula was read with, each of at least ``count`` units.
  public var columns: [ItemColumn]
  /// The number of units.
  public var count: Int
  /// The columns of the month before, laid out for the same units; `nil` where it is not known: `prior()` is
  /// null then.
  public var prior: [ItemColumn]?
  /// The unit directly above each, -1 for the top, as ``Model/Roster/parent``; empty where the tree is not known:
  /// `parent()`, `children()` and `children_count()` are null then.
  public var parent: [Int32]
  /// The month at whose end `age()` is taken; `nil` where it is not known: `age()` is null then.
  public var month: Month?

  /// The columns of `count` units, with what else is known.
  public init(
    columns: [ItemColumn], count: Int, prior: [ItemColumn]? = nil, parent: [Int32] = [], month: Month? = nil
  ) {
    self.columns = columns
    self.count = count
    self.prior = prior
    self.parent = parent
    self.month = month
  }
}
