/// A derived number of the bulletin, such as the rate of townships that held a meeting.
public struct Indicator: Hashable, Sendable {
  /// How it is made from items. Items are positions in ``Campaign/items``.
  public enum Kind: Hashable, Sendable {
    /// The sum of an item.
    case total(item: Int)
    /// The number of units of each level for which a formula holds.
    case count(formula: String)
    /// The same, as a share of all units of that level and group.
    case rate(formula: String)
    /// The sum of an item for each unit of a level.
    case averagePerUnit(item: Int, level: Int)
    /// The sum of an item for each one of another.
    case ratio(item: Int, per: Int)
    /// The value of an item that is made of all rows of a ledger at and below the unit.
    case value(item: Int)
    /// The shares of items in the sum of another.
    case composition(parts: [Int], whole: Int)
  }

  /// The name in configuration and CSV.
  public var id: String
  /// The name in print.
  public var label: String
  /// What the units did, for sentences: 召开了动员会. Empty where there is none.
  public var phrase: String
  /// How it is made.
  public var kind: Kind
  /// For a total or an average the condition that a unit must meet to add to it; empty for none.
  public var condition = ""
  /// The position of the group that is counted; `nil` for all units.
  public var group: Int?
  /// The ranks of the levels that are counted, one figure each. For totals: all that fill the item.
  public var levels: SmallSet
  /// Decimals in print: of the percentage for rates and shares, of the quotient for averages, of the item for
  /// totals; 0…4.
  public var decimals: Int
  /// The unit of measure in print, such as 个; empty where there is none.
  public var measure: String

  /// An indicator as the campaign's reader has proved it.
  public init(
    id: String, label: String, phrase: String = "", kind: Kind, group: Int? = nil,
    levels: SmallSet, decimals: Int, measure: String = ""
  ) {
    self.id = id
    self.label = label
    self.phrase = phrase
    self.kind = kind
    self.group = group
    self.levels = levels
    self.decimals = decimals
    self.measure = measure
  }
}
