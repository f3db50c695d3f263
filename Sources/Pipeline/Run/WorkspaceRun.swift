public import Model
import Store

/// What a run is to do.
public struct RunRequest: Sendable {
  /// The month; `nil` for the latest that is due.
  public var month: Month?
  /// The time on the campaign's clock; `nil` for the system's.
  public var now: LocalTime?
  /// Where the months' folders go; `nil` for the campaign's own.
  public var output: String?
  /// Whether the charts are written as PNG, too.
  public var png = false
  /// How files are read.
  public var options: ReadingOptions
  /// A request.
  public init(month: Month?, now: LocalTime?, output: String?, options: ReadingOptions) {
    self.month = month
    self.now = now
    self.output = output
    self.options = options
  }
}

/// What a run did.
public struct RunResult: Sendable {
  /// One line for a person: the month, who reported, what was found, where the output is.
  public var summary: String
  /// What else should be known: a month that is overdue, another that has changed since it was published.
  public var notes: [String]
  /// What the campaign's gates have to say against the month; empty where all are passed.
  public var gateMessage: String
  /// One line: how long each stage took, and its share of the whole.
  public var times: String
}

extension Workspace {
  /// Where the months' folders go, unless the user says otherwise.
  var reports: Path { root.appending("reports") }

  /// The whole job, one run at a time: take in what is new, check, roll up, record it in the history, render.
  ///
  /// Throws exit code 75 where another run holds the lock.
  public func run(_ request: RunRequest) async throws(Failure) -> RunResult {
    let lock = try lock()
    let times = StageTimes()
    let now = request.now ?? Clock.now(utcOffset: campaign.utcOffset)
    let store = try openHistory(.writing)
    let known = try await takeIn(store, request.options)
    times.done(.intake)
    let choice = try chooseMonth(request.month, now, known)
    let unread = try unread(known, but: choice.month)
    let strays = try strayNote()
    var recorder = Recorder(MonthBook(workspace: self, known: known, options: request.options))
    let run = try await recorder.month(choice.month)
    times.done(.figures)
    let folder = request.output.map { Path($0) } ?? reports
    // What came in is recorded while the month is rendered; the output takes its place when both are done.
    let recording = Task { [records = recorder.records] in
      Result { () throws(Failure) in try record(known.addition, records, at: now, in: store) }
    }
    // Awaited whatever happens: a program that ends meanwhile leaves a journal beside the history.
    async let settling: Void = settle(store, after: recording)
    let written: String
    do throws(Failure) {
      written = try await run.write(into: folder, png: request.png, times) { () throws(Failure) in
        try await recording.value.get()
        times.done(.history)
      }
    } catch {
      try await recording.value.get()
      let isSentence = error.description.hasSuffix("。") || error.description.hasSuffix(".")
      throw Failure(
        error.code,
        error.description
          + campaign.language.pick(
            (isSentence ? "" : "。") + "收到的文件已记入历史库。",
            (isSentence ? "" : ".") + " What has come in is in the history."))
    }
    let indexNotes = try await MonthIndex(run, in: folder).write(recorder.book)
    await settling
    times.done(.index)
    _ = consume lock
    return RunResult(
      summary: run.summary + campaign.language.pick("；已写入\(written)", "; written to \(written)"),
      notes: choice.notes + indexNotes + [unread, strays].compactMap(\.self)
        + (try recorder.changedSincePublished(but: choice.month)),
      gateMessage: run.gateMessage, times: times.line(campaign.language))
  }

  private func settle(_ store: Store, after recording: Task<Result<Void, Failure>, Never>) async {
    if case .success = await recording.value { store.settle() }
  }

  /// Takes what is new in the inbox into the history, without making a bulletin; one line says what.
  public func ingest(now: LocalTime?, options: ReadingOptions) async throws(Failure) -> String {
    let lock = try lock()
    let store = try openHistory(.writing)
    let known = try await takeIn(store, options)
    var recorder = Recorder(MonthBook(workspace: self, known: known, options: options))
    try await recorder.changed()
    let arrivals = known.addition.arrivals
    let notes = [try unread(known, but: nil), try strayNote()].compactMap(\.self)
    try record(
      known.addition, recorder.records, at: now ?? Clock.now(utcOffset: campaign.utcOffset), in: store)
    _ = consume lock
    let months = Set(arrivals.map(\.month)).sorted().map(\.description)
      .joined(separator: campaign.language.pick("、", ", "))
    let line =
      arrivals.isEmpty
      ? campaign.language.pick("没有新的报送件", "nothing new has come in")
      : campaign.language.pick(
        "收入报送件\(arrivals.count)份（\(months)）", "\(arrivals.count) files taken in (\(months))")
    return ([line] + notes).joined(separator: campaign.language.pick("；", "; "))
  }

  /// What this run could not take in of the inbox, of months other than one: a sentence; `nil` where there is none.
  private func unread(_ known: Known, but month: Month?) throws(Failure) -> String? {
    var names: [String] = []
    for other in try inboxMonths() where other != month {
      guard case .some(.some(let list)) = known.addition.documents[Known.refused(other)] else { continue }
      names += Refusal.list(list).map { "\(other)/\($0.path)" }
    }
    guard let first = names.first else { return nil }
    return campaign.language.pick(
      "没有读到\(names.count)个：\(first)\(names.count > 1 ? "等" : "")，见该月的审核意见",
      "\(names.count) not read: \(first)\(names.count > 1 ? " and others" : ""); see the findings of that month"
    )
  }

  /// Opens the campaign's history.
  func openHistory(_ use: Store.Use) throws(Failure) -> Store {
    try Failure.of(campaign.language) { () throws(StoreError) in try Store.open(history.bytes, use) }
  }

  /// The history, for commands that only look; `nil` where there is none yet.
  func historyIfAny() throws(Failure) -> Store? {
    let isThere = try Failure.reading(campaign.language) { () throws(SystemError) in
      try FileSystem.entry(history) != nil
    }
    return isThere ? try openHistory(.reading) : nil
  }

  /// What the history holds and what is new in the inbox, nothing recorded yet.
  func takeIn(
    _ store: Store?, _ options: ReadingOptions, months isWanted: (Month) -> Bool = { _ in true }
  ) async throws(Failure) -> Known {
    var intake = try Intake(self, try Known(store, campaign.language), options)
    try intake.takeConfiguration()
    let months = try inboxMonths().filter(isWanted)
    var ahead = ahead
    for (place, month) in months.enumerated() {
      let found = await ahead?.take(month)
      // The next is read while this one is taken in.
      let next = options.threads > 1 && place + 1 < months.count ? months[place + 1] : nil
      ahead = next.map { InboxAhead(of: root, month: $0) }
      try await intake.take(month, ahead: found)
    }
    return intake.known
  }

  /// Records what is new, all of it or nothing.
  func record(
    _ arriving: Arriving, _ records: [MonthRecord], at now: LocalTime, in store: Store
  ) throws(Failure) {
    guard !arriving.isEmpty || !records.isEmpty else { return }
    let addition = Addition(arriving, records, at: now)
    // First what is kept apart: a history that says so is never without it.
    if !arriving.originals.isEmpty {
      try Failure.of(campaign.language) { () throws(StoreError) in
        try PersonalStore(personal.bytes).keep(arriving.originals)
      }
    }
    _ = try Failure.of(campaign.language) { () throws(StoreError) in try store.add(addition) }
  }
}

extension MonthRun {
  /// The unit that a user names, or the top.
  public func unit(_ name: String?) throws(Failure) -> Int {
    try UnitFinder.findOrTop(name, in: roster, campaign.language)
  }

  /// One line: the month, files, who reported, findings.
  var summary: String {
    let tally = tally
    return campaign.language.pick(
      "\(roster.month)：报送件\(fileCount)份；单位月报应报\(tally.expected)份，实报\(tally.received)份，"
        + "未报\(tally.missing)份，不予采用\(tally.rejected)份；审核意见\(findings.count)条",
      "\(roster.month): files \(fileCount); returns \(tally.received) of \(tally.expected), "
        + "missing \(tally.missing), rejected \(tally.rejected); findings \(findings.count)")
  }

  /// Whether something that came in does not count.
  public var hasRejections: Bool { findings.contains { $0.severity == .reject } }

  /// One line: how many findings of each severity.
  public var checkSummary: String {
    let counts = Severity.allCases.map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(severity.label(campaign.language)) \(count)"
    }
    let list = counts.joined(separator: campaign.language.pick("、", ", "))
    return campaign.language.pick("报送件\(fileCount)份；\(list)", "files \(fileCount); \(list)")
  }
}
