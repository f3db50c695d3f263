public import Model

/// Sets what is reported beside what a ledger's rows add up to, unit by unit, on every level.
public enum LedgerReconciliation {
  /// The items that are compared, each with the one derived from a ledger: numbers that are added over the tree.
  public static func items(of campaign: Campaign) -> [(item: Int, ledgerItem: Int)] {
    campaign.items.indices.compactMap { item in
      let found = campaign.items[item]
      guard !found.ledgerItem.isEmpty, found.type.decimals != nil, found.overTree != .whole,
        let ledgerItem = campaign.items.firstIndex(where: { $0.id == found.ledgerItem }),
        campaign.items[ledgerItem].type.decimals != nil, campaign.items[ledgerItem].overTree == .sum
      else { return nil }
      return (item, ledgerItem)
    }
  }

  /// What is reported by each unit and all below it beside the ledger's sum: in the order of the roster, of each unit
  /// in that of the items. Units without a place to compare (``Model/LedgerReconciled``) are left out.
  ///
  /// `returns` has the columns of the derived items filled in.
  public static func make(campaign: Campaign, returns: Returns) -> [LedgerReconciled] {
    var ground = Ground(returns.roster)
    let all = items(of: campaign).map { LedgerSums($0.item, $0.ledgerItem, campaign, returns, &ground) }
    return (0..<returns.roster.count).flatMap { unit in all.compactMap { $0.reconciled(unit) } }
  }
}
