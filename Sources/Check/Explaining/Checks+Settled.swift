public import Model

extension Checks {
  /// The findings with what was explained: a query with an explanation becomes a note that says it; and what is to be said
  /// of explanations of the month that belong to no finding.
  public static func settled(
    _ findings: [Finding], by explanations: Explanations, in month: Month
  ) -> (findings: [Finding], unmatched: [Finding]) {
    guard !explanations.all.isEmpty else { return (findings, []) }
    var used: Set<Explanation.Key> = []
    var cut: Set<String> = []
    let settled = findings.map { finding in
      if let more = finding.reason as? CheckMore { cut.insert(more.rule) }
      guard var reason = finding.reason as? any CheckReason, let unit = finding.unit else { return finding }
      let key = Explanation.Key(rule: reason.code, unit: unit, month: month)
      guard let explanation = explanations[key] else { return finding }
      used.insert(key)
      guard reason.weight.severity == .query else { return finding }
      reason.weight.explanation = explanation
      var explained = finding
      explained.reason = reason
      return explained
    }
    var unmatched: [Finding] = []
    for explanation in explanations.all where explanation.key.month == month {
      let key = explanation.key
      // What a check found and does not list may have been explained.
      guard !used.contains(key), !cut.contains(key.rule) else { continue }
      unmatched.append(
        Finding(
          ExplanationUnmatched(), at: explanation.place, unit: key.unit, value: Excerpt.of(key.rule)))
    }
    return (settled, unmatched)
  }
}

/// An explanation that belongs to no finding of the month.
struct ExplanationUnmatched: FindingReason {
  static let code = "explanation-unmatched"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "本月没有与这条说明相符的问题，可能已更正，或规则、单位、月份写得不一致。已更正的请删去这一行，否则请改对。",
      "No finding of the month has this rule and unit: it may have been mended, or be misspelt here. Remove the row, or correct it."
    )
  }
}
