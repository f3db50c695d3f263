import Aggregate
public import Model
import Store

extension Workspace {
  /// Seals what the history knows of a month: writes its files, and records the figures and the digest of each
  /// file. What has come in since the last run waits for the next edition. Answers with one line.
  ///
  /// Throws exit code 65 where a gate is missed (unless `evenIfProvisional`) or nothing has changed since the
  /// last publication, and 66 where the history knows nothing of the month.
  public func publish(
    _ month: Month, now: LocalTime?, evenIfProvisional: Bool, output: String?, options: ReadingOptions
  ) async throws(Failure) -> String {
    let lock = try lock()
    let store = try openHistory(.writing)
    let last = try Failure.of(campaign.language) { () throws(StoreError) in try store.latestEntry() }
    guard let last else { throw nothingKnown(month) }
    let book = try MonthBook.asOf(
      last, store, root: root, language: campaign.language == ownLanguage ? nil : campaign.language, options)
    guard try book.known.months().contains(month) else { throw nothingKnown(month) }
    let time = max(now ?? Clock.now(utcOffset: campaign.utcOffset), last.recorded)
    let run = try await book.sealed(month, at: time)
    guard evenIfProvisional || run.missedGates.isEmpty else {
      throw Failure(
        .data,
        run.gateMessage
          + campaign.language.pick("；要发布初步稿请加--provisional", "; add --provisional to publish it as such"))
    }
    let folder = output.map { Path($0) } ?? reports
    let written = try await run.write(
      into: folder,
      record: {
        (outputs) throws(Failure) in
        var addition = Addition(recorded: time, version: Version.number)
        addition.publication = AddedPublication(
          month: month, outputs: outputs, figures: run.publishedFigures())
        _ = try Failure.of(campaign.language) { () throws(StoreError) in try store.add(addition) }
      })
    let notes = try await MonthIndex(run, in: folder).write(book)
    _ = consume lock
    let number = run.context.edition?.number ?? 1
    let line = campaign.language.pick(
      "\(month)第\(number)版已发布；已写入\(written)", "\(month) published, edition \(number); written to \(written)")
    return ([line] + notes).joined(separator: campaign.language.pick("；", "; "))
  }

  private func nothingKnown(_ month: Month) -> Failure {
    Failure(
      .noInput,
      campaign.language.pick(
        "历史库中没有\(month)的报送件；请先运行 yuebao run -m \(month)",
        "the history has nothing of \(month); first run: yuebao run -m \(month)"))
  }
}

extension MonthBook {
  /// A month as it is when it is published at a time.
  ///
  /// Throws exit code 65 where it has been published and nothing has changed since.
  fileprivate func sealed(_ month: Month, at time: LocalTime) async throws(Failure) -> MonthRun {
    var run = try await MonthRun(workspace, try await checked(month), threads: options.threads)
    run.context = try await context(of: run)
    let last = try publications(month).last
    if let last, differences(from: last, run.monthFigures).isEmpty {
      throw Failure(
        .data,
        workspace.campaign.language.pick(
          "\(month)第\(last.number)版发布（\(last.entry.recorded)）以来没有变化，不再发布",
          "\(month): nothing has changed since edition \(last.number) (\(last.entry.recorded)); not published again"
        ))
    }
    run.context.edition = Vintage.Published(number: (last?.number ?? 0) + 1, time: time)
    return run
  }
}
