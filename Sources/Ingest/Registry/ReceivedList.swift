public import Model

/// What received.csv says: when each file of the inbox was received, and from whom.
public struct ReceivedList: Sendable {
  /// What it says of one file.
  public struct Entry: Hashable, Sendable {
    /// When it was received, on the campaign's clock; `nil` where the list does not say for certain.
    public var time: LocalTime?
    /// Who sent it; `nil` where the list does not say.
    public var from: UnitCode?
  }

  /// What it says, by the file's path in the inbox.
  public private(set) var entries: [String: Entry] = [:]
  /// The row that names each file, for findings about files that are not there.
  public private(set) var rows: [String: Int] = [:]
  private var log: FindingLog

  private let utcOffset: Int

  /// The most rows that are read: each file of the largest inbox twice.
  public static let mostRows = 400_000

  private static let headings = [["file", "文件"], ["received_at", "收到时间"], ["from", "报送单位"]]

  /// Reads received.csv in UTF-8 or GB18030. `file` is its path in findings; `utcOffset` the minutes by which
  /// the campaign's clock is ahead of UTC, for times that name their own offset. Tests read fewer rows.
  public init(_ bytes: [UInt8], file: String, utcOffset: Int, most: Int = mostRows) {
    self.utcOffset = utcOffset
    log = FindingLog(file: file)
    let table = TextRows(bytes, most: most) { ReceivedList.headings.joined().contains($0) }
    if let fault = table.fault {
      let reason: any FindingReason =
        fault.kind == .tooManyRows ? ReceivedTooLong(most: most) : ReceivedUnreadable()
      log.add(reason, row: fault.row, column: fault.column)
    }
    let places = ReceivedList.headings.map { names in table.headings.firstIndex(where: names.contains) }
    guard places[0] != nil else {
      let reason = ReceivedHeadingMissing(names: ReceivedList.headings[0])
      log.add(Finding(reason, at: Place(file: file, row: table.headingRow)))
      return
    }
    entries.reserveCapacity(table.rows.count)
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      // A cell that is no text says nothing for certain; the replacement character is in no path and no time.
      let cells = places.map { place in
        place.map { $0 < row.cells.count ? row.cells[$0] ?? "\u{FFFD}" : "" } ?? ""
      }
      add(cells, at: places.map { Place(file: file, row: row.number, column: ($0 ?? 0) + 1) })
    }
  }

  /// What is wrong with it. A faulty line does not spoil the others.
  public var findings: [Finding] { findings(with: []) }

  /// What is wrong with it, and what else is, line by line: at most as many findings as of any file, and how many more
  /// there are.
  public func findings(with others: some Sequence<Finding>) -> [Finding] { log.shown(with: others) }

  /// Adds a line: its file, time and sender, and where each stands.
  private mutating func add(_ cells: [String], at places: [Place]) {
    let path = ReceivedList.path(cells[0])
    guard !path.isEmpty else {
      log.add(Finding(ReceivedFileEmpty(), at: places[0]))
      return
    }
    if let first = rows[path] {
      log.add(Finding(ReceivedTwice(row: first), at: places[0], value: Excerpt.of(path)))
      return
    }
    rows[path] = places[0].row
    let (time, from) = (cells[1], cells[2])
    let entry = Entry(
      time: ReceivedTime.parse(time, utcOffset: utcOffset),
      from: UnitCode(from) ?? UnitCode(CodeCell.whole(from)))
    entries[path] = entry
    if entry.time == nil, !time.isEmpty {
      log.add(Finding(ReceivedTimeUnclear(), at: places[1], value: Excerpt.of(time)))
    }
    if entry.from == nil, !from.isEmpty {
      log.add(Finding(ReceivedUnitUnclear(), at: places[2], value: Excerpt.of(from)))
    }
  }

  /// A path as the inbox has it: with `/`, and without `./` before it.
  private static func path(_ text: String) -> String {
    let isSlashed = !text.utf8.contains(UInt8(ascii: "\\"))
    let slashed = isSlashed ? text : String(text.map { $0 == "\\" ? "/" : $0 })
    return slashed.hasPrefix("./") ? String(slashed.dropFirst(2)) : slashed
  }
}
