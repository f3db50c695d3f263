internal import Model

/// Parts of a formula in a reader's words.
extension Formula {
  /// What a part looks at, in the order in which it is written: items, and whole calls that look elsewhere.
  func terms(of node: Int) -> [Int] {
    var terms: [Int] = []
    var rest = [node]
    while let next = rest.popLast() {
      switch syntax.nodes[next].kind {
      case .name: terms.append(next)
      case .call(let function, _) where function.looksElsewhere: terms.append(next)
      case let kind: rest += kind.parts
      }
    }
    return terms.sorted { syntax.nodes[$0].span.start < syntax.nodes[$1].span.start }
  }

  /// A part as it is written, but with the labels of items and with words for what looks elsewhere.
  func text(of node: Int, _ language: Language) -> String {
    switch syntax.nodes[node].kind {
    case .name(let name):
      guard case .success(let item) = names.find(name) else { return name }
      return names.items[item].label
    case .call(let function, let arguments) where function.looksElsewhere:
      let inner = arguments.map { text(of: $0, language) }.joined(separator: ", ")
      return Formula.words(function, inner, language)
    default: return spliced(node, language)
    }
  }

  private func spliced(_ node: Int, _ language: Language) -> String {
    let characters = Array(source)
    let extent = syntax.nodes[node].extent
    var text = ""
    var next = extent.start
    for term in terms(of: node) {
      let span = syntax.nodes[term].span
      text += String(characters[next..<span.start]) + self.text(of: term, language)
      next = span.start + span.length
    }
    return text + String(characters[next..<extent.start + extent.length])
  }

  private static func words(_ function: Function, _ inner: String, _ language: Language) -> String {
    switch function {
    case .prior: language.pick("上月\(inner)", "\(inner) of the month before")
    case .parent: language.pick("上级\(inner)", "\(inner) of the unit above")
    case .children: language.pick("下级\(inner)合计", "\(inner) of the units below together")
    case .childrenCount: language.pick("下级有\(inner)的单位数", "units below with \(inner)")
    case .coalesce, .abs, .age, .min, .max: inner
    }
  }
}
