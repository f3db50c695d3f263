extension Campaign {
  /// The positions of the forms that units fill in each month: all but those of ledgers, which stand until replaced and
  /// are neither due nor late.
  public var monthlyForms: [Int] { forms.indices.filter { forms[$0].ledger == nil } }

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
