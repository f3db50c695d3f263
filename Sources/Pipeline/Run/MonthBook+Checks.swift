import Aggregate
import Check
import Ingest
import Model

extension MonthBook {
  /// How many earlier months returns are held against.
  static let monthsBack = 6

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

  /// The returns of the months before one in which there were units, ascending.
  private func past(of month: Month) async throws(Failure) -> [Returns] {
    let months = try known.months().filter { $0 < month }.suffix(MonthBook.monthsBack)
    return try await returns(of: Array(months)).filter { $0.roster.count > 0 }
  }

  /// The returns of months, read by several tasks.
  func returns(of months: [Month]) async throws(Failure) -> [Returns] {
    let tasks = min(options.threads, months.count)
    // Each with a connection of its own, whose pages are at hand for its next month.
    let parts = try await Spread.over(tasks, threads: tasks) { task throws(Failure) in
      let book = try another()
      var read: [Returns] = []
      for place in stride(from: task, to: months.count, by: tasks) {
        read.append(try await book.returns(months[place]))
      }
      return read
    }
    let read = months.indices.map { parts[$0 % tasks][$0 / tasks] }
    // The last is asked for again: it is the month before.
    if let last = read.last { keep(last) }
    return read
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
