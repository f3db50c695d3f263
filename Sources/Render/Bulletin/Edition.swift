public import Model

/// What one unit's bulletin of one month is made of. All numbers are computed; rendering only says them.
public struct Edition: Sendable {
  /// The campaign.
  public var campaign: Campaign
  /// The month's returns.
  public var returns: Returns
  /// The unit whose bulletin it is, as an index of the roster.
  public var unit: Int
  /// The figures of the unit and of its children, by unit.
  public var figures: [Int: [Figure]]
  /// Who has reported, for the unit and for each of its children, by unit.
  public var reporting: [Int: Reporting]
  /// The state of each unit's return over all forms, by index of the roster.
  public var punctuality: [Punctuality]
  /// The children in the order of their rank.
  public var ranking: [Ranked]
  /// The last day on which returns were on time.
  public var due: Day
  /// The findings in the order of their places.
  public var findings: [Finding]

  /// An edition.
  public init(
    campaign: Campaign, returns: Returns, unit: Int, figures: [Int: [Figure]],
    reporting: [Int: Reporting], punctuality: [Punctuality], ranking: [Ranked], due: Day,
    findings: [Finding]
  ) {
    self.campaign = campaign
    self.returns = returns
    self.unit = unit
    self.figures = figures
    self.reporting = reporting
    self.punctuality = punctuality
    self.ranking = ranking
    self.due = due
    self.findings = findings
  }

  /// The tree.
  public var roster: Roster { returns.roster }
  /// The language.
  public var language: Language { campaign.language }

  /// A figure of the unit or of one of its children.
  public func figure(_ unit: Int, _ indicator: Int, level: Int? = nil, part: Int? = nil) -> Figure? {
    figures[unit]?.first { $0.indicator == indicator && $0.level == level && $0.part == part }
  }
}

/// How a unit's return came.
public enum Punctuality: UInt8, Sendable, CaseIterable {
  /// The unit is not expected to report.
  case notExpected
  /// It counts, and came by the day it was due.
  case onTime
  /// It counts, and came later.
  case late
  /// Nothing came.
  case missing
  /// Something came, and none of it can count.
  case rejected

  /// The name in print.
  public func label(_ language: Language) -> String {
    switch self {
    case .notExpected: language.pick("不需填报", "not expected")
    case .onTime: language.pick("按时", "on time")
    case .late: language.pick("逾期", "late")
    case .missing: language.pick("未报", "missing")
    case .rejected: language.pick("不予采用", "rejected")
    }
  }
}

/// How many of a unit and those below it have reported, by level.
public struct Reporting: Sendable {
  /// The numbers of one level.
  public struct Tally: Hashable, Sendable {
    /// Units that are expected to report.
    public var expected = 0
    /// Those whose return counts and came in time.
    public var onTime = 0
    /// Those whose return counts and came late.
    public var late = 0
    /// Those of whom nothing came.
    public var missing = 0
    /// Those of whose return none can count.
    public var rejected = 0
    /// Those whose return counts.
    public var received: Int { onTime + late }

    /// Nobody expected.
    public init() {}

    /// Adds another.
    public mutating func add(_ other: Tally) {
      expected += other.expected
      onTime += other.onTime
      late += other.late
      missing += other.missing
      rejected += other.rejected
    }
  }

  /// By the rank of the level.
  public var byLevel: [Tally]

  /// The numbers by the rank of the level.
  public init(byLevel: [Tally]) { self.byLevel = byLevel }

  /// Over all levels.
  public var total: Tally {
    byLevel.reduce(into: Tally()) { $0.add($1) }
  }
}

/// A child unit and its place.
public struct Ranked: Hashable, Sendable {
  /// The unit.
  public var unit: Int
  /// Its place, 1 for the best, shared by equals; `nil` where it cannot be ranked.
  public var rank: Int?

  /// A child unit and its place.
  public init(unit: Int, rank: Int?) {
    self.unit = unit
    self.rank = rank
  }
}
