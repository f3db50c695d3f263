import Model
import Yams

/// Ledgers as the configuration would give them.
extension ConfigPrinter {
  /// What the file of a ledger has behind its group.
  static func ledger(_ ledger: Ledger, _ form: Form, _ campaign: Campaign) -> [(String, Node)] {
    var entries = [("mode", text(ledger.mode.rawValue))]
    let id = { (column: Int) in text(ledger.columns[column].id) }
    if let prefix = ledger.unitPrefix {
      entries.append(("unit", map([("prefix", id(prefix.column)), ("length", number(prefix.length))])))
    }
    for (key, column) in [("key", ledger.key), ("opened", ledger.opened), ("closed", ledger.closed)] {
      if let column { entries.append((key, id(column))) }
    }
    let columns = ledger.columns.map { column in
      let (first, last) = itemEntries(column)
      return map(first + last)
    }
    let sequence = { (nodes: [Node]) in Node.sequence(Node.Sequence(nodes)) }
    return entries + [
      ("columns", sequence(columns)), ("derived", sequence(derived(ledger, form, campaign))),
      ("tables", sequence(ledger.tables.map(table))), ("checks", rules(form, campaign)),
    ]
  }

  private static func derived(_ ledger: Ledger, _ form: Form, _ campaign: Campaign) -> [Node] {
    let items = Array(campaign.items[form.items])
    return ledger.listed.compactMap { position in
      let (item, derived) = (items[position], ledger.derived[position])
      var (id, label) = (item.id, item.label)
      var condition = derived.condition
      let made: (String, String)
      switch derived.kind {
      case .count:
        made = ("count", condition.isEmpty ? "all" : condition)
        condition = ""
      case .sum(let formula) where isMean(position, ledger):
        let suffix = DerivedItems.meanSuffixes(campaign.language).sum
        id = String(id.dropLast(".sum".count))
        label = label.hasSuffix(suffix) ? String(label.dropLast(suffix.count)) : label
        made = ("mean", formula)
      case .sum(let formula): made = ("sum", formula)
      case .whole(.distinct, let formula): made = ("distinct", column(named: formula, ledger))
      case .whole(let statistic, let formula): made = (statistic.rawValue, formula)
      // The rest stands in no file: what every ledger has, and the second half of a mean.
      case .given, .moved, .cells, .filled, .updated: return nil
      }
      var entries = [("id", text(id)), ("label", text(label)), (made.0, text(made.1))]
      if !condition.isEmpty { entries.append(("where", text(condition))) }
      return map(entries + [("measure", text(item.measure))])
    }
  }

  /// Whether a sum is the first half of a mean.
  private static func isMean(_ position: Int, _ ledger: Ledger) -> Bool {
    guard ledger.listed.contains(position + 1), case .given = ledger.derived[position + 1].kind else {
      return false
    }
    return true
  }

  /// The id of a column from its name in a formula.
  private static func column(named name: String, _ ledger: Ledger) -> String {
    ledger.columns.first { LedgerReader.quoted($0.id) == name }?.id ?? name
  }

  private static func table(_ table: LedgerTable) -> Node {
    let source = table.source
    var entries = [("id", text(table.id)), ("label", text(table.label))]
    switch table.shape {
    case .shares: entries.append(("shares", text(source.rows)))
    case .cross: entries.append(("cross", list([source.rows, source.columns])))
    case .pyramid:
      entries.append(("ages", text(source.rows)))
      if !source.columns.isEmpty { entries.append(("by", text(source.columns))) }
      entries += [
        ("from", number(source.from)), ("to", number(source.to)), ("step", number(source.step)),
      ]
    }
    if !source.condition.isEmpty { entries.append(("where", text(source.condition))) }
    return map(entries)
  }

  static func rowRule(_ rule: RowRule, _ campaign: Campaign) -> Node {
    map([
      ("id", text(rule.id)), ("each", text(rule.formula)), ("severity", text(rule.severity.name)),
      ("message", text(rule.message)), ("levels", levels(rule.levels, campaign)),
    ])
  }
}
