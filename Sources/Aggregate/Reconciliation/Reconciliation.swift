public import Model

/// Sets what units state of themselves beside what the units below them add up to.
public enum Reconciliation {
  /// The items that are compared: numbers whose values are statements, and that more than one level fills.
  public static func items(of campaign: Campaign) -> [Int] {
    campaign.items.indices.filter { item in
      let found = campaign.items[item]
      let form = campaign.forms[campaign.form(ofItem: item)]
      return found.overTree == .statement && found.type.decimals != nil
        && form.filledBy.intersection(found.filledBy).members.count > 1
    }
  }

  /// Every statement of a unit, and of those below it, that has reporting units below: in the order of the
  /// roster, of each unit in that of the items.
  ///
  /// `earlier` has a column for each item of the campaign, with the values of an earlier month for the units of
  /// this month's roster (see ``EarlierReturns``); empty where it is not known. `items` are those compared; by
  /// default ``items(of:)``. Others should be named with care: of an item with `over_tree: sum` a unit speaks of
  /// itself, and its value need not agree with anything.
  public static func make(
    campaign: Campaign, returns: Returns, earlier: [ItemColumn] = [], within unit: Int = 0,
    items: [Int]? = nil
  ) -> [Reconciled] {
    let items = items ?? self.items(of: campaign)
    guard !items.isEmpty, unit < returns.roster.count else { return [] }
    let range = unit..<Int(returns.roster.end[unit])
    var ground = Ground(returns.roster)
    var standings: [Int: Standings] = [:]
    for item in items + parts(of: items, campaign) where standings[item] == nil {
      standings[item] = Standings(item, campaign, returns, &ground, range)
    }
    let search = CauseSearch(
      campaign: campaign, returns: returns, earlier: earlier, standings: standings)
    let compared = items.compactMap { standings[$0] }
    return range.flatMap { unit in
      compared.compactMap { standings in
        guard var found = standings.reconciled(unit) else { return nil }
        found.causes = search.causes(of: found, standings)
        return found
      }
    }
  }

  /// The items that others are the sum of.
  static func parts(of items: [Int], _ campaign: Campaign) -> [Int] {
    items.flatMap { parts(of: $0, campaign) }
  }

  /// The items that an item is the sum of.
  static func parts(of item: Int, _ campaign: Campaign) -> [Int] {
    campaign.items[item].parts.compactMap { id in campaign.items.firstIndex { $0.id == id } }
  }
}
