import Formula
import Model
import Yams

/// What the file of a form or a ledger says. What refers to items of other forms is read once all are known.
struct FormReading {
  /// The kinds of form.
  enum Kind: String, CaseIterable {
    case form, ledger
  }

  let file: ConfigFile
  var form: Form
  /// The items of the form; of a ledger those that are derived.
  var items: [Item]
  /// Whether all items or columns are known, columns with their types: what names one that is not seems wrong for that
  /// alone. An item without a type is in ``Doubts``.
  var isWhole = true
  /// The rules of a form, not read yet.
  var rules: [ConfigMap] = []
  /// The items that a ledger's should equal, as positions in the campaign's items, with where that is said.
  var links: [(item: Int, node: Node)] = []
  /// The ledger that the items are derived from.
  var ledger: Ledger?
  /// The rules of a ledger.
  var ledgerRules: [LedgerRule] = []
}

/// A rule of a ledger; that of a unit waits for the items of all forms.
struct LedgerRule {
  /// What it is about.
  enum About {
    /// A row: the rule is in the ledger.
    case row
    /// A unit: the condition, and where it stands.
    case unit(LiftedCondition, Node)
  }

  let map: ConfigMap
  var id: String
  var about: About
  var severity: Severity
  var message: String
  var levels: SmallSet
}

/// Checks the items of forms that a ledger's should equal.
struct LedgerLinks {
  let forms: [Form]
  let items: [Item]

  func check(_ reading: FormReading) {
    let derived = forms.filter { $0.ledger != nil }.flatMap(\.items)
    for (item, node) in reading.links {
      let (id, name) = (items[item].id, items[item].ledgerItem)
      guard let found = derived.first(where: { items[$0].id == name }) else {
        reading.file.report(.unknownName(name, what: .item, known: derived.map { items[$0].id }), at: node)
        continue
      }
      let decimals = items[item].type.decimals
      if decimals == nil || decimals != items[found].type.decimals {
        reading.file.report(.ledger(.unlike(id, name)), at: node)
      }
    }
  }
}
