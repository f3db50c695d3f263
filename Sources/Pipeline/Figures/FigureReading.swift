import Aggregate
import Ingest
import Model

/// What the files say, as far as figures need it.
struct FigureReading: Sendable {
  /// What the files say that are no ledgers, in the order of the files.
  private(set) var readings: [SubmissionReading] = []
  /// One for each ledger of the campaign.
  private(set) var totals: [LedgerTotals]
  /// The rows that were read.
  private(set) var rows = 0
  /// How many findings there are of each kind.
  private(set) var findings: [String: Int] = [:]
  private var keys: KeysSeen?

  /// The answers of what is no ledger.
  private var answers = 0
  private let mostAnswers: Int
  private let limits: FigureLimits

  private init(_ plan: LedgerPlan, _ roster: Roster, _ limits: FigureLimits) {
    totals = plan.campaign.ledgers.indices.map {
      LedgerTotals(plan, ledger: $0, units: roster.count, most: limits.sums)
    }
    mostAnswers = limits.answers ?? AnswerLimits(plan.campaign, roster).month
    self.limits = limits
  }

  /// Reads the files, each task its share of neighbours; what comes out does not depend on how many there are.
  static func of(
    _ files: FigureFiles, _ survey: FigureSurvey, _ plan: LedgerPlan, _ reader: FigureReader,
    _ roster: Roster, _ limits: FigureLimits, tasks: Int
  ) async throws(Failure) -> FigureReading {
    let shares = files.shares(tasks) { survey.heads[$0] != nil }
    let results = try await Spread.over(
      shares.count, threads: shares.count
    ) { place throws(Failure) in
      Memory.makeRoom()
      var reading = FigureReading(plan, roster, limits)
      try reading.read(shares[place], files, survey, reader, roster)
      return reading
    }
    var all = FigureReading(plan, roster, limits)
    for result in results { all.merge(result) }
    try all.check(all.totals, reader)
    all.keys = nil
    if files.notRegular > 0 { all.findings[FileNotRegular.code, default: 0] += files.notRegular }
    return all
  }

  private mutating func merge(_ other: consuming FigureReading) {
    readings += other.readings
    rows += other.rows
    answers += other.answers
    findings.merge(other.findings) { $0 + $1 }
    for ledger in totals.indices { totals[ledger].merge(other.totals[ledger]) }
    guard let seen = other.keys else { return }
    let twice = keys?.merge(seen) ?? 0
    if twice > 0 { findings[LedgerKeyTwice.code, default: 0] += twice }
    keys = keys ?? seen
  }

  private mutating func read(
    _ share: [FigureFiles.Job], _ files: FigureFiles, _ survey: FigureSurvey, _ reader: FigureReader,
    _ roster: Roster
  ) throws(Failure) {
    let keys = KeyRegister()
    var (totals, count) = (self.totals, 0)
    self.totals = []
    let take = { (rows: LedgerRows) in
      count += rows.units.count
      totals[rows.ledger].add(rows, month: roster.month)
    }
    for group in share.grouped() {
      let file = files.files[group.file]
      let submission = Submission(
        path: file.name, size: file.size, sha256: "", sender: nil, received: LocalTime(minutes: 0))
      try Failure.reading(reader.language) { () throws(SystemError) in
        guard let head = survey.heads[group.file] else {
          var kept = survey.kept[group.file]
          if kept == nil { kept = try file.read().map { KeptFile(bytes: $0, isUTF8: nil) } }
          return note(FigureReading.read(kept, submission, reader, keys, take))
        }
        var parts = try LineParts(file.path, followsLinks: file.isNamed)
        for range in group.ranges {
          let reading = try unsafe parts.withLines(range) { bytes in
            // The bytes are used during the call only.
            unsafe reader.read(
              bytes, isFirst: range.lowerBound == 0, of: submission, head, keys: keys, rows: take)
          }
          note(reading)
        }
      }
      try check(totals, reader)
    }
    (self.totals, rows) = (totals, rows + count)
    self.keys = keys.taken()
  }

  /// Throws where there is more than figures are made of. What a task alone has too much of, all have together: whether
  /// it is thrown does not depend on how many tasks there are.
  private func check(_ totals: [LedgerTotals], _ reader: FigureReader) throws(Failure) {
    if reader.hasTooManyMonths { throw limits.failure(.months, reader.language) }
    if totals.contains(where: \.isFull) { throw limits.failure(.sums, reader.language) }
    if answers > mostAnswers { throw limits.failure(.answers, reader.language) }
  }

  /// What a whole file says; `nil` for one that is too large.
  private static func read(
    _ file: KeptFile?, _ submission: Submission, _ reader: FigureReader, _ keys: KeyRegister,
    _ take: @escaping (LedgerRows) -> Void
  ) -> SubmissionReading {
    guard let file else {
      let reason = FileTooLarge(size: submission.size, limit: SubmissionReader.maximumSize)
      return .unread(submission, reason)
    }
    // The array outlives the call.
    return unsafe file.bytes.withUnsafeBytes {
      unsafe reader.read($0, of: submission, isUTF8: file.isUTF8, keys: keys, rows: take)
    }
  }

  private mutating func note(_ reading: SubmissionReading) {
    rows += reading.rows.count
    answers += reading.values.count
    // Of those that are kept all findings are counted when the returns are put together.
    if !reading.rows.isEmpty || !reading.rejected.isEmpty { return readings.append(reading) }
    add(reading.findings)
    if reading.omittedFindings > 0 { findings[FindingsMore.code, default: 0] += reading.omittedFindings }
  }

  private mutating func add(_ found: [Finding]) {
    for finding in found { findings[finding.code, default: 0] += 1 }
  }

  /// What belongs to a month, which is let go of here. What is no ledger belongs to the first that is asked for.
  mutating func taking(_ month: Month) -> FigureReading {
    var one = self
    (one.findings, one.rows, one.totals) = ([:], 0, [])
    for ledger in totals.indices { one.totals.append(totals[ledger].taking(month)) }
    readings = []
    return one
  }

  /// The returns of a month, with the sums of ledgers, which are let go of.
  mutating func returns(_ campaign: Campaign, _ roster: Roster) -> Returns {
    take(ReturnsAssembler.assemble(readings, campaign: campaign, roster: roster), campaign)
  }

  /// The same, made by several threads at once.
  mutating func returns(
    _ campaign: Campaign, _ roster: Roster, threads: Int
  ) async throws(Failure) -> Returns {
    let assembled = try await ReturnsAssembler.assemble(
      readings, campaign: campaign, roster: roster, threads: threads)
    return take(assembled, campaign)
  }

  private mutating func take(
    _ assembled: (returns: Returns, findings: [Finding]), _ campaign: Campaign
  ) -> Returns {
    var returns = assembled.returns
    add(assembled.findings)
    readings = []
    for ledger in totals.indices {
      let form = campaign.ledgers[ledger].form
      let lost = totals[ledger].fill(&returns, form: campaign.forms[form], position: form)
      if lost > 0 { findings[SumOverflow.code, default: 0] += lost }
    }
    return returns
  }
}
