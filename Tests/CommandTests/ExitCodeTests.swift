import Testing

/// Each exit code, with its message on standard error and nothing on standard output.
@Suite struct ExitCodeTests {
  /// A script that fails: its exit code, and what its message must say.
  struct Failing: CustomTestStringConvertible, Sendable {
    let code: Int32
    let script: String
    let says: [String]
    var testDescription: String { "\(code): \(script.prefix(80))" }

    init(_ code: Int32, _ script: String, _ says: String...) {
      (self.code, self.script, self.says) = (code, script, says)
    }
  }

  static let usage: [Failing] = [
    Failing(64, "yuebao run -C campaign --colour", "Unknown option '--colour'"),
    Failing(64, "yuebao rnu", "rnu"),
    Failing(64, "yuebao run -C campaign --month 2016-13", "2016-13", "such as 2016-06"),
    Failing(64, "yuebao run -C campaign --month", "--month"),
    Failing(64, "yuebao run -C campaign --threads 0", "--threads"),
    Failing(64, "yuebao run -C campaign --lang fr", "fr", "zh", "en"),
    Failing(64, "yuebao registry import --nbs .", "--from"),
    Failing(64, "yuebao init", "<dir>"),
    Failing(64, "yuebao init ''", "''"),
    Failing(64, "yuebao run -C ''", "''"),
    Failing(64, "yuebao run -C campaign --output ''", "''"),
    Failing(64, "yuebao bulletin -C campaign --for Bridgw", "did you mean 'Bridge'?"),
    Failing(64, "yuebao status -C campaign --for C1-99", "C1-99"),
    Failing(
      64, "script -qec 'yuebao bulletin -C campaign --format xlsx' /dev/null >&2", "--output FILE.xlsx"),
    Failing(64, "yuebao config -C campaign --form montly", "did you mean 'monthly'?"),
  ]

  static let inputs: [Failing] = [
    Failing(66, "yuebao run", "campaign.yaml", "yuebao init"),
    Failing(66, "yuebao config -C nowhere", "nowhere", "campaign.yaml"),
    Failing(66, "rm campaign/registry.csv && yuebao run -C campaign", "campaign/registry.csv"),
    Failing(66, "rm -r campaign/inbox && yuebao run -C campaign", "campaign/inbox"),
    Failing(66, "rm -r campaign/inbox && yuebao run -C campaign -m 2016-06", "campaign/inbox/2016-06"),
    Failing(66, "rm -r campaign/inbox/2016-06 && yuebao run -C campaign", "such as 2016-06"),
    Failing(66, "yuebao run -C campaign --month 2016-07", "campaign/inbox/2016-07"),
    Failing(66, "yuebao status -C campaign --month 2016-07", "campaign/inbox/2016-07"),
    Failing(66, "yuebao check -C campaign no.csv", "no.csv"),
    Failing(66, "yuebao check -C campaign campaign/inbox", "campaign/inbox is a folder"),
    Failing(66, "yuebao check -C campaign --month 2016-06 no.csv", "no.csv"),
    Failing(66, "yuebao registry import --nbs nowhere --from 2016-01", "nowhere/provinces.csv"),
    Failing(
      66, "rm campaign/campaign.yaml && mkfifo campaign/campaign.yaml && yuebao config -C campaign",
      "campaign.yaml"),
  ]

  static let outputs: [Failing] = [
    Failing(73, "yuebao init campaign --lang en", "campaign", "nothing was changed"),
    Failing(73, "echo >file && yuebao init file/below", "file/below"),
    Failing(73, "echo >file && yuebao run -C campaign --output file/below", "file/below"),
    Failing(73, "yuebao run -C campaign --output /proc/none", "/proc/none"),
    Failing(73, "yuebao bulletin -C campaign >/dev/full", "No space left"),
  ]

  static let configurations: [Failing] = [
    Failing(
      78, "echo 'colour: red' >>campaign/campaign.yaml; yuebao run -C campaign", "unknown key 'colour'"),
    Failing(78, "echo 'a: [' >campaign/campaign.yaml; yuebao run -C campaign", "campaign.yaml:"),
    Failing(78, "printf '\\377' >campaign/campaign.yaml; yuebao run -C campaign", "UTF-8"),
    Failing(78, ": >campaign/campaign.yaml; yuebao run -C campaign", "campaign.yaml:1:1"),
    Failing(
      78, "echo 'C1-09,X,town,C1,,,,' >>campaign/registry.csv; yuebao run -C campaign", "registry.csv:6:3"),
    Failing(78, ": >campaign/registry.csv; yuebao run -C campaign", "registry.csv"),
    Failing(
      78, "mv campaign/forms/monthly.yaml campaign/forms/monthli.yaml; yuebao run -C campaign",
      "forms/monthly.yaml", "did you mean 'forms/monthli.yaml'?", "campaign.yaml:12:9"),
    Failing(78, "rm -r campaign/forms; yuebao run -C campaign", "forms/monthly.yaml"),
    Failing(
      78, "sed -i 's/type: count/type: cuont/' campaign/forms/monthly.yaml; yuebao run -C campaign",
      "forms/monthly.yaml:8:", "cuont", "count"),
    Failing(78, "mkdir campaign/inbox/2015-12; yuebao run -C campaign --month 2015-12", "registry.csv"),
  ]

  @Test(arguments: usage + inputs + outputs + configurations)
  func fails(_ failing: Failing) {
    let folder = TemporaryFolder.campaign("en")
    let outcome = folder.run(failing.script)
    #expect(outcome.code == failing.code, "\(outcome.errText)")
    #expect(outcome.outText == "")
    for part in failing.says { #expect(outcome.errText.contains(part)) }
  }

  @Test func successesSayNothingOnStandardError() {
    let folder = TemporaryFolder.campaign()
    for command in ["run", "status", "bulletin", "config"] {
      let outcome = folder.run("yuebao \(command) -C campaign")
      #expect(outcome.code == 0 && outcome.err.isEmpty && !outcome.out.isEmpty)
    }
    #expect(folder.run("yuebao run -C campaign -q").out.isEmpty)
  }

  @Test func aReaderThatGoesAwayIsNoError() {
    let folder = TemporaryFolder.campaign()
    let outcome = folder.run("yuebao bulletin -C campaign | true")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
  }

  @Test func theGateIsSaidAndTheOutputIsThere() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("printf 'run: {gates: {received: 90}}\\n' >>campaign/campaign.yaml")
    let outcome = folder.run("yuebao run -C campaign")
    #expect(outcome.code == 65)
    #expect(outcome.errText.contains("90%"))
    #expect(folder.text("campaign/reports/2016-06/bulletin.md").contains("Hill County"))
  }

  @Test func rejectionsAreSaidByCheckAlone() {
    let folder = TemporaryFolder.campaign("en")
    folder.write("", to: "campaign/inbox/2016-06/empty.csv")
    let check = folder.run("yuebao check -C campaign")
    #expect(check.code == 65)
    #expect(check.outText.contains("file-empty"))
    #expect(folder.run("yuebao run -C campaign").code == 0)
    #expect(folder.run("yuebao check -C campaign campaign/inbox/2016-06/C1/hill-county.csv").code == 0)
  }

  @Test func oneRunAtATime() {
    let folder = TemporaryFolder.campaign("en")
    let outcome = folder.run("flock campaign/.yuebao.lock yuebao run -C campaign")
    #expect(outcome.code == 75)
    #expect(outcome.errText.contains("campaign/.yuebao.lock"))
    #expect(outcome.out.isEmpty)
    // What only reads does not wait for the lock, which is free as soon as its holder has ended.
    #expect(folder.run("flock campaign/.yuebao.lock yuebao status -C campaign").code == 0)
    #expect(folder.run("yuebao run -C campaign").code == 0)
  }

  @Test func aFailedRunChangesNothing() {
    let folder = TemporaryFolder.campaign("en")
    let before = folder.run("ls -AR campaign").outText
    folder.run("yuebao init campaign; yuebao check -C campaign; yuebao bulletin -C campaign")
    #expect(folder.run("ls -AR campaign").outText == before)
  }
}
