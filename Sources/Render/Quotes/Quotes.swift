import Model

/// What is quoted of a text item.
///
/// The rule: of each child unit the units below it that wrote something are taken in turns, one of each of its own
/// children in the order of the registry, then the second of each, until there are enough. Copies of a text are told
/// once, where the first stands.
struct Quotes {
  /// A quote.
  struct Quote: Hashable {
    /// The unit that said it.
    var unit: Int
    /// What it said, shortened.
    var text: String
    /// How many units said the same.
    var count: Int
  }

  let plan: QuotePlan
  /// How many units wrote something.
  private(set) var tellers = 0
  /// The quotes, those of each child together in the order of the registry.
  private(set) var quotes: [Quote] = []

  init(_ plan: QuotePlan, _ edition: Edition) {
    self.plan = plan
    guard edition.campaign.items[plan.item].personal == nil else { return }
    let said = Quotes.said(plan, edition)
    tellers = said.reduce(0) { $0 + $1.count }
    // What the unit itself wrote stands by itself.
    for group in [edition.unit] + edition.roster.children(of: edition.unit) {
      let isOwn = group == edition.unit
      let own = said.filter { isOwn ? $0.unit == group : edition.roster.isWithin($0.unit, group) }
      quotes += Quotes.inTurns(own, below: group, edition.roster).prefix(plan.perUnit)
        .sorted { $0.unit < $1.unit }
    }
  }

  /// All quotes in the order of the registry, copies of a text with the first of them.
  private static func said(_ plan: QuotePlan, _ edition: Edition) -> [Quote] {
    let (roster, returns) = (edition.roster, edition.returns)
    let column = returns.columns[plan.item]
    var (found, places): ([Quote], [String: Int]) = ([], [:])
    for unit in edition.unit..<Int(roster.end[edition.unit])
    where plan.levels.contains(roster.units[unit].level) {
      guard let position = column[unit], returns.texts.indices.contains(Int(position)),
        let text = QuoteText(returns.texts[Int(position)])
      else { continue }
      if let place = places[text.key] {
        found[place].count += 1
      } else if let shown = text.cut(to: plan.length, edition.language) {
        places[text.key] = found.count
        found.append(Quote(unit: unit, text: shown, count: 1))
      }
    }
    return found
  }

  /// The first quote of each child of `group` in the order of the registry, then the second of each, and so on.
  private static func inTurns(_ quotes: [Quote], below group: Int, _ roster: Roster) -> [Quote] {
    var turns: [[Quote]] = []
    var (branch, turn) = (-1, 0)
    for quote in quotes {
      var next = quote.unit
      while next != group, Int(roster.parent[next]) != group { next = Int(roster.parent[next]) }
      turn = next == branch ? turn + 1 : 0
      branch = next
      if turn == turns.count { turns.append([]) }
      turns[turn].append(quote)
    }
    return turns.flatMap { $0 }
  }
}
