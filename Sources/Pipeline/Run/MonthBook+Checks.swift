import Aggregate
import Check
import Ingest
import Model

extension MonthBook {
  /// How many earlier months returns are held against.
  private static let monthsBack = 6

  /// Reads a month anew and checks it, against earlier months and siblings too.
  func checked(_ month: Month) async throws(Failure) -> MonthReading {
    // Earlier months come from the history while the files of this one are read.
    async let loaded = pastResult(of: month)
    let read: Result<MonthReading, Failure>
    do throws(Failure) { read = .success(try await reading(month)) } catch { read = .failure(error) }
    let past = await loaded
    var reading = try read.get()
    guard reading.returns.roster.count > 0 else { return reading }
    let list = explanations()
    let explanations = list?.explanations ?? Explanations()
    reading.past = try past.get()
    let earlier = reading.past.map {
      EarlierMonth($0, on: reading.returns.roster, workspace.registry)
    }
    if let last = earlier.last, last.month == month.previous { reading.lastMonth = last.columns }
    let input = CheckInput(
      campaign: workspace.campaign, returns: reading.returns, earlier: earlier,
      explanations: explanations)
    let findings = try await reading.findings + across(input)
    let settled = Checks.settled(findings, by: explanations, in: month)
    reading.findings = settled.findings + (list?.findings(with: settled.unmatched) ?? [])
    return reading
  }

  /// What the checks with other months and siblings find, by several tasks.
  private func across(_ input: CheckInput) async throws(Failure) -> [Finding] {
    let checks = AcrossChecks(input)
    let parts = try await Spread.over(checks.partCount, threads: options.threads) { checks.part($0) }
    return checks.findings(with: parts)
  }

  /// The same as ``past(of:)``, for a task: what it throws has its type.
  private func pastResult(of month: Month) async -> Result<[Returns], Failure> {
    do throws(Failure) { return .success(try await past(of: month)) } catch { return .failure(error) }
  }

  /// The returns of the months before one, ascending.
  private func past(of month: Month) async throws(Failure) -> [Returns] {
    var months: [Returns] = []
    let past = try known.months().filter { $0 < month }.suffix(MonthBook.monthsBack)
    guard !past.isEmpty else { return [] }
    let book = try another()
    for earlier in past {
      let returns = try await book.returns(earlier)
      if returns.roster.count > 0 { months.append(returns) }
    }
    return months
  }

  /// The list of what was explained; `nil` where there is none.
  private func explanations() -> ExplanationList? {
    workspace.configuration.bytes(ConfigurationFiles.explanations).map {
      ExplanationList($0, file: ConfigurationFiles.explanations)
    }
  }
}

extension EarlierMonth {
  /// The returns of an earlier month for the units of a later one.
  fileprivate init(_ returns: Returns, on roster: Roster, _ registry: Registry) {
    let earlier = EarlierReturns(returns, on: roster, registry)
    self.init(month: returns.roster.month, columns: earlier.columns, statuses: earlier.statuses)
  }
}
