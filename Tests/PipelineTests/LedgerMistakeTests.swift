import Model
import Testing

@testable import Pipeline

/// What may be wrong with a ledger, and what is said of it.
@Suite struct LedgerMistakeTests {
  /// 13 lines before what is tried.
  private static let start = """
    id: l
    kind: ledger
    filled_by: [township]
    columns:
      - {id: no, type: text}
      - {id: born, label: 出生年月, type: date, personal: apart}
      - {id: party, type: choice, choices: [a, b]}
      - {id: paid, type: flag}
      - {id: size, type: count}
      - {id: name, type: text, personal: drop}
      - {id: day, label: 生日, type: date, personal: drop}
      - {id: sex, type: choice, choices: [m, f], personal: apart}
      - {id: cost, type: amount, decimals: 6}

    """

  private static func messages(_ read: Result<Campaign, ConfigMistakes>) -> [String] {
    guard case .failure(let found) = read else { return ["no mistake was found"] }
    #expect(found.all.allSatisfy { $0.text(.zh) != $0.text(.en) })
    return found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
  }

  static let mistakes: [(String, String)] = [
    ("modes: snapshot", ""),
    ("mode: whole", ""),
    ("mode: changes", ""),
    ("key: number", ""),
    ("key: name", ""),
    ("opened: size", ""),
    ("closed: day", ""),
    ("unit: {prefix: no}", ""),
    ("unit: {prefix: size, length: 9}", ""),
    ("unit: {prefix: no, length: 17}", ""),
    ("derived: [{id: a}]", ""),
    ("derived: [{id: a, count: all, sum: size}]", ""),
    ("derived: [{id: a, sum: paid}]", ""),
    ("derived: [{id: a, min: party}]", ""),
    ("derived: [{id: a, median: size / 2}]", ""),
    ("derived: [{id: a, sum: cost * size * 0.5}]", ""),
    ("derived: [{id: a, sum: siz}]", ""),
    ("derived: [{id: a, count: size}]", ""),
    ("derived: [{id: a, count: all, where: prior(paid)}]", ""),
    ("derived: [{id: a, mean: age(day)}]", ""),
    ("derived: [{id: a, distinct: name}]", ""),
    ("derived: [{id: a, distinct: nam}]", ""),
    ("derived: [{id: a, mean: size}, {id: a.sum, sum: size}]", ""),
    ("derived: [{id: l.rows, count: all}]", ""),
    ("derived: [{id: a, count: all, over_tree: sum}]", ""),
    ("tables: [{id: t}]", ""),
    ("tables: [{id: t, shares: size}]", ""),
    ("tables: [{id: t, shares: sex}]", ""),
    ("tables: [{id: t, shares: name}]", ""),
    ("tables: [{id: t, shares: party, by: paid}]", ""),
    ("tables: [{id: t, cross: [party]}]", ""),
    ("tables: [{id: t, cross: [party, paids]}]", ""),
    ("tables: [{id: t, ages: day}]", ""),
    ("tables: [{id: t, ages: size}]", ""),
    ("tables: [{id: t, ages: born, from: 20, to: 52, step: 5}]", ""),
    ("tables: [{id: t, ages: born, by: party, from: 0, to: 150, step: 1}]", ""),
    ("tables: [{id: t, shares: party}, {id: t, shares: paid}]", ""),
    ("checks: [{id: c}]", ""),
    ("checks: [{id: c, require: l.rows > 1, each: paid}]", ""),
    ("checks: [{id: c, require: l.rows > 1, severity: reject}]", ""),
    ("checks: [{id: c, each: paid, severity: reject}]", ""),
    ("checks: [{id: c, each: l.rows > 1}]", ""),
    ("checks: [{id: c, each: parent(paid)}]", ""),
    ("checks: [{id: c, each: 生日 > '2016-01-01'}]", ""),
    ("checks: [{id: c, each: paid, levels: [county]}]", ""),
    ("checks: [{id: c, require: share(paid) > 0.5 and paid}]", ""),
    ("checks: [{id: c, require: \"share(paid) > 0.5 and count(day > '2016-01-01') > 1\"}]", ""),
    ("checks: [{id: c, require: l.rows > 1}, {id: c, each: paid}]", ""),
    ("checks: [{id: jump, each: paid}]", ""),
    ("checks: [{id: c, require: l.rws > 1}]", ""),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ message: String) throws {
    let read = try readConfig("name: x\nforms: [l]\n", [("l", Self.start + text + "\n")])
    print("CASE", text, "=>", Self.messages(read))
    #expect(Self.messages(read) == ["forms/l.yaml:" + message])
  }

  /// Indicators over items of a ledger, and items that refer to it.
  static let others: [(String, String)] = [
    ("indicators: [{id: i, sum: mid}]", ""),
    ("indicators: [{id: i, composition: [mid], of: l.rows}]", ""),
    ("indicators: [{id: i, sum: n, per: {sum: mid}}]", ""),
    ("indicators: [{id: i, mean: avrg}]", ""),
    ("indicators: [{id: i, mean: n}]", ""),
    ("indicators: [{id: i, value: n}]", ""),
    ("indicators: [{id: i, value: first}]", ""),
    ("indicators: [{id: i, value: mid, of: all}]", ""),
    ("indicators: [{id: i, mean: avg, per: {sum: n}}]", ""),
    ("indicators: [{id: i, count: \"dropped > '2016-01-01'\"}]", ""),
  ]

  private static let whole =
    start + """
      derived:
        - {id: n, count: all}
        - {id: mid, median: size}
        - {id: first, min: born}
        - {id: avg, mean: size}

      """

  private static let form = """
    items:
      - {id: dropped, type: date, personal: drop}
      - {id: number, type: count, ledger: n}
    """

  @Test(arguments: others)
  func mistakeElsewhere(_ text: String, _ message: String) throws {
    let read = try readConfig("name: x\nforms: [l, f]\n\(text)\n", [("l", Self.whole), ("f", Self.form)])
    print("CASE", text, "=>", Self.messages(read))
    #expect(Self.messages(read) == ["campaign.yaml:" + message])
  }

  static let items: [(String, String)] = [
    ("- {id: a, type: count, ledger: nn}", ""),
    ("- {id: a, type: count, ledger: mid}", ""),
    ("- {id: a, type: flag, ledger: n}", ""),
    ("- {id: a, type: count, personal: apart}", ""),
    ("- {id: a, type: text, personal: keep}", ""),
    ("- {id: a, type: count, over_tree: whole}", ""),
    ("- {id: n, type: count}", ""),
  ]

  @Test(arguments: items)
  func mistakeOfAnItem(_ text: String, _ message: String) throws {
    let form = "kind: form\nitems:\n  \(text)\n"
    let read = try readConfig("name: x\nforms: [l, f]\n", [("l", Self.whole), ("f", form)])
    print("CASE", text, "=>", Self.messages(read))
    #expect(Self.messages(read) == ["forms/f.yaml:" + message])
  }

  @Test func otherKindsAreUnknown() throws {
    let read = try readConfig("name: x\nforms: [f]\n", [("f", "kind: lgder\nitems: [{id: a, type: flag}]\n")])
    #expect(Self.messages(read) == ["forms/f.yaml:1:7: 'kind' must be one of form, ledger."])
  }

  @Test func columnsHaveKeysOfTheirOwn() throws {
    for (column, message) in [
      ("{id: a, type: count, over_time: sum}", ""), ("{id: a, type: count, personal: drop, max: 3}", ""),
      ("{id: b, label: no, type: flag}", ""), ("{id: b, type: flag, personal: yes}", ""),
    ] {
      let text = "kind: ledger\ncolumns:\n  - {id: no, type: text}\n  - \(column)\n"
      let read = try readConfig("name: x\nforms: [l]\n", [("l", text)])
      print("CASE", column, "=>", Self.messages(read))
      #expect(Self.messages(read) == ["forms/l.yaml:" + message])
    }
  }

  @Test func thereAreLimits() throws {
    let tables = (0..<5).map { "  - {id: t\($0), ages: born, by: party, from: 20, to: 120, step: 1}" }
    let read = try readConfig(
      "name: x\nforms: [l]\n", [("l", Self.start + "tables:\n" + tables.joined(separator: "\n") + "\n")])
    print("CASE limits =>", Self.messages(read))
    #expect(Self.messages(read) == [])
  }

  @Test func theMessagesInChinese() throws {
    let text = Self.start + "derived: [{id: a, mean: age(day)}]\n"
    guard case .failure(let found) = try readConfig("name: x\nforms: [l]\n", [("l", text)]) else {
      Issue.record("no mistake was found")
      return
    }
    #expect(
      found.all.map { $0.message(.zh) } == [
        "“生日”标为personal: drop，内容不保存，公式中只能写 is null 或 is not null；要用它的值请改为personal: apart。"
      ])
  }
}
