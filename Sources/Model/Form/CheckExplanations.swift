/// What somebody answered to a finding: why the value is right after all.
public struct Explanation: Hashable, Sendable {
  /// What it belongs to: exactly this rule of this unit in this month.
  public struct Key: Hashable, Sendable {
    /// The code of a built-in check, or the id of a form's rule.
    public var rule: String
    /// The unit.
    public var unit: UnitCode
    /// The month.
    public var month: Month

    /// A key.
    public init(rule: String, unit: UnitCode, month: Month) {
      self.rule = rule
      self.unit = unit
      self.month = month
    }
  }

  /// What it belongs to.
  public var key: Key
  /// The explanation, on one line.
  public var text: String
  /// Who gave it; empty where nobody is named.
  public var who: String
  /// Where it stands.
  public var place: Place

  /// An explanation.
  public init(_ key: Key, text: String, who: String = "", place: Place) {
    self.key = key
    self.text = text
    self.who = who
    self.place = place
  }
}

/// The explanations that were given, by what they belong to.
public struct Explanations: Sendable {
  /// All of them, in the order of their list.
  public private(set) var all: [Explanation] = []
  private var places: [Explanation.Key: Int] = [:]

  /// Of several with one key the first counts.
  public init(_ explanations: [Explanation] = []) {
    for explanation in explanations where places[explanation.key] == nil {
      places[explanation.key] = all.count
      all.append(explanation)
    }
  }

  /// The explanation that belongs to a rule, unit and month.
  public subscript(key: Explanation.Key) -> Explanation? { places[key].map { all[$0] } }
}
