/// Who is put on the supervision list (重点督促名单), and who is left out.
public struct SupervisionPlan: Hashable, Sendable {
  /// The rules, in the order of the bulletin.
  public var rules: [SupervisionRule]
  /// The fewest units that a share must be of for a rule to judge by it.
  public var least: Int
  /// Units that no rule applies to for a time.
  public var excuses: [Excuse]

  /// A plan as the campaign's reader has proved it.
  public init(rules: [SupervisionRule] = [], least: Int = 5, excuses: [Excuse] = []) {
    self.rules = rules
    self.least = least
    self.excuses = excuses
  }
}

/// What puts a unit on the supervision list.
public struct SupervisionRule: Hashable, Sendable {
  /// What is looked at.
  public enum Condition: Hashable, Sendable {
    /// The target of that series that binds the unit is due, and the figure is below it.
    case belowTarget(SeriesKey)
    /// The figure is below where the path of that target is this month.
    case behindPath(SeriesKey)
    /// The figure is among that many lowest; equals share a place.
    case bottom(Int, SeriesKey)
    /// The figure is that much or more below the one of the unit above; of shares in percentage points.
    case belowParent(FixedNumber, SeriesKey)
    /// The figure is no higher than that many months before, and short of all there is to reach.
    case noProgress(months: Int, SeriesKey)
    /// No return of the unit's own counted for that many months in a row; of one form, or of any.
    case notReported(months: Int, form: Int?)
    /// That many findings or more, of the unit and those below it, wait for an answer.
    case queriesOpen(Int)

    /// The series that it looks at by itself, not by its target.
    public var key: SeriesKey? {
      switch self {
      case .bottom(_, let key), .belowParent(_, let key), .noProgress(_, let key): key
      case .belowTarget, .behindPath, .notReported, .queriesOpen: nil
      }
    }
  }

  /// How much is made of it.
  public enum Weight: String, Hashable, Sendable, CaseIterable {
    /// 提醒: good to know.
    case remind
    /// 督促: the unit is asked to act.
    case urge
    /// 约谈: its head is asked to explain.
    case summon

    /// The name in print.
    public func label(_ language: Language) -> String {
      switch self {
      case .remind: language.pick("提醒", "reminder")
      case .urge: language.pick("督促", "urged")
      case .summon: language.pick("约谈", "called in")
      }
    }
  }

  /// The name in configuration and CSV.
  public var id: String
  /// The name in print; empty where the program is to say what the rule is.
  public var label: String
  /// The rank of the level whose units are judged; `nil` for the children of the bulletin's unit.
  public var level: Int?
  /// What is looked at.
  public var condition: Condition
  /// How much is made of it.
  public var weight: Weight

  /// A rule as the campaign's reader has proved it.
  public init(
    id: String, label: String = "", level: Int? = nil, condition: Condition, weight: Weight = .urge
  ) {
    self.id = id
    self.label = label
    self.level = level
    self.condition = condition
    self.weight = weight
  }
}

/// A unit, and all below it, that no rule applies to for a time.
public struct Excuse: Hashable, Sendable {
  /// The unit's code.
  public var unit: UnitCode
  /// The first month.
  public var from: Month
  /// The last month; `nil` while it lasts.
  public var to: Month?
  /// Why, for the bulletin.
  public var reason: String

  /// An excuse.
  public init(unit: UnitCode, from: Month, to: Month?, reason: String) {
    self.unit = unit
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// Whether it holds in a month.
  public func holds(in month: Month) -> Bool { from <= month && (to.map { month <= $0 } ?? true) }
}
