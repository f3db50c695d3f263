import Aggregate
import Model
import Render
import Store

/// Makes what the history keeps of the months that a run has read.
struct Recorder: Sendable {
  /// The months as known, those read anew so far among them.
  private(set) var book: MonthBook
  /// What is to be recorded of the months read so far.
  private(set) var records: [MonthRecord] = []

  init(_ book: MonthBook) { self.book = book }

  private var workspace: Workspace { book.workspace }

  /// Reads and rolls up a month and sets it beside the one before and what was published. With it other months
  /// that have changed are read, each after those that it is held against.
  mutating func month(_ month: Month) async throws(Failure) -> MonthRun {
    var others = Set(try changedMonths())
    if let before = month.previous, try book.known.months().contains(before) { others.insert(before) }
    for other in others.sorted() where other < month { try await record(other) }
    let inputs = try await book.inputs(month)
    var run = try await MonthRun(workspace, try await book.checked(month), threads: book.options.threads)
    if let key = try newKey(inputs) { keep(inputs, key, run.returns, run.findings, run.ledgerFiles) }
    for other in others.sorted() where other > month { try await record(other) }
    run.context = try await book.context(of: run)
    return run
  }

  /// Reads all months that have changed.
  mutating func changed() async throws(Failure) {
    for month in try changedMonths() { try await record(month) }
  }

  /// Months of which something has come in, in their order.
  private func changedMonths() throws(Failure) -> [Month] {
    let documents = book.known.addition.documents.keys.compactMap { name in
      name.hasPrefix("inbox/") ? Month(name.dropFirst(6).prefix(7)) : nil
    }
    let known = try book.known.months()
    return Set(book.known.addition.months + documents).filter { known.contains($0) }.sorted()
  }

  /// The key of what a month is made of; `nil` where the history has its returns as made from the same.
  private func newKey(_ inputs: MonthInputs) throws(Failure) -> String? {
    let key = inputs.key(workspace.configuration, workspace.ownLanguage)
    guard let store = book.known.store else { return key }
    let stored = try Failure.of(workspace.campaign.language) { () throws(StoreError) in
      try store.key(of: inputs.month, asOf: book.known.asOf)
    }
    return stored == key ? nil : key
  }

  /// Reads a month anew where it is not as the history has it.
  private mutating func record(_ month: Month) async throws(Failure) {
    let inputs = try await book.inputs(month)
    guard let key = try newKey(inputs) else { return }
    let reading = try await book.checked(month)
    guard reading.returns.roster.count > 0 else { return }
    keep(inputs, key, reading.returns, reading.findings, reading.ledgerFiles)
  }

  private mutating func keep(
    _ inputs: MonthInputs, _ key: String, _ returns: Returns, _ findings: [Finding],
    _ ledgerFiles: [LedgerFileRecord]
  ) {
    let language = workspace.ownLanguage
    book.made[inputs.month] = returns
    book.foundLedgerFiles[inputs.month] = ledgerFiles
    var record = MonthRecord(
      month: inputs.month, key: key, campaign: workspace.campaign, returns: returns,
      findings: findings.map { StoredFinding($0, language) })
    record.ledgerFiles = ledgerFiles
    records.append(record)
  }

  /// Months other than one that are no longer as they were published; a line each.
  func changedSincePublished(but month: Month) throws(Failure) -> [String] {
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
