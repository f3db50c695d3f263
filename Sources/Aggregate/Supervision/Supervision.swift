public import Model

/// The months by which units are supervised, made once for the lists of any number of bulletins.
public struct Supervision: Sendable {
  let campaign: Campaign
  /// Months that follow each other, the last one that which the lists are of.
  let months: [MonthFigures]
  /// Which unit is which from each month to the next.
  private let successions: [Succession]
  /// The open findings at and below each unit of the last month.
  let queries: [Int32]

  /// `earlier` are months as known now, ascending; those count that follow each other up to `now`. `openQueries` are the
  /// findings that wait for an answer, by the unit that they are about. The figures are those of `campaign`.
  public init(
    campaign: Campaign, registry: Registry, now: MonthFigures, earlier: [MonthFigures],
    openQueries: [Int: Int] = [:]
  ) {
    self.campaign = campaign
    var months = [now]
    for month in earlier.reversed() {
      guard month.returns.roster.month.next == months[0].returns.roster.month else { continue }
      months.insert(month, at: 0)
    }
    self.months = months
    successions = zip(months, months.dropFirst()).map {
      Succession(registry: registry, earlier: $0.returns.roster, later: $1.returns.roster)
    }
    let roster = now.returns.roster
    var queries = (0..<roster.count).map { Int32(clamping: openQueries[$0] ?? 0) }
    for unit in queries.indices.reversed() where roster.parent[unit] >= 0 {
      queries[Int(roster.parent[unit])] += queries[unit]
    }
    self.queries = queries
  }

  /// The list of the bulletin of a unit.
  public func list(within unit: Int) -> SupervisionList {
    var streaks = Streaks(supervision: self)
    let last = months.count - 1
    return SupervisionList(
      unit: unit,
      found: campaign.supervision.rules.indices.map { rule in
        var found = judge(rule, month: last, within: unit)
        for place in found.listed.indices {
          found.listed[place].streak = streaks.streak(rule, found.listed[place].unit, within: unit)
        }
        return found
      })
  }

  /// What a rule finds in one of the months, streaks aside.
  func judge(_ rule: Int, month: Int, within unit: Int) -> SupervisionList.Found {
    Judge(supervision: self, month: month, rule: rule).found(within: unit)
  }

  func roster(_ month: Int) -> Roster { months[month].returns.roster }

  /// The units of the month before that a unit is: that of its code, else those that it follows.
  func before(_ unit: Int, month: Int) -> [Int] {
    guard month > 0 else { return [] }
    let succession = successions[month - 1]
    if let same = succession.earlier.index(of: succession.later.units[unit].code) { return [same] }
    return succession.predecessors(of: unit)
  }

  /// The units that a unit was some months before, without those that lie below another of them.
  func before(_ unit: Int, month: Int, by months: Int) -> [Int] {
    var units = [unit]
    for step in 0..<min(months, month) {
      units = Set(units.flatMap { before($0, month: month - step) }).sorted()
    }
    guard month >= months else { return [] }
    let roster = roster(month - months)
    return units.reduce(into: []) { kept, unit in
      if kept.last.map({ !roster.isWithin(unit, $0) }) ?? true { kept.append(unit) }
    }
  }
}

/// For how many months in a row units have been on the list. What was found of earlier months is kept: siblings share
/// it.
private struct Streaks {
  private struct Place: Hashable {
    var rule: Int
    var month: Int
    var within: Int
  }

  let supervision: Supervision
  private var known: [Place: Set<Int>] = [:]

  init(supervision: Supervision) { self.supervision = supervision }

  /// Of a unit on the list of the last month. One that several units went into has been on it only where all of them
  /// were.
  mutating func streak(_ rule: Int, _ unit: Int, within: Int) -> Int {
    let hasLevel = supervision.campaign.supervision.rules[rule].level != nil
    var (units, scope, streak) = ([unit], within, 1)
    for month in stride(from: supervision.months.count - 1, to: 0, by: -1) {
      units = Set(units.flatMap { supervision.before($0, month: month) }).sorted()
      guard !units.isEmpty else { break }
      if hasLevel {
        guard let past = supervision.before(scope, month: month).first else { break }
        scope = past
      }
      let roster = supervision.roster(month - 1)
      for found in units {
        let above = hasLevel ? scope : Int(roster.parent[found])
        guard above >= 0, listed(rule, month - 1, above).contains(found) else { return streak }
      }
      streak += 1
    }
    return streak
  }

  private mutating func listed(_ rule: Int, _ month: Int, _ within: Int) -> Set<Int> {
    let place = Place(rule: rule, month: month, within: within)
    if let found = known[place] { return found }
    let found = Set(supervision.judge(rule, month: month, within: within).listed.map(\.unit))
    known[place] = found
    return found
  }
}
