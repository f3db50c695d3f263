/// How a unit and its children stand to what the campaign aims at.
public struct Goals: Sendable {
  /// For each of ``Campaign/targets`` the unit and its children, in the order of the roster; those are left out that it
  /// does not bind, and of which there is nothing to count.
  public var targets: [[Progress]]
  /// The phase that the month is in, as a position in ``Campaign/phases``.
  public var phase: Int?
  /// The same as ``targets`` for each task of that phase.
  public var tasks: [[Progress]]
  /// The scores, score by score, the unit before its children; these by rank.
  public var scores: [UnitScore]
  /// Who is on the supervision list; `nil` where there are no rules.
  public var supervision: SupervisionList?

  /// How units stand.
  public init(
    targets: [[Progress]] = [], phase: Int? = nil, tasks: [[Progress]] = [], scores: [UnitScore] = [],
    supervision: SupervisionList? = nil
  ) {
    self.targets = targets
    self.phase = phase
    self.tasks = tasks
    self.scores = scores
    self.supervision = supervision
  }

  /// Whether the campaign aims at nothing.
  public var isEmpty: Bool {
    targets.isEmpty && phase == nil && scores.isEmpty && supervision == nil
  }
}
