public import Model

/// A sum that does not fit into 64 bits.
public struct SumOverflow: FindingReason {
  /// The stable name.
  public static let code = "sum-overflow"
  /// The figure is not published, for this unit and those above it.
  public var severity: Severity { .reject }

  /// The reason.
  public init() {}

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "该单位及其下级的合计超出可计算的范围，这一指标未发布。请查找下级单位中大得不合理的数据。",
      "The sum of this unit and those below it is too large to compute, so the figure is not published. Look for a value that cannot be."
    )
  }
}

/// Operations of an indicator's formula that do not fit into 64 bits.
public struct FormulaOverflow: FindingReason {
  /// The stable name.
  public static let code = "formula-overflow"
  /// The units concerned count as not having answered.
  public var severity: Severity { .reject }

  /// How many operations did not fit.
  public let count: Int

  /// The reason.
  public init(count: Int) { self.count = count }

  /// What is wrong and what to do.
  public func message(_ language: Language) -> String {
    language.pick(
      "这一指标的公式有\(count)次运算超出可计算的范围，有关单位按未答复处理。请查找大得不合理的数据。",
      "\(count) operations of this indicator's formula are too large to compute; the units concerned count as not having answered. Look for values that cannot be."
    )
  }
}

extension Figures {
  /// What did not fit into 64 bits: for each indicator the units where it first happened, from below.
  public func overflowFindings(_ campaign: Campaign, _ roster: Roster) -> [Finding] {
    let nowhere = Place(file: "")
    var findings: [Finding] = []
    for (indicator, count) in overflows.enumerated() where count > 0 {
      let label = campaign.indicators[indicator].label
      findings.append(Finding(FormulaOverflow(count: count), at: nowhere, item: label))
    }
    for series in series where !series.fitsEverywhere {
      let label = campaign.indicators[series.key.indicator].label
      for unit in roster.units.indices where !series.fits(unit) {
        guard roster.children(of: unit).allSatisfy({ series.fits($0) }) else { continue }
        findings.append(
          Finding(SumOverflow(), at: nowhere, unit: roster.units[unit].code, item: label))
      }
    }
    return findings
  }
}
