public import Model

/// A condition on what the registry says of a unit: the groups that it is in, each called by its name, and its `level`.
///
/// It is a formula like any other, whose items are the groups (flags) and the level (a choice of the campaign's levels).
/// Nothing that units report is a word of it, so that who is counted does not depend on what is reported.
public struct UnitCondition: Sendable {
  /// The formula.
  public let formula: Formula
  /// The group of each item after the first, which is the level.
  private let groups: [Int]

  /// The name of the level in a condition.
  public static let level = "level"

  /// Reads a condition. `groups` are the campaign's, `usable` the positions of those that it may name. Throws the first
  /// thing that is wrong.
  public init(
    _ source: String, levels: Levels, groups names: [String], usable: SmallSet
  ) throws(FormulaError) {
    let elsewhere = try Parser.syntax(of: source).nodes.compactMap { node -> FormulaError? in
      guard case .call(let function, _) = node.kind, function.looksElsewhere else { return nil }
      return FormulaError(.looksElsewhere(function.rawValue), node.span)
    }
    if let first = elsewhere.min(by: { $0.column < $1.column }) { throw first }
    groups = usable.members.filter { $0 < names.count }
    let all = SmallSet(0..<levels.count)
    let answers = levels.all.map { Choice(id: $0.id, label: $0.label) }
    let level = Item(id: UnitCondition.level, label: "层级", type: .choice(answers), filledBy: all)
    let flags = groups.map { Item(id: names[$0], label: names[$0], type: .flag, filledBy: all) }
    formula = try Formula(condition: source, items: [level] + flags)
  }

  /// The positions of the groups that it names, ascending.
  public var groupsUsed: [Int] { formula.itemsUsed.filter { $0 > 0 }.map { groups[$0 - 1] } }

  /// Whether it holds for units, each given by the rank of its level and its groups. Unknown, such as a division by
  /// zero, is no.
  public func holds(for units: [(level: Int, groups: SmallSet)]) -> [Bool] {
    var columns = [ItemColumn](repeating: ItemColumn(count: units.count), count: groups.count + 1)
    for (unit, found) in units.enumerated() {
      columns[0].set(unit, .value, Int64(found.level))
      for (place, group) in groups.enumerated() {
        columns[place + 1].set(unit, .value, found.groups.contains(group) ? 1 : 0)
      }
    }
    return formula.evaluate(columns: columns, count: units.count).truths.map { $0 == .yes }
  }
}
