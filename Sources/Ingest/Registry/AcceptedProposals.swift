public import Model

/// Reads what a person accepted of the proposals that `registry diff` wrote.
public struct AcceptedProposals: Sendable {
  /// For each older unit that is decided on its successor; `nil` where it has none.
  public private(set) var successors: [UnitCode: UnitCode?] = [:]

  private let old: Roster
  private let new: Roster
  private let file: String
  private var places: [Int] = []
  private var problems: [RegistryProblem] = []
  private var lines: [UnitCode: Int] = [:]

  private enum Column: Int, CaseIterable {
    case old, new, accept

    var names: [String] {
      switch self {
      case .old: ["old_code", "旧代码"]
      case .new: ["new_code", "新代码"]
      case .accept: ["accept", "采纳"]
      }
    }
  }

  /// What stands in the column `accept`.
  private enum Answer {
    case none, yes, no
    case other(String)

    init(_ text: String) {
      switch text.lowercased() {
      case "": self = .none
      case "yes", "y", "是": self = .yes
      case "no", "n", "否": self = .no
      default: self = .other(text)
      }
    }
  }

  /// Reads proposals for the units of two months; `file` is the name in messages. Throws all that is wrong with
  /// them at once.
  public init(
    _ bytes: [UInt8], file: String, old: Roster, new: Roster
  ) throws(RegistryProblems) {
    self.old = old
    self.new = new
    self.file = file
    let names = Column.allCases.flatMap(\.names)
    let table = TextRows(bytes) { names.contains($0) }
    findColumns(table)
    if problems.isEmpty {
      for row in table.rows { read(row) }
    }
    guard problems.isEmpty else { throw RegistryProblems(problems) }
  }

  private mutating func findColumns(_ table: TextRows) {
    if let fault = table.fault {
      problems.append(RegistryProblem(.unreadable(fault.kind), file, fault.row, fault.column))
    }
    for column in Column.allCases {
      let found = table.headings.indices.filter { column.names.contains(table.headings[$0]) }
      places.append(found.first ?? 0)
      if found.isEmpty {
        problems.append(RegistryProblem(.headingMissing(column.names), file, table.headingRow, 1))
      }
      for second in found.dropFirst() {
        problems.append(
          RegistryProblem(.headingTwice(table.headings[second]), file, table.headingRow, second + 1))
      }
    }
  }

  private mutating func report(_ kind: RegistryProblem.Kind, _ row: TextRows.Row, _ column: Column) {
    problems.append(RegistryProblem(kind, file, row.number, places[column.rawValue] + 1))
  }

  private mutating func text(_ row: TextRows.Row, _ column: Column) -> String? {
    let place = places[column.rawValue]
    guard place < row.cells.count else { return "" }
    guard let text = row.cells[place] else {
      report(.undecodable, row, column)
      return nil
    }
    // The apostrophe that keeps a spreadsheet program from running a code as a formula.
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  private mutating func read(_ row: TextRows.Row) {
    guard let accept = text(row, .accept), let before = text(row, .old), let after = text(row, .new)
    else { return }
    let answer = Answer(accept)
    if case .none = answer { return }
    guard !before.isEmpty else {
      if case .other = answer { report(.acceptance(.noPredecessor), row, .accept) }
      return
    }
    guard let code = UnitCode(before), old.index(of: code) != nil else {
      report(.acceptance(.unknownOld(Excerpt.of(before), nearest: nearest(before, old))), row, .old)
      return
    }
    if new.index(of: code) != nil {
      if case .other = answer { report(.acceptance(.goesOn(code)), row, .accept) }
      return
    }
    if let line = lines[code] {
      report(.acceptance(.twice(code, line: line)), row, .old)
      return
    }
    lines[code] = row.number
    decide(code, answer, after, row)
  }

  private mutating func decide(_ code: UnitCode, _ answer: Answer, _ proposed: String, _ row: TextRows.Row) {
    switch answer {
    case .none: return
    case .no: successors[code] = .some(nil)
    case .yes:
      guard !proposed.isEmpty else { return report(.acceptance(.nothingProposed), row, .accept) }
      follow(code, proposed, row, .new)
    case .other(let text): follow(code, text, row, .accept)
    }
  }

  /// Takes the unit with that code, which stands in that column, for the successor.
  private mutating func follow(_ code: UnitCode, _ text: String, _ row: TextRows.Row, _ column: Column) {
    if let after = UnitCode(text), new.index(of: after) != nil {
      successors[code] = after
      return
    }
    let isCode = UnitCode(text) != nil
    let nearest = isCode ? nearest(text, new) : nil
    let mistake: AcceptanceMistake =
      isCode && (nearest != nil || column == .new || text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 })
      ? .unknownNew(Excerpt.of(text), nearest: nearest) : .unclear(Excerpt.of(text))
    report(.acceptance(mistake), row, column)
  }

  /// The nearest code, sought among those that begin alike; not for the hundredth mistake of its kind.
  private func nearest(_ text: String, _ roster: Roster) -> String? {
    guard problems.count < 50 else { return nil }
    let codes = roster.units.lazy.map(\.code.description)
    for length in [4, 2, 0] {
      let beginning = text.prefix(length)
      if let found = Nearest.name(to: text, among: codes.filter { $0.hasPrefix(beginning) }) {
        return found
      }
    }
    return nil
  }
}

extension RegistryReader {
  /// The groups that the rows of a registry name, in the order of the file; for files without a campaign. At
  /// most 64.
  public static func groups(in bytes: [UInt8]) -> [String] {
    let names = Set(Column.allCases.flatMap(\.names))
    let table = TextRows(bytes) { names.contains($0) }
    guard let place = table.headings.firstIndex(where: { Column.groups.names.contains($0) }) else {
      return []
    }
    var groups: [String] = []
    var known: Set<String> = []
    for row in table.rows where place < row.cells.count {
      for part in (row.cells[place] ?? "").split(whereSeparator: { ";；、|".contains($0) }) {
        let name = Folding.trimmed(String(part))
        if !name.isEmpty, known.insert(name).inserted { groups.append(name) }
      }
    }
    return Array(groups.prefix(64))
  }
}
