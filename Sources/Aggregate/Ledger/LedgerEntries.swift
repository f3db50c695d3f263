import Model

/// The rows with a key of a ledger that count in a month.
struct LedgerEntries {
  /// A row with a key.
  struct Entry {
    let key: Int64
    let unit: Int32
    let row: Int32
    /// Which of the files, in their order.
    let piece: Int32
  }

  /// A unit with keys that a row of another file has as well: what a file repeats is told where it is read.
  struct Repeated {
    let unit: Int32
    /// The first unit that has such a row.
    private(set) var other: Int32
    private(set) var count = 0
    fileprivate(set) var rows: [Int32] = []

    /// Adds a row of the unit, with the unit of the first row of another file.
    fileprivate mutating func add(_ entry: Entry, _ other: Int32) {
      self.other = min(self.other, other)
      count += 1
      if entry.row > 0 { rows.append(entry.row) }
    }
  }

  /// The rows by key, unit and row.
  private(set) var all: [Entry] = []
  /// The keys of rows that a closing date has ended, ascending.
  private(set) var ended: [Int64] = []
  /// For each unit how many rows have a key.
  private(set) var counts: [Int64]
  /// By unit.
  private(set) var repeated: [Repeated] = []

  init(_ standing: LedgerStanding, count: Int) {
    counts = Array(repeating: 0, count: count)
    all.reserveCapacity(standing.pieces.reduce(0) { $0 + $1.tally.keys.count })
    for (number, piece) in standing.pieces.enumerated() {
      for key in piece.tally.keys {
        let unit = piece.units[Int(key.place)]
        guard unit >= 0 else { continue }
        guard key.row >= 0 else {
          ended.append(key.key)
          continue
        }
        all.append(Entry(key: key.key, unit: unit, row: key.row, piece: Int32(number)))
        counts[Int(unit)] += 1
      }
    }
    all.sort { ($0.key, $0.unit, $0.row, $0.piece) < ($1.key, $1.unit, $1.row, $1.piece) }
    ended.sort()
    findRepeated()
  }

  private mutating func findRepeated() {
    var found: [Int32: Repeated] = [:]
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].key == all[start].key { end += 1 }
      if end - start > 1 { addRepeated(start..<end, &found) }
      start = end
    }
    repeated = found.values.sorted { $0.unit < $1.unit }
    // What is told does not depend on the order of keys: where they are pseudonyms, that is chance.
    for place in repeated.indices {
      repeated[place].rows = Array(repeated[place].rows.sorted().prefix(LedgerTally.listed))
    }
  }

  /// Adds the rows of one key.
  private func addRepeated(_ group: Range<Int>, _ found: inout [Int32: Repeated]) {
    let first = all[group.lowerBound]
    guard let second = all[group].first(where: { $0.piece != first.piece }) else { return }
    for entry in all[group] {
      let other = entry.piece == first.piece ? second.unit : first.unit
      // In place: a copy of the rows for each would take the square of their number.
      found[entry.unit, default: Repeated(unit: entry.unit, other: other)].add(entry, other)
    }
  }
}
