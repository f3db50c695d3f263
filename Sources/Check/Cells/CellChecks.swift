import Model

/// The checks of single numbers against history and siblings. Of one cell one finding is told: that of the check
/// which says most about it.
struct CellChecks {
  private let scale: ScaleCheck?
  private let transposed: TransposedCheck?
  private let fell: StockFellCheck?
  private let jump: JumpCheck?
  private let outlierOwn: OutlierOwnCheck?
  private let outlierSiblings: OutlierSiblingsCheck?

  init(_ context: CheckContext) {
    scale = context.setting(.scale).map(ScaleCheck.init)
    transposed = context.setting(.transposed).map(TransposedCheck.init)
    fell = context.setting(.stockFell).map(StockFellCheck.init)
    jump = context.setting(.jump).map(JumpCheck.init)
    outlierOwn = context.setting(.outlierOwn).map(OutlierOwnCheck.init)
    outlierSiblings = context.setting(.outlierSiblings).map(OutlierSiblingsCheck.init)
  }

  /// Checks every number of an item; `passed` are the units whose whole row is in doubt.
  func find(
    _ item: Int, of form: Int, in context: CheckContext, passing passed: [Bool], among kin: Kin,
    _ log: inout CheckLog
  ) {
    let cell = CellCase(item, context)
    var values = KinValues(kin, context.returns.columns[item])
    for unit in 0..<context.count where !passed[unit] && cell.load(unit) {
      guard let reason = reason(cell, &values) else { continue }
      add(reason, form, cell, item, context, &log)
    }
  }

  private func reason(_ cell: CellCase, _ kin: inout KinValues) -> (any CheckReason)? {
    if let found = scale?.reason(cell, &kin) { return found }
    if let found = transposed?.reason(cell) { return found }
    if let found = fell?.reason(cell) { return found }
    if let found = jump?.reason(cell) { return found }
    if let found = outlierOwn?.reason(cell) { return found }
    return outlierSiblings?.reason(cell, &kin)
  }

  private func add(
    _ reason: any CheckReason, _ form: Int, _ cell: CellCase, _ item: Int, _ context: CheckContext,
    _ log: inout CheckLog
  ) {
    log.add(reason, form: form, unit: cell.unit, item: item, in: context)
  }
}
