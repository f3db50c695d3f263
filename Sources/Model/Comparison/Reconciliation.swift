/// How a unit's own statement stands to what the units below it add up to.
public enum ReconciliationVerdict: String, Sendable, CaseIterable {
  /// All units below have answered, and the sums are equal.
  case agrees
  /// They differ for certain: all units below have answered; or some have not, and those that have already add
  /// up to more than the statement of an item that cannot be negative.
  case differs
  /// A unit below has not answered, so that nothing can be said.
  case incomplete
  /// The unit is asked for a statement and makes none.
  case notStated = "not-stated"
  /// The sum of the units below, or the difference, does not fit into 64 bits.
  case overflow
}

/// A unit's own statement of one item beside the sum of the units directly below it.
public struct Reconciled: Hashable, Sendable {
  /// The unit, as an index of the roster.
  public var unit: Int
  /// The item, as a position in ``Campaign/items``.
  public var item: Int
  /// What the unit states, in the item's smallest unit; `nil` where it states nothing.
  public var own: Int64?
  /// The sum of the units below; `nil` where it does not fit into 64 bits.
  public var below: Int64?
  /// How many of the units directly below have answered in full.
  public var received: Int
  /// How many units directly below are expected to answer, themselves or by those below them.
  public var expected: Int
  /// `own` − `below`; `nil` where one of them is, or where it does not fit.
  public var difference: Int64?
  /// What is to be said of it.
  public var verdict: ReconciliationVerdict
  /// What would explain the difference, the most specific first. Each has been tested on the data and none is
  /// applied.
  public var causes: [ReconciliationCause]

  /// A statement and a sum.
  public init(
    unit: Int, item: Int, own: Int64?, below: Int64?, received: Int, expected: Int,
    difference: Int64?, verdict: ReconciliationVerdict, causes: [ReconciliationCause] = []
  ) {
    self.unit = unit
    self.item = item
    self.own = own
    self.below = below
    self.received = received
    self.expected = expected
    self.difference = difference
    self.verdict = verdict
    self.causes = causes
  }
}
