import Aggregate
public import Model

extension MonthRun {
  /// A month beside any earlier one, as the history and the inbox have them.
  ///
  /// Throws exit code 64 where the months are not in order, and 66 where nothing is known of one.
  public static func make(
    _ workspace: Workspace, comparing earlier: Month, with later: Month, _ options: ReadingOptions,
    asOf: LocalTime?
  ) async throws(Failure) -> MonthRun {
    let language = workspace.campaign.language
    guard earlier < later else {
      throw Failure(
        .usage,
        language.pick(
          "两个月份须先早后晚：yuebao diff \(later) \(earlier)",
          "name the earlier month first: yuebao diff \(later) \(earlier)"))
    }
    let book = try await workspace.book(
      View(month: nil, asOf: asOf, options: options), months: [earlier, later])
    for month in [earlier, later] {
      _ = try book.workspace.chooseMonth(
        month, LocalTime(minutes: 0), book.known, fromInbox: asOf == nil)
    }
    var run = try await MonthRun(book.workspace, try await book.checked(later), threads: options.threads)
    run.context = try await book.context(of: run, earlier: try await book.figures(earlier))
    // Items that say what became of rows stay those of the month.
    if !run.campaign.ledgers.isEmpty, later.previous != earlier {
      run.context.since = try await book.reading(later, before: earlier).returns
    }
    return run
  }
}
