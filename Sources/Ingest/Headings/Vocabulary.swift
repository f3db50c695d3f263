import Model

/// What a heading stands for.
enum HeadingMeaning: Hashable, Sendable {
  case code, name, month, ignored
  /// The name of a unit of that rank, or of the unit above of that rank.
  case level(Int)
  /// An item of ``Campaign/items``.
  case item(Int)

  /// Whether such a column says which unit a row is about.
  var saysUnit: Bool {
    switch self {
    case .code, .name, .level: true
    case .month, .ignored, .item: false
    }
  }

  /// Whether it is no item.
  var isSpecial: Bool {
    if case .item = self { false } else { true }
  }
}

/// All the headings that a campaign knows.
struct Vocabulary: Sendable {
  let forms: [Form]
  let items: [Item]
  /// For each form the item of which the beginning is the unit's code, with its length; `nil` where none is.
  let prefixes: [(item: Int, length: Int)?]
  /// By heading as ``Folding/name(_:)`` shapes it; several where forms share a label.
  private let meanings: [String: [HeadingMeaning]]

  static let codeHeadings = ["单位代码", "代码", "单位编码", "code", "unit code"]
  private static let special: [(headings: [String], meaning: HeadingMeaning)] = [
    (codeHeadings, .code),
    (["单位名称", "名称", "单位", "name", "unit name"], .name),
    (["月份", "报送月份", "month"], .month),
    (["序号", "no.", "no"], .ignored),
  ]

  /// Common headings of columns of names, by a sign that the level's label has. The first sign counts: 省(区、市)
  /// is a province, 县(市、区) a county.
  private static let levelHeadings: [(sign: String, headings: [String])] = [
    ("省", ["省", "省份", "省(区、市)"]),
    ("乡", ["乡镇", "乡", "镇", "乡(镇)", "乡镇(街道)", "乡镇街道", "乡(镇、街道)", "街道"]),
    ("镇", ["乡镇", "乡", "镇", "乡(镇)", "乡镇(街道)", "乡镇街道", "乡(镇、街道)", "街道"]),
    ("县", ["县", "区县", "县区", "市县", "县市区", "县(区)", "县(市)", "县(市、区)"]),
    ("区", ["县", "区县", "县区", "县市区", "县(区)", "县(市、区)"]),
    ("市", ["市", "地市", "市州", "市(州)", "州市"]),
  ]

  init(_ campaign: Campaign) {
    forms = campaign.forms
    items = campaign.items
    prefixes = campaign.forms.map { form in
      form.ledger.flatMap { campaign.ledgers[$0].unitPrefix }.map {
        (form.items.lowerBound + $0.column, $0.length)
      }
    }
    var meanings: [String: [HeadingMeaning]] = [:]
    // What is derived from a ledger stands on no sheet.
    let isOnSheet = Set(campaign.forms.flatMap(\.items))
    for (place, item) in campaign.items.enumerated() where isOnSheet.contains(place) {
      let known = [item.label] + item.aliases
      // The form may write the measure where the sheet does not.
      let bare = known.compactMap { heading in
        HeadingMeasure.split(heading).flatMap {
          HeadingMeasure.agrees($0.measure, with: item) ? $0.base : nil
        }
      }
      for heading in known + [item.id] + bare {
        let shaped = Folding.name(heading)
        if meanings[shaped]?.contains(.item(place)) != true {
          meanings[shaped, default: []].append(.item(place))
        }
      }
    }
    // A form may use a special heading for an item of its own; then that is what it means there.
    let special = Vocabulary.special.flatMap { all in all.headings.map { (Folding.name($0), all.meaning) } }
    let levels = Vocabulary.levels(campaign.levels).map { ($0, HeadingMeaning.level($1)) }
    for (heading, meaning) in special + levels where !(meanings[heading] ?? []).contains(where: \.isSpecial) {
      meanings[heading, default: []].append(meaning)
    }
    self.meanings = meanings
  }

  /// The headings of columns of names, shaped, with the rank of their level.
  private static func levels(_ levels: Levels) -> [(String, Int)] {
    levels.all.enumerated().flatMap { rank, level in
      let common = levelHeadings.first { level.label.contains($0.sign) }?.headings ?? []
      return ([level.label, level.id] + common).flatMap { heading in
        ["", "名称", "名"].map { (Folding.name(heading + $0), rank) }
      }
    }
  }

  /// What a heading may stand for, in any form: the heading itself, or without a bracket that gives the item's
  /// measure.
  func meanings(of heading: String) -> [HeadingMeaning] {
    if let exact = meanings[Folding.name(heading)] { return exact }
    return bracketed(heading).filter { meaning, word in
      if case .item(let item) = meaning { HeadingMeasure.agrees(word, with: items[item]) } else { false }
    }
    .map(\.meaning)
  }

  /// The item of a form that a heading names with another measure than the item's.
  func otherMeasure(_ heading: String, in form: Form) -> (item: Int, given: String)? {
    for case (.item(let item), let word) in bracketed(heading)
    where form.items.contains(item) && HeadingMeasure.isMeasure(word) {
      return (item, word)
    }
    return nil
  }

  /// Whether a heading means something, be it in another measure than an item's.
  private func isKnown(_ heading: String) -> Bool {
    !meanings(of: heading).isEmpty || bracketed(heading).contains { HeadingMeasure.isMeasure($0.word) }
  }

  /// What a heading stands for without the bracket at its end, and what is in that.
  private func bracketed(_ heading: String) -> [(meaning: HeadingMeaning, word: String)] {
    guard let (base, word) = HeadingMeasure.split(heading) else { return [] }
    return (meanings[base] ?? []).map { ($0, word) }
  }

  /// The headings of two rows as one: below a group's heading, which is merged over several columns or left blank
  /// to its right, stand those of its items. Of each column the first of these that means something: both parts
  /// together, the lower one if it stands there once, the upper one if nothing is below it.
  func joined(_ upper: [String], _ lower: [String]) -> (headings: [String], usesLower: Bool) {
    let below = lower.map { Folding.name($0) }
    let times = Dictionary(below.map { ($0, 1) }, uniquingKeysWith: +)
    var (headings, group, usesLower) = ([String](), "", false)
    for column in 0..<max(upper.count, lower.count) {
      let top = column < upper.count ? Folding.trimmed(upper[column]) : ""
      let bottom = column < lower.count ? Folding.trimmed(lower[column]) : ""
      if !top.isEmpty { group = bottom.isEmpty ? "" : top }
      if bottom.isEmpty {
        headings.append(top)
      } else if group.isEmpty {
        headings.append(bottom)
        usesLower = usesLower || !meanings(of: bottom).isEmpty
      } else {
        let whole = ["—", "-", "", ":", "/", "_"].map { group + $0 + bottom } + [group + "(" + bottom + ")"]
        let isAlone = times[below[column]] == 1
        let known = (whole + (isAlone ? [bottom] : [])).first(where: isKnown)
        headings.append(known ?? whole[0])
        usesLower = usesLower || known != nil
      }
    }
    return (headings, usesLower)
  }

  /// What a heading stands for in a form.
  func meaning(of heading: String, in form: Form) -> HeadingMeaning? {
    Vocabulary.meaning(among: meanings(of: heading), in: form)
  }

  /// Whether headings that may mean these say which unit a row of that form is about.
  func sayUnit(_ meanings: [[HeadingMeaning]], inForm form: Int) -> Bool {
    meanings.contains { all in
      guard let meaning = Vocabulary.meaning(among: all, in: forms[form]) else { return false }
      return meaning.saysUnit || isPrefix(meaning, inForm: form)
    }
  }

  /// Whether that is the column of which the beginning is the unit's code.
  func isPrefix(_ meaning: HeadingMeaning, inForm form: Int) -> Bool {
    prefixes[form].map { meaning == .item($0.item) } ?? false
  }

  private static func meaning(among meanings: [HeadingMeaning], in form: Form) -> HeadingMeaning? {
    meanings.first {
      if case .item(let item) = $0 { form.items.contains(item) } else { true }
    }
  }

  /// The label most like an unknown heading of a form.
  func nearest(to heading: String, in form: Form) -> String? {
    Nearest.name(to: heading, among: ["单位代码", "单位名称", "月份"] + items[form.items].map(\.label))
  }
}
