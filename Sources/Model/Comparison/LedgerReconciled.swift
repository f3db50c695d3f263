/// How what is reported stands to what the ledger has.
public enum LedgerVerdict: String, Sendable, CaseIterable {
  /// All have reported and keep the ledger, and the sums are equal.
  case agrees
  /// All have, and they are not.
  case differs
  /// A return or a ledger is missing, so that the sums say nothing.
  case incomplete
  /// A sum, or the difference, does not fit into 64 bits.
  case overflow
}

/// What is reported of an item by a unit and all below it, beside the same as the ledger's rows add up to.
///
/// Both sides are made of places: a unit that reports the item, with the units at and below it that keep the ledger
/// and have no such unit nearer; or a unit that keeps the ledger above all that report, with those.
public struct LedgerReconciled: Hashable, Sendable {
  /// A place that has both, and differs.
  public struct Gap: Hashable, Sendable {
    /// The unit, as an index of the roster.
    public var unit: Int
    /// The two values, in units of the last of ``LedgerReconciled/decimals``.
    public var reported, ledger: Int64

    /// A place.
    public init(unit: Int, reported: Int64, ledger: Int64) {
      self.unit = unit
      self.reported = reported
      self.ledger = ledger
    }
  }

  /// How many places there are at and below the unit, and what is known of them.
  public struct Places: Hashable, Sendable {
    /// All of them.
    public var all = 0
    /// Those that lack a return.
    public var withoutReturn = 0
    /// Those that have all returns and lack a ledger.
    public var withoutLedger = 0
    /// Those that have both and differ.
    public var differing = 0

    /// No place.
    public init() {}

    /// How many have both, and agree.
    public var agreeing: Int { all - withoutReturn - withoutLedger - differing }

    /// Adds those of another unit.
    public mutating func add(_ other: Places) {
      all += other.all
      withoutReturn += other.withoutReturn
      withoutLedger += other.withoutLedger
      differing += other.differing
    }
  }

  /// The unit, as an index of the roster.
  public var unit: Int
  /// The item reported, and the one derived from the ledger, as positions in ``Campaign/items``.
  public var item, ledgerItem: Int
  /// The decimals of all values: the more that one of the items has.
  public var decimals: Int
  /// The sum of what is reported, and that of the ledger; `nil` where it does not fit into 64 bits.
  public var reported, ledger: Int64?
  /// `reported` − `ledger`; `nil` where one of them is, or where it does not fit.
  public var difference: Int64?
  /// How much of the difference comes of places that have both; the rest is of those that lack one. `nil` where
  /// it does not fit.
  public var ofDiffering: Int64?
  /// What is to be said of it.
  public var verdict: LedgerVerdict
  /// The places at and below the unit.
  public var places: Places
  /// The largest gaps among them, at most ``mostGaps``.
  public var gaps: [Gap]

  /// How many gaps are kept.
  public static let mostGaps = 3

  /// A sum beside a ledger's.
  public init(
    unit: Int, item: Int, ledgerItem: Int, decimals: Int = 0, reported: Int64?, ledger: Int64?,
    difference: Int64?, ofDiffering: Int64?, verdict: LedgerVerdict, places: Places, gaps: [Gap] = []
  ) {
    self.unit = unit
    self.item = item
    self.ledgerItem = ledgerItem
    self.decimals = decimals
    self.reported = reported
    self.ledger = ledger
    self.difference = difference
    self.ofDiffering = ofDiffering
    self.verdict = verdict
    self.places = places
    self.gaps = gaps
  }

  /// Whether places differ and the sums of those that have both are equal all the same.
  public var cancels: Bool { places.differing > 0 && ofDiffering == 0 }
}
