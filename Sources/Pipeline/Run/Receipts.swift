import Ingest
import Model

/// Who sent each file and when it was received: as the list of receipts says, else by the folder's name and the
/// file's own time.
struct Receipts {
  /// What is known of one file's receipt.
  struct Receipt {
    var path: String
    /// The unit that the list names, else that of the deepest folder named by a unit's code.
    var sender: UnitCode?
    /// When it was received, by the list.
    var listed: LocalTime?
    /// The file's own time, on the campaign's clock.
    var own: LocalTime
  }

  private let list: ReceivedList?
  private let roster: Roster
  private let utcOffset: Int

  init(_ list: ReceivedList?, _ roster: Roster, utcOffset: Int) {
    self.list = list
    self.roster = roster
    self.utcOffset = utcOffset
  }

  /// The receipt of a file of the inbox.
  func of(_ file: Inbox.File) -> Receipt {
    let own = LocalTime(minutes: max(0, file.modified) / 60 + utcOffset)
    return of(path: file.name, folders: file.folders, own: own)
  }

  /// The receipt of a file of which only the path is known.
  func of(path: String) -> Receipt {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    return of(path: path, folders: folders, own: LocalTime(minutes: 0))
  }

  private func of(path: String, folders: [String], own: LocalTime) -> Receipt {
    let listed = list?.entries[path]
    let isKnown = { (code: UnitCode) in roster.index(of: code) != nil }
    let fromFolder = folders.reversed().lazy.compactMap { UnitCode($0) }.first(where: isKnown)
    return Receipt(
      path: path, sender: listed?.from.flatMap { isKnown($0) ? $0 : nil } ?? fromFolder,
      listed: listed?.time, own: own)
  }

  /// What is wrong with the list: faulty lines, files that never came, senders that the registry does not have.
  func findings(paths: Set<String>) -> [Finding] {
    guard let list else { return [] }
    let rows = list.rows.sorted { $0.value < $1.value }
    return list.findings(
      with: rows.lazy.flatMap { path, row in
        let place = Place(file: Inbox.receivedList, row: row)
        var found: [Finding] = []
        if !paths.contains(path) {
          found.append(Finding(ReceivedFileMissing(), at: place, value: Excerpt.of(path)))
        }
        if let from = list.entries[path]?.from, roster.index(of: from) == nil {
          found.append(Finding(ReceivedUnitUnknown(), at: place, unit: from))
        }
        return found
      })
  }
}
