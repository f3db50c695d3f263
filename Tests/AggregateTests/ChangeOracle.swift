import Model

@testable import Aggregate

/// What the parts of a change are, told slowly and straight from what they mean: for one unit and series.
struct ChangeOracle {
  /// What one unit adds: whether it is asked, and its numerator and denominator.
  struct Own {
    var isMember = false
    var top: Int64?
    var bottom: Int64?
  }

  static let items = [
    Fixture.item("kickoff", .flag), Fixture.item("orgs", .count, filledBy: [2, 3]),
    Fixture.item("members", .count), Fixture.item("stated", .count, overTree: .statement),
  ]
  static let indicators = [
    Fixture.indicator(.rate(formula: "kickoff"), group: 0, levels: [1, 2, 3]),
    Fixture.indicator(.count(formula: "kickoff"), levels: [2, 3]),
    Fixture.indicator(.total(item: 1)), Fixture.indicator(.total(item: 3)),
    Fixture.indicator(.averagePerUnit(item: 2, level: 2)), Fixture.indicator(.ratio(item: 1, per: 2)),
    Fixture.indicator(.composition(parts: [1], whole: 2), group: 0),
  ]

  let history: History
  let earlier: Returns
  let later: Returns

  /// What a unit of a month adds to a series.
  static func own(_ unit: Int, _ key: SeriesKey, _ returns: Returns) -> Own {
    let (roster, columns) = (returns.roster, returns.columns)
    let level = roster.units[unit].level
    let inGroup = roster.units[unit].groups.contains(0)
    var own = Own()
    switch key.indicator {
    case 0, 1:
      own.isMember = level == key.level && (inGroup || key.indicator == 1)
      own.top = columns[0].states[unit] == .notApplicable ? 0 : columns[0][unit]
    case 2: (own.isMember, own.top) = (level >= 2, columns[1][unit])
    case 3:
      own.isMember = level >= 1 && roster.children(of: unit).isEmpty
      own.top = columns[3][unit]
    case 4: (own.isMember, own.top) = (level >= 1, columns[2][unit])
    case 5:
      own.isMember = level >= 2
      if let top = columns[1][unit], let bottom = columns[2][unit] { (own.top, own.bottom) = (top, bottom) }
    default:
      own.isMember = level >= 1 && inGroup
      own.bottom = columns[2][unit]
      own.top = own.bottom == nil ? nil : columns[1][unit]
    }
    return own.isMember ? own : Own()
  }

  /// The earlier units that a later one is compared with.
  func roots(_ unit: Int) -> [Int] {
    let code = later.roster.units[unit].code
    if let same = earlier.roster.index(of: code) { return [same] }
    let all = (0..<earlier.roster.count).filter {
      history.end(of: earlier.roster.units[$0].code.description) == code.description
    }
    return all.filter { one in !all.contains { $0 != one && earlier.roster.isWithin(one, $0) } }
  }

  /// The parts after restatement of the numerator, or of the denominator.
  func parts(_ unit: Int, _ key: SeriesKey, _ value: KeyPath<Own, Int64?>) -> ChangeParts {
    let roots = roots(unit)
    var parts = ChangeParts()
    let (old, new) = (earlier.roster, later.roster)
    let one = (0..<old.count).map { Self.own($0, key, earlier) }
    let two = (0..<new.count).map { Self.own($0, key, later) }
    let ends = (0..<old.count).map { i in
      history.end(of: old.units[i].code.description).flatMap { UnitCode($0) }.flatMap { new.index(of: $0) }
    }
    let inOne = (0..<old.count).map { i in one[i].isMember && roots.contains { old.isWithin(i, $0) } }
    let inTwo = (0..<new.count).map { two[$0].isMember && new.isWithin($0, unit) }
    for j in 0..<new.count where inTwo[j] {
      let before = (0..<old.count).filter { one[$0].isMember && ends[$0] == j }
      let x2 = two[j][keyPath: value]
      if before.isEmpty {
        parts.registry += x2 ?? 0
        continue
      }
      var base = before.reduce(0) { $0 + (one[$1][keyPath: value] ?? 0) }
      if key.indicator <= 1 { base = min(1, base) }
      parts.registry += base - before.filter { inOne[$0] }.reduce(0) { $0 + (one[$1][keyPath: value] ?? 0) }
      if let x2 {
        if before.allSatisfy({ one[$0][keyPath: value] != nil }) {
          parts.real += x2 - base
        } else {
          parts.started += x2 - base
        }
      } else {
        parts.stopped -= base
      }
    }
    for i in 0..<old.count where inOne[i] && !(ends[i].map { inTwo[$0] } ?? false) {
      parts.registry -= one[i][keyPath: value] ?? 0
    }
    return parts
  }
}
