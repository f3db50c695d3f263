public import Model

/// Puts the readings of a month's files together. A unit's row in a file received later takes the place of those
/// received before; of different rows received at the same time none counts.
public struct ReturnsAssembler: Sendable {
  /// What one of several tasks makes of it.
  public struct Part: Sendable {
    /// The columns of neighbouring items, those of texts still without answers.
    let columns: [ItemColumn]
    /// The findings of all files, which the first part has.
    let findings: [Finding]
  }

  /// The most findings that are kept of all files of a month, and as many again of what is found between their rows.
  public static let mostFindings = 200_000

  private let assembly: Assembly

  /// Decides which rows count; the order of the readings does not matter. Tests keep fewer findings.
  public init(
    _ readings: [SubmissionReading], campaign: Campaign, roster: Roster, mostFindings: Int = mostFindings
  ) {
    var assembly = Assembly(readings, campaign, roster, mostFindings: mostFindings)
    // The rows of ledgers are not one a unit, and were handed on when they were read.
    for form in campaign.forms.indices where campaign.forms[form].ledger == nil {
      assembly.resolve(form)
      assembly.markRejected(form)
    }
    self.assembly = assembly
  }

  /// One of `count` parts, each of about as many columns.
  public func part(_ place: Int, of count: Int) -> Part {
    let items = assembly.campaign.items.count
    let own = items * place / count..<items * (place + 1) / count
    return Part(columns: assembly.columns(own), findings: place == 0 ? assembly.findings() : [])
  }

  /// The month's returns and all findings of its files, in the order of paths, rows and columns, of all parts in their
  /// order.
  public consuming func joined(_ parts: [Part]) -> (returns: Returns, findings: [Finding]) {
    (assembly.returns(parts.flatMap(\.columns)), parts.flatMap(\.findings))
  }

  /// The same in one step.
  public static func assemble(
    _ readings: [SubmissionReading], campaign: Campaign, roster: Roster
  ) -> (returns: Returns, findings: [Finding]) {
    let assembler = ReturnsAssembler(readings, campaign: campaign, roster: roster)
    return assembler.joined([assembler.part(0, of: 1)])
  }
}
