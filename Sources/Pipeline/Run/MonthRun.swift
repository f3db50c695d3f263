import Aggregate
import Ingest
public import Model
public import Render
import Store

/// A month, read and rolled up, before anything is written.
public struct MonthRun: Sendable {
  let workspace: Workspace
  let returns: Returns
  let figures: Figures
  let rolls: [ReportingRoll]
  /// What units state of themselves beside what the units below them add up to.
  let reconciled: [Reconciled]
  /// What units report beside what ledgers add up to.
  let ledgerReconciled: [LedgerReconciled]
  /// Who is to be supervised; `nil` where the campaign has no rules for it.
  let supervision: Supervision?
  /// For how long units have not reported.
  let arrears: Arrears?
  /// The month before, where supervision looks back at it.
  let before: MonthFigures?
  /// The earlier months that it is held against, ascending, by what ranks units.
  let earlier: [TrendFigures]
  /// What the month is set beside.
  var context = EditionContext()
  /// The months that it is made of, where it is not one.
  var period: PeriodReturns?
  /// The bytes of each file, by its path in the inbox.
  let bytes: @Sendable (_ path: String) throws(Failure) -> [UInt8]?
  /// What the checks have to say, in the order of places.
  public let findings: [Finding]
  /// Which of its own files hold rows of ledgers.
  let ledgerFiles: [LedgerFileRecord]

  /// Rolls up what was read, by several threads at once.
  ///
  /// Throws exit code 78 where the registry has no unit in that month. Bad data is never an error: it is in
  /// ``findings``.
  init(_ workspace: Workspace, _ reading: MonthReading, threads: Int) async throws(Failure) {
    try MonthRun.requireUnits(reading.returns.roster, workspace.campaign.language)
    async let beside = Result { () throws(Failure) in try BesideFigures(workspace, reading) }
    let campaign = workspace.campaign
    let figures = try await Figures.of(campaign, reading.returns, threads: threads)
    let past = MonthRun.supervised(workspace, reading)
    let earlier = try await Spread.over(past.count, threads: threads) { place throws(Failure) in
      try MonthFigures.of(campaign, past[place])
    }
    self.init(workspace, reading, figures, earlier, try await beside.get())
  }

  /// Throws exit code 78 where a month has no units.
  static func requireUnits(_ roster: Roster, _ language: Language) throws(Failure) {
    guard roster.count == 0 else { return }
    throw Failure(
      .configuration,
      language.pick(
        "registry.csv在\(roster.month)没有单位，请查看“启用”“停用”两列",
        "registry.csv has no unit in \(roster.month); see 'from' and 'to'"))
  }

  /// The same with the figures of what was read, in a tree with units.
  init(_ workspace: Workspace, _ reading: MonthReading, _ figures: Figures) throws(Failure) {
    var earlier: [MonthFigures] = []
    for returns in MonthRun.supervised(workspace, reading) {
      earlier.append(try MonthFigures.of(workspace.campaign, returns))
    }
    self.init(workspace, reading, figures, earlier, try BesideFigures(workspace, reading))
  }

  private init(
    _ workspace: Workspace, _ reading: MonthReading, _ figures: Figures, _ earlier: [MonthFigures],
    _ beside: BesideFigures
  ) {
    self.workspace = workspace
    returns = reading.returns
    bytes = reading.bytes
    ledgerFiles = reading.ledgerFiles
    self.figures = figures
    findings = reading.findings + figures.overflowFindings(workspace.campaign, reading.returns.roster)
    supervision = MonthRun.supervision(workspace, reading, figures, earlier)
    let month = reading.returns.roster.month
    before = earlier.last.flatMap { $0.returns.roster.month == month.previous ? $0 : nil }
    arrears = beside.arrears
    self.earlier = beside.earlier
    reconciled = beside.reconciled
    ledgerReconciled = beside.ledgerReconciled
    rolls = beside.rolls
  }

  /// The campaign.
  var campaign: Campaign { workspace.campaign }

  /// The earlier months that supervision looks back at.
  private static func supervised(_ workspace: Workspace, _ reading: MonthReading) -> [Returns] {
    workspace.campaign.supervision.rules.isEmpty ? [] : reading.past
  }

  private static func supervision(
    _ workspace: Workspace, _ reading: MonthReading, _ figures: Figures, _ earlier: [MonthFigures]
  ) -> Supervision? {
    let campaign = workspace.campaign
    guard !campaign.supervision.rules.isEmpty else { return nil }
    return Supervision(
      campaign: campaign, registry: workspace.registry,
      now: MonthFigures(returns: reading.returns, figures: figures), earlier: earlier,
      openQueries: Supervision.openQueries(reading.findings, returns: reading.returns))
  }

  /// The tree of the month.
  public var roster: Roster { returns.roster }
  /// The files read.
  public var fileCount: Int { returns.submissions.count { !$0.isEarlier } }

  /// The edition of a unit, an index of the roster.
  public func edition(of unit: Int) -> Edition { edition(of: unit, isCompared: true) }

  func edition(of unit: Int, isCompared: Bool) -> Edition {
    let units = [unit] + roster.children(of: unit)
    var edition = Edition(
      campaign: campaign, returns: returns, unit: unit,
      figures: Dictionary(uniqueKeysWithValues: units.map { ($0, figures.figures(of: $0)) }),
      reporting: rolls.map { reporting($0, units) }, ranking: ranking(of: unit),
      due: campaign.deadline.day(for: roster.month), findings: findings(within: unit))
    if let period {
      edition.period = period.period
      edition.periodCoverage = period.months(of: unit)
      return edition
    }
    guard isCompared else { return edition }
    edition.reconciliation = reconciled
    edition.ledgerReconciliation = ledgerReconciled
    edition.ledgers = ledgers(returns, of: unit)
    edition.ledgersSince = context.since.map { ledgers($0, of: unit) } ?? []
    let goals = Goals.make(
      campaign: campaign, month: monthFigures, unit: unit, supervision: supervision)
    edition.goals = goals.isEmpty ? nil : goals
    edition.trend = trend(of: unit, edition.rankKey)
    edition.comparison = comparison(of: unit)
    edition.earlierErrata = earlierErrata(of: unit)
    edition.vintage = vintage(of: unit)
    edition.isProvisional = !missedGates.isEmpty
    return edition
  }

  private func ledgers(_ returns: Returns, of unit: Int) -> [LedgerOverview] {
    guard !campaign.ledgers.isEmpty else { return [] }
    let earlier = context.earlier.flatMap { earlier in
      context.comparing.map { (earlier.returns, $0.succession) }
    }
    return LedgerOverview.make(campaign: campaign, returns: returns, earlier: earlier, unit: unit)
      .map { $0.withTree(campaign, returns) }
  }

  private func reporting(_ roll: ReportingRoll, _ units: [Int]) -> FormReporting {
    let levels = roster.levels.all.indices
    let byLevel = units.map { unit in (unit, levels.map { roll.tally(of: unit, level: $0) }) }
    return FormReporting(
      form: roll.form, punctuality: roll.punctuality,
      byLevel: Dictionary(uniqueKeysWithValues: byLevel))
  }

  /// All findings for the top; else those about the unit and what is below it.
  private func findings(within unit: Int) -> [Finding] {
    guard unit != 0 else { return findings }
    let senders = Dictionary(
      returns.submissions.map { ($0.path, $0.sender) }, uniquingKeysWith: { first, _ in first })
    return findings.filter { finding in
      let about = finding.unit.flatMap { roster.index(of: $0) } ?? senders[finding.place.file] ?? nil
      return about.map { roster.isWithin($0, unit) } ?? false
    }
  }

  /// The series by which units are ranked; `nil` where they are not.
  var rankKey: SeriesKey? {
    guard let indicator = campaign.bulletin.rankIndicator else { return nil }
    // Totals are of no level; of several levels the campaign names one, else the lowest counts.
    let keys = figures.columns.filter { $0.indicator == indicator }
    return keys.last { $0.level == campaign.bulletin.rankLevel } ?? keys.last
  }

  private func ranking(of unit: Int) -> [Ranked] {
    guard let key = rankKey else {
      return roster.children(of: unit).map { Ranked(unit: $0, rank: nil) }
    }
    return Ranking(of: unit, by: key, figures: figures, roster: roster).entries
      .map { Ranked(unit: $0.unit, rank: $0.rank) }
  }

  /// Who has reported, over the whole tree, all levels and all forms.
  public var tally: ReportingTally {
    rolls.tally(of: 0)
  }
}

/// What a month's returns say beside its figures, which several tasks make meanwhile.
private struct BesideFigures: Sendable {
  let arrears: Arrears?
  let earlier: [TrendFigures]
  let reconciled: [Reconciled]
  let ledgerReconciled: [LedgerReconciled]
  let rolls: [ReportingRoll]

  init(_ workspace: Workspace, _ reading: MonthReading) throws(Failure) {
    let (campaign, returns) = (workspace.campaign, reading.returns)
    arrears = Arrears(campaign: campaign, registry: workspace.registry, months: reading.past + [returns])
    var earlier: [TrendFigures] = []
    for month in reading.past {
      if let figures = try TrendFigures(campaign, month) { earlier.append(figures) }
    }
    self.earlier = earlier
    reconciled = Reconciliation.make(campaign: campaign, returns: returns, earlier: reading.lastMonth)
    ledgerReconciled = LedgerReconciliation.make(campaign: campaign, returns: returns)
    rolls = [ReportingRoll](campaign, returns)
  }
}
