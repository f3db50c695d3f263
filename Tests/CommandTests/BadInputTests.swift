import Testing

/// Files that no reader likes, each in an otherwise good month: a finding says what is wrong, and the rest of
/// the month is processed.
@Suite struct BadInputTests {
  /// A script that puts something into the inbox, and the finding that it must give.
  struct Bad: CustomTestStringConvertible, Sendable {
    let name: String
    let script: String
    let finding: String
    var testDescription: String { name }

    init(_ name: String, _ finding: String, _ script: String) {
      (self.name, self.finding, self.script) = (name, finding, script)
    }
  }

  private static let head = "code,name,month,Kick-off,New organisations,Work fund"

  static let all: [Bad] = [
    Bad("empty file", "file-empty", ": >bad.csv"),
    Bad("blank lines only", "file-empty", "printf '\\n\\n \\n' >bad.csv"),
    Bad("header only", "file-no-rows", "echo '\(head)' >bad.csv"),
    Bad("unknown header", "heading-not-found", "printf 'a,b,c\\n1,2,3\\n' >bad.csv"),
    Bad("a program", "file-not-text", "cp /bin/true bad.csv"),
    Bad(
      "random bytes", "file-not-text", "head -c 5000 /dev/zero | openssl enc -aes-128-ctr -K 0 -iv 0 >bad.csv"
    ),
    Bad("zip", "file-damaged", "printf 'PK\\003\\004\\024\\000\\000' >bad.csv"),
    Bad("dangling link", "file-not-regular", "ln -s nowhere bad.csv"),
    Bad("loop of links", "file-not-regular", "ln -s bad.csv other.csv; ln -s other.csv bad.csv"),
    Bad("pipe", "file-not-regular", "mkfifo bad.csv"),
    Bad("folder named x.csv", "file-empty", "mkdir bad.csv && : >bad.csv/inner.csv"),
    Bad("link to the folder above", "file-not-regular", "ln -s .. bad.csv"),
    Bad(
      "too deep", "file-unreadable",
      "mkdir -p $(printf 'a/%.0s' $(seq 40)) && echo x >$(printf 'a/%.0s' $(seq 40))bad.csv"),
    Bad("NUL bytes", "file-not-text", "printf '\(head)\\nC1-03,Westbank,2016-06,y\\000s,1,1\\n' >bad.csv"),
    Bad("UTF-16 without mark", "file-not-text", "printf '\(head)\\n' | iconv -t UTF-16LE >bad.csv"),
    Bad(
      "wrong encoding", "cell-undecodable",
      "printf '\(head)\\nC1-03,West\\377,2016-06,yes\\377,1,1\\n' >bad.csv"),
    Bad(
      "10,000 columns", "heading-unknown",
      "(printf '\(head)'; printf ',x%d' $(seq 10000); printf '\\nC1-03,Westbank,2016-06,yes,1,1'; "
        + "printf ',%d' $(seq 10000); echo) >bad.csv"),
    Bad(
      "20,000 columns", "file-broken",
      "(echo '\(head)'; printf 'C1-03,Westbank,2016-06,yes,1,1'; printf ',%d' $(seq 20000); echo) >bad.csv"),
    Bad(
      "quote never closed", "file-broken", "printf '\(head)\\n\"C1-03,Westbank,2016-06,yes,1,1\\n' >bad.csv"),
    Bad("a huge file with holes", "file-too-large", "truncate -s 8G bad.csv"),
  ]

  @Test(arguments: all)
  func oneBadFile(_ bad: Bad) {
    let folder = TemporaryFolder.campaign("en")
    folder.run("cd campaign/inbox/2016-06 && { \(bad.script); }")
    let outcome = folder.run("yuebao run -C campaign")
    #expect(outcome.code == 0, "\(outcome.errText)")
    #expect(outcome.err.isEmpty)
    let findings = folder.text("campaign/reports/2016-06/findings.csv")
    #expect(findings.contains("\r\n\(bad.finding),"), "\(findings)")
    let figures = folder.text("campaign/reports/2016-06/figures.csv")
    #expect(figures.contains("C1-01,Bridge,township,orgs_new,New organisations,,,3"))
  }

  @Test func findingsThatAreNotShownAreCounted() {
    let folder = TemporaryFolder.campaign("en")
    folder.run(
      "(printf '\(BadInputTests.head)'; printf ',x%d' $(seq 10000); echo; echo C1-03,Westbank,2016-06,yes,1,1) "
        + ">wide.csv")
    // The excerpts below the findings are set in.
    let lines = folder.run("yuebao check -C campaign --month 2016-06 wide.csv").outText.split(separator: "\n")
      .filter { !$0.hasPrefix(" ") }
    #expect(lines.count == 1000)
    #expect(lines.last?.contains("And 9,001 more") ?? false, "\(lines.last ?? "")")
  }

  /// Names that come out of foreign archives, or of malice.
  static let names = [
    "a\\\\377.csv", "new\\nline.csv", "a|b.csv", "<script>alert(1)</script>.csv".replacing("/", with: "_"),
    "esc\\033[31mred.csv", "=HYPERLINK(1).csv", "tab\\there.csv", " .csv", "\u{202E}gpj.csv",
  ]

  @Test(arguments: names)
  func hostileFileName(_ name: String) {
    let folder = TemporaryFolder.campaign("en")
    let made = folder.run("cd campaign/inbox/2016-06/C1 && : >\"./$(printf '\(name)')\"")
    #expect(made.code == 0, "\(made.errText)")
    let check = folder.run("yuebao check -C campaign")
    #expect(check.code == 65)
    #expect(check.outText.contains("file-empty"))
    #expect(check.outText.split(separator: "\n").count == 1)
    #expect(Hostile.controls(in: check.outText).isEmpty)
    #expect(folder.run("yuebao run -C campaign").code == 0)
    for file in Hostile.files {
      Hostile.expectHarmless(folder.text("campaign/reports/2016-06/\(file)"), file)
    }
  }

  @Test(.unlessSanitized) func aCellOfAHundredMegabytes() {
    let folder = TemporaryFolder.campaign("en")
    folder.run(
      "cd campaign/inbox/2016-06 && (echo '\(BadInputTests.head)'; printf 'C1-03,'; "
        + "head -c 100000000 /dev/zero | tr '\\0' x; printf ',2016-06,yes,1,1\\n') >bad.csv")
    // A limit of 600 MiB that the system enforces: a child's own peak begins with that of the tests' process. It counts
    // what is set aside and never used as well: with an arena for each thread, more of it the busier the machine is.
    let outcome = folder.run("ulimit -v 614400 && MALLOC_ARENA_MAX=2 yuebao run -C campaign")
    #expect(outcome.code == 0, "\(outcome.errText)")
    let findings = folder.text("campaign/reports/2016-06/findings.csv")
    #expect(findings.contains("file-broken"))
    #expect(findings.utf8.count < 10_000)
  }

  @Test func theListOfReceiptsMayBeAnything() {
    for script in [
      ": >received.csv", "mkdir received.csv", "mkfifo received.csv", "ln -s received.csv received.csv",
      "ln -s ../../../secret received.csv",
    ] {
      let folder = TemporaryFolder.campaign("en")
      folder.write("file,received_at\nopen-sesame,never\n", to: "secret")
      folder.run("cd campaign/inbox/2016-06 && rm received.csv && \(script)")
      let outcome = folder.run("yuebao check -C campaign")
      #expect(outcome.code == 65 || outcome.code == 0, "\(script)")
      #expect(outcome.outText.contains("received.csv"), "\(script)")
      #expect(!outcome.outText.contains("open-sesame"), "\(script)")
      #expect(folder.run("yuebao run -C campaign").code == 0, "\(script)")
    }
  }
}
