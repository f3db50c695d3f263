/// Something wrong with one row of the registry.
public struct RegistryMistake: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The row's `from` is after its `to`.
    case fromAfterTo
    /// Another row, on that line, gives the same code in the same month.
    case duplicate(UnitCode, line: Int)
    /// The parent is not in the registry at all.
    case orphan(parent: UnitCode)
    /// The parent is there, but not in all the months of the row; the first such month is given.
    case parentMissing(parent: UnitCode, in: Month)
    /// The unit is above itself.
    case cycle([UnitCode])
    /// The level is not below the parent's, which stands on that line.
    case levelNotBelowParent(line: Int)
    /// A second row without a parent in the same month as the one on that line.
    case secondTop(line: Int)
    /// No row is without a parent.
    case noTop
  }

  /// The row in the file, as a spreadsheet program numbers it.
  public let line: Int
  /// What is wrong.
  public let kind: Kind

  init(_ line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

/// All that is wrong with a registry, in the order of its lines.
public struct RegistryMistakes: Error, Sendable {
  /// The mistakes, never empty.
  public let all: [RegistryMistake]

  static func found(in rows: [RegistryRow], levels: Levels) -> [RegistryMistake] {
    var mistakes = rows.filter { !$0.isInOrder }.map { RegistryMistake($0.line, .fromAfterTo) }
    let sound = mistakes.isEmpty ? rows : rows.filter(\.isInOrder)
    let byCode = RowsByCode(sound)
    mistakes += duplicates(sound, byCode) + tops(sound)
    let cycles = cycles(sound, byCode)
    mistakes += cycles
    let inCycle = Set(cycles.map(\.line))
    var last = Siblings()
    for row in sound.indices where inCycle.isEmpty || !inCycle.contains(sound[row].line) {
      guard let parent = sound[row].parent else { continue }
      let candidates = last.parents(parent, byCode)
      // Nearly all have one parent above them all the time.
      if candidates.count == 1, let only = candidates.first, sound[only].isAround(sound[row]),
        sound[only].level < sound[row].level
      {
        continue
      }
      mistakes += parentMistakes(of: sound[row], parent, candidates.prefix(mostRowsOfAUnit).map { sound[$0] })
    }
    return mistakes.sorted { $0.line < $1.line }
  }

  private static func duplicates(
    _ rows: [RegistryRow], _ byCode: RowsByCode
  ) -> [RegistryMistake] {
    byCode.ofSeveral.flatMap { positions in
      positions.compactMap { index in
        let earlier = positions.first { $0 < index && rows[$0].overlaps(rows[index]) }
        return earlier.map {
          RegistryMistake(rows[index].line, .duplicate(rows[index].code, line: rows[$0].line))
        }
      }
    }
  }

  private static func tops(_ rows: [RegistryRow]) -> [RegistryMistake] {
    let tops = rows.filter { $0.parent == nil }
    guard !tops.isEmpty else { return [RegistryMistake(rows.first?.line ?? 1, .noTop)] }
    var mistakes: [RegistryMistake] = []
    // Those before, without what one of them says already: a row that stands there many times is compared once.
    var before: [RegistryRow] = []
    var spans: Set<Span> = []
    for top in tops {
      if let other = before.first(where: { $0.code != top.code && $0.overlaps(top) }) {
        mistakes.append(RegistryMistake(top.line, .secondTop(line: other.line)))
      }
      if spans.insert(Span(code: top.code, from: top.from, to: top.to)).inserted { before.append(top) }
    }
    return mistakes
  }

  /// In which months a unit is.
  private struct Span: Hashable {
    let code: UnitCode
    let from: Month
    let to: Month?
  }

  /// A row is in a cycle where following parents, each in a month they share, leads back to it.
  private static func cycles(
    _ rows: [RegistryRow], _ byCode: RowsByCode
  ) -> [RegistryMistake] {
    var settled = [Bool](repeating: false, count: rows.count)
    // For rows of the path followed their place on it.
    var places = [Int](repeating: -1, count: rows.count)
    var mistakes: [RegistryMistake] = []
    var last = Siblings()
    for start in rows.indices where !settled[start] {
      guard rows[start].parent != nil else { continue }
      var path: [Int] = []
      var next: Int? = start
      while let row = next, !settled[row] {
        if places[row] >= 0 {
          let ring = path[places[row]...]
          let codes = ring.map { rows[$0].code }
          mistakes += ring.map { RegistryMistake(rows[$0].line, .cycle(codes)) }
          break
        }
        places[row] = path.count
        path.append(row)
        next = rows[row].parent.flatMap { parent in
          last.parents(parent, byCode).first { rows[$0].overlaps(rows[row]) }
        }
      }
      for row in path { (settled[row], places[row]) = (true, -1) }
    }
    return mistakes
  }

  /// A unit that changed every month for longer than this has rows that overlap, of which each is told.
  private static let mostRowsOfAUnit = 1000

  /// What is wrong with the rows of a unit's parent, as seen from a row of the unit.
  private static func parentMistakes(
    of row: RegistryRow, _ parent: UnitCode, _ candidates: [RegistryRow]
  ) -> [RegistryMistake] {
    guard !candidates.isEmpty else { return [RegistryMistake(row.line, .orphan(parent: parent))] }
    let parents = candidates.sorted { $0.from < $1.from }
    var mistakes: [RegistryMistake] = []
    if let gap = firstGap(of: row, in: parents) {
      mistakes.append(RegistryMistake(row.line, .parentMissing(parent: parent, in: gap)))
    }
    if let above = parents.first(where: { $0.overlaps(row) && $0.level >= row.level }) {
      mistakes.append(RegistryMistake(row.line, .levelNotBelowParent(line: above.line)))
    }
    return mistakes
  }

  /// The first month of the row in which none of `parents` (sorted by `from`) holds.
  private static func firstGap(of row: RegistryRow, in parents: [RegistryRow]) -> Month? {
    var month: Month? = row.from
    for parent in parents {
      guard let needed = month, row.to.map({ needed <= $0 }) ?? true else { return nil }
      guard parent.from <= needed else { return needed }
      guard let end = parent.to else { return nil }
      if needed <= end { month = end.next }
    }
    guard let needed = month, row.to.map({ needed <= $0 }) ?? true else { return nil }
    return needed
  }
}

/// Rows by their codes: their positions, ascending.
private struct RowsByCode {
  private let codes: [UnitCode]
  private let positions: [Int]

  init(_ rows: [RegistryRow]) {
    var positions = Array(rows.indices)
    let isSorted = zip(positions, positions.dropFirst()).allSatisfy { rows[$0].code <= rows[$1].code }
    if !isSorted { positions.sort { (rows[$0].code, $0) < (rows[$1].code, $1) } }
    codes = positions.map { rows[$0].code }
    self.positions = positions
  }

  /// The rows of each code that has more than one.
  var ofSeveral: [ArraySlice<Int>] {
    var found: [ArraySlice<Int>] = []
    var first = 0
    for place in codes.indices.dropFirst() where codes[place] != codes[first] {
      if place - first > 1 { found.append(positions[first..<place]) }
      first = place
    }
    if codes.count - first > 1 { found.append(positions[first...]) }
    return found
  }

  subscript(code: UnitCode) -> ArraySlice<Int> {
    guard let first = codes.place(of: code) else { return [] }
    // Nearly all have one row.
    guard first + 1 < codes.count, codes[first + 1] == code else { return positions[first...first] }
    var (low, high) = (first + 1, codes.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if codes[middle] == code { low = middle } else { high = middle }
    }
    return positions[first..<high]
  }
}

/// The rows of the parent that was asked for last: units of one parent mostly stand together.
private struct Siblings {
  private var parent: UnitCode?
  private var rows: ArraySlice<Int> = []

  mutating func parents(_ code: UnitCode, _ byCode: RowsByCode) -> ArraySlice<Int> {
    if code != parent { (parent, rows) = (code, byCode[code]) }
    return rows
  }
}

extension RegistryRow {
  /// Whether a row holds in all months of another.
  fileprivate func isAround(_ other: RegistryRow) -> Bool {
    guard from <= other.from else { return false }
    return to.map { end in other.to.map { $0 <= end } ?? false } ?? true
  }
}
