public import Model

/// Why one unit is thought to follow another, and how sure that is.
public struct SuccessorEvidence: Hashable, Sendable {
  /// What speaks for it.
  public enum Rule: Hashable, Sendable {
    /// The same code.
    case code
    /// The same name, with another code.
    case name
    /// The same name but for the word of its type: 柳林乡 and 柳林镇.
    case stem
    /// The same name but for the type, of another sort of unit: 柳林农场 and 柳林街道.
    case stemOfOtherSort
    /// One name holds the other.
    case contained
    /// Its name and another's, which is gone too, make up the new one: 八一 and 红菱 became 八一红菱.
    case joined
    /// One character differs.
    case edit
    /// Its units below went there: so many of so many.
    case children(Int, of: Int)
    /// It is the only new unit there, and nothing else speaks for it.
    case only

    var isByChildren: Bool { if case .children = self { true } else { false } }
  }

  /// How far away the other was found.
  public enum Reach: Int, Hashable, Sendable {
    /// Below the unit above, or that one's successor.
    case parent = 0
    /// One level up: in the same city, for townships.
    case grandparent = 1
    /// Two levels up: in the same province, for townships.
    case beyond = 2
  }

  /// What speaks for it.
  public var rule: Rule
  /// How far away it was found.
  public var reach: Reach
  /// Whether the other is no new unit, but was there before.
  public var isOldTarget = false
  /// How many others would have fitted as well.
  public var rivals = 0
  /// Whether other units went there too.
  public var isShared = false
  /// Whether one of those has its name, so that it is no unit made of all.
  public var isTaken = false
  /// Whether the unit above is the same but for its code.
  public var isOnlyParentCode = false
  /// Whether names or codes were exchanged with another unit.
  public var isExchange = false

  init(_ rule: Rule, _ reach: Reach) {
    self.rule = rule
    self.reach = reach
  }

  /// 0 to 100; `docs/registry.md` says what the classes mean.
  public var confidence: Int {
    var base = SuccessorEvidence.base(rule, reach)
    if isOldTarget || isShared { base = min(base, rule.isByChildren ? 85 : 80) }
    if isShared, rule == .only { base = isTaken ? 30 : 40 }
    if rivals > 0 { base -= 25 }
    return max(base, 10)
  }

  private static func base(_ rule: Rule, _ reach: Reach) -> Int {
    switch rule {
    case .code: 100
    case .name: [98, 90, 45][reach.rawValue]
    case .stem: [92, 80, 40][reach.rawValue]
    case .stemOfOtherSort: 60
    case .contained: [75, 55, 30][reach.rawValue]
    case .joined: 80
    case .edit: [70, 50, 30][reach.rawValue]
    case .children(let votes, let all): votes * 5 >= all * 4 ? 90 : votes * 2 >= all ? 80 : 60
    case .only: 50
    }
  }
}

/// What became of one unit from one registry to the other, as far as it can be told.
public struct UnitProposal: Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another name under the same code.
    case renamed
    /// The same code below another unit.
    case moved
    /// Another level or other groups under the same code.
    case regrouped
    /// Another code; one unit follows one.
    case recoded
    /// It went into a unit that others went into, or that was there before.
    case merged
    /// It may have become several.
    case split
    /// It ends, and nothing speaks for a successor.
    case gone
    /// It begins, and no unit is thought to have become it.
    case new
  }

  /// What happened.
  public var kind: Kind
  /// The unit before, as an index of the old roster; `nil` for new ones.
  public var old: Int?
  /// The unit after, as an index of the new roster; `nil` for those that are gone.
  public var new: Int?
  /// How sure that is, 0 to 100; 0 where nothing is proposed.
  public var confidence: Int
  /// Why; `nil` where nothing is proposed.
  public var evidence: SuccessorEvidence?

  /// Whether the unit, by its name, is a zone, a farm or their like and no division of the state.
  public func isOdd(old: Roster, new: Roster) -> Bool {
    let unit = self.old.map { old.units[$0] } ?? self.new.map { new.units[$0] }
    return unit.map { UnitName($0.name).family != .division } ?? false
  }
}
