public import Model
import Store

/// Which state of which month a command looks at.
public struct View: Sendable {
  /// The month; `nil` for the latest that is due.
  public var month: Month?
  /// As of when; `nil` for what is known now, what is new in the inbox included.
  public var asOf: LocalTime?
  /// The time on the campaign's clock; `nil` for the system's.
  public var now: LocalTime?
  /// How files are read.
  public var options: ReadingOptions

  /// A view.
  public init(month: Month?, asOf: LocalTime? = nil, now: LocalTime? = nil, options: ReadingOptions) {
    self.month = month
    self.asOf = asOf
    self.now = now
    self.options = options
  }
}

extension MonthRun {
  /// A month as the history and the inbox have it, nothing recorded.
  ///
  /// Throws exit code 66 where nothing is known of the month.
  public static func make(_ workspace: Workspace, _ view: View) async throws(Failure) -> MonthRun {
    let book = try await workspace.book(view)
    let now = view.asOf ?? view.now ?? Clock.now(utcOffset: workspace.campaign.utcOffset)
    let month = try book.workspace.chooseMonth(view.month, now, book.known, fromInbox: view.asOf == nil)
      .month
    var run = try await MonthRun(
      book.workspace, try await book.checked(month), threads: view.options.threads)
    run.context = try await book.context(of: run)
    return run
  }

  /// The returns of the files named, as if they alone lay in the inbox of a month.
  public static func make(
    _ workspace: Workspace, month: Month?, files: [String], options: ReadingOptions
  ) async throws(Failure) -> MonthRun {
    var intake = try Intake(workspace, try Known(nil, workspace.campaign.language), options)
    let known = try Known(try workspace.historyIfAny(), workspace.campaign.language)
    let now = Clock.now(utcOffset: workspace.campaign.utcOffset)
    let month = try workspace.chooseMonth(month, now, known, mustBeKnown: false).month
    try await intake.take(
      try Inbox(files: files, workspace.campaign.language), of: month, receivedList: nil)
    let book = MonthBook(workspace: workspace, known: intake.known, options: options)
    return try await MonthRun(workspace, try await book.checked(month), threads: options.threads)
  }
}

extension Workspace {
  /// What is known for a view; of the inbox only `months` are looked at, or the month named and the one before. A ledger
  /// may stand from any month.
  func book(_ view: View, months: Set<Month>? = nil) async throws(Failure) -> MonthBook {
    guard let asOf = view.asOf else {
      let named = months ?? view.month.map { Set([$0, $0.previous ?? $0]) }
      let wanted = campaign.ledgers.isEmpty ? named : nil
      let known = try await takeIn(try historyIfAny(), view.options) { wanted?.contains($0) ?? true }
      return MonthBook(workspace: self, known: known, options: view.options)
    }
    let store = try openHistory(.reading)
    let entry = try Failure.of(campaign.language) { () throws(StoreError) -> Entry? in
      try store.entry(asOf: asOf)
    }
    guard let entry else {
      throw Failure(
        .noInput,
        campaign.language.pick(
          "\(asOf)时历史库还没有记录", "the history knew nothing yet as of \(asOf)"))
    }
    return try MonthBook.asOf(
      entry, store, root: root, language: campaign.language == ownLanguage ? nil : campaign.language,
      view.options)
  }
}

extension Inbox {
  /// The files named, each of which must be there.
  init(files names: [String], _ language: Language) throws(Failure) {
    self.init()
    for name in names {
      let path = Path(name)
      let found = try Failure.reading(language) { () throws(SystemError) in try FileSystem.entry(path) }
      guard let entry = found else {
        throw Failure(
          .noInput, language.pick("没有文件\(path.display)", "there is no file \(path.display)"))
      }
      guard entry.kind != .folder else {
        throw Failure(
          .noInput,
          language.pick(
            "\(path.display)是文件夹，请写明其中的文件", "\(path.display) is a folder; name the files in it"))
      }
      files.append(
        File(
          path: path, name: path.display, folders: name.split(separator: "/").dropLast().map(String.init),
          kind: entry.kind, size: entry.size, modified: entry.modified))
    }
    tellApart()
  }
}
