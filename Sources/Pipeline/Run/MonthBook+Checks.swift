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
    let earlier = try await earlierMonths(reading.past, on: reading.returns.roster)
    if let last = earlier.last, last.month == month.previous { reading.lastMonth = last.columns }
    let input = CheckInput(
      campaign: workspace.campaign, returns: reading.returns, earlier: earlier,
      explanations: explanations)
    let findings = try await reading.findings + across(input)
    let settled = Checks.settled(findings, by: explanations, in: month)
    reading.findings = settled.findings + (list?.findings(with: settled.unmatched) ?? [])
    return reading
  }

  /// Earlier months laid out for a later roster, by several tasks.
  private func earlierMonths(_ past: [Returns], on roster: Roster) async throws(Failure) -> [EarlierMonth] {
    let registry = workspace.registry
    return try await Spread.over(past.count, threads: options.threads) {
      EarlierMonth(past[$0], on: roster, registry)
    }
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

  /// The returns of the months before one, ascending, read by several tasks.
  private func past(of month: Month) async throws(Failure) -> [Returns] {
    let past = try known.months().filter { $0 < month }.suffix(MonthBook.monthsBack).map(\.self)
    let tasks = min(options.threads, past.count)
    // Each with a connection of its own, whose pages are at hand for its next month.
    let parts = try await Spread.over(tasks, threads: tasks) { task throws(Failure) in
      let book = try another()
      var months: [Returns] = []
      for place in stride(from: task, to: past.count, by: tasks) {
        months.append(try await book.returns(past[place]))
      }
      return months
    }
    let months = past.indices.map { parts[$0 % tasks][$0 / tasks] }
    // The month before is asked for again.
    if let before = months.last { keep(before) }
    return months.filter { $0.roster.count > 0 }
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
