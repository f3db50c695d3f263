import Foundation
import Model
import Testing

@testable import Pipeline

/// `docs/keys.md` lists the keys that the reader of the configuration knows: those that it offers where a key is unknown.
@Suite struct KeysPageTests {
  /// A mapping of the configuration: where it stands, and the page that explains it.
  private static let sections: [(name: String, place: String, page: String)] = [
    ("campaign", "`campaign.yaml`", "campaign.md"), ("levels", "an entry of `levels`", "campaign.md"),
    ("registry", "`registry`", "campaign.md"), ("groups", "an entry of `groups`", "campaign.md"),
    ("indicators", "an entry of `indicators`", "campaign.md"),
    ("per", "`per` of an indicator", "campaign.md"), ("bulletin", "`bulletin`", "campaign.md"),
    ("quotes", "an entry of `bulletin: quotes`", "campaign.md"), ("run", "`run`", "campaign.md"),
    ("gates", "`run: gates`", "campaign.md"), ("checks", "`checks`", "checks.md"),
    ("check", "a check of `checks`", "checks.md"),
    ("flows", "an entry of `checks: stock-flow: flows`", "checks.md"),
    ("targets", "an entry of `targets`", "supervision.md"),
    ("phases", "an entry of `phases`", "supervision.md"),
    ("tasks", "an entry of `phases: tasks`", "supervision.md"),
    ("supervision", "`supervision`", "supervision.md"),
    ("rules", "an entry of `supervision: rules`", "supervision.md"),
    ("when", "`when` of such a rule", "supervision.md"),
    ("excused", "an entry of `supervision: excused`", "supervision.md"),
    ("scores", "an entry of `scores`", "supervision.md"),
    ("score", "an entry of its `score`", "supervision.md"),
    ("grades", "an entry of its `grades`", "supervision.md"),
    ("veto", "an entry of its `veto`", "supervision.md"),
    ("form", "a form", "campaign.md"), ("items", "an entry of its `items`", "campaign.md"),
    ("choices", "an entry of `choices` of an item", "campaign.md"),
    ("form-checks", "an entry of `checks` of a form", "checks.md"), ("ledger", "a ledger", "ledgers.md"),
    ("unit", "its `unit`", "ledgers.md"), ("columns", "an entry of its `columns`", "ledgers.md"),
    ("derived", "an entry of its `derived`", "ledgers.md"),
    ("tables", "an entry of its `tables`", "ledgers.md"),
    ("ledger-checks", "an entry of `checks` of a ledger", "ledgers.md"),
  ]

  /// The keys of each section, in the order in which the reader asks for them. Each mapping of these files has a key
  /// that nobody knows, named for its section.
  private static func keys() throws -> [String: [String]] {
    let checks = BuiltInCheck.allCases.map { check in
      let flows = check == .stockFlow ? ", flows: [{stock: n, in: n, out: n, u-flows: 1}]" : ""
      return "  \(check.rawValue): {u-check: 1\(flows)}\n"
    }
    let forms = ["form": form, "ledger": ledger].map { name, text in
      CampaignReader.Source(name: name, path: name) { () throws(Failure) in text }
    }
    let read = try CampaignReader(forms: forms).read(campaign + checks.joined(), path: "campaign")
    guard case .failure(let mistakes) = read else { return [:] }
    var found: [String: [String]] = [:]
    for mistake in mistakes.all {
      guard case .unknownKey(let key, let allowed) = mistake.kind else { continue }
      for name in allowed where !found[String(key.dropFirst(2)), default: []].contains(name) {
        found[String(key.dropFirst(2)), default: []].append(name)
      }
    }
    return found
  }

  @Test func pageHasTheKeysOfTheReader() throws {
    let keys = try Self.keys()
    #expect(Set(keys.keys) == Set(Self.sections.map(\.name)))
    var text = """
      # Keys of the configuration

      Every key that `campaign.yaml` and the forms may have, by the mapping that it stands in, and the page that says what it
      means. Made from the code; `make golden` writes it anew. Any other key is a mistake (exit code 78), told with its place
      and the nearest of these.

      | in | keys | page |
      |---|---|---|

      """
    for section in Self.sections {
      let listed = keys[section.name, default: []].map { "`\($0)`" }.joined(separator: ", ")
      text += "| \(section.place) | \(listed) | [\(section.page)](\(section.page)) |\n"
    }
    try Golden.compare(text, withFile: Golden.root + "/docs/keys.md")
  }

  /// A key that the reader's source asks for and no section lists would be one that the files below do not reach.
  @Test func noKeyIsLeftOut() throws {
    let listed = Set(try Self.keys().values.flatMap { $0 })
    let folder = Golden.root + "/Sources/Pipeline/Config/"
    let asked = /[.( ](?:node|text|texts|whole|flag|option|list|maps|map|levels|number|month)\("([a-z_-]+)"/
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      for match in try String(contentsOfFile: folder + file, encoding: .utf8).matches(of: asked) {
        count += 1
        #expect(listed.contains(String(match.output.1)), "\(file): \(match.output.1)")
      }
    }
    #expect(count > 100)
  }

  /// The page that a section names speaks of each of its keys, in code.
  @Test func everyKeyIsExplained() throws {
    for section in Self.sections {
      let page = try String(contentsOfFile: Golden.root + "/docs/" + section.page, encoding: .utf8)
      let code = page.matches(of: /```[^`]*```|`[^`\n]+`/).map { String($0.output) }.joined(separator: "\n")
      let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init))
      for key in try Self.keys()[section.name, default: []] {
        #expect(words.contains(key), "\(section.page) does not speak of \(key) of \(section.place)")
      }
    }
  }

  private static let campaign = """
    name: All
    u-campaign: 1
    levels: [{id: county, u-levels: 1}, {id: township}]
    groups: [{name: g, where: "level = 'township'", u-groups: 1}]
    registry: {prefixes: [2], u-registry: 1}
    forms: [form, ledger]
    indicators:
      - {id: a, count: f, of: g, u-indicators: 1}
      - {id: b, sum: n, per: {units: township, u-per: 1}}
    bulletin: {u-bulletin: 1, quotes: [{item: t, u-quotes: 1}]}
    run: {u-run: 1, gates: {u-gates: 1}}
    targets: [{indicator: a, value: 1, by: 2016-12, u-targets: 1}]
    phases:
      - {id: p, from: 2016-01, to: 2016-12, u-phases: 1, tasks: [{indicator: a, label: x, value: 1, u-tasks: 1}]}
    supervision:
      u-supervision: 1
      rules:
        - {id: r, when: {bottom: 1, of: a, u-when: 1}, u-rules: 1}
        - {id: s, when: {not_reported: 1, u-when: 1}}
      excused: [{unit: C1, reason: x, u-excused: 1}]
    scores:
      - id: s
        u-scores: 1
        score: [{indicator: a, weight: 100, u-score: 1}]
        grades: [{label: good, from: 1, u-grades: 1}]
        veto: [{when: a < 1, cap: 1, u-veto: 1}]
    checks:
      u-checks: 1

    """

  private static let form = """
    u-form: 1
    filled_by: [township]
    items:
      - {id: f, type: flag, u-items: 1}
      - {id: n, type: count}
      - {id: t, type: text}
      - {id: c, type: choice, choices: [{id: x, u-choices: 1}]}
    checks: [{id: rule, require: n >= 0, u-form-checks: 1}]
    """

  private static let ledger = """
    kind: ledger
    u-ledger: 1
    filled_by: [township]
    unit: {prefix: no, length: 2, u-unit: 1}
    columns: [{id: no, type: text, u-columns: 1}, {id: born, type: date}, {id: paid, type: flag}]
    derived: [{id: d, count: all, u-derived: 1}]
    tables: [{id: ages, ages: born, by: paid, u-tables: 1}]
    checks: [{id: each, each: paid, u-ledger-checks: 1}]
    """
}
