internal import Model

/// The names by which a formula may call items.
struct ItemNames {
  let items: [Item]
  private var byID: [String: Int] = [:]
  private var byLabel: [String: [Int]] = [:]

  /// An item, or why there is none.
  enum Found {
    case success(Int)
    case failure(FormulaError.Kind)
  }

  init(_ items: [Item]) {
    self.items = items
    for (index, item) in items.enumerated() {
      byID[item.id] = byID[item.id] ?? index
      byLabel[item.label, default: []].append(index)
    }
  }

  /// The item with that id or, if none has, with that label.
  func find(_ name: String) -> Found {
    if let item = byID[name] { return .success(item) }
    let found = byLabel[name] ?? []
    if let item = found.first {
      guard found.count > 1 else { return .success(item) }
      return .failure(.ambiguousItem(name, ids: found.map { items[$0].id }))
    }
    let nearest = Nearest.name(to: name, among: items.map(\.id) + items.map(\.label))
    return .failure(.unknownItem(name, nearest: nearest))
  }

  /// The position of an answer by its id or, if none has it, by its label.
  static func answer(_ text: String, among choices: [Choice]) -> Int? {
    choices.firstIndex { $0.id == text } ?? choices.firstIndex { $0.label == text }
  }
}
