import Model
import TestSupport

@testable import Formula

/// Rules: refused with a place, or evaluated as a plain interpreter does it, one unit at a time.
enum FormulaTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    let source = String(decoding: bytes, as: UTF8.self)
    try checkUnits(source, seed: FuzzDigest.of(bytes))
    try checkRows(source)
    try checkLifted(source)
    try checkCondition(source)
  }

  private static func checkUnits(_ source: String, seed: UInt64) throws(FuzzFault) {
    let formula: Formula
    do throws(FormulaError) {
      formula = try Formula(source, items: FormulaItems.all)
    } catch {
      return try check(error, source)
    }
    try FuzzFault.unless(formula.program.steps.count <= 2 * source.count, "many steps")
    var maker = Maker(seed: seed)
    let world = World(&maker)
    let units = Array(world.now.indices)
    let result = formula.evaluate(world.input)
    for language in Language.allCases {
      try FuzzFault.unless(
        formula.explain(units: units, world.input, language).count == units.count, "units unexplained")
      let violations = formula.violations(units: units, world.input, language)
      let areOfNo = zip(violations, result.truths).allSatisfy { $0.isEmpty || $1 == .no }
      try FuzzFault.unless(areOfNo, "a violation of what holds")
    }
    _ = (formula.valuesUsed, formula.text(.zh))
    try compare(formula, result, world)
  }

  private static func compare(_ formula: Formula, _ result: Evaluated, _ world: World) throws(FuzzFault) {
    let last = formula.syntax.nodes.count - 1
    guard formula.type != .text, let tree = FormulaTree(formula).tree(last) else { return }
    for unit in world.now.indices {
      let oracle = Oracle(world: world, unit: unit)
      if formula.type == .truth {
        let expected = oracle.condition(tree)
        let found: Bool? = result.truths[unit] == .unknown ? nil : result.truths[unit] == .yes
        try FuzzFault.unless(found == expected, "\(tree.text) of \(world), unit \(unit): \(found as Any)")
      } else {
        let expected = oracle.rounded(oracle.number(tree)).top
        let found = result.values[unit].map { Int128($0) }
        try FuzzFault.unless(
          found == expected.value,
          "\(tree.text) of \(world), unit \(unit): \(found as Any), not \(expected)")
      }
    }
  }

  /// A rule of a row, which stands alone.
  private static func checkRows(_ source: String) throws(FuzzFault) {
    let formula: Formula
    do throws(FormulaError) {
      formula = try Formula(row: source, columns: FormulaItems.all)
    } catch {
      return try check(error, source)
    }
    try FuzzFault.unless(!formula.usesTree && !formula.usesPrior, "a row that looks elsewhere")
  }

  private static func checkLifted(_ source: String) throws(FuzzFault) {
    let lifted: LiftedCondition
    do throws(FormulaError) {
      lifted = try LiftedCondition(source, columns: FormulaItems.all, id: "l.2016")
    } catch {
      return try check(error, source)
    }
    let parts = lifted.parts.map {
      FormulaItems.item($0.id, $0.label, .amount(decimals: $0.decimals))
    }
    do throws(FormulaError) {
      _ = try lifted.read(over: FormulaItems.all + parts)
    } catch {
      try check(error, source)
    }
    try FuzzFault.unless(lifted.parts.isEmpty == (lifted.formula == source), "what was lifted is lost")
  }

  private static let levels = Levels([Level(id: "city", label: "市"), Level(id: "township", label: "乡镇")])

  private static func checkCondition(_ source: String) throws(FuzzFault) {
    guard let levels else { return }
    do throws(FormulaError) {
      let condition = try UnitCondition(
        source, levels: levels, groups: ["涉农", "示范", "a.b"], usable: SmallSet(0..<3))
      let units = (0..<16).map { unit in
        (level: unit % 2, groups: SmallSet((0..<3).filter { unit >> ($0 + 1) & 1 == 1 }))
      }
      _ = condition.holds(for: units)
    } catch {
      try check(error, source)
    }
  }

  /// An error has its place in what was written, and says something.
  private static func check(_ error: FormulaError, _ source: String) throws(FuzzFault) {
    try FuzzFault.unless(
      error.column >= 1 && error.length >= 0 && error.column + error.length <= source.count + 1,
      "no place: \(error)")
    try FuzzFault.unless(
      Language.allCases.allSatisfy { !error.message($0).isEmpty }, "no message: \(error)")
  }
}
