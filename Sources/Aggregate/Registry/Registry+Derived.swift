public import Formula
public import Model

extension Registry {
  /// The same tree with every row in the groups that a campaign derives for it, and with the conditions of the
  /// campaign's targets that it meets. Both follow from the row alone: its groups and its level.
  ///
  /// Throws what is wrong with a formula; the campaign's reader has proved that nothing is.
  public func deriving(for campaign: Campaign) throws(FormulaError) -> Registry {
    guard !campaign.derivedGroups.isEmpty || !campaign.unitConditions.isEmpty else { return self }
    // Rows with the same groups and level are one kind, and there are few kinds.
    var kinds: [Kind: Int] = [:]
    var units: [(level: Int, groups: SmallSet)] = []
    for row in rows where kinds[Kind(row)] == nil {
      kinds[Kind(row)] = units.count
      units.append((row.level, row.groups))
    }
    let derived = campaign.derivedPositions
    var usable = SmallSet(campaign.groups.indices.filter { !derived.contains($0) })
    for derived in campaign.derivedGroups {
      let condition = try campaign.unitCondition(derived.formula, usable)
      for (unit, isMember) in condition.holds(for: units).enumerated() where isMember {
        units[unit].groups.insert(derived.group)
      }
      usable.insert(derived.group)
    }
    var conditions = [SmallSet](repeating: SmallSet(), count: units.count)
    for (position, source) in campaign.unitConditions.enumerated() {
      let condition = try campaign.unitCondition(source, usable)
      for (unit, isMet) in condition.holds(for: units).enumerated() where isMet {
        conditions[unit].insert(position)
      }
    }
    return regrouped { row in
      let kind = kinds[Kind(row)] ?? 0
      return (units[kind].groups, conditions[kind])
    }
  }
}

extension Campaign {
  fileprivate func unitCondition(_ source: String, _ usable: SmallSet) throws(FormulaError) -> UnitCondition {
    try UnitCondition(source, levels: levels, groups: groups, usable: usable)
  }
}

/// What a condition on units can tell of a row.
private struct Kind: Hashable {
  var level: Int
  var groups: SmallSet

  init(_ row: RegistryRow) {
    level = row.level
    groups = row.groups
  }
}
