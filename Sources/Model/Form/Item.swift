/// What a cell of an item may hold.
public enum ItemType: Hashable, Sendable {
  /// Yes or no, kept as 1 or 0.
  case flag
  /// A whole number that is not negative.
  case count
  /// A number with that many decimals at most (0…6), kept as an integer of its smallest unit: with 2
  /// decimals 2.5 is 250.
  case amount(decimals: Int)
  /// One of these, kept as its position.
  case choice([Choice])
  /// A day, kept as ``Day/number``.
  case date
  /// Free text, kept as its position in ``Returns/texts``.
  case text
  /// A text of a ledger's row of which only matters which it is, kept as a number that stands for it: for up to 18
  /// digits 1 with the digits behind it; else a negative number made of its SHA-256.
  case key

  /// The decimals of a number; `nil` where the type is not a number.
  public var decimals: Int? {
    switch self {
    case .count: 0
    case .amount(let decimals): decimals
    case .flag, .choice, .date, .text, .key: nil
    }
  }

  /// The name that a form uses.
  public var name: String {
    switch self {
    case .flag: "flag"
    case .count: "count"
    case .amount: "amount"
    case .choice: "choice"
    case .date: "date"
    case .text, .key: "text"
    }
  }
}

/// One answer of a choice.
public struct Choice: Hashable, Sendable {
  /// The name in configuration and formulas.
  public let id: String
  /// The text on the form.
  public let label: String

  /// An answer; ids and labels are distinct within an item, as the form's reader proves.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// How months of an item make a longer period.
public enum OverTime: String, Hashable, Sendable, CaseIterable {
  /// A flow: the months are added.
  case sum
  /// A stock: the last month counts.
  case latest
  /// The highest month counts.
  case max
  /// The item makes no sense over a period.
  case none
}

/// What a value says of the units below the one that states it.
public enum OverTree: String, Hashable, Sendable, CaseIterable {
  /// Nothing: every unit speaks of itself, and all values are added.
  case sum
  /// It is their total: it is set beside their sum (reconciliation) and never added to it. Only the value of
  /// a unit with no filling unit below it is added.
  case statement
  /// It is made of all rows of a ledger at and below the unit, and never added: a median.
  case whole
}

/// What becomes of the cells of an item that says something of a person.
public enum Personal: String, Hashable, Sendable, CaseIterable {
  /// They are kept apart, in a file of their own, until they are forgotten.
  case apart
  /// They are not kept at all.
  case drop
}

/// One question of a form.
public struct Item: Hashable, Sendable {
  /// The name in configuration, formulas and CSV.
  public var id: String
  /// The heading on the form.
  public var label: String
  /// Other headings by which the column is known.
  public var aliases: [String]
  /// What a cell may hold.
  public var type: ItemType
  /// The unit of measure in print, such as 万元; empty where there is none.
  public var measure: String
  /// How months make a period.
  public var overTime: OverTime
  /// How values of parents and children go together.
  public var overTree: OverTree
  /// The ranks of the levels that fill it.
  public var filledBy: SmallSet
  /// The ids of the items that it is the sum of.
  public var parts: [String]
  /// Whether a blank is a proper answer.
  public var isOptional: Bool
  /// The least and the most that a number may be, as ``type`` keeps it; `nil` for no such limit.
  public var least, most: Int64?
  /// What becomes of its cells where it says something of a person; `nil` where it does not. No output shows them.
  public var personal: Personal?
  /// The id of the item, derived from a ledger, that should be the same; empty for none.
  public var ledgerItem = ""

  /// An item as a form's reader has proved it.
  public init(
    id: String, label: String, aliases: [String] = [], type: ItemType, measure: String = "",
    overTime: OverTime = .latest, overTree: OverTree = .sum, filledBy: SmallSet,
    parts: [String] = [], isOptional: Bool = false, least: Int64? = nil, most: Int64? = nil
  ) {
    self.id = id
    self.label = label
    self.aliases = aliases
    self.type = type
    self.measure = measure
    self.overTime = overTime
    self.overTree = overTree
    self.filledBy = filledBy
    self.parts = parts
    self.isOptional = isOptional
    self.least = least
    self.most = most
  }
}

/// A form: the items that units of some levels fill in each month.
public struct Form: Hashable, Sendable {
  /// The name in configuration.
  public var id: String
  /// The title on the sheet.
  public var title: String
  /// The ranks of the levels that fill it.
  public var filledBy: SmallSet
  /// The position of the group whose units are expected to report; `nil` for all units of those levels.
  public var group: Int?
  /// Where its items stand in ``Campaign/items``.
  public var items: Range<Int>
  /// The position in ``Campaign/ledgers`` of the ledger that its items are derived from; `nil` for a form that units
  /// fill in.
  public var ledger: Int?

  /// A form as its reader has proved it.
  public init(id: String, title: String, filledBy: SmallSet, group: Int?, items: Range<Int>) {
    self.id = id
    self.title = title
    self.filledBy = filledBy
    self.group = group
    self.items = items
  }

  /// Whether that unit is expected to report.
  public func expects(_ unit: Int, in roster: Roster) -> Bool {
    let found = roster.units[unit]
    return filledBy.contains(found.level) && (group.map { found.groups.contains($0) } ?? true)
  }
}
