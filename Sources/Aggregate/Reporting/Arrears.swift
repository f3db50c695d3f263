public import Model

/// For how many months in a row units have not reported, and whether they ever have.
public struct Arrears: Sendable {
  /// The tree of the last month.
  public let roster: Roster
  /// The months looked at, ascending.
  public let months: [Month]
  private let streaks: [[Int32]]
  private let reported: [[Bool]]

  /// Looks at months, ascending and at least one; the units of the last are followed back by the registry.
  public init?(campaign: Campaign, registry: Registry, months: [Returns]) {
    guard let last = months.last else { return nil }
    roster = last.roster
    self.months = months.map(\.roster.month)
    let successions = months.map {
      Succession(registry: registry, earlier: $0.roster, later: last.roster)
    }
    let found = campaign.forms.indices.map { form -> [(streak: Int32, reported: Bool)] in
      // A ledger stands until it is replaced: nothing is owed from month to month.
      guard campaign.forms[form].ledger == nil else {
        return Array(repeating: (streak: Int32(0), reported: true), count: last.roster.count)
      }
      return (0..<last.roster.count).map { Arrears.found(form, $0, months, successions) }
    }
    streaks = found.map { $0.map(\.streak) }
    reported = found.map { $0.map(\.reported) }
  }

  /// `successions` lead from each month to the last, of which `unit` is.
  private static func found(
    _ form: Int, _ unit: Int, _ months: [Returns], _ successions: [Succession]
  ) -> (streak: Int32, reported: Bool) {
    var (streak, reported, isUnbroken) = (Int32(0), false, true)
    for month in months.indices.reversed() {
      var (isExpected, isAccepted) = (false, false)
      for earlier in successions[month].followed(by: unit) {
        let status = months[month].statuses[form][Int(earlier)]
        if status != .notExpected { isExpected = true }
        if status == .accepted { isAccepted = true }
      }
      reported = reported || isAccepted
      isUnbroken = isUnbroken && isExpected && !isAccepted
      if isUnbroken { streak += 1 }
    }
    return (streak, reported)
  }

  /// For how many months in a row, up to the last, the unit owed the form and no return counted; 0 where one
  /// counts in the last month, or none is owed.
  public func streak(form: Int, unit: Int) -> Int { Int(streaks[form][unit]) }

  /// Whether a return of the unit, or of one that it follows, counted in any of the months.
  public func hasReported(form: Int, unit: Int) -> Bool { reported[form][unit] }

  /// The units at and below one that have not reported for so many months in a row or more: the longest first,
  /// then in the order of the roster.
  public func units(form: Int, within unit: Int, atLeast months: Int) -> [Int] {
    (unit..<Int(roster.end[unit])).filter { streaks[form][$0] >= max(1, months) }
      .sorted { (-streaks[form][$0], $0) < (-streaks[form][$1], $1) }
  }
}
