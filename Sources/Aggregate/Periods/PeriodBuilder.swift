import Model

/// Combines the months of a period, form by form and item by item.
struct PeriodBuilder {
  let campaign: Campaign
  let roster: Roster
  let steps: [PeriodStep]
  /// How many cells do not fit.
  private(set) var overflows = 0
  private var returns: Returns
  /// Where the files and the texts of each month begin.
  private var firstSubmission: [Int] = []
  private var firstText: [Int] = []

  init(campaign: Campaign, roster: Roster, steps: [PeriodStep]) {
    self.campaign = campaign
    self.roster = roster
    self.steps = steps
    returns = Returns(roster: roster, campaign: campaign, submissions: [])
    returns.incomplete = campaign.items.map { _ in [] }
    for step in steps {
      firstSubmission.append(returns.submissions.count)
      firstText.append(returns.texts.count)
      returns.texts += step.returns?.texts ?? []
      returns.submissions += (step.returns?.submissions ?? []).map { submission in
        var submission = submission
        submission.sender = submission.sender.flatMap { step.succession.successor(of: $0) }
        return submission
      }
    }
  }

  /// The returns of the period.
  func finished() -> Returns {
    var returns = returns
    if returns.incomplete.allSatisfy(\.isEmpty) { returns.incomplete = [] }
    return returns
  }

  /// A form counts where it did in any month; its file is that of the last such month.
  mutating func addForm(_ form: Int) {
    for unit in 0..<roster.count where returns.statuses[form][unit] != .notExpected {
      let (accepted, rejected) = (last(.accepted, form, unit), last(.rejected, form, unit))
      guard let found = accepted ?? rejected, let month = steps[found.step].returns else { continue }
      var source = month.sources[form][found.unit]
      if source.submission >= 0 { source.submission += Int32(firstSubmission[found.step]) }
      returns.statuses[form][unit] = accepted == nil ? .rejected : .accepted
      returns.sources[form][unit] = source
      if accepted != nil { returns.firstReceived[form][unit] = month.firstReceived[form][found.unit] }
    }
  }

  private func last(_ status: ReturnStatus, _ form: Int, _ unit: Int) -> (step: Int, unit: Int)? {
    for place in steps.indices.reversed() {
      guard let statuses = steps[place].returns?.statuses[form] else { continue }
      for found in steps[place].succession.followed(by: unit) where statuses[Int(found)] == status {
        return (place, Int(found))
      }
    }
    return nil
  }

  /// Combines an item for all units that fill it.
  mutating func addItem(_ item: Int) {
    let found = campaign.items[item]
    let folding = PeriodFolding(item, campaign: campaign, steps: steps, firstText: firstText)
    var column = returns.columns[item]
    var gaps = [Bool](repeating: false, count: roster.count)
    for unit in 0..<roster.count where found.overTime == .none || column.states[unit] != .notAsked {
      let cell = folding.cell(unit)
      column.set(unit, cell.state, cell.value)
      gaps[unit] = cell.isIncomplete
      if cell.overflows { overflows += 1 }
    }
    returns.columns[item] = column
    if gaps.contains(true) { returns.incomplete[item] = gaps }
  }
}
