/// The supervision list of a unit's bulletin: who is on it by each rule, and who was left out and why.
public struct SupervisionList: Sendable {
  /// What one rule found.
  public struct Found: Sendable {
    /// The rule, as a position in ``SupervisionPlan/rules``.
    public var rule: Int
    /// Who is on the list, the worst first.
    public var listed: [Supervised]
    /// Who was not judged, in the order of the roster.
    public var leftOut: [LeftOut]

    /// What a rule found.
    public init(rule: Int, listed: [Supervised], leftOut: [LeftOut]) {
      self.rule = rule
      self.listed = listed
      self.leftOut = leftOut
    }
  }

  /// The unit whose bulletin it is, as an index of the roster.
  public var unit: Int
  /// What each rule found, in the order of the rules.
  public var found: [Found]

  /// A list.
  public init(unit: Int, found: [Found]) {
    self.unit = unit
    self.found = found
  }

  /// Whether nobody is on it and nobody was left out.
  public var isEmpty: Bool { found.allSatisfy { $0.listed.isEmpty && $0.leftOut.isEmpty } }

  /// Why a unit is on it.
  public func reasons(of unit: Int) -> [Supervised] {
    found.flatMap { $0.listed.filter { $0.unit == unit } }
  }
}

/// A unit on the supervision list, by one rule.
public struct Supervised: Sendable {
  /// What the unit was held against.
  public enum Standard: Sendable {
    /// The target at that position of ``Campaign/targets``.
    case target(Int)
    /// Where its path is this month, in the last printed decimal of the indicator.
    case path(target: Int, Int64)
    /// The place from the end, 1 for the lowest, of how many.
    case bottom(place: Int, of: Int)
    /// The figure of the unit above.
    case parent(Figure)
    /// The figure of that month, which it is no higher than.
    case earlier(Month, Figure)
    /// Months without a return, up to this one.
    case months(Int)
    /// Open findings.
    case queries(Int)
  }

  /// The unit, as an index of the roster.
  public var unit: Int
  /// The rule, as a position in ``SupervisionPlan/rules``.
  public var rule: Int
  /// Its figure; `nil` where the rule looks at none.
  public var figure: Figure?
  /// What it was held against.
  public var standard: Standard
  /// For how many months in a row it has been on the list by this rule; 1 where it is new.
  public var streak: Int

  /// A unit on the list.
  public init(unit: Int, rule: Int, figure: Figure?, standard: Standard, streak: Int = 1) {
    self.unit = unit
    self.rule = rule
    self.figure = figure
    self.standard = standard
    self.streak = streak
  }
}

/// A unit that a rule did not judge.
public struct LeftOut: Hashable, Sendable {
  /// Why not.
  public enum Reason: Hashable, Sendable {
    /// The share is of fewer units than a rule judges by.
    case small
    /// The campaign excuses it; the position in ``SupervisionPlan/excuses``.
    case excused(Int)
    /// Nothing is asked of it yet, or too few months are known.
    case notDue
    /// Too many answers are missing: once they are in, it may or may not be on the list.
    case cannotTell
  }

  /// The unit, as an index of the roster.
  public var unit: Int
  /// Why.
  public var reason: Reason

  /// A unit left out.
  public init(unit: Int, reason: Reason) {
    self.unit = unit
    self.reason = reason
  }
}
