import Testing

/// The page over the months that have been written.
@Suite struct IndexTests {
  private static func twoMonths(_ language: String) -> TemporaryFolder {
    let folder = TemporaryFolder.campaign(language)
    folder.run(
      "cp -r campaign/inbox/2016-06 campaign/inbox/2016-07 && sed -i s/2016-06/2016-07/ campaign/inbox/2016-07/*.csv"
    )
    folder.run("yuebao run -C campaign -m 2016-07 --now '2016-08-06 09:00'")
    folder.run("yuebao run -C campaign -m 2016-06 --now '2016-08-06 10:00'")
    return folder
  }

  @Test func everyMonthIsLinkedTheLatestFirst() {
    let folder = IndexTests.twoMonths("en")
    let page = folder.text("campaign/reports/index.html")
    Hostile.expectHarmless(page, "index.html")
    let links = page.matches(of: /<a href="([^"#]*)">([^<]*)</).map { "\($0.output.1) \($0.output.2)" }
    #expect(
      links == [
        "2016-07/bulletin.html July 2016", "2016-07/bulletin.md bulletin.md",
        "2016-07/figures.csv figures.csv",
        "2016-07/units.csv units.csv", "2016-07/findings.csv findings.csv",
        "2016-06/bulletin.html June 2016", "2016-06/bulletin.md bulletin.md",
        "2016-06/figures.csv figures.csv",
        "2016-06/units.csv units.csv", "2016-06/findings.csv findings.csv",
      ])
    // The trend says what the bulletins say.
    let rows = page.matches(of: /<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)</).map {
      "\($0.output.1) \($0.output.2)"
    }
    #expect(rows.count == 2 && rows[0].hasPrefix("June 2016 ") && rows[1].hasPrefix("July 2016 "))
    let share = rows[0].split(separator: " ").last ?? ""
    #expect(share.hasSuffix("%") && folder.text("campaign/reports/2016-06/bulletin.md").contains(share))
  }

  @Test func whatIsNoOutputIsNotLinked() {
    let folder = IndexTests.twoMonths("zh")
    folder.run("mkdir -p campaign/reports/2016-05 && touch campaign/reports/2016-05/bulletin.html")
    folder.run("rm -r campaign/reports/2016-07 && yuebao run -C campaign -m 2016-06 --now '2016-08-06 11:00'")
    let page = folder.text("campaign/reports/index.html")
    #expect(page.contains("2016-06/bulletin.html") && page.contains("2016年6月"))
    #expect(!page.contains("2016-05/") && !page.contains("2016-07/") && !page.contains("2016年7月"))
  }

  @Test func aPageOfSomebodyElseStays() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("mkdir -p campaign/reports && echo '<html>mine</html>' >campaign/reports/index.html")
    let outcome = folder.run("yuebao run -C campaign")
    #expect(outcome.code == 0 && outcome.errText.contains("index.html was not written by this program"))
    #expect(folder.text("campaign/reports/index.html") == "<html>mine</html>\n")
    folder.run("rm campaign/reports/index.html && mkdir campaign/reports/index.html")
    #expect(folder.run("yuebao run -C campaign").code == 0)
    #expect(folder.run("rmdir campaign/reports/index.html").code == 0)
  }
}
