import Aggregate
import Ingest
import Model

/// Reads the ledgers that hold in a month, and derives the items of its returns.
struct LedgerReading: Sendable {
  let plan: LedgerPlan
  let workspace: Workspace
  let roster: Roster
  /// The month whose rows those of this one are set beside; `nil` for none.
  let before: Month?
  /// The files of earlier months that were read.
  private var earlier: [Submission] = []
  /// The month's units as themselves.
  private let own: Succession
  private var now: LedgerAssembly
  private var then: LedgerAssembly?

  private var campaign: Campaign { workspace.campaign }

  /// A reading of the ledgers of the roster's month.
  ///
  /// Throws exit code 70: the campaign's reader has compiled every formula already.
  init(_ workspace: Workspace, _ roster: Roster, before: Month?) throws(Failure) {
    self.workspace = workspace
    self.roster = roster
    self.before = before
    do throws(LedgerError) {
      plan = try LedgerPlan(campaign: workspace.campaign)
    } catch {
      throw Failure(.software, error.message(workspace.campaign.language))
    }
    own = Succession(registry: workspace.registry, earlier: roster, later: roster)
    now = LedgerAssembly(plan, roster: roster, month: roster.month)
    then = before.map { LedgerAssembly(plan, roster: roster, month: $0) }
  }

  /// Reads one of the month's own files, whose ledgers come as parts.
  func read(
    _ bytes: UnsafeRawBufferPointer, of submission: Submission, by reader: SubmissionReader
  ) -> (reading: SubmissionReading, parts: [LedgerPart]) {
    let folds = [Fold(month: roster.month, isThen: false)]
    // The buffer is used during this call only.
    let (reading, parts) = unsafe fold(bytes, submission, reader, own, folds)
    return (reading, parts.map(\.part))
  }

  /// For whose end rows are folded: this month's, or that of the month before.
  private struct Fold {
    var month: Month
    var isThen: Bool
  }

  private func fold(
    _ bytes: UnsafeRawBufferPointer, _ submission: Submission, _ reader: SubmissionReader,
    _ succession: Succession, _ folds: [Fold]
  ) -> (reading: SubmissionReading, parts: [(part: LedgerPart, isThen: Bool)]) {
    let file = LedgerFile(
      submission: 0, received: submission.received, sender: submission.sender, succession: succession)
    var parts: [Int: [LedgerPart]] = [:]
    let begin = { (ledger: Int) in
      folds.map { LedgerPart(plan, ledger: ledger, file: file, in: $0.month, keysOnly: $0.isThen) }
    }
    // The buffer is used during this call only.
    let reading = unsafe reader.read(bytes, of: submission) { rows in
      var these = parts.removeValue(forKey: rows.ledger) ?? begin(rows.ledger)
      for place in these.indices { these[place].add(rows) }
      parts[rows.ledger] = these
    }
    // A table without rows says that there are none.
    for ledger in reading.submission.tables.compactMap({ campaign.forms[$0.form].ledger })
    where parts[ledger] == nil {
      parts[ledger] = begin(ledger)
    }
    let inOrder = parts.sorted { $0.key < $1.key }.flatMap { zip($0.value, folds.map(\.isThen)) }
    return (reading, inOrder.map { ($0, $1) })
  }

  /// Derives the items of returns from the parts of the month's own files, by the paths of these, and from files of
  /// earlier months, which are put behind the month's own; answers with what is to be said.
  mutating func fill(
    _ returns: inout Returns, own: [(path: String, parts: [LedgerPart])], earlier files: [LedgerArrival],
    _ contents: MonthReading.Contents
  ) throws(Failure) -> [Finding] {
    let positions = Dictionary(
      returns.submissions.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (path, parts) in own {
      for var part in parts {
        part.file.submission = positions[path] ?? -1
        now.take(part)
      }
    }
    try readEarlier(files, from: returns.submissions.count, contents)
    returns.submissions += earlier
    return now.fill(&returns, before: then?.keys()).findings
  }

  /// Reads files of earlier months as long as they may matter, the newest month first.
  private mutating func readEarlier(
    _ files: [LedgerArrival], from base: Int, _ contents: MonthReading.Contents
  ) throws(Failure) {
    var reader: (month: Month, reader: SubmissionReader, succession: Succession)?
    for file in files {
      let month = file.arrival.month
      let isDone = file.ledgers.allSatisfy { ledger in
        now.isSettled(ledger, before: month) && then?.isSettled(ledger, before: month) ?? true
      }
      if isDone { continue }
      if reader?.month != month {
        let then = workspace.registry.roster(in: month)
        reader = (
          month, SubmissionReader(campaign: campaign, registry: workspace.registry, roster: then),
          Succession(registry: workspace.registry, earlier: then, later: roster)
        )
      }
      guard let reader else { continue }
      var submission = MonthReading.submission(file.arrival, reader.succession.earlier)
      let folds = [Fold(month: roster.month, isThen: false)] + thenFold(month)
      let bytes = try contents(file.arrival.sha256)
      // The array outlives the call, and nothing of the buffer is kept.
      let (reading, parts) = unsafe bytes.withUnsafeBytes {
        unsafe fold($0, submission, reader.reader, reader.succession, folds)
      }
      submission.tables = reading.submission.tables
      submission.path = "../\(month)/\(file.arrival.path)"
      submission.sender = file.arrival.sender.flatMap { roster.index(of: $0) }
      for (part, isThen) in parts {
        var part = part
        part.file.submission = base + earlier.count
        if isThen { then?.take(part) } else { now.take(part) }
      }
      earlier.append(submission)
    }
  }

  private func thenFold(_ month: Month) -> [Fold] {
    guard let before, month <= before else { return [] }
    return [Fold(month: before, isThen: true)]
  }
}
