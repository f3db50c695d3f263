public import Model

extension Formula {
  /// The items whose values it needs, not only whether there is one (`is null`), each with the first character of its
  /// name in the formula, 1 for the first; in the order in which they are written.
  public var valuesUsed: [(item: Int, column: Int)] {
    var isAsked = [Bool](repeating: false, count: syntax.nodes.count)
    for node in syntax.nodes { if case .isNull(let part, _) = node.kind { isAsked[part] = true } }
    return syntax.nodes.indices.compactMap { node in
      guard !isAsked[node], case .name(let name) = syntax.nodes[node].kind,
        case .success(let item) = names.find(name)
      else { return nil }
      return (item, syntax.nodes[node].span.start + 1)
    }
  }

  /// The formula as it is written, but with the labels of items.
  public func text(_ language: Language) -> String { text(of: syntax.nodes.count - 1, language) }
}
