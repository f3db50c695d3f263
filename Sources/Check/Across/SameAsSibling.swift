import Model

/// The return is that of a sibling.
struct SameAsSibling: CheckReason {
  static let code = BuiltInCheck.sameAsSibling.rawValue
  var weight: CheckWeight
  let sibling: UnitName
  /// How many numbers are the same.
  let values: Int

  static func find(in context: CheckContext, among kin: Kin, _ log: inout CheckLog) {
    guard let setting = context.setting(.sameAsSibling) else { return }
    for (form, _) in context.forms {
      let columns = context.numbers(form).map { context.returns.columns[$0] }
      let rows = Rows(columns, count: context.count)
      let least = setting[.values]
      for group in Set(kin.siblings).sorted() {
        var members = kin.order[kin.groups[Int(group)]].map { Int($0) }
        members.removeAll { rows.others[$0] < least }
        members.sort { (rows.hashes[$0], $0) < (rows.hashes[$1], $1) }
        for (unit, other) in pairs(members, rows, columns) {
          let reason = SameAsSibling(
            weight: CheckWeight(setting.severity), sibling: context.named(other), values: rows.others[unit])
          log.add(reason, form: form, unit: unit, in: context)
        }
      }
    }
  }

  /// Units in the order of their hashes, each with another that reports the same.
  private static func pairs(_ members: [Int], _ rows: Rows, _ columns: [ItemColumn]) -> [(Int, Int)] {
    members.indices.compactMap { place in
      let unit = members[place]
      let near = [place - 1, place + 1].filter(members.indices.contains).map { members[$0] }
      let same = near.first { other in
        rows.hashes[other] == rows.hashes[unit]
          && columns.allSatisfy { $0.states[other] == $0.states[unit] && $0.values[other] == $0.values[unit] }
      }
      return same.map { (unit, $0) }
    }
  }

  /// What each unit's numbers come to.
  private struct Rows {
    /// A hash of all numbers and states, the same on every machine.
    var hashes: [UInt64]
    /// How many numbers are not 0.
    var others: [Int]

    init(_ columns: [ItemColumn], count: Int) {
      hashes = Array(repeating: 0xCBF2_9CE4_8422_2325, count: count)
      others = Array(repeating: 0, count: count)
      for column in columns {
        for unit in 0..<count {
          let cell = UInt64(bitPattern: column.values[unit]) &* 8 &+ UInt64(column.states[unit].rawValue)
          hashes[unit] = (hashes[unit] ^ cell) &* 0x9E37_79B9_7F4A_7C15
          hashes[unit] ^= hashes[unit] >> 29
          if column.states[unit] == .value, column.values[unit] != 0 { others[unit] += 1 }
        }
      }
    }
  }

  func text(_ language: Language) -> String {
    language.pick(
      "所有数字与\(sibling.text(language))完全相同（其中 \(values) 个不为 0）。请核对是否照抄或错填了单位，有误请更正，属实请说明。",
      "All numbers are those of \(sibling.text(language)), \(values) of them not 0. Check whether a row was copied or given the wrong code; correct it, or explain."
    )
  }
}
