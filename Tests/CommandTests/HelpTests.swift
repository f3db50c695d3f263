import Testing

/// The help says what a new user needs, on lines that fit a terminal.
@Suite struct HelpTests {
  private static let phrases: [String: [String]] = [
    "": ["campaign.yaml", "yuebao init DIR", "yuebao run -C DIR", "inbox/2016-06/"],
    "init": ["yuebao run -C DIR", "zh or en", "registry.csv"],
    "run": [
      "bulletin.md", "findings.csv", "reports/MONTH", "latest", "65", "66", "73", "75", "78", "--output",
    ],
    "bulletin": ["--for", "code or name", "yuebao run"],
    "status": ["on time, late", "--missing", "tabs"],
    "check": ["row and column", "writes\nnothing", "65"],
    "registry": ["registry.csv", "import"],
    "registry import": ["provinces.csv", "streets.csv", "> registry.csv", "2016-01"],
    "config": ["every default", "--form", "78"],
  ]

  @Test(arguments: phrases.keys.sorted())
  func help(_ command: String) {
    let folder = TemporaryFolder()
    let outcome = folder.run("yuebao \(command) --help")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    for phrase in HelpTests.phrases[command] ?? [] {
      #expect(outcome.outText.contains(phrase), "\(phrase)")
    }
    // Of the text in prose; the usage line is ArgumentParser's.
    let prose = outcome.outText.split(separator: "USAGE:").first ?? ""
    for line in prose.split(separator: "\n") { #expect(line.count <= 80) }
    #expect(folder.run("yuebao help \(command)").outText == outcome.outText)
  }
}
