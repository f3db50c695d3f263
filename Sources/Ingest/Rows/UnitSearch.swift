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

  let context: ReadingContext
  private var roster: Roster { context.roster }

  /// By name.
  func unit(named name: String, _ around: Surroundings) -> Result {
    let shaped = UnitNames.shaped(name)
    let names = context.names(within: around.sender)
    let today = names.named(shaped).filter { fits($0, around) }
    if let result = only(today, around, remark: nil) { return result }
    let inFull = names.namedInFull(shaped, roster).filter { fits($0, around) }
    if let result = only(inFull, around, remark: nil) { return result }
    let former = names.formerlyNamed(shaped).filter { fits($0, around) }
    return only(former, around) { UnitFormerName(today: context.named($0)) } ?? .none
  }

  /// By a code that is not one of the month; `text` is all that stands in the cell. A code that is the beginning of
  /// a longer number is whole: nothing is put before it.
  func unit(code text: String, name: String, sender: Int?, isWhole: Bool = false) -> Result {
    if let unit = UnitCode(text).flatMap({ context.heirs[$0] }) {
      guard sender.map({ roster.isWithin(unit, $0) }) ?? true else { return .none }
      return .found(unit, UnitFormerName(today: context.named(unit)))
    }
    // A code of another month is whole, and means a unit that is no more.
    let isKnown = UnitCode(text).map { context.otherMonths[$0] != nil } ?? false
    guard !isKnown, Digits.value(text.utf8) != nil else { return .none }
    let exact = padded(text)
    var completed: [Int] = []
    if let sender, !isWhole {
      let prefix = UnitSearch.core(roster.units[sender].code.description)
      for whole in ["0" + text, "00" + text, prefix + text] {
        completed += padded(whole).filter { !completed.contains($0) }
      }
    }
    let within = (exact + completed.filter { !exact.contains($0) })
      .filter { unit in sender.map { roster.isWithin(unit, $0) } ?? true }
    guard within.count == 1, let unit = within.first else { return within.isEmpty ? .none : .several(within) }
    guard name.isEmpty || isAlike(name, unit) else { return .several(within) }
    return .found(unit, exact.contains(unit) ? nil : UnitCodeCompleted(whole: roster.units[unit].code))
  }

  /// Whether a unit had that name, shaped, in another month, under its code or one that it had before.
  func wasNamed(_ shaped: String, _ unit: Int) -> Bool {
    let codes = [roster.units[unit].code] + context.heirs.filter { $0.value == unit }.keys
    return codes.contains { code in
      (context.otherMonths[code] ?? []).contains { row in
        [row.name, row.short].contains { !$0.isEmpty && UnitNames.shaped($0) == shaped }
      }
    }
  }

  /// Whether a name stands for a unit whose code is known: one of them is in the other.
  func isAlike(_ name: String, _ unit: Int) -> Bool {
    let shaped = Folding.name(name)
    return [roster.units[unit].name, roster.units[unit].short].map(Folding.name).contains {
      shaped.contains($0) || $0.contains(shaped)
    }
  }

  /// The units whose code is this one, longer or shorter by zeros up to 6, 9 or 12 digits.
  private func padded(_ digits: String) -> [Int] {
    let core = UnitSearch.core(digits)
    // A number of 17 digits or more is no code, however many of them are zeros at its end.
    guard !core.isEmpty, core.utf8.count <= UnitCode.maximumLength else { return [] }
    return (core.utf8.count...UnitCode.maximumLength).compactMap { length in
      let longer = max(length, digits.utf8.count)
      guard length == digits.utf8.count || longer == 6 || longer == 9 || longer == 12 else { return nil }
      let zeros = String(repeating: "0", count: length - core.utf8.count)
      return UnitCode(core + zeros).flatMap(roster.index)
    }
  }

  /// A code without the zeros at its end.
  private static func core(_ code: String) -> String {
    code.lastIndex { $0 != "0" }.map { String(code[...$0]) } ?? ""
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
      let shaped = UnitNames.shaped(name)
      return path.contains { above in
        let found = roster.units[above]
        return found.level == level
          && (UnitNames.shaped(found.name) == shaped || UnitNames.shaped(found.short) == shaped
            || wasNamed(shaped, above))
      }
    }
  }
}
