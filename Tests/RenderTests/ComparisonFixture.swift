import Model
import Render

/// June compared with May 2016: every part of a change, a restated month, ties, gaps, amounts, all kinds of
/// changed units.
enum ComparisonFixture {
  private typealias F = EditionFixture

  static func edition(_ language: Language, names: [String] = EditionFixture.names) throws -> Edition {
    var edition = try F.edition(language, names: names)
    edition.comparison = Comparison(
      earlier: try F.month("2016-05"), later: try F.month("2016-06"), publication: 1,
      changes: city + counties, units: try units())
    edition.comparison?.rising = Set([F.countyRate, F.townshipRate, F.members].map(\.indicator))
    return edition
  }

  private static var city: [FigureChange] {
    let rate = F.townshipRate
    return [
      F.change(
        0, F.countyRate, F.figure(0, F.countyRate, 5, of: 6), F.figure(0, F.countyRate, 5, of: 6),
        F.figure(0, F.countyRate, 5, of: 6), value: ChangeParts(), denominator: ChangeParts()),
      F.change(
        0, rate, F.figure(0, rate, 62, of: 100), F.figure(0, rate, 63, of: 100),
        F.figure(0, rate, 69, of: 102),
        value: ChangeParts(restated: 1, registry: -1, started: 2, stopped: -1, real: 5),
        numerator: ChangeParts(restated: 1, registry: 1, started: 2, stopped: -2, real: 5),
        denominator: ChangeParts(registry: 2)),
      F.change(
        0, F.fundRate, nil, nil, F.figure(0, F.fundRate, 34, of: 102), value: nil),
      F.change(
        0, F.members, F.figure(0, F.members, 100), F.figure(0, F.members, 100), F.figure(0, F.members, 96),
        value: ChangeParts(started: 2, real: -6)),
      F.change(
        0, F.fund, F.figure(0, F.fund, 1050, decimals: 2), F.figure(0, F.fund, 1050, decimals: 2),
        F.figure(0, F.fund, 1225, decimals: 2), value: ChangeParts(started: 50, real: 125)),
      F.change(
        0, F.officials, F.figure(0, F.officials, 53, of: 100), F.figure(0, F.officials, 53, of: 100),
        F.figure(0, F.officials, 51, of: 96), value: ChangeParts(registry: -2, real: 3)),
      F.change(
        0, F.teachers, F.figure(0, F.teachers, 20, of: 100), F.figure(0, F.teachers, 20, of: 100),
        F.figure(0, F.teachers, 0, of: 96, received: 0, status: .missing), value: nil),
    ]
  }

  /// Of each: last month of all, this month of all, the parts, the ranks.
  private static var counties: [FigureChange] {
    let rate = F.townshipRate
    let ranks = [(4, 1), (2, 2), (1, 4), (2, 2), (5, nil), (nil, 5)] as [(Int?, Int?)]
    let parts = [
      ChangeParts(started: 10, real: 10), ChangeParts(real: 5), ChangeParts(registry: -1, real: -4),
      ChangeParts(started: 5), nil, ChangeParts(real: 50),
    ]
    let before: [(Int64, Int64)] = [(8, 20), (10, 20), (11, 20), (10, 20), (6, 20), (1, 4)]
    let after: [(Int64, Int64)] = [(12, 20), (11, 20), (11, 22), (11, 20), (0, 20), (3, 4)]
    var changes: [FigureChange] = []
    for unit in 1...6 {
      let (old, new) = (before[unit - 1], after[unit - 1])
      let isMissing = parts[unit - 1] == nil
      let said: Int64 = unit == 3 ? 0 : 1
      changes.append(
        F.change(
          unit, F.countyRate, F.figure(unit, F.countyRate, 1, of: 1), F.figure(unit, F.countyRate, 1, of: 1),
          F.figure(unit, F.countyRate, said, of: 1), value: ChangeParts(real: said * 100 - 100),
          numerator: ChangeParts(real: said - 1)))
      changes.append(
        F.change(
          unit, rate, F.figure(unit, rate, old.0, of: old.1), F.figure(unit, rate, old.0, of: old.1),
          F.figure(
            unit, rate, new.0, of: new.1, received: isMissing ? 0 : 10, status: isMissing ? .missing : .normal
          ),
          value: parts[unit - 1], ranks: ranks[unit - 1]))
    }
    return changes
  }

  static func named(_ code: String, _ name: String, _ level: Int) throws -> UnitChange.NamedCode {
    UnitChange.NamedCode(code: try F.code(code), name: name, level: level)
  }

  private static func units() throws -> [UnitChange] {
    [
      UnitChange(.renamed, before: try named("900101001", "柳林乡", 2), after: try named("900101001", "柳林镇", 2)),
      UnitChange(.merged, before: try named("900101002", "南坡乡", 2), after: try named("900101001", "柳林镇", 2)),
      UnitChange(.merged, before: try named("900101003", "北坡乡", 2), after: try named("900101001", "柳林镇", 2)),
      UnitChange(
        .moved, before: try named("900102001", "七星乡", 2), after: try named("900102001", "七星乡", 2),
        detail: ("石桥", "清河")),
      UnitChange(.recoded, before: try named("900103", "东山", 1), after: try named("900133", "东山", 1)),
      UnitChange(.gone, before: try named("900104001", "三家乡", 2), after: nil),
      UnitChange(
        .regrouped, before: try named("900105", "北沟", 2), after: try named("900105", "北沟", 1),
        detail: ("", "涉农")),
      UnitChange(.new, before: nil, after: try named("900106", "开发区", 1)),
    ]
  }
}
