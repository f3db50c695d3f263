import Model

/// What of a ledger counts in a month: which rows of which files, in which unit of today.
struct LedgerStanding: Sendable {
  /// What counts, in the order of the files.
  struct Piece {
    let tally: LedgerTally
    /// For each place the unit of today; -1 where what is there does not count.
    let units: [Int32]
    /// The positions in ``Returns/submissions`` of the files that the tally speaks of.
    let submissions: [Int32]
  }

  var pieces: [Piece] = []
  /// For each unit the newest file that its rows come from, or that says that it has none; `nil` where it does not keep
  /// the ledger.
  var newest: [LedgerFile.Order?]
  /// Where the unit's first row in that file stands.
  var sources: [ReturnSource]

  init(count: Int) {
    newest = Array(repeating: nil, count: count)
    sources = Array(repeating: .none, count: count)
  }

  /// Notes that a unit keeps the ledger, by a file and perhaps a row of it.
  mutating func note(_ unit: Int, _ order: LedgerFile.Order, _ first: LedgerTally.First?) {
    if let known = newest[unit], known > order || (known == order && sources[unit].row > 0) { return }
    newest[unit] = order
    sources[unit] = ReturnSource(
      submission: order.submission, table: first?.table ?? 0, row: first?.row ?? 0)
  }

  /// The sums of a cell, one a unit.
  func sums(_ cell: Int) -> [Int128] {
    var sums = [Int128](repeating: 0, count: newest.count)
    for piece in pieces {
      for (place, unit) in piece.units.enumerated() where unit >= 0 {
        sums[Int(unit)] += piece.tally.sum(place, cell)
      }
    }
    return sums
  }
}

extension LedgerStanding {
  /// For each unit the numbers of the first rows that count, on the sheet of its source.
  var listed: [Int: [Int32]] {
    var listed: [Int: [Int32]] = [:]
    for piece in pieces {
      for (place, unit) in piece.units.enumerated() where unit >= 0 {
        let first = piece.tally.firsts[place]
        let source = sources[Int(unit)]
        guard piece.submissions[Int(first.file)] == source.submission, first.table == source.table else {
          continue
        }
        let start = place * LedgerTally.listed
        let rows = piece.tally.rows[start..<(start + LedgerTally.listed)].prefix { $0 > 0 }
        if !rows.isEmpty { listed[Int(unit)] = Array(rows) }
      }
    }
    return listed
  }
}
