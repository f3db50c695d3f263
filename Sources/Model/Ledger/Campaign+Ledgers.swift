extension Campaign {
  /// The campaign as files are read by: the form of a ledger has the ledger's columns for items. They stand behind the
  /// items of the campaign, so that all other positions are the same.
  public var asRead: Campaign {
    guard !ledgers.isEmpty else { return self }
    var campaign = self
    for ledger in ledgers {
      campaign.forms[ledger.form].items = campaign.items.count..<(campaign.items.count + ledger.columns.count)
      campaign.items += ledger.columns
    }
    return campaign
  }
}
