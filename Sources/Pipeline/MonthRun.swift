import Aggregate
import Ingest
public import Model
public import Render

/// A month, read and rolled up, before anything is written.
public struct MonthRun: Sendable {
  let campaign: Campaign
  let returns: Returns
  let figures: Figures
  let reporting: ReportingRoll
  /// What the checks have to say, in the order of places.
  public let findings: [Finding]

  /// Ingests the month's inbox and rolls it up.
  ///
  /// Throws exit code 66 where the inbox is missing. Bad data is never an error: it is in ``findings``.
  public static func make(
    _ workspace: Workspace, month: Month, options: ReadingOptions
  ) async throws(Failure) -> MonthRun {
    let reading = try await MonthReading.inbox(workspace, month, options)
    return try MonthRun(workspace.campaign, reading)
  }

  /// The same for the files named, as a dry run.
  public static func make(
    _ workspace: Workspace, month: Month, files: [String], options: ReadingOptions
  ) async throws(Failure) -> MonthRun {
    let reading = try await MonthReading.files(files, workspace, month, options)
    return try MonthRun(workspace.campaign, reading)
  }

  private init(_ campaign: Campaign, _ reading: MonthReading) throws(Failure) {
    guard reading.returns.roster.count > 0 else {
      throw Failure(
        .configuration, "registry.csv has no unit in \(reading.returns.roster.month); see 'from' and 'to'")
    }
    self.campaign = campaign
    returns = reading.returns
    findings = reading.findings
    do {
      figures = try Figures(campaign: campaign, returns: reading.returns)
    } catch {
      // The campaign's reader has compiled every formula already.
      throw Failure(.software, "an indicator cannot be computed: \(error)")
    }
    reporting = ReportingRoll(campaign: campaign, returns: reading.returns)
  }

  /// The tree of the month.
  public var roster: Roster { returns.roster }
  /// The files read.
  public var fileCount: Int { returns.submissions.count }

  /// The edition of a unit, an index of the roster.
  public func edition(of unit: Int) -> Edition {
    let units = [unit] + roster.children(of: unit)
    return Edition(
      campaign: campaign, returns: returns, unit: unit,
      figures: Dictionary(uniqueKeysWithValues: units.map { ($0, figures.figures(of: $0)) }),
      reporting: Dictionary(uniqueKeysWithValues: units.map { ($0, reporting.tallies(of: $0)) }),
      punctuality: reporting.punctuality, ranking: ranking(of: unit),
      due: campaign.deadline.day(for: roster.month), findings: findings)
  }

  private func ranking(of unit: Int) -> [Ranked] {
    let children = roster.children(of: unit)
    guard let indicator = campaign.bulletin.rankIndicator else {
      return children.map { Ranked(unit: $0, rank: nil) }
    }
    let level = campaign.bulletin.rankLevel ?? campaign.indicators[indicator].levels.members.last
    return Ranking.rank(children, by: indicator, level: level, figures: figures, roster: roster)
      .map { Ranked(unit: $0.unit, rank: $0.rank) }
  }

  /// Who has reported, over the whole tree and all levels.
  public var tally: Reporting.Tally { reporting.tallies(of: 0).total }

  /// Whether the share of expected units that have reported reaches the campaign's gate.
  public var passesGate: Bool {
    tally.received * 100 >= campaign.gate.received * tally.expected
  }
}
