internal import Model

/// A unit of the Bureau's files.
struct NBSUnit {
  var code: UnitCode
  var name: String
  /// 1 for provinces to 4 for townships.
  var level: Int
  /// `nil` for provinces.
  var parent: UnitCode?

  /// Whether it only fills a gap in the Bureau's codes.
  var isFiller: Bool {
    (level == 2 || level == 3) && (name == "市辖区" || name == "县" || name.contains("直辖"))
  }
}

/// Reads the Bureau's files from the top down, and collects all that is wrong with them.
struct NBSReader {
  private(set) var units: [NBSUnit] = []
  private(set) var problems: [RegistryProblem] = []
  /// The level of each code, and the row that gives it.
  private var known: [UnitCode: (level: Int, row: Int)] = [:]

  /// Reads a file whose units have a level, and stand below a unit of the level above.
  mutating func read(_ bytes: [UInt8], _ file: String, level: Int, parent: String?) {
    let table = TextRows(bytes) { $0 == "code" || $0 == "name" }
    if let fault = table.fault {
      problems.append(RegistryProblem(.unreadable(fault.kind), file, fault.row, fault.column))
    }
    let names = ["code", "name"] + (parent.map { [$0] } ?? [])
    let places = names.map { table.headings.firstIndex(of: $0) }
    for (name, place) in zip(names, places) where place == nil {
      problems.append(RegistryProblem(.headingMissing([name]), file, table.headingRow, 1))
    }
    guard !places.contains(nil) else { return }
    if table.rows.isEmpty { problems.append(RegistryProblem(.noRows, file, table.headingRow, 1)) }
    for row in table.rows {
      let columns = places.compactMap { $0 }
      let cells = columns.map { $0 < row.cells.count ? row.cells[$0] : "" }
      add(cells, level, file, row.number, columns)
    }
  }

  private mutating func add(
    _ cells: [String?], _ level: Int, _ file: String, _ row: Int, _ columns: [Int]
  ) {
    for (cell, column) in zip(cells, columns) where cell == nil {
      problems.append(RegistryProblem(.undecodable, file, row, column + 1))
      return
    }
    let texts = cells.map { $0 ?? "" }
    var codes: [UnitCode?] = []
    for position in [0, 2] where position < texts.count {
      codes.append(UnitCode(texts[position]))
      guard codes.last == .some(nil) else { continue }
      problems.append(
        RegistryProblem(.badCode(Excerpt.of(texts[position])), file, row, columns[position] + 1))
    }
    if texts[1].isEmpty { problems.append(RegistryProblem(.nameEmpty, file, row, columns[1] + 1)) }
    guard let code = codes[0] else { return }
    if let earlier = known[code] {
      problems.append(
        RegistryProblem(.tree(.duplicate(code, line: earlier.row)), file, row, columns[0] + 1))
      return
    }
    known[code] = (level, row)
    let parent = codes.count > 1 ? codes[1] : nil
    if let parent, known[parent]?.level != level - 1 {
      problems.append(RegistryProblem(.tree(.orphan(parent: parent)), file, row, columns[2] + 1))
    }
    units.append(NBSUnit(code: code, name: Folding.oneLine(texts[1]), level: level, parent: parent))
  }
}

/// The Bureau's tree without its fillers.
struct NBSTree {
  private var kept: [NBSUnit] = []
  private var children: [UnitCode: [Int]] = [:]
  private var provinces: [Int] = []

  /// Lays out units of which each stands below one of the level above, as ``NBSReader`` proves.
  init(_ units: [NBSUnit]) {
    // The unit that stands in for each unit that is left out: the nearest one above that is kept.
    var standIn: [UnitCode: UnitCode] = [:]
    let names = Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let counties = Dictionary(grouping: units.filter { $0.level == 3 }, by: \.parent)
    for unit in units.sorted(by: { ($0.level, $0.code) < ($1.level, $1.code) }) {
      let above = unit.parent.map { standIn[$0] ?? $0 }
      let isCity =
        unit.level == 3 && counties[unit.parent]?.count == 1
        && unit.parent.flatMap { names[$0] } == unit.name
      if let above, unit.isFiller || isCity {
        standIn[unit.code] = above
        continue
      }
      if let above { children[above, default: []].append(kept.count) } else { provinces.append(kept.count) }
      kept.append(unit)
    }
    // Counties that hang on a province stand between its cities.
    for (code, below) in children { children[code] = below.sorted { kept[$0].code < kept[$1].code } }
  }

  /// Each unit before those below it, siblings by code, with the code of the unit above.
  func preorder() -> [(NBSUnit, parent: UnitCode?)] {
    var result: [(NBSUnit, parent: UnitCode?)] = []
    var waiting: [(Int, UnitCode?)] = provinces.reversed().map { ($0, nil) }
    while let (position, parent) = waiting.popLast() {
      let unit = kept[position]
      result.append((unit, parent))
      waiting += (children[unit.code] ?? []).reversed().map { ($0, unit.code) }
    }
    return result
  }
}
