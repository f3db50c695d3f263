internal import Model

/// Turns the rows of registry.csv into those of the registry, and collects what is wrong with their cells.
struct RegistryRowParser {
  private let table: TextRows
  private let file: String
  private let levels: Levels
  private let groups: [String]
  private let derived: SmallSet
  /// For each of ``RegistryReader/Column`` its place in the table.
  private var places: [Int?] = []
  private(set) var problems: [RegistryProblem] = []
  /// The codes of rows that were left out for their mistakes, and whether there are any without one.
  private var refused: Set<UnitCode> = []
  private var hasNamelessRefused = false
  /// The last cell of groups of which nothing was to be said: most rows have that of the row before.
  private var lastGroups: (text: String, groups: SmallSet)?

  init(table: TextRows, file: String, levels: Levels, groups: [String], derived: SmallSet) {
    self.table = table
    self.file = file
    self.levels = levels
    self.groups = groups
    self.derived = derived
    findColumns()
    if let fault = table.fault {
      problems.append(RegistryProblem(.unreadable(fault.kind), file, fault.row, fault.column))
    }
  }

  private mutating func findColumns() {
    for column in RegistryReader.Column.allCases {
      let found = table.headings.indices.filter { column.names.contains(table.headings[$0]) }
      places.append(found.first)
      if found.isEmpty, !column.isOptional {
        problems.append(
          RegistryProblem(.headingMissing(column.names), file, table.headingRow, 1))
      }
      for second in found.dropFirst() {
        problems.append(
          RegistryProblem(.headingTwice(table.headings[second]), file, table.headingRow, second + 1))
      }
    }
  }

  /// The rows without mistakes; none where a needed column is missing.
  mutating func rows() -> [RegistryRow] {
    guard RegistryReader.Column.allCases.allSatisfy({ $0.isOptional || places[$0.rawValue] != nil })
    else { return [] }
    var rows: [RegistryRow] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
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
    return rows
  }

  private mutating func report(
    _ kind: RegistryProblem.Kind, _ row: TextRows.Row, _ column: RegistryReader.Column
  ) {
    let place = (places[column.rawValue] ?? 0) + 1
    problems.append(RegistryProblem(kind, file, row.number, place))
  }

  private mutating func text(_ row: TextRows.Row, _ column: RegistryReader.Column) -> String {
    guard let place = places[column.rawValue], place < row.cells.count else { return "" }
    if let text = row.cells[place] { return text }
    report(.undecodable, row, column)
    return ""
  }

  /// A row; `nil` only where it has no code. Its mistakes are reported.
  private mutating func row(_ row: TextRows.Row) -> RegistryRow? {
    let code = self.code(row, .code, isNeeded: true)
    let name = Folding.oneLine(text(row, .name))
    if name.isEmpty { report(.nameEmpty, row, .name) }
    let short = Folding.oneLine(text(row, .short))
    let level = self.level(row)
    let parent = self.code(row, .parent, isNeeded: false)
    let groups = self.groups(row)
    let from = month(row, .from) ?? Month(year: 1, number: 1)
    let to = month(row, .to)
    let successor = self.code(row, .successor, isNeeded: false)
    guard let code, let from else { return nil }
    return RegistryRow(
      code: code, name: name, short: short, level: level, parent: parent, groups: groups, from: from,
      to: to, successor: successor, line: row.number)
  }

  private mutating func code(
    _ row: TextRows.Row, _ column: RegistryReader.Column, isNeeded: Bool
  ) -> UnitCode? {
    let text = text(row, column)
    guard isNeeded || !text.isEmpty else { return nil }
    let code = UnitCode(text)
    if code == nil { report(.badCode(Excerpt.of(text)), row, column) }
    return code
  }

  private mutating func level(_ row: TextRows.Row) -> Int {
    let text = text(row, .level)
    if let rank = levels.rank(of: text) { return rank }
    let nearest = Nearest.name(to: text, among: levels.all.flatMap { [$0.id, $0.label] })
    report(.unknownLevel(Excerpt.of(text), nearest: nearest), row, .level)
    return 0
  }

  private mutating func groups(_ row: TextRows.Row) -> SmallSet {
    let text = text(row, .groups)
    if text.isEmpty { return SmallSet() }
    if let lastGroups, lastGroups.text == text { return lastGroups.groups }
    let before = problems.count
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
    if problems.count == before { lastGroups = (text, found) }
    return found
  }

  private mutating func month(_ row: TextRows.Row, _ column: RegistryReader.Column) -> Month? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    let month = Month(text)
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
        if hasNamelessRefused || refused.contains(parent) || table.fault != nil { return nil }
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
