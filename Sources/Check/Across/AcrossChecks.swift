public import Model

/// The checks with other months and siblings, in parts, so that several threads may share them: ``part(_:)`` of each, then
/// ``findings(with:)``.
public struct AcrossChecks: Sendable {
  private let context: CheckContext
  private let kin: Kin
  /// The items that are numbers, each with its form.
  private let items: [(form: Int, item: Int)]
  /// By form the units whose whole row is in doubt, and what is said of them.
  private let swapped: [[Bool]]
  private let swaps: CheckLog

  /// What the checks of a part have found.
  public struct Part: Sendable {
    fileprivate let log: CheckLog
  }

  /// Finds the rows that are in doubt as a whole.
  public init(_ input: CheckInput) {
    let context = CheckContext(campaign: input.campaign, returns: input.returns, earlier: input.earlier)
    kin = Kin(context.roster)
    var log = CheckLog()
    swapped = SwappedRows.find(in: context, &log)
    swaps = log
    items = context.forms.flatMap { form, _ in context.numbers(form).map { (form: form, item: $0) } }
    self.context = context
  }

  /// How many parts there are: one for whole rows, and one for each item that is a number.
  public var partCount: Int { items.count + 1 }

  /// Runs the checks of a part.
  public func part(_ place: Int) -> Part {
    var log = CheckLog()
    guard place > 0 else {
      StockFlowBroken.find(in: context, &log)
      FlagFell.find(in: context, &log)
      Copied.find(in: context, &log)
      SameAsSibling.find(in: context, among: kin, &log)
      return Part(log: log)
    }
    let (form, item) = items[place - 1]
    CellChecks(context).find(item, of: form, in: context, passing: swapped[form], among: kin, &log)
    return Part(log: log)
  }

  /// All findings, by form, unit and item, of all parts in their order.
  public func findings(with parts: [Part]) -> [Finding] {
    var log = CheckLog()
    // Of one row in doubt it is said last, and before what is said of its numbers.
    for part in parts.prefix(1).map(\.log) + [swaps] + parts.dropFirst().map(\.log) { log.merge(part) }
    for rule in context.campaign.checks.rules where !RuleEvaluation.isOwn(rule, context.campaign) {
      RuleViolated.find(rule, in: context, &log)
    }
    return log.inOrder()
  }
}
