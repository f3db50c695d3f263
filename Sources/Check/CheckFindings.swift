public import Model

/// The findings of this stage.
public enum CheckFindings {
  /// One example of each reason, and of each form that its message takes.
  public static let examples: [any FindingReason] =
    own + across + [
      CheckMore(rule: "jump", count: 210), ExplanationUnmatched(),
    ]

  private static let query = CheckWeight(.query)

  private static let own: [any FindingReason] = [
    RequiredBlank(weight: query), OutOfRange(weight: query, bound: "500.00", isAbove: true),
    OutOfRange(weight: query, bound: "3", isAbove: false),
    PartsSum(weight: query, parts: ["机关干部", "其他"], whole: "54", sum: "45", suspect: nil),
    PartsSum(
      weight: query, parts: ["机关干部", "其他"], whole: "54", sum: "45",
      suspect: PartsSum.Suspect(item: "委员人数", given: "54", fitting: "45")),
    AllZero(weight: query, values: 15), AllFull(weight: CheckWeight(.note), values: 6),
    PersonalData(weight: query, kind: .identity), PersonalData(weight: query, kind: .mobile),
    RuleViolated(
      weight: query, rule: "review-after-kickoff", told: "", formula: "kickoff or not review",
      values: [.init(item: "动员会", value: "否"), .init(item: "述评会", value: "是")]),
    RuleViolated(
      weight: query, rule: "review-after-kickoff", told: "开了述评会就应已开动员会",
      formula: "kickoff or not review",
      values: [.init(item: "动员会", value: "否"), .init(item: "述评会", value: "是")]),
  ]

  private static let sibling = UnitName(code: "130102001", name: "城关镇")

  private static let across: [any FindingReason] = [
    StockFlowBroken(weight: query, before: "40", flows: " + 3 − 1", expected: "42", now: "45"),
    StockFell(weight: query, before: "3.00", now: "2.50"), StockFell(weight: query, before: "", now: ""),
    SwappedRows(weight: query, other: sibling, row: 8), Copied(weight: query, values: 15),
    SameAsSibling(weight: query, sibling: sibling, values: 9),
    Scale(weight: query, factor: 10, isTooLarge: true, low: "41", high: "45", isOwn: true),
    Scale(weight: query, factor: 10_000, isTooLarge: false, low: "20000", high: "35000", isOwn: false),
    Transposed(weight: query, fitting: "45", low: "43", high: "46"),
    Jump(weight: query, before: "12", now: "160", factor: 5),
    OutlierOwn(weight: query, low: "43", high: "48", months: 6),
    OutlierSiblings(weight: CheckWeight(.note), median: "45", siblings: 14),
  ]
}
