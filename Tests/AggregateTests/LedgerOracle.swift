import Model

@testable import Aggregate

/// The items of a ledger by looking at every row again for every cell.
struct LedgerOracle {
  struct Row {
    let unit: Int
    let number: Int32
    let values: [Int64?]
    let states: [CellState]
    let file: LedgerFile
  }

  let roster: Roster
  let month: Month
  /// Rows that count.
  private(set) var rows: [Row] = []
  /// The newest file that says something of each unit.
  private(set) var newest: [Int: LedgerFile] = [:]

  init(_ mode: Ledger.Mode, _ files: [LedgerFixture.Received], _ roster: Roster, _ month: Month) {
    self.roster = roster
    self.month = month
    let files = files.filter { $0.file.month <= month }.sorted { a, b in
      (a.file.month, a.file.received, a.file.submission) < (b.file.month, b.file.received, b.file.submission)
    }
    var all: [Row] = []
    for received in files {
      let read = LedgerOracle.rows(received)
      let covered = Set(read.map(\.unit)).union(
        roster.units.indices.filter { unit in
          roster.units[unit].level == 3 && (received.file.sender.map { roster.isWithin(unit, $0) } ?? false)
        })
      switch mode {
      case .snapshot, .listed:
        for unit in mode == .listed ? Set(read.map(\.unit)) : covered {
          let own = read.filter { $0.unit == unit }
          // The files of one month say together what there is.
          let isSaid = newest[unit]?.month == received.file.month && all.contains { $0.unit == unit }
          if own.isEmpty, isSaid { continue }
          all.removeAll { $0.unit == unit }
          newest[unit] = received.file
          all += own
        }
      case .changes:
        let said = Set(all.map(\.unit))
        for unit in covered
        where newest[unit] == nil || !said.contains(unit) || read.contains(where: { $0.unit == unit }) {
          newest[unit] = received.file
        }
        for row in read {
          if let key = row.values[0] { all.removeAll { $0.values[0] == key } }
          all.append(row)
        }
      }
    }
    rows = all.filter { row in
      let last = month.lastDay
      return (row.values[5] ?? .min) <= last && (row.values[6] ?? .max) > last
    }
  }

  private static func rows(_ received: LedgerFixture.Received) -> [Row] {
    let width = LedgerFixture.columns.count
    return received.rows.units.indices.map { row in
      let states = Array(received.rows.states[(row * width)..<((row + 1) * width)])
      let values = states.indices.map { states[$0] == .value ? received.rows.values[row * width + $0] : nil }
      return Row(
        unit: Int(received.rows.units[row]), number: received.rows.rows[row], values: values, states: states,
        file: received.file)
    }
  }

  /// What a cell should be; `nil` for movements.
  func cell(_ id: String, _ unit: Int) -> (CellState, Int64)? {
    let own = rows.filter { $0.unit == unit }
    let all = rows.filter { roster.isWithin($0.unit, unit) }
    let isKept = newest[unit] != nil
    func sum(_ number: (Row) -> Int64) -> (CellState, Int64) {
      isKept
        ? (.value, own.reduce(0) { $0 + number($1) })
        : (roster.units[unit].level == 3 ? .notReported : .notAsked, 0)
    }
    func whole(_ values: [Int64], _ make: ([Int64]) -> Int64) -> (CellState, Int64) {
      guard newest.keys.contains(where: { roster.isWithin($0, unit) }) else { return (.notReported, 0) }
      return values.isEmpty ? (.notApplicable, 0) : (.value, make(values.sorted()))
    }
    switch id {
    case "l.rows": return sum { _ in 1 }
    case "l.cells": return sum { _ in 5 }
    case "l.filled": return sum { row in Int64(row.states[0..<5].count { $0.isAnswered }) }
    case "l.updated": return isKept ? (.value, Int64(newest[unit]?.month.ordinal ?? 0)) : sum { _ in 0 }
    case "bs": return sum { $0.values[1] == 1 ? 1 : 0 }
    case "unpaid": return sum { $0.values[2] == 0 && ($0.values[1] == 0 || $0.values[1] == 2) ? 1 : 0 }
    case "big": return sum { ($0.values[3] ?? 0) > 50 || $0.values[2] == 1 ? 1 : 0 }
    case "sum": return sum { $0.values[3] ?? 0 }
    case "scores": return sum { ($0.values[1] ?? 0) == 0 ? 0 : ($0.values[4] ?? 0) * 2 }
    case "given": return sum { $0.values[4] == nil ? 0 : 1 }
    case "middle":
      return whole(all.compactMap { $0.values[3] }) { ($0[($0.count - 1) / 2] + $0[$0.count / 2]) * 5 }
    case "least": return whole(all.filter { $0.values[2] == 1 }.compactMap { $0.values[4] }) { $0.first ?? 0 }
    case "most": return whole(all.compactMap { $0.values[3] }) { $0.last ?? 0 }
    case "kinds": return whole(all.compactMap { $0.values[1] }) { Int64(Set($0).count) }
    default: return nil
    }
  }
}
