public import Model

/// The returns of an earlier month, laid out for the roster of the month that is checked.
public struct EarlierMonth: Sendable {
  /// The month.
  public var month: Month
  /// For each item its column, one cell for each unit of the later roster.
  public var columns: [ItemColumn]
  /// For each form the status of each unit.
  public var statuses: [[ReturnStatus]]

  /// An earlier month.
  public init(month: Month, columns: [ItemColumn], statuses: [[ReturnStatus]]) {
    self.month = month
    self.columns = columns
    self.statuses = statuses
  }
}

/// What returns are checked with.
public struct CheckInput: Sendable {
  /// The campaign, with its checks.
  public var campaign: Campaign
  /// The month's returns, those that do not count already taken out.
  public var returns: Returns
  /// Earlier months in their order; the last is the month before where that is known.
  public var earlier: [EarlierMonth]
  /// What was explained.
  public var explanations: Explanations

  /// The input of a month.
  public init(
    campaign: Campaign, returns: Returns, earlier: [EarlierMonth],
    explanations: Explanations = Explanations()
  ) {
    self.campaign = campaign
    self.returns = returns
    self.earlier = earlier
    self.explanations = explanations
  }
}

/// What the checks of a month's own returns have found.
public struct CheckResult: Sendable {
  /// The findings, by form, unit and item.
  public var findings: [Finding]
  /// The returns that may not count, each once, by form and unit.
  public var rejected: [(form: Int, unit: Int)]
}

extension Returns {
  /// Takes a unit's return of a form out: it was received, and none of it counts.
  public mutating func reject(form: Int, unit: Int, campaign: Campaign) {
    statuses[form][unit] = .rejected
    for item in campaign.forms[form].items where columns[item].states[unit] != .notAsked {
      columns[item].set(unit, .notReported)
    }
  }
}
