public import Model

/// The checks with other months and siblings, so that several threads may share the numbers: ``cells(_:)`` of ranges of
/// items, then ``findings(with:)``.
public struct AcrossChecks: Sendable {
  private let context: CheckContext
  private let kin: Kin
  /// The items that are numbers, each with its form.
  private let items: [(form: Int, item: Int)]
  /// What the checks of whole rows have found.
  private let rows: CheckLog
  /// By form the units whose whole row is in doubt.
  private let swapped: [[Bool]]

  /// What checks of single numbers have found in some items.
  public struct Cells: Sendable {
    fileprivate let log: CheckLog
  }

  /// Runs the checks of whole rows.
  public init(_ input: CheckInput) {
    let context = CheckContext(campaign: input.campaign, returns: input.returns, earlier: input.earlier)
    var log = CheckLog()
    StockFlowBroken.find(in: context, &log)
    FlagFell.find(in: context, &log)
    Copied.find(in: context, &log)
    kin = Kin(context.roster)
    SameAsSibling.find(in: context, among: kin, &log)
    swapped = SwappedRows.find(in: context, &log)
    items = context.forms.flatMap { form, _ in context.numbers(form).map { (form: form, item: $0) } }
    self.context = context
    rows = log
  }

  /// How many items there are to check.
  public var itemCount: Int { items.count }

  /// Checks the numbers of some items.
  public func cells(_ range: Range<Int>) -> Cells {
    var log = CheckLog()
    let checks = CellChecks(context)
    for (form, item) in items[range] {
      checks.find(item, of: form, in: context, passing: swapped[form], among: kin, &log)
    }
    return Cells(log: log)
  }

  /// All findings, by form, unit and item; `cells` are those of all items, in their order.
  public func findings(with cells: [Cells]) -> [Finding] {
    var log = rows
    for some in cells { log.merge(some.log) }
    for rule in context.campaign.checks.rules where !RuleEvaluation.isOwn(rule, context.campaign) {
      RuleViolated.find(rule, in: context, &log)
    }
    return log.inOrder()
  }
}
