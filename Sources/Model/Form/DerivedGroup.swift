/// A group whose members follow from other groups and the level; the registry does not write it down.
public struct DerivedGroup: Hashable, Sendable {
  /// Its position in ``Campaign/groups``.
  public var group: Int
  /// The condition on a unit, over plain groups, derived ones before it, and `level`.
  public var formula: String

  /// A derived group as the campaign's reader has proved it.
  public init(_ group: Int, formula: String) {
    self.group = group
    self.formula = formula
  }
}

extension Campaign {
  /// The positions of the groups that are derived.
  public var derivedPositions: SmallSet { SmallSet(derivedGroups.map(\.group)) }
}
