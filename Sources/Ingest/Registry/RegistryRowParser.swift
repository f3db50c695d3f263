internal import Model

/// Turns the rows of registry.csv into those of the registry, and collects what is wrong with their cells.
struct RegistryRowParser {
  private let file: String
  private let levels: Levels
  private let groups: [String]
  private let derived: SmallSet
  /// For each of ``RegistryReader/Column`` its place in the table.
  private var places: [Int?] = []
  private var headingRow = 1
  /// Whether every column is there that is needed.
  private var hasColumns = false
  /// The rows without mistakes; none where a needed column is missing.
  private(set) var rows: [RegistryRow] = []
  /// All that is wrong.
  private(set) var problems: [RegistryProblem] = []
  /// Whether the file could not be read to its end.
  private var isCut = false
  /// The codes of rows that were left out for their mistakes, and whether there are any without one.
  private var refused: Set<UnitCode> = []
  private var hasNamelessRefused = false
  private var lastLevel = LastCell<Int>()
  private var lastParent = LastCell<UnitCode>()
  private var lastGroups = LastCell<SmallSet>()
  private var lastFrom = LastCell<Month>()

  /// Reads a file, whose name is that in messages.
  init(_ bytes: [UInt8], file: String, levels: Levels, groups: [String], derived: SmallSet) {
    self.file = file
    self.levels = levels
    self.groups = groups
    self.derived = derived
    let names = Set(RegistryReader.Column.allCases.flatMap(\.names))
    rows.reserveCapacity(bytes.count / RegistryRowParser.shortRow)
    let fault = TextRowReader.read(bytes, into: &self) { names.contains($0) }
    if places.isEmpty { findColumns([]) }
    if let fault {
      isCut = true
      problems.append(RegistryProblem(.unreadable(fault.kind), file, fault.row, fault.column))
    }
    if problems.isEmpty, rows.isEmpty {
      problems = [RegistryProblem(.noRows, file, headingRow, 1)]
    }
  }

  /// The bytes of a short row of a registry: room for too many costs nothing, to move them does.
  private static let shortRow = 48

  private mutating func findColumns(_ headings: [String]) {
    for column in RegistryReader.Column.allCases {
      let found = headings.indices.filter { column.names.contains(headings[$0]) }
      places.append(found.first)
      if found.isEmpty, !column.isOptional {
        problems.append(RegistryProblem(.headingMissing(column.names), file, headingRow, 1))
      }
      for second in found.dropFirst() {
        problems.append(RegistryProblem(.headingTwice(headings[second]), file, headingRow, second + 1))
      }
    }
    hasColumns = RegistryReader.Column.allCases.allSatisfy { $0.isOptional || places[$0.rawValue] != nil }
  }

  private mutating func report(
    _ kind: RegistryProblem.Kind, _ row: borrowing TextRow, _ column: RegistryReader.Column
  ) {
    let place = (places[column.rawValue] ?? 0) + 1
    problems.append(RegistryProblem(kind, file, row.number, place))
  }

  /// The bytes of a cell; none where there is no such column.
  private func bytes(_ row: borrowing TextRow, _ column: RegistryReader.Column) -> ArraySlice<UInt8> {
    places[column.rawValue].map { row.bytes($0) } ?? []
  }

  private mutating func text(_ row: borrowing TextRow, _ column: RegistryReader.Column) -> String {
    guard let place = places[column.rawValue] else { return "" }
    if let text = row.text(place) { return text }
    report(.undecodable, row, column)
    return ""
  }

  /// A row; `nil` only where it has no code. Its mistakes are reported.
  private mutating func row(_ row: borrowing TextRow) -> RegistryRow? {
    let code = self.code(row, .code, isNeeded: true)
    let name = Folding.oneLine(text(row, .name))
    if name.isEmpty { report(.nameEmpty, row, .name) }
    let short = Folding.oneLine(text(row, .short))
    let level = self.level(row)
    let parent = self.parent(row)
    let groups = self.groups(row)
    let from = self.from(row) ?? Month(year: 1, number: 1)
    let to = month(row, .to)
    let successor = self.code(row, .successor, isNeeded: false)
    guard let code, let from else { return nil }
    return RegistryRow(
      code: code, name: name, short: short, level: level, parent: parent, groups: groups, from: from,
      to: to, successor: successor, line: row.number)
  }

  private mutating func code(
    _ row: borrowing TextRow, _ column: RegistryReader.Column, isNeeded: Bool
  ) -> UnitCode? {
    // Nearly all stand there as they are; what else may be around one is no part of it.
    if let code = UnitCode(bytes(row, column).span) { return code }
    let text = text(row, column)
    guard isNeeded || !text.isEmpty else { return nil }
    let whole = CodeCell.whole(text)
    let code = UnitCode(whole)
    if code == nil {
      let excerpt = Excerpt.of(text)
      report(CodeCell.hasLostDigits(whole) ? .codeLostDigits(excerpt) : .badCode(excerpt), row, column)
    }
    return code
  }

  /// Units of one parent stand together.
  private mutating func parent(_ row: borrowing TextRow) -> UnitCode? {
    let cell = bytes(row, .parent)
    if let parent = lastParent.value(of: cell) { return parent }
    let parent = code(row, .parent, isNeeded: false)
    lastParent.keep(cell, parent)
    return parent
  }

  private mutating func level(_ row: borrowing TextRow) -> Int {
    let cell = bytes(row, .level)
    if let rank = lastLevel.value(of: cell) { return rank }
    let text = text(row, .level)
    if let rank = levels.rank(of: text) {
      lastLevel.keep(cell, rank)
      return rank
    }
    let nearest = Nearest.name(to: text, among: levels.all.flatMap { [$0.id, $0.label] })
    report(.unknownLevel(Excerpt.of(text), nearest: nearest), row, .level)
    return 0
  }

  private mutating func groups(_ row: borrowing TextRow) -> SmallSet {
    let cell = bytes(row, .groups)
    if let groups = lastGroups.value(of: cell) { return groups }
    let before = problems.count
    let text = text(row, .groups)
    var found = SmallSet()
    for part in text.split(whereSeparator: { ";；、|".contains($0) }) {
      let name = Folding.trimmed(String(part))
      if name.isEmpty { continue }
      if let group = groups.firstIndex(of: name) {
        if derived.contains(group) { report(.derivedGroup(Excerpt.of(name)), row, .groups) }
        found.insert(group)
      } else {
        let plain = groups.indices.filter { !derived.contains($0) }.map { groups[$0] }
        let nearest = Nearest.name(to: name, among: plain)
        report(.unknownGroup(Excerpt.of(name), nearest: nearest), row, .groups)
      }
    }
    if problems.count == before { lastGroups.keep(cell, found) }
    return found
  }

  /// Most units are there from one month on.
  private mutating func from(_ row: borrowing TextRow) -> Month? {
    let cell = bytes(row, .from)
    if let month = lastFrom.value(of: cell) { return month }
    let month = month(row, .from)
    lastFrom.keep(cell, month)
    return month
  }

  private mutating func month(_ row: borrowing TextRow, _ column: RegistryReader.Column) -> Month? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    let month = DayCell.listed(text)
    if month == nil { report(.badMonth(Excerpt.of(text)), row, column) }
    return month
  }

  /// What is wrong with the tree, at the cell in question. What only follows from rows that were left out is
  /// not said: it goes away with their mistakes.
  func problems(of mistakes: RegistryMistakes) -> [RegistryProblem] {
    mistakes.all.compactMap { mistake in
      let column: RegistryReader.Column
      switch mistake.kind {
      case .orphan(let parent), .parentMissing(let parent, _):
        if hasNamelessRefused || refused.contains(parent) || isCut { return nil }
        column = .parent
      case .noTop:
        if !problems.isEmpty { return nil }
        column = .parent
      case .fromAfterTo: column = .from
      case .duplicate: column = .code
      case .levelNotBelowParent: column = .level
      case .cycle, .secondTop: column = .parent
      }
      let place = (places[column.rawValue] ?? 0) + 1
      return RegistryProblem(.tree(mistake.kind), file, mistake.line, place)
    }
  }
}

extension RegistryRowParser: TextRowTaker {
  mutating func begin(_ headings: [String], at row: Int) {
    headingRow = row
    findColumns(headings)
  }

  mutating func take(_ row: borrowing TextRow) {
    guard hasColumns else { return }
    let before = problems.count
    let read = self.row(row)
    if problems.count == before {
      if let read { rows.append(read) }
    } else if let code = read?.code {
      refused.insert(code)
    } else {
      hasNamelessRefused = true
    }
  }
}
