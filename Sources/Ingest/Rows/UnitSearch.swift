import Model

/// Finds the unit of a row whose code is not one of the month, or that has no code. One unit must fit, and no
/// other; else nothing is found.
struct UnitSearch {
  /// What is known beside the name or the code.
  struct Surroundings {
    /// Who sent the file: other units cannot be meant.
    var sender: Int?
    /// The unit that the title names; it decides only between several.
    var title: Int?
    /// The names of units above, by the rank of their level.
    var above: [(level: Int, name: String)] = []
    /// The rank of the level of the column.
    var level: Int?
  }

  /// What was found.
  enum Result {
    /// One unit, and what is to be said of it.
    case found(Int, (any FindingReason)?)
    /// Several that fit, or one that fits but for its name.
    case several([Int])
    case none
  }

  let roster: Roster
  let index: UnitIndex
  /// Rows of the registry that do not hold in the month, by code.
  let otherMonths: [UnitCode: [RegistryRow]]

  /// By name.
  func unit(named name: String, _ around: Surroundings) -> Result {
    let shaped = UnitIndex.shaped(name)
    for units in [index.named(shaped), index.namedInFull(shaped)] {
      let fitting = units.filter { fits($0, around) }
      if let result = only(fitting, around, remark: nil) { return result }
    }
    let former = index.formerlyNamed(shaped).filter { fits($0, around) }
    return only(former, around) { UnitFormerName(today: named($0)) } ?? .none
  }

  /// By a code that is not one of the month; `text` is all that stands in the cell.
  func unit(code text: String, name: String, sender: Int?) -> Result {
    if let unit = UnitCode(text).flatMap(index.formerly) {
      guard sender.map({ roster.isWithin(unit, $0) }) ?? true else { return .none }
      return .found(unit, UnitFormerName(today: named(unit)))
    }
    // A code of another month is whole, and means a unit that is no more.
    let isKnown = UnitCode(text).map { otherMonths[$0] != nil } ?? false
    guard !isKnown, Digits.value(text.utf8) != nil else { return .none }
    let exact = index.padded(text[...], in: roster)
    var completed: [Int] = []
    if let sender {
      let prefix = UnitIndex.core(roster.units[sender].code.description[...])
      for whole in ["0" + text, "00" + text, prefix + text] {
        completed += index.padded(whole[...], in: roster).filter { !completed.contains($0) }
      }
    }
    let within = (exact + completed.filter { !exact.contains($0) })
      .filter { unit in sender.map { roster.isWithin(unit, $0) } ?? true }
    guard within.count == 1, let unit = within.first else { return within.isEmpty ? .none : .several(within) }
    guard name.isEmpty || isAlike(name, unit) else { return .several(within) }
    return .found(unit, exact.contains(unit) ? nil : UnitCodeCompleted(whole: roster.units[unit].code))
  }

  /// Whether a name stands for a unit whose code is known: one of them is in the other.
  func isAlike(_ name: String, _ unit: Int) -> Bool {
    let shaped = Folding.name(name)
    return [roster.units[unit].name, roster.units[unit].short].map(Folding.name).contains {
      shaped.contains($0) || $0.contains(shaped)
    }
  }

  private func named(_ unit: Int) -> NamedUnit {
    NamedUnit(code: roster.units[unit].code, name: roster.units[unit].name)
  }

  private func only(
    _ units: [Int], _ around: Surroundings, remark: ((Int) -> any FindingReason)?
  ) -> Result? {
    guard let first = units.first else { return nil }
    if units.count == 1 { return .found(first, remark?(first)) }
    let inTitle = units.filter { unit in around.title.map { roster.isWithin(unit, $0) } ?? false }
    if inTitle.count == 1 { return .found(inTitle[0], remark?(inTitle[0])) }
    return .several(units)
  }

  private func fits(_ unit: Int, _ around: Surroundings) -> Bool {
    if let sender = around.sender, !roster.isWithin(unit, sender) { return false }
    if let level = around.level, roster.units[unit].level != level { return false }
    if around.above.isEmpty { return true }
    let path = roster.path(to: unit).dropLast()
    return around.above.allSatisfy { level, name in
      let shaped = UnitIndex.shaped(name)
      return path.contains { above in
        let found = roster.units[above]
        return found.level == level
          && (UnitIndex.shaped(found.name) == shaped || UnitIndex.shaped(found.short) == shaped
            || index.formerlyNamed(shaped).contains(above))
      }
    }
  }
}
