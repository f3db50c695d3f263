import Testing

/// The campaign of `fixtures/hostile`, whose every name, label and text tries to be something else, in each format.
@Suite struct EveryFormatTests {
  /// Its output, in `out/2016-06`.
  private static func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    let outcome = folder.run("\"$FIXTURES/hostile/play.sh\" out")
    #expect(outcome.code == 0, "\(outcome.errText)")
    return folder
  }

  private static func names(_ folder: TemporaryFolder, _ ending: String) -> [String] {
    folder.files(in: "out").filter { $0.hasSuffix(ending) }
  }

  @Test func textFormatsAreHarmless() {
    let folder = EveryFormatTests.folder()
    for (ending, least) in [(".md", 6), (".html", 2), (".csv", 4)] {
      let names = EveryFormatTests.names(folder, ending)
      #expect(names.count >= least, "\(names)")
      for name in names where !name.contains("returned/") || ending == ".md" {
        Hostile.expectHarmless(folder.text("out/\(name)"), name)
      }
    }
  }

  /// A name of 10,000 characters stands whole in tables for machines, and is cut where people read.
  @Test func longNamesBuryNothing() {
    let folder = EveryFormatTests.folder()
    let long = String(repeating: "x", count: 10_000)
    #expect(folder.text("out/2016-06/units.csv").contains(long))
    for name in EveryFormatTests.names(folder, ".md") + EveryFormatTests.names(folder, ".html")
      + EveryFormatTests.names(folder, ".svg")
    {
      #expect(!folder.text("out/\(name)").contains(String(repeating: "x", count: 200)), "\(name)")
    }
    #expect(folder.text("out/2016-06/bulletin.md").contains(String(repeating: "x", count: 80) + "……"))
  }

  /// A table in Markdown has as many cells in each row as its heading, whatever is in them.
  @Test func tablesKeepTheirColumns() {
    let folder = EveryFormatTests.folder()
    var width = 0
    var rows = 0
    for line in folder.text("out/2016-06/bulletin.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("|") else {
        width = 0
        continue
      }
      let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      #expect(width == 0 || bars == width, "\(line.prefix(200))")
      (width, rows) = (bars, rows + 1)
    }
    #expect(rows > 40)
  }

  /// A chart is one XML document of shapes and texts: nothing in it runs or is fetched.
  @Test func chartsAreShapes() {
    let folder = EveryFormatTests.folder()
    let names = EveryFormatTests.names(folder, ".svg")
    #expect(names.count >= 3)
    let known = [
      "svg", "title", "desc", "defs", "pattern", "path", "rect", "line", "text", "polyline", "polygon",
      "circle",
      "g", "tspan",
    ]
    for name in names {
      let text = folder.text("out/\(name)")
      #expect(Hostile.controls(in: text).isEmpty, "\(name)")
      for match in text.matches(of: /<\/?([^\s>\/]*)([^>]*)>/) where match.output.1 != "?xml" {
        #expect(known.contains(String(match.output.1)), "\(name): \(match.output.0)")
        #expect(!match.output.2.contains(/href|\son[a-z]+=|style=/), "\(name): \(match.output.0)")
      }
    }
    let parsed = folder.run(
      "command -v xmllint >/dev/null || exit 0; xmllint --noout out/2016-06/charts/*.svg")
    #expect(parsed.code == 0, "\(parsed.errText)")
  }

  /// Texts are strings of the workbook; its formulas are the program's own, and nothing leads out of it.
  @Test func theWorkbookRunsNothing() {
    let folder = EveryFormatTests.folder()
    let all = folder.run("cd out/2016-06 && unzip -p bulletin.xlsx").outText
    #expect(all.contains(">=HYPERLINK("))
    for formula in all.split(separator: "<f>").dropFirst() {
      let words = formula.prefix { $0 != "<" }.matches(of: /[A-Z]+(?=\()/).map { String($0.output) }
      #expect(words.allSatisfy { ["IF", "ROUND", "SUM"].contains($0) }, "\(words)")
    }
    #expect(!all.contains("\u{202E}") && !all.contains("\u{2066}"))
    #expect(!all.contains("TargetMode=\"External\"") && !all.contains("<script"))
  }
}
