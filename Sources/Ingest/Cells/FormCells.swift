import Model

/// How the cells of a form are read; made once for all files.
final class FormCells: Sendable {
  let form: Form
  /// For each item how its cells are read, and how most of them are.
  let readers: [CellReader]
  let plain: [PlainCells]
  /// By the rank of a level the places of the items that its units are not asked for. All units that keep a ledger
  /// fill in all of it.
  let notAsked: [[Int]]

  /// Those of a form of the campaign.
  init(_ form: Form, _ campaign: Campaign, _ cells: [CellReader]) {
    self.form = form
    readers = Array(cells[form.items])
    plain = readers.map(\.plainCells)
    let items = campaign.items[form.items]
    notAsked = (0..<campaign.levels.count).map { level in
      guard form.ledger == nil else { return [] }
      return items.indices.filter { !items[$0].filledBy.contains(level) }.map { $0 - items.startIndex }
    }
  }
}
