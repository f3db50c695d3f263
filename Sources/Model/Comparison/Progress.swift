/// How far a unit is towards a target.
public struct Progress: Sendable {
  /// What is to be said of it.
  public enum Verdict: Hashable, Sendable, CaseIterable {
    /// The target is reached.
    case reached
    /// The figure is where the path is this month, or above.
    case onPath
    /// It is below, whatever the missing answers may say.
    case behind
    /// It is below as far as is known, and missing answers may change that.
    case cannotTell
    /// Nobody has answered.
    case noData
    /// Nothing is asked for yet.
    case notDue

    /// The name in print.
    public func label(_ language: Language) -> String {
      switch self {
      case .reached: language.pick("已达标", "reached")
      case .onPath: language.pick("达到进度", "on path")
      case .behind: language.pick("落后进度", "behind")
      case .cannotTell: language.pick("尚难判断（未报齐）", "cannot tell (answers missing)")
      case .noData: language.pick("没有数据", "no data")
      case .notDue: language.pick("未到时间", "not due yet")
      }
    }
  }

  /// The unit, as an index of the roster.
  public var unit: Int
  /// The target.
  public var target: Target
  /// Where the path is this month, in the last printed decimal of the indicator; `nil` before it begins.
  public var path: Int64?
  /// The unit's figure; `nil` where there is none.
  public var figure: Figure?
  /// What is to be said of it.
  public var verdict: Verdict

  /// How far a unit is.
  public init(unit: Int, target: Target, path: Int64?, figure: Figure?, verdict: Verdict) {
    self.unit = unit
    self.target = target
    self.path = path
    self.figure = figure
    self.verdict = verdict
  }
}

/// A unit's score.
public struct UnitScore: Sendable {
  /// The unit, as an index of the roster.
  public var unit: Int
  /// The score, as a position in ``Campaign/scores``.
  public var score: Int
  /// The score exactly, vetoes applied; `nil` where a component has nothing to say.
  public var exact: Rational?
  /// The score in its last printed decimal, rounded half up once.
  public var value: Int64?
  /// The grade of the score as printed, as a position in ``Score/grades``; `nil` where it is below them all.
  public var grade: Int?
  /// The vetoes that apply, as positions in ``Score/vetoes``.
  public var vetoes: [Int]
  /// Whether answers are missing that may change it.
  public var isProvisional: Bool
  /// The figure of each component.
  public var figures: [Figure?]
  /// The rank among its siblings, equals sharing it; `nil` where it has none.
  public var rank: Int?

  /// A score.
  public init(
    unit: Int, score: Int, exact: Rational?, value: Int64?, grade: Int?, vetoes: [Int],
    isProvisional: Bool, figures: [Figure?], rank: Int? = nil
  ) {
    self.unit = unit
    self.score = score
    self.exact = exact
    self.value = value
    self.grade = grade
    self.vetoes = vetoes
    self.isProvisional = isProvisional
    self.figures = figures
    self.rank = rank
  }
}
