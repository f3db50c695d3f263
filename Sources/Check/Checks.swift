public import Model

/// The checks of a month's returns. Call ``own(_:_:)``, take out what it rejects, then ``across(_:)`` or its parts (``AcrossChecks``), then
/// ``settled(_:by:in:)`` with the findings of both; ``all(_:)`` does so in one go.
public enum Checks {
  /// The checks of one month's own returns, which may reject.
  public static func own(_ campaign: Campaign, _ returns: Returns) -> CheckResult {
    let context = CheckContext(campaign: campaign, returns: returns, earlier: [])
    var log = CheckLog()
    RequiredBlank.find(in: context, &log)
    OutOfRange.find(in: context, &log)
    PartsSum.find(in: context, &log)
    AllZero.find(in: context, &log)
    AllFull.find(in: context, &log)
    PersonalData.find(in: context, &log)
    for rule in campaign.checks.rules where RuleEvaluation.isOwn(rule, campaign) {
      RuleViolated.find(rule, in: context, &log)
    }
    LedgerFacts.find(in: context, &log)
    return CheckResult(findings: log.inOrder(), rejected: log.rejected)
  }

  /// The checks with other months and siblings: queries and notes.
  public static func across(_ input: CheckInput) -> [Finding] {
    let checks = AcrossChecks(input)
    return checks.findings(with: (0..<checks.partCount).map(checks.part))
  }

  /// All checks one after another, explanations included.
  public static func all(_ input: CheckInput) -> CheckResult {
    var input = input
    var result = own(input.campaign, input.returns)
    for (form, unit) in result.rejected {
      input.returns.reject(form: form, unit: unit, campaign: input.campaign)
    }
    result.findings += across(input)
    let settled = settled(result.findings, by: input.explanations, in: input.returns.roster.month)
    result.findings = settled.findings + settled.unmatched
    return result
  }
}
