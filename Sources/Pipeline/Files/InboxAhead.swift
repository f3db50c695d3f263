import Model
import Synchronization

/// The inbox, looked through while the registry is read, which takes as long: what lies there, and the bytes of small
/// files. It says nothing of what it cannot read; who takes the inbox in comes upon that again.
final class InboxAhead: Sendable {
  /// What lies in a month's folder.
  struct Folder: Sendable {
    var inbox: Inbox
    /// The contents of files, by their places in the listing; `nil` for those that were not read.
    var contents: [InboxFile.Contents?]
  }

  /// The most bytes that are held.
  private static let most = 32 << 20

  private let looking: Mutex<Task<[Month: Folder], Never>?>

  /// Begins to look, at the latest month first.
  init(of root: Path) { looking = Mutex(Task { InboxAhead.look(root) }) }

  /// What was found so far, once: a later run looks anew.
  func take() async -> [Month: Folder] {
    let task = looking.withLock { $0.take() }
    // Several tasks read what is left sooner.
    task?.cancel()
    return await task?.value ?? [:]
  }

  /// Looks until the task is cancelled.
  static func look(_ root: Path) -> [Month: Folder] {
    let months = (try? InboxFolders(of: root, .zh).months) ?? []
    var found: [Month: Folder] = [:]
    var room = most
    for month in months.reversed() where !Task.isCancelled {
      guard let inbox = try? Inbox(Workspace.inbox(root, month)) else { continue }
      found[month] = Folder(inbox: inbox, contents: read(inbox.files, &room))
    }
    return found
  }

  private static func read(_ files: [Inbox.File], _ room: inout Int) -> [InboxFile.Contents?] {
    files.map { file in
      guard !Task.isCancelled, file.kind == .file, file.size <= min(room, InboxFile.fewBytes),
        let contents = try? InboxFile.contents(of: file.path)
      else { return nil }
      room -= contents.bytes.count
      return contents
    }
  }
}
