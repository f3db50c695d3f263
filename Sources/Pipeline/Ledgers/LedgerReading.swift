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
    plan = try LedgerPlan.of(workspace.campaign)
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
    _ options: ReadingOptions, _ contents: @escaping MonthReading.Contents
  ) async throws(Failure) -> [Finding] {
    let positions = Dictionary(
      returns.submissions.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (path, parts) in own {
      for var part in parts {
        part.file.submission = positions[path] ?? -1
        now.take(part)
      }
    }
    for (month, files) in LedgerReading.byMonth(files) {
      try await read(files, of: month, from: returns.submissions.count, options, contents)
    }
    returns.submissions += earlier
    return now.fill(&returns, before: then?.keys()).findings
  }

  /// The files of each month, the newest month first.
  private static func byMonth(_ files: [LedgerArrival]) -> [(month: Month, files: [LedgerArrival])] {
    Dictionary(grouping: files, by: \.arrival.month).sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
  }

  /// Reads the files of an earlier month whose ledgers later months have not settled: all of the month or none, as any
  /// may be the one that counts.
  private mutating func read(
    _ files: [LedgerArrival], of month: Month, from base: Int, _ options: ReadingOptions,
    _ contents: @escaping MonthReading.Contents
  ) async throws(Failure) {
    let open = campaign.ledgers.indices.filter { !isSettled(now, $0, after: month) }
    let openThen = month <= (before ?? month) ? openThen(after: month) : []
    let folds =
      (open.isEmpty ? [] : [Fold(month: roster.month, isThen: false)])
      + (before.map { openThen.isEmpty ? [] : [Fold(month: $0, isThen: true)] } ?? [])
    let wanted = files.filter { !$0.ledgers.isDisjoint(with: open + openThen) }
    guard !folds.isEmpty, !wanted.isEmpty else { return }
    let then = workspace.roster(in: month)
    let reader = SubmissionReader(campaign: campaign, registry: workspace.registry, roster: then)
    let succession = Succession(registry: workspace.registry, earlier: then, later: roster)
    let this = self
    let read = try await Spread.over(
      wanted.count, threads: options.threads
    ) { index throws(Failure) in
      try this.readOne(wanted[index].arrival, reader, succession, folds, contents)
    }
    for (file, (tables, parts)) in zip(wanted, read) {
      for (part, isThen) in parts {
        var part = part
        part.file.submission = base + earlier.count
        if isThen { self.then?.take(part) } else { now.take(part) }
      }
      if !open.isEmpty { earlier.append(submission(file.arrival, tables)) }
    }
  }

  /// A file as a submission of the month reported.
  private func submission(_ arrival: Arrival, _ tables: [SubmissionTable]) -> Submission {
    var submission = MonthReading.submission(arrival, roster)
    submission.path = "../\(arrival.month)/\(arrival.path)"
    submission.tables = tables
    return submission
  }

  private func readOne(
    _ arrival: Arrival, _ reader: SubmissionReader, _ succession: Succession, _ folds: [Fold],
    _ contents: MonthReading.Contents
  ) throws(Failure) -> (tables: [SubmissionTable], parts: [(part: LedgerPart, isThen: Bool)]) {
    let submission = MonthReading.submission(arrival, succession.earlier)
    let bytes = try contents(arrival.sha256)
    // The array outlives the call, and nothing of the buffer is kept.
    let (reading, parts) = unsafe bytes.withUnsafeBytes {
      unsafe fold($0, submission, reader, succession, folds)
    }
    return (reading.submission.tables, parts)
  }

  private func openThen(after month: Month) -> [Int] {
    guard let then else { return [] }
    return campaign.ledgers.indices.filter { !isSettled(then, $0, after: month) }
  }

  /// Whether files of a month, and of those before it, cannot count any more.
  private func isSettled(_ assembly: LedgerAssembly, _ ledger: Int, after month: Month) -> Bool {
    month.next.map { assembly.isSettled(ledger, before: $0) } ?? false
  }
}

extension LedgerPlan {
  /// How the items of a campaign's ledgers are made. Throws exit code 70: its reader has compiled every formula already.
  static func of(_ campaign: Campaign) throws(Failure) -> LedgerPlan {
    do throws(LedgerError) {
      return try LedgerPlan(campaign: campaign)
    } catch {
      throw Failure(.software, error.message(campaign.language))
    }
  }
}
