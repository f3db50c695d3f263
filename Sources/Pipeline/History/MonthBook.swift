import Aggregate
import Model
import Store

/// The months of a campaign as known at one time, for setting one beside another.
struct MonthBook: Sendable {
  let workspace: Workspace
  private(set) var known: Known
  let options: ReadingOptions
  /// Months that were read anew already, and are not in the history yet.
  var made: [Month: Returns] = [:]
  /// Which files of those months hold rows of ledgers.
  var foundLedgerFiles: [Month: [LedgerFileRecord]] = [:]
  /// The month that came from the history last: the one before a month is asked for more than once.
  private let last = LastMonth<Returns>()

  /// What was known at an entry, with the configuration and the registry of that time.
  static func asOf(
    _ entry: Entry, _ store: Store, root: Path, language: Language?, _ options: ReadingOptions
  ) throws(Failure) -> MonthBook {
    let fallback = language ?? .zh
    var files: [ConfigurationFiles.File] = []
    let known = try Known(store, asOf: entry.id, fallback)
    for (name, sha256) in try known.documents() where !name.hasPrefix("inbox/") {
      files.append(ConfigurationFiles.File(name: name, bytes: try known.content(sha256)))
    }
    let place = root.appending("history.sqlite@\(entry.recorded.day)")
    let configuration = ConfigurationFiles(place: place, files: files)
    let workspace = try Workspace(root: root, configuration, language: language)
    return MonthBook(workspace: workspace, known: known, options: options)
  }

  /// The same, for a task that reads from the history at the same time as others.
  func another() throws(Failure) -> MonthBook {
    var book = self
    book.known = try known.another()
    return book
  }

  /// Reads a month anew from the bytes that came in.
  func reading(_ month: Month, before: Month? = nil) async throws(Failure) -> MonthReading {
    try await reading(try await inputs(month), before: before)
  }

  /// Reads a month anew from what is known of it; ledgers are set beside those of `before`, else of the month before.
  func reading(_ inputs: MonthInputs, before: Month? = nil) async throws(Failure) -> MonthReading {
    let known = known
    let list = inputs.receivedList.map {
      known.receivedList($0, of: inputs.month, utcOffset: workspace.campaign.utcOffset)
    }
    return try await MonthReading.read(
      inputs, list, workspace, options, before: before ?? inputs.month.previous
    ) { (sha256) throws(Failure) in
      try known.content(sha256)
    }
  }

  /// A month's returns: from the history where they were made from the same, else read anew.
  func returns(_ month: Month) async throws(Failure) -> Returns {
    if let made = made[month] ?? last.value(of: month) { return made }
    let inputs = try await inputs(month)
    if let stored = try storedReturns(inputs) {
      keep(stored)
      return stored
    }
    return try await MonthBook(
      workspace: workspace, known: known, options: ReadingOptions(threads: options.threads)
    ).reading(inputs).returns
  }

  /// Keeps the returns of a month that will be asked for next.
  func keep(_ returns: Returns) { last.keep(returns, of: returns.roster.month) }

  private func storedReturns(_ inputs: MonthInputs) throws(Failure) -> Returns? {
    guard let store = known.store else { return nil }
    let key = inputs.key(workspace.configuration, workspace.ownLanguage)
    let (month, campaign) = (inputs.month, workspace.campaign)
    var stored = try Failure.of(campaign.language) { () throws(StoreError) -> Returns? in
      guard try store.key(of: month, asOf: known.asOf) == key else { return nil }
      return try store.returns(
        campaign: campaign, roster: workspace.roster(in: month), asOf: known.asOf)
    }
    // A file that was first found under another name is called as it is now.
    let paths = Dictionary(
      inputs.arrivals.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    for index in (stored?.submissions ?? []).indices {
      guard let arrival = stored?.submissions[index].arrival, let path = paths[arrival] else { continue }
      stored?.submissions[index].path = path
    }
    return stored
  }

  /// A month's returns and figures; `nil` where nothing is known of the month.
  func figures(_ month: Month) async throws(Failure) -> MonthFigures? {
    guard try known.months().contains(month) else { return nil }
    let returns = try await returns(month)
    guard returns.roster.count > 0 else { return nil }
    return try MonthFigures.of(workspace.campaign, returns)
  }

  /// The publications of a month that were known, in their order.
  func publications(_ month: Month) throws(Failure) -> [Publication] {
    guard let store = known.store else { return [] }
    return try Failure.of(workspace.campaign.language) { () throws(StoreError) in
      try store.publications(month: month, asOf: known.asOf)
    }
  }

  /// What was known when a month was published.
  func book(of publication: Publication) throws(Failure) -> MonthBook? {
    guard let store = known.store else { return nil }
    return try MonthBook.asOf(
      publication.entry, store, root: workspace.root, language: workspace.campaign.language, options)
  }
}
