import Model

/// What a heading stands for.
enum HeadingMeaning: Hashable, Sendable {
  case code, name, month, ignored
  /// An item of ``Campaign/items``.
  case item(Int)
}

/// All the headings that a campaign knows.
struct Vocabulary: Sendable {
  let forms: [Form]
  let items: [Item]
  /// By heading as ``Folding/name(_:)`` shapes it; several where forms share a label.
  private let meanings: [String: [HeadingMeaning]]

  static let codeHeadings = ["单位代码", "代码", "单位编码", "code", "unit code"]
  private static let special: [(headings: [String], meaning: HeadingMeaning)] = [
    (codeHeadings, .code),
    (["单位名称", "名称", "单位", "name", "unit name"], .name),
    (["月份", "报送月份", "month"], .month),
    (["序号", "no.", "no"], .ignored),
  ]

  init(_ campaign: Campaign) {
    forms = campaign.forms
    items = campaign.items
    var meanings: [String: [HeadingMeaning]] = [:]
    for (place, item) in campaign.items.enumerated() {
      for heading in [item.label] + item.aliases + [item.id] {
        let shaped = Folding.name(heading)
        if meanings[shaped]?.contains(.item(place)) != true {
          meanings[shaped, default: []].append(.item(place))
        }
      }
    }
    // A form may use a special heading for an item of its own; then that is what it means.
    for (headings, meaning) in Vocabulary.special {
      for heading in headings.map(Folding.name) where meanings[heading] == nil {
        meanings[heading] = [meaning]
      }
    }
    self.meanings = meanings
  }

  /// What a heading may stand for, in any form.
  func meanings(of heading: String) -> [HeadingMeaning] { meanings[Folding.name(heading)] ?? [] }

  /// What a heading stands for in a form.
  func meaning(of heading: String, in form: Form) -> HeadingMeaning? {
    meanings(of: heading).first {
      if case .item(let item) = $0 { form.items.contains(item) } else { true }
    }
  }

  /// The label most like an unknown heading of a form.
  func nearest(to heading: String, in form: Form) -> String? {
    Nearest.name(to: heading, among: ["单位代码", "单位名称", "月份"] + items[form.items].map(\.label))
  }
}
