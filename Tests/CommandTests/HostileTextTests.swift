import Testing

/// Names, labels and cells that try to be markup, a formula or a terminal's command.
@Suite struct HostileTextTests {
  private static let campaign = """
    name: a|b<script>alert(1)</script>
    title: '=HYPERLINK("http://x","y")'
    organisation: "a\\tb\\nd"
    language: en
    levels:
      - {id: county, label: "c|<b>"}
      - {id: township, label: "t|<i>"}
    groups: ["=g|<u>"]
    forms: [monthly]
    indicators:
      - {id: rate, label: "a|b<script>", count: flag, of: "=g|<u>", levels: [township], decimals: 0}
      - {id: total, label: "=1+1", sum: number, measure: "@m<br>"}
      - {id: other, label: "+x](javascript:y)", sum: number, measure: "`|`"}
    """
  private static let form = """
    id: monthly
    title: "@form<script>"
    filled_by: [township]
    items:
      - {id: flag, label: "=flag|<s>", type: flag, over_time: latest}
      - {id: number, label: "-number", type: count, over_time: sum}
      - {id: said, label: said, type: text, over_time: none, optional: true}
    """
  private static let registry = """
    code,name,level,parent,groups
    C1,=HYPERLINK(1)|<script>,county,,
    T1,+Bridge<script>,township,C1,
    T2,"@E|ast](x)",township,C1,
    T3,"a,""b""<img src=x>",township,C1,
    """
  private static let returns = """
    code,name,=flag|<s>,-number,said
    T1,<script>,<script>x</script>,=1+1,"=cmd|' /C calc'!A0"
    T2,x,yes,7,"<script>\u{1B}[2J
    second line\u{7}"
    =T3<script>,x,yes,1,
    T9|<b>,@x,no,2,
    """

  private static func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.run("mkdir -p campaign/forms 'campaign/inbox/2016-06/=x<script>|'")
    folder.write(campaign + "\n", to: "campaign/campaign.yaml")
    folder.write(form + "\n", to: "campaign/forms/monthly.yaml")
    folder.write(registry + "\n", to: "campaign/registry.csv")
    folder.write(returns + "\n", to: "campaign/inbox/2016-06/=x<script>|/@y.csv")
    return folder
  }

  @Test func everyOutputIsHarmless() {
    let folder = HostileTextTests.folder()
    let outcome = folder.run("yuebao run -C campaign")
    #expect(outcome.code == 0, "\(outcome.errText)")
    for file in Hostile.files {
      Hostile.expectHarmless(folder.text("campaign/reports/2016-06/\(file)"), file)
    }
    Hostile.expectHarmless(folder.text("campaign/reports/index.html"), "index.html")
    #expect(folder.text("campaign/reports/2016-06/units.csv").contains("'=HYPERLINK(1)"))
  }

  @Test(arguments: ["status", "status --missing", "check", "bulletin", "bulletin --for T1", "run", "config"])
  func theTerminalIsLeftAlone(_ command: String) {
    let folder = HostileTextTests.folder()
    let outcome = folder.run("yuebao \(command) -C campaign")
    #expect(!outcome.out.isEmpty)
    #expect(Hostile.controls(in: outcome.outText).allSatisfy { $0 == "\t" && command.hasPrefix("status") })
    #expect(Hostile.controls(in: outcome.errText).isEmpty)
  }

  /// Mistakes quote what is wrong; the quotation must not reach the terminal as a command.
  @Test(arguments: [
    "printf 'a: \"\\\\e[2J\\\\a\"\\n\"\\\\e[31m\": x\\n' >campaign/campaign.yaml; yuebao config -C campaign",
    "printf 'name: \\033[2J\\007\\n' >campaign/campaign.yaml; yuebao config -C campaign",
    "sed -i 's/said,/\"s\\\\e[31m\",/' campaign/forms/monthly.yaml; yuebao check -C campaign",
    "sed -i 's/<u>/\\xe2\\x80\\xae/' campaign/campaign.yaml; yuebao check -C campaign",
    "printf 'T7,\\033[2J,\\033[2Jx,C1,\\n' >>campaign/registry.csv; yuebao run -C campaign",
    "printf 'T7,x\\033[2J,township,C1,\\n' >>campaign/registry.csv; yuebao run -C campaign; yuebao status -C campaign",
    "printf 'T7,\"a\\nb\",township,C1,\\n' >>campaign/registry.csv; yuebao run -C campaign; yuebao status -C campaign",
    "yuebao bulletin -C campaign --for \"$(printf '\\033[2J')\"",
    "yuebao check -C campaign \"$(printf '\\033[2J')\"",
    "yuebao run -C \"$(printf '\\033[2J')\"",
  ])
  func mistakesAreQuotedHarmlessly(_ script: String) {
    let folder = HostileTextTests.folder()
    let outcome = folder.run(script)
    let text = (outcome.outText + outcome.errText).replacing("\t", with: "")
    #expect(!text.isEmpty)
    #expect(Hostile.controls(in: text).isEmpty, "\(text.debugDescription)")
    for file in Hostile.files where !folder.bytes("campaign/reports/2016-06/\(file)").isEmpty {
      Hostile.expectHarmless(folder.text("campaign/reports/2016-06/\(file)"), file)
    }
  }
}
