public import Model

/// What a unit states of itself beside what the units below it add up to, for one item.
public struct Statement: Hashable, Sendable {
  /// What is known of the unit's own cell.
  public let state: CellState
  /// Its own value in the item's smallest unit; `nil` where there is none.
  public let own: Int64?
  /// The sum of the units below that are published; `nil` where it does not fit into 64 bits.
  public let below: Int64?
  /// How many of the units below have answered.
  public let received: Int
  /// How many units below are expected to answer.
  public let expected: Int
}

/// The statements of one item, for reconciliation. Of an item whose values are statements
/// (``Model/OverTree/statement``) the lowest expected units make the sum; of others all.
public struct Statements: Sendable {
  private let column: ItemColumn
  private let sums: Rollup
  /// The units that add to the sum.
  private let members: [Bool]
  private let answered: [Bool]

  /// Adds up an item, given by its position in ``Model/Campaign/items``.
  public init(item: Int, campaign: Campaign, returns: Returns) {
    let form = campaign.forms[campaign.form(ofItem: item)]
    let population = Population(
      levels: form.filledBy.intersection(campaign.items[item].filledBy),
      groups: SmallSet(form.group.map { [$0] } ?? []),
      lowestOnly: campaign.items[item].overTree == .statement)
    let column = returns.columns[item]
    var ground = Ground(returns.roster)
    let (members, _) = ground.members(population)
    let own = members.indices.map { members[$0] ? column[$0] ?? 0 : 0 }
    let answered = returns.answered(item)
    let coverage = ground.coverage(population, received: answered)
    self.column = column
    sums = Rollup(own: own, coverage: coverage, parent: ground.parent)
    self.members = members
    self.answered = answered
  }

  /// The statement of a unit beside the sum of those below it.
  public subscript(unit: Int) -> Statement {
    let adds = members[unit]
    return Statement(
      state: column.states[unit], own: column[unit], below: sums.below(unit),
      received: Int(sums.coverage.received[unit])
        - (adds && answered[unit] ? 1 : 0),
      expected: Int(sums.coverage.expected[unit]) - (adds ? 1 : 0))
  }
}
