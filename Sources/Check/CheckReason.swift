import Model

/// The reason of a finding of this stage.
protocol CheckReason: FindingReason {
  /// What it weighs, and what was said to it.
  var weight: CheckWeight { get set }
  /// What is wrong and what to do, without the explanation.
  func text(_ language: Language) -> String
}

/// What a finding weighs, and how it was explained.
struct CheckWeight: Sendable {
  /// What the campaign says that it weighs.
  var severity: Severity
  /// What was explained; `nil` where nothing was.
  var explanation: Explanation?

  init(_ severity: Severity) { self.severity = severity }
}

extension CheckReason {
  /// What the campaign says, or a note where a query was explained.
  var severity: Severity {
    weight.explanation != nil && weight.severity == .query ? .note : weight.severity
  }

  /// What is wrong and what to do, and what was explained.
  func message(_ language: Language) -> String {
    guard let explanation = weight.explanation else { return text(language) }
    return language.pick(
      text(language) + "已有说明：\(explanation.text)。",
      text(language) + " Explained: \(explanation.text).")
  }
}

/// A check has found more than is shown.
struct CheckMore: FindingReason {
  static let code = "check-more"
  var severity: Severity { .note }

  /// The check or rule, and how many findings are not shown.
  let rule: String
  let count: Int

  func message(_ language: Language) -> String {
    language.pick(
      "“\(rule)”还有 \(count) 条未列出。数量这样多时，请先检查规则和阈值是否合适。",
      "The check \(rule) has found \(count) more, which are not listed. With so many, look at the check's thresholds first."
    )
  }
}
