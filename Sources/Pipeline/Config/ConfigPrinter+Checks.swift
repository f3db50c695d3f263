import Model
import Yams

/// The checks as the configuration would give them.
extension ConfigPrinter {
  /// `checks:` of campaign.yaml, every check with all its thresholds.
  static func checks(_ campaign: Campaign) -> Node {
    map(
      BuiltInCheck.allCases.map { check in
        let setting = campaign.checks[check]
        var entries = [
          ("on", plain(setting.isOn ? "true" : "false")), ("severity", text(setting.severity.name)),
        ]
        entries += check.limits.map { ($0.limit.rawValue, number(setting[$0.limit])) }
        if check == .stockFlow {
          let flows = campaign.checks.stockFlows.map { flow($0, campaign) }
          entries.append(("flows", .sequence(Node.Sequence(flows))))
        }
        return (check.rawValue, map(entries))
      })
  }

  private static func flow(_ flow: StockFlow, _ campaign: Campaign) -> Node {
    let named = [("stock", flow.stock), ("in", flow.inflow), ("out", flow.outflow)]
    return map(named.compactMap { key, item in item.map { (key, text(campaign.items[$0].id)) } })
  }

  /// `checks:` of a form.
  static func rules(_ form: Form, _ campaign: Campaign) -> Node {
    let rules = campaign.checks.rules.filter { campaign.forms[$0.form].id == form.id }
    let ofRows = form.ledger.map { campaign.ledgers[$0].rules } ?? []
    return .sequence(
      Node.Sequence(
        ofRows.map { rowRule($0, campaign) }
          + rules.map { rule in
            map([
              ("id", text(rule.id)),
              ("require", text(rule.written.isEmpty ? rule.formula : rule.written)),
              ("severity", text(rule.severity.name)), ("message", text(rule.message)),
              ("levels", levels(rule.levels, campaign)),
            ])
          }))
  }

  /// A bound of a number as the form gives it.
  static func bound(_ value: Int64, of item: Item) -> Node {
    plain(Quotient.text(value, decimals: item.type.decimals ?? 0))
  }
}
