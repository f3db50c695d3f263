import Ingest
import Model

/// Who sent each file and when it was received: from `received.csv`, else from the folder's name and the
/// file's own time.
struct Receipts {
  private let campaign: Campaign
  private var list = ReceivedList()
  /// What is wrong with the list.
  private(set) var findings: [Finding] = []

  init(_ campaign: Campaign) { self.campaign = campaign }

  /// Reads the list, where there is one.
  mutating func read(_ path: Path, files: [Inbox.File]) {
    guard FileSystem.entry(path) != nil else { return }
    let place = Place(file: Inbox.receivedList)
    do throws(SystemError) {
      guard let bytes = try FileSystem.read(path, limit: MonthReading.maximumFileSize) else {
        findings.append(Finding(FileTooLarge(limit: MonthReading.maximumFileSize), at: place))
        return
      }
      list = ReceivedList.read(bytes, file: Inbox.receivedList, utcOffset: campaign.utcOffset)
      findings += list.findings
    } catch {
      findings.append(Finding(FileUnreadable(reason: error.reason), at: place))
    }
    let names = Set(files.map(\.name))
    findings += list.entries.filter { !names.contains($0.file) }.map { entry in
      Finding(
        ReceivedFileMissing(), at: Place(file: Inbox.receivedList, row: entry.row),
        value: Excerpt.of(entry.file))
    }
  }

  /// The file as a submission: sent by the unit that the list names, else by the deepest folder named by a
  /// unit's code; received as the list says, else at the file's own time on the campaign's clock.
  func submission(_ file: Inbox.File, _ roster: Roster) -> Submission {
    let listed = list[file.name]
    let fromFolder = file.folders.reversed().lazy.compactMap { UnitCode($0) }
      .compactMap { roster.index(of: $0) }.first
    let sender = listed?.from.flatMap { roster.index(of: $0) } ?? fromFolder
    let ownMinutes = (file.modified >= 0 ? file.modified : 0) / 60
    return Submission(
      path: file.name, size: file.size, sha256: "", sender: sender,
      received: listed?.received ?? LocalTime(minutes: ownMinutes + campaign.utcOffset))
  }
}
