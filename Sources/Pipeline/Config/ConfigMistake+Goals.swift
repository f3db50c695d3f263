extension ConfigMistake {
  /// What is wrong with targets, phases and scores.
  func goalsMessage(_ zh: Bool) -> String {
    switch kind {
    case .disorder(let month, let other, true):
      return zh ? "\(month)应在\(other)之后。" : "\(month) must come after \(other)."
    case .disorder(let month, let other, false):
      return zh ? "\(month)不应早于\(other)。" : "\(month) must not be before \(other)."
    case .weights(let sum):
      return zh ? "各项权重之和应为100，现为\(sum)。" : "the weights must add up to 100; they are \(sum)."
    case .comparison(let text):
      return zh
        ? "“\(text)”应为指标与数的比较，如fund_rate@township < 50。"
        : "'\(text)' must compare an indicator with a number, such as fund_rate@township < 50."
    default: return ""
    }
  }
}
