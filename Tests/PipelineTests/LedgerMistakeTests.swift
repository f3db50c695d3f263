import Model
import Testing

@testable import Pipeline

/// What may be wrong with a ledger, and what is said of it.
@Suite struct LedgerMistakeTests {
  /// 13 lines before what is tried.
  static let start = """
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

  static func messages(_ read: Result<Campaign, ConfigMistakes>) -> [String] {
    guard case .failure(let found) = read else { return ["no mistake was found"] }
    #expect(found.all.allSatisfy { $0.text(.zh) != $0.text(.en) })
    return found.all.map { $0.text(.en).split(separator: "\n").first.map(String.init) ?? "" }
  }

  static let mistakes: [(String, String)] = [
    ("modes: snapshot", "14:1: unknown key 'modes'; did you mean 'mode'?"),
    ("mode: whole", "14:7: 'mode' must be one of snapshot, listed, changes."),
    ("mode: changes", "1:1: mode: changes needs the key 'key'; add it."),
    ("key: number", "14:6: there is no column 'number'; did you mean 'name'?"),
    ("key: name", "14:6: 'key' does not go with 'personal: drop'."),
    ("opened: size", "14:9: the item 'size' must be of type date."),
    ("closed: day", "14:9: 'closed' does not go with 'personal: drop'."),
    ("unit: {prefix: no}", "14:7: unit needs the key 'length'; add it."),
    ("unit: {prefix: size, length: 9}", "14:16: the item 'size' must be of type text."),
    ("unit: {prefix: no, length: 17}", "14:28: 'length' must be a whole number from 1 to 16."),
    (
      "derived: [{id: a}]",
      "14:11: exactly one of count, sum, mean, median, min, max, distinct must be given."
    ),
    (
      "derived: [{id: a, count: all, sum: size}]",
      "14:11: exactly one of count, sum, mean, median, min, max, distinct must be given."
    ),
    ("derived: [{id: a, sum: paid}]", "14:24: the formula of 'sum' must give a number."),
    ("derived: [{id: a, min: party}]", "14:24: the formula of 'min' must give a number or a date."),
    (
      "derived: [{id: a, median: size / 2}]",
      "14:27: the formula of 'median' may have at most 5 decimals (a quotient has 6)."
    ),
    (
      "derived: [{id: a, sum: cost * size * 0.5}]",
      "14:24: the formula of 'sum' may have at most 6 decimals (a quotient has 6)."
    ),
    ("derived: [{id: a, sum: siz}]", "14:24: There is no item siz. Did you mean size?"),
    (
      "derived: [{id: a, count: size}]",
      "14:26: The formula gives a number, not yes or no. Add a comparison, such as >= 1."
    ),
    (
      "derived: [{id: a, count: all, where: prior(paid)}]",
      "14:38: A row of a ledger has neither a month before nor units around it: prior cannot be used here. In a rule write it around count, share, sum or mean."
    ),
    (
      "derived: [{id: a, mean: age(day)}]",
      "14:29: the cells of '生日' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    (
      "derived: [{id: a, distinct: name}]",
      "14:29: the cells of 'name' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    ("derived: [{id: a, distinct: nam}]", "14:29: there is no column 'nam'; did you mean 'name'?"),
    (
      "derived: [{id: a, mean: size}, {id: a.sum, sum: size}]",
      "14:32: the item 'a.sum' is given twice; rename or remove one."
    ),
    ("derived: [{id: l.rows, count: all}]", "14:11: the item 'l.rows' is given twice; rename or remove one."),
    (
      "derived: [{id: a, count: all, over_tree: sum}]",
      "14:31: unknown key 'over_tree'; known are id, label, measure, where, sum, mean, median, min, max, distinct, count."
    ),
    ("tables: [{id: t}]", "14:10: exactly one of shares, cross, ages must be given."),
    ("tables: [{id: t, shares: size}]", "14:26: the item 'size' must be of type choice or flag."),
    ("tables: [{id: t, shares: sex}]", "14:26: 'shares' does not go with 'personal: apart'."),
    (
      "tables: [{id: t, shares: name}]",
      "14:26: the cells of 'name' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    (
      "tables: [{id: t, shares: party, by: paid}]",
      "14:33: unknown key 'by'; known are id, label, where, cross, ages, shares."
    ),
    ("tables: [{id: t, cross: [party]}]", "14:25: 'cross' must be a list of two columns."),
    ("tables: [{id: t, cross: [party, paids]}]", "14:33: there is no column 'paids'; did you mean 'paid'?"),
    (
      "tables: [{id: t, ages: day}]",
      "14:24: the cells of '生日' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    ("tables: [{id: t, ages: size}]", "14:24: the item 'size' must be of type date."),
    (
      "tables: [{id: t, ages: born, from: 20, to: 52, step: 5}]",
      "14:10: the years from 20 to 52 cannot be cut into bands of 5: 'from' must be below 'to' by a multiple of 'step'."
    ),
    (
      "tables: [{id: t, ages: born, by: party, from: 0, to: 150, step: 1}]",
      "14:10: the table 't' has 456 cells; at most 400 are allowed. Take a column with fewer answers, or wider bands."
    ),
    (
      "tables: [{id: t, shares: party}, {id: t, shares: paid}]",
      "14:34: the table 't' is given twice; rename or remove one."
    ),
    ("checks: [{id: c}]", "14:10: exactly one of require, each must be given."),
    (
      "checks: [{id: c, require: l.rows > 1, each: paid}]",
      "14:10: exactly one of require, each must be given."
    ),
    (
      "checks: [{id: c, require: l.rows > 1, severity: reject}]",
      "14:49: 'severity' must be one of query, note."
    ),
    ("checks: [{id: c, each: paid, severity: reject}]", "14:40: 'severity' must be one of query, note."),
    (
      "checks: [{id: c, each: l.rows > 1}]",
      "14:24: There is no item l.rows. Write the id or the label of an item of a form."
    ),
    (
      "checks: [{id: c, each: parent(paid)}]",
      "14:24: A row of a ledger has neither a month before nor units around it: parent cannot be used here. In a rule write it around count, share, sum or mean."
    ),
    (
      "checks: [{id: c, each: 生日 > '2016-01-01'}]",
      "14:24: the cells of '生日' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    (
      "checks: [{id: c, each: paid, levels: [county]}]",
      "14:39: there is no level 'county'; known are township, 乡镇."
    ),
    (
      "checks: [{id: c, require: share(paid) > 0.5 and paid}]",
      "14:49: paid is a column of the ledger, which each row has. Write it within count, share, sum or mean."
    ),
    (
      "checks: [{id: c, require: \"share(paid) > 0.5 and count(day > '2016-01-01') > 1\"}]",
      "14:56: the cells of '生日' are not kept (personal: drop): a formula may only ask is null or is not null of it. Where its value is needed write personal: apart."
    ),
    (
      "checks: [{id: c, require: l.rows > 1}, {id: c, each: paid}]",
      "14:40: the check 'c' is given twice; rename or remove one."
    ),
    ("checks: [{id: jump, each: paid}]", "14:10: the check 'jump' is given twice; rename or remove one."),
    ("checks: [{id: c, require: l.rws > 1}]", "14:27: There is no item l.rws. Did you mean l.rows?"),
  ]

  @Test(arguments: mistakes)
  func mistake(_ text: String, _ message: String) throws {
    let read = try readConfig("name: x\nforms: [l]\n", [("l", Self.start + text + "\n")])
    #expect(Self.messages(read) == ["forms/l.yaml:" + message])
  }

  @Test func otherKindsAreUnknown() throws {
    let read = try readConfig("name: x\nforms: [f]\n", [("f", "kind: lgder\nitems: [{id: a, type: flag}]\n")])
    #expect(Self.messages(read) == ["forms/f.yaml:1:7: 'kind' must be one of form, ledger."])
  }

  @Test func columnsHaveKeysOfTheirOwn() throws {
    for (column, message) in [
      (
        "{id: a, type: count, over_time: sum}",
        "4:26: unknown key 'over_time'; known are id, decimals, choices, type, personal, min, max, label, aliases, measure, optional."
      ), ("{id: a, type: count, personal: drop, max: 3}", "4:36: 'max' does not go with 'personal: drop'."),
      ("{id: b, label: no, type: flag}", "4:5: the item 'no' is given twice; rename or remove one."),
      ("{id: b, type: flag, personal: yes}", "4:35: 'personal' must be one of apart, drop."),
    ] {
      let text = "kind: ledger\ncolumns:\n  - {id: no, type: text}\n  - \(column)\n"
      let read = try readConfig("name: x\nforms: [l]\n", [("l", text)])
      #expect(Self.messages(read) == ["forms/l.yaml:" + message])
    }
  }

  @Test func thereAreLimits() throws {
    let tables = (0..<5).map { "  - {id: t\($0), ages: born, by: party, from: 20, to: 120, step: 1}" }
    let read = try readConfig(
      "name: x\nforms: [l]\n", [("l", Self.start + "tables:\n" + tables.joined(separator: "\n") + "\n")])
    #expect(
      Self.messages(read) == [
        "forms/l.yaml:1:1: the ledger has 1554 derived items, cells of tables among them; at most 1500 are allowed. Remove a table."
      ])
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
