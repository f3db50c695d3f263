import Model

/// The parts of an item do not add up to it. A part that does not apply adds nothing; where the whole or a part
/// is missing, nothing is said.
struct PartsSum: CheckReason {
  /// A cell that is likely to be wrong, and what would make the sum right.
  struct Suspect: Hashable, Sendable {
    let item, given, fitting: String
  }

  static let code = BuiltInCheck.partsSum.rawValue
  var weight: CheckWeight
  /// The labels of the parts.
  let parts: [String]
  /// The whole as given, and the sum of the parts.
  let whole, sum: String
  /// The one cell that one slip of the pen would explain.
  let suspect: Suspect?

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.partsSum) else { return }
    for (form, found) in context.forms {
      for whole in found.items where !context.campaign.items[whole].parts.isEmpty {
        let names = Set(context.campaign.items[whole].parts)
        let parts = found.items.filter { names.contains(context.campaign.items[$0].id) }
        let columns = parts.map { context.returns.columns[$0] }
        let wholes = context.returns.columns[whole]
        let tolerance = Int64(setting[.tolerance]).multipliedReportingOverflow(by: context.one(whole))
        guard context.one(whole) > 0, !tolerance.overflow else { continue }
        for unit in 0..<context.count {
          guard let stated = wholes[unit], let sum = sum(columns, unit) else { continue }
          let (gap, overflow) = stated.subtractingReportingOverflow(sum)
          guard overflow || gap.magnitude > tolerance.partialValue.magnitude else { continue }
          let reason = PartsSum(
            weight: CheckWeight(setting.severity), parts: parts.map { context.campaign.items[$0].label },
            whole: context.shown(stated, of: whole), sum: context.shown(sum, of: whole),
            suspect: suspect(stated, sum, [whole] + parts, unit, context))
          log.add(reason, form: form, unit: unit, item: whole, in: context)
        }
      }
    }
  }

  /// The sum of the parts; `nil` where one is missing, all do not apply, or it does not fit into 64 bits.
  private static func sum(_ columns: [ItemColumn], _ unit: Int) -> Int64? {
    var (sum, hasValue) = (Int64(0), false)
    for column in columns {
      switch column.states[unit] {
      case .value:
        let (next, overflow) = sum.addingReportingOverflow(column.values[unit])
        guard !overflow else { return nil }
        (sum, hasValue) = (next, true)
      case .notApplicable, .notAsked: break
      case .notReported, .blank, .unreadable: return nil
      }
    }
    return hasValue ? sum : nil
  }

  /// The one cell in which two digits changed places, or a zero too many or too few, explains the gap.
  private static func suspect(
    _ stated: Int64, _ sum: Int64, _ items: [Int], _ unit: Int, _ context: CheckContext
  ) -> Suspect? {
    var found: [Suspect] = []
    for (place, item) in items.enumerated() {
      guard let value = context.returns.columns[item][unit], value > 9 || place == 0 else { continue }
      let wanted = place == 0 ? sum : stated.subtractingReportingOverflow(sum &- value).partialValue
      guard wanted > 0, Slip.isOne(value, for: wanted) else { continue }
      found.append(
        Suspect(
          item: context.campaign.items[item].label, given: context.shown(value, of: item),
          fitting: context.shown(wanted, of: item)))
    }
    return found.count == 1 ? found.first : nil
  }

  func text(_ language: Language) -> String {
    let listed = parts.joined(separator: language.pick("、", ", "))
    let hint =
      suspect.map {
        language.pick(
          "可能是“\($0.item)”的 \($0.given) 应为 \($0.fitting)。",
          " Perhaps \($0.item) is \($0.fitting) and not \($0.given).")
      } ?? ""
    return language.pick(
      "总数填 \(whole)，各分项（\(listed)）合计 \(sum)，两者不等。\(hint)请核对后更正总数或分项。",
      "The whole is \(whole), while its parts (\(listed)) add up to \(sum).\(hint) Check both and correct the wrong one."
    )
  }
}
