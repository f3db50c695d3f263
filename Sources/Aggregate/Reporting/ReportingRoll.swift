public import Model

/// Who has reported one form in a month, on time, late or not at all. A return is on time when it was first received
/// on or before ``Model/Deadline/day(for:)``.
public struct ReportingRoll: Sendable {
  /// The position of the form in ``Model/Campaign/forms``.
  public let form: Int
  /// The last day on which a return is on time.
  public let due: Day
  /// One a unit of the roster.
  public let punctuality: [Punctuality]
  /// When each unit's return was first received; `nil` where nothing was.
  public let received: [LocalTime?]
  /// The ranks of the levels that owe the form, from the top down.
  public let levels: [Int]
  /// For each of ``levels``, for each punctuality but the first, the units at and below each unit.
  private let counts: [[[Int32]]]

  /// Draws up the roll of a form.
  public init(form: Int, campaign: Campaign, returns: Returns) {
    let roster = returns.roster
    let due = campaign.deadline.day(for: roster.month)
    let received = (0..<roster.count).map { returns.firstReceived(form: form, unit: $0) }
    let punctuality = (0..<roster.count).map {
      ReportingRoll.punctuality(returns.statuses[form][$0], received[$0], due)
    }
    let levels = campaign.forms[form].filledBy.members.filter { $0 < roster.levels.count }
    counts = levels.map { level in
      let isCounted = roster.units.map { $0.level == level }
      return Punctuality.allCases.dropFirst().map { kind in
        let flags = punctuality.indices.map { isCounted[$0] && punctuality[$0] == kind }
        return Coverage.counts(flags, parent: roster.parent)
      }
    }
    self.form = form
    self.due = due
    self.received = received
    self.punctuality = punctuality
    self.levels = levels
  }

  /// Nobody is called late without a time of receipt.
  private static func punctuality(_ status: ReturnStatus, _ received: LocalTime?, _ due: Day)
    -> Punctuality
  {
    switch status {
    case .notExpected: .notExpected
    case .missing: .missing
    case .rejected: .rejected
    case .accepted: (received?.day ?? due) <= due ? .onTime : .late
    }
  }

  /// The tally of the units of one level at and below a unit, or of all levels where `level` is `nil`.
  public func tally(of unit: Int, level: Int? = nil) -> ReportingTally {
    var tally = ReportingTally()
    for (position, rank) in levels.enumerated() where level.map({ $0 == rank }) ?? true {
      let found = counts[position].map { Int($0[unit]) }
      tally.onTime += found[0]
      tally.late += found[1]
      tally.missing += found[2]
      tally.rejected += found[3]
    }
    tally.expected = tally.onTime + tally.late + tally.missing + tally.rejected
    return tally
  }
}
