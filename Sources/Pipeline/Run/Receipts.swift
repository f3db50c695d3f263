import Ingest
import Model

/// Who sent each file and when it was received: as the list of receipts says, else by the folder's name and the
/// file's own time.
struct Receipts {
  /// What is known of one file's receipt.
  struct Receipt {
    var path: String
    /// The unit that the list names, else that of the deepest folder named by a unit.
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
    let fromList = listed?.from.flatMap { roster.index(of: $0) == nil ? nil : $0 }
    return Receipt(
      path: path, sender: fromList ?? folders.reversed().lazy.compactMap(unit).first, listed: listed?.time,
      own: own)
  }

  /// The unit that a folder is named by: its code, or its code and its name as in `900101-清河县`, as `returned/` has it.
  private func unit(of folder: String) -> UnitCode? {
    if let code = UnitCode(folder), roster.index(of: code) != nil { return code }
    for end in stride(from: min(folder.utf8.count, UnitCode.maximumLength), to: 0, by: -1) {
      guard let code = UnitCode(folder.utf8.prefix(end)), let index = roster.index(of: code) else { continue }
      let name = folder.utf8.dropFirst(end).drop { " -_".utf8.contains($0) }
      let unit = roster.units[index]
      if name.elementsEqual(unit.name.utf8) || name.elementsEqual(unit.short.utf8) { return code }
    }
    return nil
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
