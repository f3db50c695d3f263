import Model
import Synchronization

/// A month's folder of the inbox, looked through while something else is done that takes as long: what lies there, and
/// the bytes of small files. It says nothing of what it cannot read; who takes the month in comes upon that again.
final class InboxAhead: Sendable {
  /// What lies in a month's folder.
  struct Folder: Sendable {
    var month: Month
    var inbox: Inbox
    /// The contents of files, by their places in the listing; `nil` for those that were not read.
    var contents: [InboxFile.Contents?]
  }

  /// The most bytes that are held.
  static let most = 32 << 20

  private let looking: Mutex<Task<Folder?, Never>?>

  /// Begins to look at a month; at the earliest without one.
  init(of root: Path, month: Month? = nil) {
    looking = Mutex(Task { InboxAhead.look(root, month) })
  }

  deinit { looking.withLock { $0?.cancel() } }

  /// What was found so far of a month, once; `nil` where another was looked at.
  func take(_ month: Month) async -> Folder? {
    let task = looking.withLock { $0.take() }
    // Several tasks read what is left sooner.
    task?.cancel()
    let found = await task?.value
    return found?.month == month ? found : nil
  }

  /// Looks until the task is cancelled.
  static func look(_ root: Path, _ month: Month?) -> Folder? {
    guard let month = month ?? (try? InboxFolders(of: root, .zh).months.first),
      let inbox = try? Inbox(Workspace.inbox(root, month))
    else { return nil }
    var room = most
    let contents = inbox.files.map { file -> InboxFile.Contents? in
      guard !Task.isCancelled, file.kind == .file, file.size <= min(room, InboxFile.fewBytes),
        let contents = try? InboxFile.contents(of: file.path)
      else { return nil }
      room -= contents.bytes.count
      return contents
    }
    return Folder(month: month, inbox: inbox, contents: contents)
  }
}
