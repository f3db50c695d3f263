public import Model

/// How the items of all ledgers are made: every formula read once, for any number of files and months.
public struct LedgerPlan: Sendable {
  /// The campaign.
  public let campaign: Campaign
  /// One a ledger of ``Campaign/ledgers``.
  let programs: [LedgerProgram]

  /// Reads the formulas. Throws the first that is wrong.
  public init(campaign: Campaign) throws(LedgerError) {
    self.campaign = campaign
    var programs: [LedgerProgram] = []
    for ledger in campaign.ledgers { programs.append(try LedgerProgram(ledger, campaign)) }
    self.programs = programs
  }
}
