import Testing

/// What a month's folder holds beside Markdown and CSV, as `run: outputs` says.
@Suite struct OutputKindTests {
  private static let all = ["page", "charts", "workbook", "copies"]

  /// The kind of a file that is neither Markdown nor CSV; `nil` for those that are.
  private static func kind(_ name: String) -> String? {
    switch name {
    case "bulletin.html": "page"
    case "bulletin.xlsx": "workbook"
    case _ where name.hasSuffix(".svg"): "charts"
    case _ where name.hasPrefix("returned/") && name.hasSuffix(".xlsx"): "copies"
    default: nil
    }
  }

  /// The output of the one city, in `NAME/2016-06`, with these kinds.
  private static func run(_ folder: TemporaryFolder, _ kinds: [String], into name: String) -> [String] {
    folder.run("rm -rf \(name).c && cp -r \"$FIXTURES/one-city\" \(name).c")
    folder.run("echo 'run: {outputs: [\(kinds.joined(separator: ", "))]}' >>\(name).c/campaign.yaml")
    let outcome = folder.run("yuebao run -C \(name).c --output \(name)")
    #expect(outcome.code == 0, "\(outcome.errText)")
    #expect(folder.run("cd \(name)/2016-06 && sha256sum -c --quiet SHA256SUMS").code == 0)
    return folder.files(in: "\(name)/2016-06")
  }

  @Test func eachKindCanBeLeftOut() {
    let folder = TemporaryFolder()
    let whole = Self.run(folder, Self.all, into: "whole")
    folder.run("cp -r \"$FIXTURES/one-city\" unsaid && yuebao run -C unsaid --output default")
    #expect(folder.run("diff -r whole default").code == 0)
    for kind in Self.all {
      #expect(whole.contains { Self.kind($0) == kind }, "the fixture has no \(kind)")
      let names = Self.run(folder, Self.all.filter { $0 != kind }, into: kind)
      #expect(names == whole.filter { Self.kind($0) != kind }, "without \(kind)")
      // What is there says the same, but for what would lead to a file that is not.
      for name in names where name != "SHA256SUMS" {
        let same = folder.bytes("\(kind)/2016-06/\(name)") == folder.bytes("whole/2016-06/\(name)")
        let leads = kind == "charts" ? name == "bulletin.md" : kind == "copies" && name.hasSuffix("/mend.md")
        #expect(same != leads, "\(name) without \(kind)")
      }
    }
  }

  @Test func nothingLeadsToWhatIsNotThere() {
    let folder = TemporaryFolder()
    let names = Self.run(folder, [], into: "few")
    #expect(names.allSatisfy { Self.kind($0) == nil })
    #expect(names.contains("bulletin.md") && names.contains { $0.hasSuffix("/mend.md") })
    for name in names where name.hasSuffix(".md") {
      let text = folder.text("few/2016-06/\(name)")
      #expect(!text.isEmpty && !text.contains(".svg") && !text.contains("同文件夹中的"), "\(name)")
    }
    let index = folder.text("few/index.html")
    #expect(index.contains("2016-06/bulletin.md") && !index.contains("2016-06/bulletin.html"))
  }

  /// What was there of an earlier run goes, and comes again.
  @Test func theNextRunFollowsTheCampaign() {
    let folder = TemporaryFolder()
    folder.run("cp -r \"$FIXTURES/one-city\" c && yuebao run -C c && cp -r c/reports before")
    folder.run("cp c/campaign.yaml kept && echo 'run: {outputs: []}' >>c/campaign.yaml && yuebao run -C c")
    let others = folder.run("cd c/reports/2016-06 && find . -type f ! -name '*.md' ! -name '*.csv'")
    #expect(others.outText == "./SHA256SUMS\n")
    folder.run("cp kept c/campaign.yaml && yuebao run -C c")
    #expect(folder.run("diff -r c/reports before").code == 0)
  }

  /// Whoever asks for pictures gets the charts, too.
  @Test func picturesBringTheirCharts() {
    let folder = TemporaryFolder()
    folder.run("cp -r \"$FIXTURES/one-city\" c && echo 'run: {outputs: []}' >>c/campaign.yaml")
    folder.write("#!/bin/sh\ncp \"$5\" \"$4\"\n", to: "rsvg-convert")
    folder.run("mkdir bin && mv rsvg-convert bin && chmod +x bin/rsvg-convert")
    let outcome = folder.run("PATH=$PWD/bin:$PATH yuebao run -C c --png")
    #expect(outcome.code == 0, "\(outcome.errText)")
    let charts = folder.run("cd c/reports/2016-06/charts && ls").outText.split(separator: "\n")
    #expect(charts.contains("ranking.svg") && charts.contains("ranking.png"))
    #expect(folder.text("c/reports/2016-06/bulletin.md").contains("charts/ranking.svg"))
  }

  @Test func theConfigurationSaysWhatIsWritten() {
    let folder = TemporaryFolder.campaign("en")
    folder.run("echo 'run: {outputs: [workbook]}' >>campaign/campaign.yaml")
    #expect(folder.run("yuebao config -C campaign").outText.contains("outputs: [\"workbook\"]"))
  }
}
