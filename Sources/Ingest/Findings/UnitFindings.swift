import Model

/// A unit that may be meant, with the unit above it.
struct UnitCandidate: Hashable, Sendable {
  let unit: NamedUnit
  /// The name of the unit above; empty for the top.
  let parent: String

  /// As many as a finding lists.
  static let most = 5

  /// `城关镇（130102001，长安县）`, one after another.
  static func list(_ candidates: [UnitCandidate], _ language: Language) -> String {
    candidates.prefix(most).map { candidate in
      let inside = [candidate.unit.code.description, candidate.parent].filter { !$0.isEmpty }
        .joined(separator: language.pick("，", ", "))
      return language.pick("\(candidate.unit.name)（\(inside)）", "\(candidate.unit.name) (\(inside))")
    }
    .joined(separator: language.pick("、", "; "))
  }
}

/// The name or code may stand for several units.
struct UnitAmbiguous: FindingReason {
  static let code = "unit-ambiguous"
  var severity: Severity { .reject }

  /// The units that may be meant, all of them or the first.
  let candidates: [UnitCandidate]
  /// How many there are.
  let count: Int

  func message(_ language: Language) -> String {
    let listed = UnitCandidate.list(candidates, language)
    let isMore = count > UnitCandidate.most
    return language.pick(
      "无法确定是哪个单位，这一行未采用。可能是：\(listed)\(isMore ? "等 \(count) 个" : "")。请写上名录里的单位代码。",
      "Which unit is meant cannot be told, so the row does not count. It may be: \(listed)\(isMore ? " and others, \(count) in all" : ""). Add the code of the registry."
    )
  }
}

/// No unit has that name.
struct UnitNameUnknown: FindingReason {
  static let code = "unit-unknown"
  var severity: Severity { .reject }

  /// Units with names like it.
  let candidates: [UnitCandidate]

  func message(_ language: Language) -> String {
    let listed = UnitCandidate.list(candidates, language)
    let like = candidates.isEmpty ? "" : language.pick("相近的有：\(listed)。", " Names like it: \(listed).")
    return language.pick(
      "名录里找不到这个单位名称，这一行未采用。\(like)请改用名录里的名称，或写上单位代码。",
      "The registry has no unit of that name here, so the row does not count.\(like) Write the registry's name, or add the code."
    )
  }
}

/// A row without a unit's name, on a sheet without codes.
struct NameMissing: FindingReason {
  static let code = "name-missing"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一行有填报内容，但没有单位名称，未采用。请补上单位名称。",
      "This row has answers but no unit name, so it does not count. Add the name.")
  }
}

/// The unit is given by a name or a code that it had before.
struct UnitFormerName: FindingReason {
  static let code = "unit-former-name"
  var severity: Severity { .note }

  /// The unit as it is called in the month.
  let today: NamedUnit

  func message(_ language: Language) -> String {
    language.pick(
      "这是原来的名称或代码，本月名录里是\(today.text)，已按该单位采用。请今后使用现在的名称和代码。",
      "This is a former name or code. In this month's registry it is \(today.english), and counts as that. Use today's name and code from now on."
    )
  }
}

/// The code lacks zeros or digits at its start, and one unit of the sender fits.
struct UnitCodeCompleted: FindingReason {
  static let code = "unit-code-completed"
  var severity: Severity { .note }

  /// The code in the registry.
  let whole: UnitCode

  func message(_ language: Language) -> String {
    language.pick(
      "代码不完整，报送单位辖内只有 \(whole) 相符，已按它采用。请把这一列设为“文本”格式并写全代码。",
      "The code is not whole; within the sender only \(whole) fits, and the row counts as that. Format the column as text and write the whole code."
    )
  }
}
