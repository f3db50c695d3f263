import Model

/// The items that are derived from the rows of a ledger, with how they are made.
struct DerivedItems {
  private(set) var items: [Item] = []
  private(set) var derived: [Derived] = []
  /// How many were added; of more than the limit the rest is not kept.
  private(set) var count = 0
  private var ids: Set<String> = []
  private let levels: Levels
  private let filledBy: SmallSet

  /// No items yet; `filledBy` are the ranks of the levels that keep the ledger.
  init(levels: Levels, filledBy: SmallSet) {
    self.levels = levels
    self.filledBy = filledBy
  }

  /// The position that the next item takes in the ledger's form.
  var next: Int { items.count }

  /// Adds an item; says whether no other has its id.
  mutating func add(
    _ derived: Derived, id: String, label: String, type: ItemType = .count, measure: String = ""
  ) -> Bool {
    count += 1
    guard count <= LedgerReader.itemLimit else { return true }
    let isWhole = if case .whole = derived.kind { true } else { false }
    let isFlow = if case .moved = derived.kind { true } else { false }
    self.derived.append(derived)
    items.append(
      Item(
        id: id, label: label, type: type, measure: measure, overTime: isFlow ? .sum : .latest,
        overTree: isWhole ? .whole : .sum, filledBy: isWhole ? SmallSet(0..<levels.count) : filledBy,
        isOptional: true))
    return ids.insert(id).inserted
  }

  /// Adds the items that every ledger has.
  mutating func addStandard(of form: Form, _ language: Language) {
    for (name, derived) in Derived.standard {
      let what = DerivedItems.label(derived.kind, language)
      _ = add(
        derived, id: "\(form.id).\(name)",
        label: language.pick("\(form.title)\(what)", "\(form.title): \(what)"))
    }
  }

  private static func label(_ kind: Derived.Kind, _ language: Language) -> String {
    switch kind {
    case .cells: language.pick("应填项数", "cells")
    case .filled: language.pick("已填项数", "cells filled in")
    case .updated: language.pick("更新月份", "month updated")
    case .moved(.opened): language.pick("新增数", "opened")
    case .moved(.closed): language.pick("减少数", "closed")
    case .moved(.movedIn): language.pick("转入数", "moved in")
    case .moved(.movedOut): language.pick("转出数", "moved out")
    case .moved(.stayed): language.pick("保留数", "stayed")
    case .count, .sum, .given, .whole: language.pick("行数", "rows")
    }
  }

  /// What is added to the label of a mean for the items that it is made of.
  static func meanSuffixes(_ language: Language) -> (sum: String, of: String) {
    (language.pick("（合计）", " (sum)"), language.pick("（行数）", " (rows)"))
  }
}
