import Testing

/// A month's output appears whole or not at all, and is the same bytes each time.
@Suite struct OutputTests {
  private static let month = "campaign/reports/2016-06"

  @Test func theSumsAreTrue() {
    let folder = TemporaryFolder.campaign()
    folder.run("yuebao run -C campaign")
    let outcome = folder.run("cd \(OutputTests.month) && sha256sum -c --strict SHA256SUMS && ls -A")
    #expect(outcome.code == 0)
    let sums = folder.text("\(OutputTests.month)/SHA256SUMS").split(separator: "\n")
    #expect(
      sums.map { $0.dropFirst(66) } == [
        "bulletin.html", "bulletin.md", "bulletin.xlsx", "feedback/110101001-城关镇.md",
        "feedback/110101002-河东乡.md",
        "feedback/110101003-河西乡.md", "figures.csv", "findings.csv", "submissions.csv", "units.csv",
      ])
    #expect(
      outcome.outText.hasSuffix(
        "\nSHA256SUMS\nbulletin.html\nbulletin.md\nbulletin.xlsx\nfeedback\nfigures.csv\nfindings.csv\nsubmissions.csv\n"
          + "units.csv\n"))
  }

  /// The stages in their order, with shares that add up to about the whole; nothing of it in the output.
  @Test func stagesAreTimed() throws {
    let folder = TemporaryFolder.campaign("en")
    folder.run("yuebao run -q -C campaign && cp -r \(OutputTests.month) before")
    let outcome = folder.run("yuebao run -q -v -C campaign")
    let line = outcome.errText
    let stages = line.matches(of: /([a-z][a-z ,]*) ([0-9.]+) s \((\d+)%\)/)
    #expect(
      stages.map { String($0.output.1) }
        == ["intake", "reading, checks and figures", "renditions", "history", "writing", "index"], "\(line)")
    let shares = stages.compactMap { Int($0.output.3) }.reduce(0, +)
    #expect((97...103).contains(shares), "\(line)")
    #expect(folder.run("diff -r before \(OutputTests.month)").code == 0)
  }

  @Test func anUpdateReplacesTheMonth() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("yuebao run -C campaign && cp -r \(OutputTests.month) before")
    folder.run("sed -i s/25000/30000/ campaign/inbox/2016-06/C1/hill-county.csv && yuebao run -C campaign")
    #expect(folder.text("\(OutputTests.month)/bulletin.md").contains("30000"))
    #expect(folder.run("cd \(OutputTests.month) && sha256sum -c --quiet SHA256SUMS").code == 0)
    #expect(folder.run("ls -A campaign/reports").outText == "2016-06\nindex.html\n")
  }

  @Test(.unlessSanitized) func aFailedWriteLeavesTheOldMonth() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("yuebao run -C campaign && cp -r \(OutputTests.month) before")
    folder.run(
      """
      (echo code,Kick-off; for i in $(seq 3000); do echo X$i,perhaps; done) >campaign/inbox/2016-06/bad.csv
      yuebao ingest -C campaign
      """)
    // No file may grow beyond 50 KiB: the history has nothing to add, and findings.csv fails in the middle.
    let outcome = folder.run("trap '' XFSZ; ulimit -f 100; yuebao run -C campaign")
    #expect(outcome.code == 73, "\(outcome.errText)")
    #expect(outcome.errText.contains("File too large") && outcome.errText.contains("as it was"))
    #expect(outcome.out.isEmpty)
    #expect(
      folder.run("diff -r before \(OutputTests.month) && ls -A campaign/reports").outText
        == "2016-06\nindex.html\n")
  }

  @Test(.unlessSanitized) func aFailedAdditionLeavesHistoryAndMonth() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("yuebao run -C campaign --now '2016-07-06 09:00' && cp -r campaign before")
    folder.run("sed -i s/25000/30000/ campaign/inbox/2016-06/C1/hill-county.csv")
    let outcome = folder.run(
      "trap '' XFSZ; ulimit -f 1; yuebao run -C campaign --now '2016-07-06 10:00'")
    #expect(outcome.code == 73, "\(outcome.errText)")
    #expect(outcome.errText.contains("history.sqlite") && outcome.errText.contains("intact"))
    #expect(folder.run("diff -r before/reports campaign/reports").code == 0)
    // As if nothing had happened, once there is room.
    folder.run("sed -i s/25000/30000/ before/inbox/2016-06/C1/hill-county.csv")
    folder.run("for c in before campaign; do yuebao run -C $c --now '2016-07-06 11:00'; done")
    #expect(folder.run("diff -r before/reports campaign/reports").code == 0)
    #expect(folder.text("\(OutputTests.month)/bulletin.md").contains("30000"))
  }

  @Test func aParentThatIsAFileIsSaidAndKept() {
    let folder = TemporaryFolder.campaign("en")
    folder.write("mine", to: "campaign/reports")
    #expect(folder.run("yuebao run -C campaign").code == 73)
    #expect(folder.text("campaign/reports") == "mine")
  }

  @Test(arguments: ["inbox", "other"])
  func aFolderOfSomethingElseIsNotReplaced(_ name: String) {
    let folder = TemporaryFolder.campaign("en")
    folder.run("mkdir -p campaign/other/2016-06 && echo precious >campaign/other/2016-06/thesis.txt")
    folder.run("cp -r campaign before")
    let outcome = folder.run("yuebao run -C campaign --output campaign/\(name)")
    #expect(outcome.code == 73)
    #expect(outcome.errText.contains("--output") && outcome.out.isEmpty)
    #expect(folder.run("rm campaign/.yuebao.lock campaign/history.sqlite; diff -r before campaign").code == 0)
  }

  @Test func leftoversOfAKilledRunGo() {
    let folder = TemporaryFolder.campaign("en")
    let own = "campaign/reports"
    folder.run(
      "mkdir -p \(own)/.2016-06.new-1 \(own)/.2016-06.new-99999 \(own)/.2016-05.new-7 \(own)/.mine.new-1 "
        + "&& touch \(own)/.index.html.new-12 \(own)/.2016-06.new-1/bulletin.md \(own)/.note")
    #expect(folder.run("yuebao run -C campaign").code == 0)
    #expect(folder.run("ls -A \(own)").outText == ".mine.new-1\n.note\n2016-06\nindex.html\n")
  }

  @Test func aRunKilledAtAnyTimeLeavesAWholeMonth() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("yuebao run -C campaign")
    for hundredths in 1...6 {
      folder.run("timeout -s KILL 0.0\(hundredths) yuebao run -C campaign")
      #expect(folder.run("cd \(OutputTests.month) && sha256sum -c --quiet SHA256SUMS").code == 0)
    }
    #expect(
      folder.run("yuebao run -C campaign && ls -A campaign/reports").outText.hasSuffix(
        "\n2016-06\nindex.html\n"))
  }

  @Test func twoWorkspacesDoNotWriteAtOnce() {
    let folder = TemporaryFolder.campaign("en")
    let outcome = folder.run("mkdir out && flock out yuebao run -C campaign --output out")
    #expect(outcome.code == 75)
    #expect(folder.run("yuebao run -C campaign --output out && ls out").code == 0)
  }

  @Test func sameInputSameBytes() {
    let folder = TemporaryFolder()
    folder.run("cp -r \"$FIXTURES/one-city\" one && yuebao run -C one --output first")
    // The same files, made in the opposite order, at other times and in another zone and locale.
    folder.run(
      "cd one && find . -type f | sort -r | while read -r file; do "
        + "mkdir -p \"../two/$(dirname \"$file\")\" && cat \"$file\" >\"../two/$file\" "
        + "&& touch -d 2001-01-01 \"../two/$file\"; done")
    for (name, command) in [
      ("again", "yuebao run -C one"), ("threads-1", "yuebao run -C one --threads 1"),
      ("threads-2", "yuebao run -C one --threads 2"), ("threads-7", "yuebao run -C one --threads 7"),
      ("other-order", "yuebao run -C two"),
      ("elsewhere", "TZ=America/New_York LC_ALL=zh_CN.GB18030 yuebao run -C one"),
      ("from-inside", "cd one && yuebao run --quiet --month 2016-06 --output ../from-inside; cd .. && :"),
    ] {
      folder.run(name == "from-inside" ? command : "\(command) --output \(name)")
      let difference = folder.run("diff -r first \(name)")
      #expect(difference.code == 0, "\(name): \(difference.outText) \(difference.errText)")
    }
  }

  @Test func theLatestMonthIsTaken() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("cd campaign/inbox && cp -r 2016-06 2016-05 && mkdir 2016-13 notes .2017-01 && touch 2018-01")
    #expect(
      folder.run("yuebao run -C campaign && ls campaign/reports").outText.hasSuffix("\n2016-06\nindex.html\n")
    )
  }
}
