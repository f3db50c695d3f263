import Model
import Testing

@testable import Pipeline

/// What is told beside a mistake that leaves something unknown.
@Suite struct DoubtsTests {
  /// What follows from one mistake is not told beside it.
  @Test(arguments: ["type: flagg", "typ: flag", "type: [flag]", "type: choice"]) func anItemWithoutType(
    type: String
  ) throws {
    let form =
      "id: monthly\nitems:\n  - {id: k, label: 会, \(type)}\n  - {id: n, type: count}\n"
      + "checks: [{id: c, require: k or n > 0, message: m}]\n"
    let text =
      ConfigTests.start + """
        indicators: [{id: r, count: k, of: 涉农}, {id: s, sum: n}]
        bulletin: {rank_by: r}
        targets: [{level: county, indicator: r, value: 90, by: 2016-12}]
        due_day: 0

        """
    guard case .failure(let found) = try readConfig(text, [("monthly", form)]) else {
      Issue.record("no mistake was found")
      return
    }
    let ofForm = found.all.filter { $0.line == 3 && $0.text(.en).hasPrefix("forms/") }
    #expect(!ofForm.isEmpty)
    #expect(found.all.count == ofForm.count + 1, "\(found.all.map { $0.text(.en) })")
  }

  /// A form that is read in part says nothing of what it lacks.
  @Test(arguments: [
    ("kind: ledgr\ncolumns:\n  - {id: k, type: text}\n", ["'kind' must be one of form, ledger."]),
    (
      "itms:\n  - {id: k, type: flag}\n",
      [" needs the key 'items'; add it.", "unknown key 'itms'; did you mean 'items'?"]
    ),
    ("items:\n  - {id: k, type: flag}\n  - n\n", ["'items' must be a mapping."]),
    (
      "kind: ledger\nkey: k\nopened: d\ncolumns:\n  - {id: k, type: text}\n  - {id: d, type: dat}\n"
        + "derived: [{id: late, count: d > 3}]\nchecks: [{id: c, each: d > 3, message: m}]\n",
      ["'type' must be one of flag, count, amount, choice, date, text."]
    ),
  ])
  func aFormWithoutItems(form: String, told: [String]) throws {
    let text =
      ConfigTests.start
      + "indicators: [{id: r, count: k, of: 涉农}, {id: s, sum: late}]\nbulletin: {rank_by: r}\n"
    guard case .failure(let found) = try readConfig(text, [("monthly", "id: monthly\n" + form)]) else {
      Issue.record("no mistake was found")
      return
    }
    let messages = found.all.map { $0.message(.en) }
    #expect(messages.count == told.count, "\(messages)")
    for (message, told) in zip(messages, told) { #expect(message.hasSuffix(told), "\(message)") }
  }

  @Test(arguments: [
    ("count: kickoff", "count: kickof", 1), ("id: r", "idd: r", 2), ("groups:", "grups:", 1),
    ("forms:", "form:", 2),
    ("indicators:", "indicator:", 1), ("targets:", "target:", 1), ("value: 90", "value: x", 1),
    ("id: r", "id: [r]", 1), ("levels: [{id: all", "level: [{id: all", 1),
  ])
  func aWordOfTheCampaignIsMisspelt(word: String, misspelt: String, count: Int) throws {
    let text = """
      name: x
      language: en
      levels: [{id: all}, {id: area}]
      forms: [monthly]
      groups: [涉农]
      indicators: [{id: r, count: kickoff, of: 涉农}]
      bulletin: {rank_by: r}
      targets: [{level: area, indicator: r, value: 90, by: 2016-12}]
      supervision: {rules: [{id: s, label: S, when: {below_target: r@area}}]}

      """
    let form = plainForm + "\ngroup: 涉农\n"
    if case .failure(let found) = try readConfig(text, [("monthly", form)]) {
      Issue.record("\(found.all.map { $0.text(.en) })")
    }
    guard case .failure(let found) = try readConfig(text.replacing(word, with: misspelt), [("monthly", form)])
    else {
      Issue.record("no mistake was found")
      return
    }
    #expect(found.all.count == count, "\(found.all.map { $0.text(.en) })")
  }
}
