import Ingest
import Model

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
  let returns: Returns
  let findings: [Finding]
  /// Where each file lies, by its path in the inbox.
  let paths: [String: Path]

  /// Reads the whole inbox of a month.
  static func inbox(
    _ workspace: Workspace, _ month: Month, _ options: ReadingOptions
  ) async throws(Failure) -> MonthReading {
    let folder = workspace.inbox(month)
    let inbox: Inbox
    do throws(SystemError) {
      inbox = try Inbox(folder)
    } catch {
      throw Failure(
        .noInput,
        workspace.campaign.language.pick(
          "\(month)的收件目录读不了：\(error)", "the inbox of \(month) cannot be read: \(error)"))
    }
    var receipts = Receipts(workspace.campaign)
    let roster = workspace.registry.roster(in: month)
    receipts.read(folder.appending(Inbox.receivedList), files: inbox.files, roster: roster)
    return await read(inbox, receipts, workspace, roster, options)
  }

  /// Reads the files named, as if they lay in the inbox of a month.
  static func files(
    _ names: [String], _ workspace: Workspace, _ month: Month, _ options: ReadingOptions
  ) async throws(Failure) -> MonthReading {
    var inbox = Inbox()
    for name in names {
      let path = Path(name)
      guard let entry = FileSystem.entry(path) else {
        throw Failure(
          .noInput,
          workspace.campaign.language.pick("没有文件\(path.display)", "there is no file \(path.display)"))
      }
      guard entry.kind != .folder else {
        throw Failure(
          .noInput,
          workspace.campaign.language.pick(
            "\(path.display)是文件夹，请写明其中的文件", "\(path.display) is a folder; name the files in it"))
      }
      inbox.files.append(
        Inbox.File(
          path: path, name: path.display, folders: name.split(separator: "/").dropLast().map(String.init),
          kind: entry.kind, size: entry.size, modified: entry.modified))
    }
    let roster = workspace.registry.roster(in: month)
    return await read(inbox, Receipts(workspace.campaign), workspace, roster, options)
  }

  /// Reads the files of a listing, which may have changed since it was made.
  static func read(
    _ inbox: Inbox, _ receipts: Receipts, _ workspace: Workspace, _ roster: Roster,
    _ options: ReadingOptions
  ) async -> MonthReading {
    let reader = SubmissionReader(
      campaign: workspace.campaign, registry: workspace.registry, roster: roster)
    let jobs = inbox.files.map { file in (file, receipts.submission(file, roster)) }
    let readings = await readAll(jobs, reader, options)
    let (returns, findings) = ReturnsAssembler.assemble(
      readings, campaign: workspace.campaign, roster: roster)
    let folders = inbox.unreadable.map { name, reason in
      Finding(FileUnreadable(error: reason), at: Place(file: name))
    }
    // Names that are not UTF-8 may look the same; the first is as good as any.
    let paths = Dictionary(
      inbox.files.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
    return MonthReading(
      returns: returns, findings: receipts.findings + folders + findings, paths: paths)
  }

  /// Reads the files, each `threads`-th by the same task; the order of the result is that of the files.
  private static func readAll(
    _ jobs: [(Inbox.File, Submission)], _ reader: SubmissionReader, _ options: ReadingOptions
  ) async -> [SubmissionReading] {
    let counter = Counter(total: jobs.count, report: options.progress)
    return await withTaskGroup(of: [(Int, SubmissionReading)].self) { group in
      for first in 0..<options.threads {
        group.addTask {
          var readings: [(Int, SubmissionReading)] = []
          for index in stride(from: first, to: jobs.count, by: options.threads) {
            readings.append((index, readOne(jobs[index].0, jobs[index].1, reader)))
            counter.step()
          }
          return readings
        }
      }
      var readings: [(Int, SubmissionReading)] = []
      for await some in group { readings += some }
      return readings.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// A file that vanished, cannot be opened or is too large becomes a finding; the others are read.
  private static func readOne(
    _ file: Inbox.File, _ submission: Submission, _ reader: SubmissionReader
  ) -> SubmissionReading {
    guard file.kind == .file else {
      return .unread(submission, FileNotRegular())
    }
    do throws(SystemError) {
      guard let bytes = try FileSystem.read(file.path, limit: SubmissionReader.maximumSize) else {
        let reason = FileTooLarge(size: file.size, limit: SubmissionReader.maximumSize)
        return .unread(submission, reason)
      }
      // The array outlives the call, and the reader keeps nothing of the buffer.
      return unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
    } catch {
      return error.isGone
        ? .unread(submission, FileVanished())
        : .unread(submission, FileUnreadable(error: error.reason))
    }
  }
}
