/// Something that would explain why a statement differs from the sum of the units below, as arithmetic shows.
public struct ReconciliationCause: Hashable, Sendable {
  /// What was tested, the most specific first.
  public enum Kind: String, Sendable, CaseIterable {
    /// A row of a unit that has none that counts, rejected this month, has just the value that is lacking.
    case missingRejected = "missing-rejected"
    /// An earlier row of a unit, of another value, would close the gap: of a unit below, or of the unit itself.
    case superseded
    /// A unit below sent the same row more than once, and the gap is its value: counted twice above.
    case repeated
    /// The gap is the value of a unit below, whose return came after that of the unit above.
    case late
    /// The values of the earlier month of those who lack one now are just the gap.
    case missingEarlier = "missing-earlier"
    /// With the sum below a unit in place of its own statement, from which it differs, there would be no gap.
    case sumInstead = "sum-instead"
    /// With the value that a unit had in the earlier month there would be no gap: it was not brought up to date.
    case stale
    /// The unit's own parts do not add up to its whole, but to the sum of the units below.
    case parts
    /// A unit's value is the sum of units beside it: a subtotal taken for a unit.
    case subtotal
    /// Two neighbouring digits are transposed.
    case transposed
    /// The value is 10, 100 or 10,000 times what it should be, or that part of it.
    case shifted
    /// A digit was left out.
    case digitDropped = "digit-dropped"
    /// A digit was put in.
    case digitAdded = "digit-added"
    /// The unit above states more by just one unit's value: it counts that unit twice.
    case twiceAbove = "twice-above"
    /// The unit above states less by just one unit's value: it lacks that unit, or others hold it, too.
    case twiceBelow = "twice-below"
    /// The unit's own parts do not add up to its whole, while those of the units below do.
    case partsDiffer = "parts-differ"
    /// The only few units whose values together are the gap.
    case units
  }

  /// What was tested.
  public var kind: Kind
  /// The units whose values would explain it: units below, or the unit that makes the statement.
  public var units: [Int]
  /// Their value as it counts now, in the item's smallest unit.
  public var recorded: Int64
  /// The value that would leave no difference; of ``Kind/partsDiffer`` the sum of the parts.
  public var meant: Int64
  /// The row whose value ``meant`` is, or that was repeated; `nil` where it is none of this month.
  public var source: ReturnSource?

  /// A cause.
  public init(
    _ kind: Kind, units: [Int], recorded: Int64, meant: Int64, source: ReturnSource? = nil
  ) {
    self.kind = kind
    self.units = units
    self.recorded = recorded
    self.meant = meant
    self.source = source
  }
}
