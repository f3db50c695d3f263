import Aggregate
public import Model
import Render

extension MonthRun {
  /// The months of a period put together, item by item as the forms say.
  ///
  /// Throws exit code 66 where nothing is known of any of its months.
  public static func make(
    _ workspace: Workspace, period: Period, _ options: ReadingOptions, asOf: LocalTime?
  ) async throws(Failure) -> MonthRun {
    let book = try await workspace.book(
      View(month: nil, asOf: asOf, options: options), months: Set(period.months))
    let known = try book.known.months().filter { period.months.contains($0) }
    guard !known.isEmpty, let last = period.months.last else {
      throw Failure(
        .noInput,
        workspace.campaign.language.pick(
          "\(period)的各月都没有报送件", "nothing is known of any month of \(period)"))
    }
    let months = try await book.returns(of: known)
    let (campaign, registry) = (book.workspace.campaign, book.workspace.registry)
    let combined = PeriodReturns.combine(
      campaign: campaign, registry: registry, period: period, months: months,
      roster: book.workspace.roster(in: last))
    var run = try await MonthRun(
      book.workspace,
      MonthReading(returns: combined.returns, findings: [], bytes: { _ in nil }),
      threads: options.threads)
    run.period = combined
    return run
  }

  /// What a person should know of a period; empty where there is nothing.
  public var periodNotes: [String] {
    guard let period else { return [] }
    var notes: [String] = []
    if period.unfollowed > 0 {
      notes.append(
        campaign.language.pick(
          "较早月份有\(period.unfollowed)份单位月报所属单位已撤销且没有并入单位，未计入本期；请在registry.csv的“并入”列填写",
          "\(period.unfollowed) returns of earlier months are of units that ended without a successor, and are "
            + "not in the period; name it in registry.csv"))
    }
    if period.overflows > 0 {
      notes.append(
        campaign.language.pick(
          "\(period.overflows)个单元格各月之和超出可表示的范围，未计入",
          "\(period.overflows) cells add up to more than can be kept, and are not counted"))
    }
    return notes
  }
}

extension PeriodReturns {
  /// Its months as the bulletin shows them.
  func months(of unit: Int) -> [PeriodMonth] {
    var months: [PeriodMonth] = []
    for found in coverage(of: unit) {
      if months.last?.month != found.month { months.append(PeriodMonth(month: found.month, forms: [])) }
      guard found.isPresent else { continue }
      months[months.count - 1].forms.append(
        PeriodMonth.FormCoverage(form: found.form, expected: found.expected, received: found.received))
    }
    return months
  }
}
