public import Model

extension Succession {
  /// What became of the units at and below one of the later month, and of those at and below the units that it
  /// follows: in the order of codes, of each code in the order of ``Model/UnitChange/Kind``.
  public func changes(within unit: Int, _ language: Language) -> [UnitChange] {
    let teller = Teller(succession: self, language: language)
    let roots = counterparts(of: unit)
    var found: [(code: UnitCode, change: UnitChange)] = []
    for before in earlier.units.indices {
      let after = successor(of: before)
      guard after.map({ later.isWithin($0, unit) }) ?? false || roots.contains(where: { $0.contains(before) })
      else { continue }
      found += teller.changes(before, after).map { (earlier.units[before].code, $0) }
    }
    for after in unit..<Int(later.end[unit]) where followed(by: after).isEmpty {
      found.append((later.units[after].code, UnitChange(.new, before: nil, after: teller.after(after))))
    }
    return found.enumerated().sorted {
      ($0.element.code, $0.offset) < ($1.element.code, $1.offset)
    }.map(\.element.change)
  }
}

/// Tells what became of single units.
private struct Teller {
  let succession: Succession
  let language: Language
  private var earlier: Roster { succession.earlier }
  private var later: Roster { succession.later }

  init(succession: Succession, language: Language) {
    self.succession = succession
    self.language = language
  }

  func before(_ unit: Int) -> UnitChange.NamedCode { named(earlier.units[unit]) }
  func after(_ unit: Int) -> UnitChange.NamedCode { named(later.units[unit]) }

  private func named(_ unit: ReportingUnit) -> UnitChange.NamedCode {
    UnitChange.NamedCode(code: unit.code, name: unit.name, level: unit.level)
  }

  /// What became of a unit of the earlier month.
  func changes(_ unit: Int, _ follower: Int?) -> [UnitChange] {
    guard let follower else { return [UnitChange(.gone, before: before(unit), after: nil)] }
    let (old, new) = (earlier.units[unit], later.units[follower])
    var kinds: [(UnitChange.Kind, (String, String))] = []
    if old.code != new.code {
      guard succession.followed(by: follower).count == 1 else {
        return [UnitChange(.merged, before: before(unit), after: after(follower))]
      }
      kinds.append((.recoded, ("", "")))
    } else if old.name != new.name {
      kinds.append((.renamed, ("", "")))
    }
    if hasMoved(unit, follower) {
      kinds.append((.moved, (above(unit, earlier), above(follower, later))))
    }
    if old.level != new.level || old.groups != new.groups {
      let differ = old.groups != new.groups
      kinds.append((.regrouped, differ ? (groups(old, earlier), groups(new, later)) : ("", "")))
    }
    return kinds.map { UnitChange($0.0, before: before(unit), after: after(follower), detail: $0.1) }
  }

  /// Whether the unit above is another than the one that follows the former unit above.
  private func hasMoved(_ unit: Int, _ follower: Int) -> Bool {
    let (old, new) = (Int(earlier.parent[unit]), Int(later.parent[follower]))
    guard old >= 0 else { return new >= 0 }
    return succession.successor(of: old) != (new >= 0 ? new : nil)
  }

  private func above(_ unit: Int, _ roster: Roster) -> String {
    let parent = Int(roster.parent[unit])
    return parent >= 0 ? roster.units[parent].name : ""
  }

  private func groups(_ unit: ReportingUnit, _ roster: Roster) -> String {
    unit.groups.members.map { roster.groups[$0] }.joined(separator: language.pick("、", ", "))
  }
}
