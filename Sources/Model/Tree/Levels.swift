/// A level of the tree, such as county.
public struct Level: Hashable, Sendable {
  /// The name that configuration and CSV use, such as `county`.
  public let id: String
  /// The name in print, such as 县(市、区).
  public let label: String

  /// A level; the names are those that the campaign gives.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// The campaign's levels from the top down; a level is referred to by its rank, 0 for the top.
public struct Levels: Hashable, Sendable {
  /// From the top (nation) down.
  public let all: [Level]

  /// The most levels that a campaign may have.
  public static let maximum = 64

  /// At least one level and at most ``maximum``, with distinct ids; `nil` otherwise.
  public init?(_ all: [Level]) {
    guard !all.isEmpty, all.count <= Levels.maximum, Set(all.map(\.id)).count == all.count else { return nil }
    self.all = all
  }

  /// The five levels of a national campaign, for campaigns that name none.
  public static let national = Levels(
    known: [
      Level(id: "nation", label: "全国"), Level(id: "province", label: "省"),
      Level(id: "city", label: "地市"), Level(id: "county", label: "县(市、区)"),
      Level(id: "township", label: "乡镇"),
    ])

  private init(known: [Level]) { all = known }

  /// The number of levels.
  public var count: Int { all.count }

  /// The level of a rank.
  public subscript(rank: Int) -> Level { all[rank] }

  /// The rank of the level with that id or label.
  public func rank(of name: String) -> Int? {
    all.firstIndex { $0.id == name } ?? all.firstIndex { $0.label == name }
  }
}

/// A set of small numbers, 0 to 63: ranks of levels, or positions of groups.
public struct SmallSet: Hashable, Sendable {
  /// Bit n is set where n is in the set.
  public private(set) var bits: UInt64

  /// The empty set.
  public init() { bits = 0 }

  /// The set of these numbers; each is 0 to 63.
  public init(_ members: some Sequence<Int>) {
    bits = members.reduce(0) { $0 | (1 << UInt64($1)) }
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { bits == 0 }
  /// Whether the number is in it.
  public func contains(_ member: Int) -> Bool { bits >> UInt64(member) & 1 == 1 }
  /// Adds a number, 0 to 63.
  public mutating func insert(_ member: Int) { bits |= 1 << UInt64(member) }
  /// What both hold.
  public func intersection(_ other: SmallSet) -> SmallSet {
    var both = self
    both.bits &= other.bits
    return both
  }
  /// The numbers in it, ascending.
  public var members: [Int] { (0..<64).filter { contains($0) } }
}
