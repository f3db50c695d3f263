import Model

/// What became of units between two months, in words.
struct UnitChangeWords {
  let units: [UnitChange]
  let words: Words
  /// How many units of a kind are named.
  private static let longest = 20

  private var language: Language { words.language }

  /// A line for each kind that occurs: the number by level, and names.
  var lines: [String] {
    UnitChange.Kind.allCases.compactMap { kind in
      let found = units.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      let names = words.join(found.prefix(Self.longest).map(name))
      let rest =
        found.count > Self.longest
        ? language.pick("等\(found.count)个", " and others, \(found.count) in all") : ""
      return language.pick(
        "\(kind.label(language))\(counts(found))：\(names)\(rest)。",
        "\(kind.label(language).capitalised) (\(counts(found))): \(names)\(rest).")
    }
  }

  /// 县1个、乡镇12个.
  private func counts(_ changes: [UnitChange]) -> String {
    let levels = changes.compactMap { ($0.after ?? $0.before)?.level }
    return words.join(
      Set(levels).sorted().map { level in
        let count = levels.count { $0 == level }
        return language.pick("\(words.level(level))\(count)个", "\(words.level(level)) \(count)")
      })
  }

  private func name(_ change: UnitChange) -> String {
    let (before, after) = (change.before?.name ?? "", change.after?.name ?? "")
    switch change.kind {
    case .new: return after
    case .gone: return before
    case .renamed: return "\(before)→\(after)"
    case .recoded:
      let codes = [change.before, change.after].map { $0?.code.description ?? "" }.joined(separator: "→")
      let name = before == after ? after : "\(before)→\(after)"
      return language.pick("\(name)（\(codes)）", "\(name) (\(codes))")
    case .merged: return language.pick("\(before)并入\(after)", "\(before) into \(after)")
    case .moved, .regrouped:
      let detail = Self.detail(change, words)
      return detail.isEmpty ? after : language.pick("\(after)（\(detail)）", "\(after) (\(detail))")
    }
  }

  /// What differs: the units above, the levels, the groups.
  static func detail(_ change: UnitChange, _ words: Words) -> String {
    var parts: [String] = []
    if let before = change.before, let after = change.after, before.level != after.level {
      parts.append("\(words.level(before.level))→\(words.level(after.level))")
    }
    let (before, after) = change.detail
    if before != after {
      let none = words.language.pick("无", "none")
      parts.append("\(before.isEmpty ? none : before)→\(after.isEmpty ? none : after)")
    }
    return words.join(parts)
  }

  /// All of them, one a row.
  var grid: Grid {
    let zh = ["变动", "原代码", "原名称", "原层级", "现代码", "现名称", "现层级", "说明"]
    let en = [
      "Change", "Code before", "Name before", "Level before", "Code", "Name", "Level", "What differs",
    ]
    return Grid(
      caption: language.pick("名录变动", "Changes of the registry"),
      columns: (language == .zh ? zh : en).map { GridColumn($0, numeric: false) },
      rows: units.map { change in
        var texts = [change.kind.label(language).capitalised]
        for named in [change.before, change.after] {
          texts.append(named?.code.description ?? "")
          texts.append(named?.name ?? "")
          texts.append(named.map { words.level($0.level) } ?? "")
        }
        texts.append(Self.detail(change, words))
        return GridRow(texts.map(Cell.text))
      })
  }
}

extension UnitChange.Kind {
  /// The name in print.
  func label(_ language: Language) -> String {
    switch self {
    case .new: language.pick("新设", "new")
    case .gone: language.pick("撤销", "gone")
    case .renamed: language.pick("更名", "renamed")
    case .recoded: language.pick("代码变更", "new code")
    case .merged: language.pick("合并", "merged")
    case .moved: language.pick("划转", "moved")
    case .regrouped: language.pick("层级或分组调整", "level or groups changed")
    }
  }
}
