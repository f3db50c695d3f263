import Aggregate
import Check
import Ingest
import Model
import Store

/// How a month is read.
public struct ReadingOptions: Sendable {
  /// How many files are read at a time; the result does not depend on it.
  public var threads: Int
  /// Called as files have been read, with their number and that of all; from any thread.
  public var progress: (@Sendable (Int, Int) -> Void)?

  /// Options; at least one thread.
  public init(threads: Int, progress: (@Sendable (Int, Int) -> Void)? = nil) {
    self.threads = max(1, threads)
    self.progress = progress
  }
}

/// The ingest stage of a run: the files of a month become returns and findings.
struct MonthReading: Sendable {
  /// Bytes by their digest.
  typealias Contents = @Sendable (_ sha256: String) throws(Failure) -> [UInt8]

  let returns: Returns
  var findings: [Finding]
  /// The returns of earlier months, ascending, at most six.
  var past: [Returns] = []
  /// The columns of the month before, laid out for the same units; empty where it is not known.
  var lastMonth: [ItemColumn] = []
  /// Which files hold rows of ledgers.
  var ledgerFiles: [LedgerFileRecord] = []
  /// The bytes of each file, by its path in the inbox.
  let bytes: @Sendable (_ path: String) throws(Failure) -> [UInt8]?

  /// Reads what is known of a month; `list` is what its list of receipts says. Rows of ledgers are set beside those of
  /// the month `before`. Tests have less room.
  static func read(
    _ inputs: MonthInputs, _ list: ReceivedList?, _ workspace: Workspace, _ options: ReadingOptions,
    before: Month?,
    room: ReadingRoom? = nil, contents: @escaping Contents
  ) async throws(Failure) -> MonthReading {
    let campaign = workspace.campaign
    let roster = workspace.roster(in: inputs.month)
    let receipts = Receipts(list, roster, utcOffset: campaign.utcOffset)
    let reader = SubmissionReader(campaign: campaign, registry: workspace.registry, roster: roster)
    var ledgers = try campaign.ledgers.isEmpty ? nil : LedgerReading(workspace, roster, before: before)
    let room = room ?? ReadingRoom(campaign, roster)
    let read = try await FileReading(
      reader: reader, ledgers: ledgers, options: options, contents: contents, room: room
    ).all(inputs.arrivals.map { submission($0, roster) })
    let unread = inputs.refused.filter { !$0.isFolder }.map {
      SubmissionReading.unread(submission($0, receipts, roster), $0.refusal.reason)
    }
    var (returns, findings) = try await ReturnsAssembler.assemble(
      read.map(\.reading) + unread, campaign: campaign, roster: roster, threads: options.threads)
    findings +=
      try await ledgers?.fill(
        &returns, own: read.map { ($0.reading.submission.path, $0.parts) }, earlier: inputs.ledgers, options,
        contents) ?? []
    findings += checkOwn(&returns, campaign)
    let replaced = try await FileReading(
      reader: reader, ledgers: nil, options: ReadingOptions(threads: options.threads), contents: contents,
      room: room
    ).all(inputs.replaced.map { submission($0, roster) })
    for (reading, _) in replaced { note(reading, in: &returns) }
    let counted = returns
    let folders = inputs.refused.filter(\.isFolder).map {
      Finding($0.refusal.reason, at: Place(file: $0.path))
    }
    return MonthReading(
      returns: counted,
      findings: receipts.findings(paths: inputs.paths) + folders + findings
        + replaced.compactMap { lost($0.reading, counted) },
      ledgerFiles: ledgerFiles(read.map(\.reading.submission), campaign),
      bytes: bytes(of: counted.submissions, contents))
  }

  /// Checks the returns by themselves, and takes out those that may not count.
  private static func checkOwn(_ returns: inout Returns, _ campaign: Campaign) -> [Finding] {
    let own = Checks.own(campaign, returns)
    for (form, unit) in own.rejected { returns.reject(form: form, unit: unit, campaign: campaign) }
    return own.findings
  }

  /// Finds the bytes of files by their paths.
  private static func bytes(
    of submissions: [Submission], _ contents: @escaping Contents
  ) -> @Sendable (_ path: String) throws(Failure) -> [UInt8]? {
    let digests = Dictionary(
      submissions.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return { (path) throws(Failure) in
      guard let sha256 = digests[path], !sha256.isEmpty else { return nil }
      return try contents(sha256)
    }
  }

  /// Takes note of units that a file which was replaced held already: they are as early as it was.
  private static func note(_ reading: SubmissionReading, in returns: inout Returns) {
    let received = reading.submission.received
    for (table, extent) in reading.extents.enumerated() {
      let form = reading.submission.tables[table].form
      for row in reading.rows[extent.rows] {
        guard let known = returns.firstReceived(form: form, unit: Int(row.unit)), received < known else {
          continue
        }
        returns.firstReceived[form][Int(row.unit)] = received
      }
    }
  }

  /// Whether a file that was replaced held units that are in no other.
  private static func lost(_ reading: SubmissionReading, _ returns: Returns) -> Finding? {
    let units = reading.extents.enumerated().flatMap { table, extent in
      let statuses = returns.statuses[reading.submission.tables[table].form]
      return reading.rows[extent.rows].map { Int($0.unit) }.filter { statuses[$0] == .missing }
    }
    return FileReplaced(
      before: reading.submission.sha256, units: Array(Set(units)).sorted(), roster: returns.roster
    ).map { Finding($0, at: Place(file: reading.submission.path)) }
  }

  static func submission(_ arrival: Arrival, _ roster: Roster) -> Submission {
    var submission = Submission(
      path: arrival.path, size: arrival.size, sha256: arrival.sha256,
      sender: arrival.sender.flatMap { roster.index(of: $0) }, received: arrival.received)
    submission.arrival = arrival.id
    return submission
  }

  private static func submission(
    _ refused: RefusedFile, _ receipts: Receipts, _ roster: Roster
  ) -> Submission {
    let receipt = receipts.of(path: refused.path)
    let size = if case .tooLarge(let size) = refused.refusal { size } else { 0 }
    return Submission(
      path: refused.path, size: size, sha256: "",
      sender: receipt.sender.flatMap { roster.index(of: $0) }, received: receipt.listed ?? receipt.own)
  }
}
