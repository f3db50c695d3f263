import Aggregate
import Model
import Render
import Store

/// Makes what the history keeps of the months that a run has read.
struct Recorder: Sendable {
  let book: MonthBook

  private var workspace: Workspace { book.workspace }

  /// Reads and rolls up a month and sets it beside the one before and what was published; with it what is to be
  /// recorded of it and of other months that have changed.
  func month(_ month: Month) async throws(Failure) -> (run: MonthRun, records: [MonthRecord]) {
    let inputs = try book.known.inputs(month)
    var run = try MonthRun(workspace, try await book.checked(month))
    var records: [MonthRecord] = []
    if try isStale(inputs) { records.append(record(inputs, run.returns, run.findings)) }
    for other in try changedMonths() where other != month { records += try await self.record(of: other) }
    var earlier: MonthFigures?
    if let before = month.previous, try book.known.months().contains(before) {
      if !records.contains(where: { $0.month == before }) { records += try await record(of: before) }
      if let made = records.first(where: { $0.month == before }) {
        earlier = try MonthFigures.of(workspace.campaign, made.returns)
      } else {
        earlier = try await book.figures(before)
      }
    }
    run.context = try await book.context(of: run, earlier: earlier)
    return (run, records)
  }

  /// What is to be recorded of all months that have changed.
  func changed() async throws(Failure) -> [MonthRecord] {
    var records: [MonthRecord] = []
    for month in try changedMonths() { records += try await record(of: month) }
    return records
  }

  /// Months of which something has come in, in their order.
  private func changedMonths() throws(Failure) -> [Month] {
    let documents = book.known.addition.documents.keys.compactMap { name in
      name.hasPrefix("inbox/") ? Month(name.dropFirst(6).prefix(7)) : nil
    }
    let known = try book.known.months()
    return Set(book.known.addition.months + documents).filter { known.contains($0) }.sorted()
  }

  private func isStale(_ inputs: MonthInputs) throws(Failure) -> Bool {
    guard let store = book.known.store else { return true }
    let key = inputs.key(workspace.configuration, workspace.ownLanguage)
    return try Failure.of(workspace.campaign.language) { () throws(StoreError) in
      try store.key(of: inputs.month, asOf: book.known.asOf) != key
    }
  }

  /// Reads a month anew where it is not as the history has it.
  private func record(of month: Month) async throws(Failure) -> [MonthRecord] {
    let inputs = try book.known.inputs(month)
    guard try isStale(inputs) else { return [] }
    let reading = try await book.checked(month)
    guard reading.returns.roster.count > 0 else { return [] }
    return [record(inputs, reading.returns, reading.findings)]
  }

  private func record(
    _ inputs: MonthInputs, _ returns: Returns, _ findings: [Finding]
  ) -> MonthRecord {
    let language = workspace.ownLanguage
    return MonthRecord(
      month: inputs.month, key: inputs.key(workspace.configuration, language),
      campaign: workspace.campaign, returns: returns,
      findings: findings.map { StoredFinding($0, language) })
  }

  /// Months other than one that are no longer as they were published; a line each.
  func changedSincePublished(_ records: [MonthRecord], but month: Month) throws(Failure) -> [String] {
    var lines: [String] = []
    for record in records where record.month != month {
      let figures = try MonthFigures.of(workspace.campaign, record.returns)
      guard let last = try book.publications(record.month).last,
        !book.differences(from: last, figures).isEmpty
      else { continue }
      lines.append(
        workspace.campaign.language.pick(
          "\(record.month)在第\(last.number)版发布后有变化：yuebao run -m \(record.month) 得到修订版",
          "\(record.month) has changed since its publication \(last.number): "
            + "yuebao run -m \(record.month) makes the revised edition"))
    }
    return lines
  }
}

extension MonthFigures {
  /// Returns with their figures.
  static func of(_ campaign: Campaign, _ returns: Returns) throws(Failure) -> MonthFigures {
    MonthFigures(returns: returns, figures: try Figures.of(campaign, returns))
  }
}
