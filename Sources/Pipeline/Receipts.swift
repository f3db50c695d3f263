import Ingest
import Model

/// Who sent each file and when it was received: from `received.csv`, else from the folder's name and the
/// file's own time.
struct Receipts {
  private let campaign: Campaign
  private var list: ReceivedList?
  /// What is wrong with the list.
  private(set) var findings: [Finding] = []

  init(_ campaign: Campaign) { self.campaign = campaign }

  /// Reads the list, where there is one.
  mutating func read(_ path: Path, files: [Inbox.File], roster: Roster) {
    guard let entry = FileSystem.entry(path) else { return }
    let place = Place(file: Inbox.receivedList)
    do throws(SystemError) {
      guard let bytes = try FileSystem.read(path, limit: SubmissionReader.maximumSize) else {
        let reason = FileTooLarge(size: entry.size, limit: SubmissionReader.maximumSize)
        findings.append(Finding(reason, at: place))
        return
      }
      let read = ReceivedList(bytes, file: Inbox.receivedList, utcOffset: campaign.utcOffset)
      findings += read.findings
      findings += unknown(read, names: Set(files.map(\.name)), roster)
      list = read
    } catch {
      findings.append(Finding(FileUnreadable(error: error.reason), at: place))
    }
  }

  /// Files that are not there, and senders that the registry does not have, in the order of rows.
  private func unknown(_ list: ReceivedList, names: Set<String>, _ roster: Roster) -> [Finding] {
    let rows = list.rows.sorted { $0.value < $1.value }
    return rows.flatMap { path, row in
      let place = Place(file: Inbox.receivedList, row: row)
      var found: [Finding] = []
      if !names.contains(path) {
        found.append(Finding(ReceivedFileMissing(), at: place, value: Excerpt.of(path)))
      }
      if let from = list.entries[path]?.from, roster.index(of: from) == nil {
        found.append(Finding(ReceivedUnitUnknown(), at: place, unit: from))
      }
      return found
    }
  }

  /// The file as a submission: sent by the unit that the list names, else by the deepest folder named by a
  /// unit's code; received as the list says, else at the file's own time on the campaign's clock.
  func submission(_ file: Inbox.File, _ roster: Roster) -> Submission {
    let listed = list?.entries[file.name]
    let fromFolder = file.folders.reversed().lazy.compactMap { UnitCode($0) }
      .compactMap { roster.index(of: $0) }.first
    let sender = listed?.from.flatMap { roster.index(of: $0) } ?? fromFolder
    let ownMinutes = (file.modified >= 0 ? file.modified : 0) / 60
    return Submission(
      path: file.name, size: file.size, sha256: "", sender: sender,
      received: listed?.time ?? LocalTime(minutes: ownMinutes + campaign.utcOffset))
  }
}
