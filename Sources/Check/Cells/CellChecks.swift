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
      guard let found = found(cell, &values) else { continue }
      log.add(found.reason, form: form, unit: cell.unit, item: item, in: context)
    }
  }

  private func found(_ cell: CellCase, _ kin: inout KinValues) -> CellFinding? {
    if let found = scale?.found(cell, &kin) { return found }
    if cell.months > 0, let found = foundInMonths(cell) { return found }
    return outlierSiblings?.found(cell, &kin)
  }

  /// What the unit's own earlier values say.
  private func foundInMonths(_ cell: CellCase) -> CellFinding? {
    if let found = transposed?.found(cell) { return found }
    if let found = fell?.found(cell) { return found }
    if let found = jump?.found(cell) { return found }
    return outlierOwn?.found(cell)
  }
}

/// What a check of a cell has found. A class: nearly all find nothing, and to hand back no class costs nothing.
final class CellFinding {
  let reason: any CheckReason

  init(_ reason: any CheckReason) { self.reason = reason }
}
