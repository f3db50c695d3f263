import Model
import Render
import Testing

@Suite struct ChartTests {
  @Test(arguments: [Language.zh, .en])
  func wholePictures(_ language: Language) throws {
    let prefix = language.pick("zh", "en")
    let charts = try ChartFixture.charts(language)
    for (name, chart) in charts {
      let text = SVGRenderer.render(chart, language: language)
      guard !ChartGolden.isRecording else {
        try ChartGolden.record(text, "\(prefix)-\(name)")
        Issue.record("recorded \(prefix)-\(name) anew")
        continue
      }
      #expect(ChartGolden.text("\(prefix)-\(name)") == text, "\(name); `make golden` records them anew")
    }
    #expect(try ChartGolden.names(prefix) == Set(charts.map { "\(prefix)-\($0.name).svg" }))
  }

  @Test func everyKindIsAmongThem() throws {
    let kinds = try ChartFixture.charts(.zh).map { chart in
      switch chart.chart.kind {
      case .bars: "bars"
      case .strip: "strip"
      case .trend: "trend"
      case .composition: "composition"
      case .waterfall: "waterfall"
      case .tiles: "tiles"
      case .pyramid: "pyramid"
      }
    }
    #expect(Set(kinds).count == 7)
  }

  @Test func namesAreUniqueAndNotesAreThere() throws {
    for edition in [
      try ComparisonFixture.edition(.zh), try GoalsFixture.edition(.en), try LedgerFixture.edition(),
    ] {
      let charts = Bulletin.document(edition).charts
      #expect(Set(charts.map(\.name)).count == charts.count)
      #expect(charts.allSatisfy { !$0.note.isEmpty && !$0.title.isEmpty })
      #expect(
        charts.allSatisfy {
          $0.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        })
    }
  }

  private func bars(_ bars: [BarChart.Bar], least: Int64 = 0) -> String {
    let scale = ChartScale(decimals: 0, measure: "", least: least)
    return SVGRenderer.render(
      Chart(name: "c", title: "t", note: "n", kind: .bars(BarChart(bars: bars, scale: scale, label: "l"))),
      language: .zh)
  }

  @Test func nothingFromDataIsMarkup() {
    let hostile = "</text><script>alert('1')</script>&\"\u{202E}\u{0}\u{FFFF}"
    let bar = BarChart.Bar(label: hostile, rank: 1, value: 1, text: hostile)
    let scale = ChartScale(decimals: 0, measure: hostile)
    let mark = ChartMark(1, hostile)
    let chart = BarChart(
      bars: [bar], scale: scale, label: hostile, earlierLabel: hostile, average: mark, target: mark)
    let text = SVGRenderer.render(
      Chart(name: "c", title: hostile, note: hostile, kind: .bars(chart)), language: .zh, note: true)
    #expect(!text.contains("<script"))
    #expect(!text.contains("alert('"))
    #expect(text.contains("&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;"))
    for scalar: Unicode.Scalar in ["\u{202E}", "\u{0}", "\u{FFFF}"] {
      #expect(!text.unicodeScalars.contains(scalar))
    }
  }

  @Test func nothingIsFetched() throws {
    for (name, chart) in try ChartFixture.charts(.zh) {
      let text = SVGRenderer.render(chart, language: .zh).replacing("http://www.w3.org/2000/svg", with: "")
      for word in ["http", "href", "<script", "<style", "@import", "<image", "<foreignObject"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
  }

  @Test func noReturnIsNotZero() {
    let zero = bars([BarChart.Bar(label: "甲", rank: 1, value: 0, text: "0个")], least: 100)
    let none = bars([BarChart.Bar(label: "甲", rank: nil, value: nil, text: "未报")], least: 100)
    let line = { (text: String, word: String) in text.split(separator: "\n").last { $0.contains(word) } ?? ""
    }
    #expect(line(zero, ">0个<").contains("chart-text"))
    #expect(line(none, ">未报<").contains("chart-muted"))
    #expect(none.contains("chart-absent"))
    #expect(!zero.contains("chart-absent"))
  }

  @Test func aLongListGrows() {
    let height = { (count: Int) -> Int in
      let text = bars((1...count).map { BarChart.Bar(label: "县\($0)", rank: $0, value: 1, text: "1") })
      return text.split(separator: "viewBox=\"0 0 560 ").last?.split(separator: "\"").first.flatMap {
        Int($0)
      } ?? 0
    }
    #expect(height(60) - height(10) == 50 * 22)
  }

  @Test func aTrendNeedsMonths() throws {
    var edition = try GoalsFixture.edition(.zh)
    let figure = try #require(edition.figure(edition.unit, 0, level: 2))
    let months = try ["2016-04", "2016-05", "2016-06"].map {
      TrendMonth(month: try EditionFixture.month($0), known: figure)
    }
    let names = { (edition: Edition) in Bulletin.document(edition).charts.map(\.name) }
    edition.trend = Array(months.prefix(2))
    #expect(!names(edition).contains("trend"))
    edition.trend = months
    #expect(names(edition).contains("trend"))
  }

  /// A month of which nothing is known is a gap, at most a year is drawn, and what was published first is marked.
  @Test func aTrendHasGapsAndMarks() throws {
    var edition = try GoalsFixture.edition(.zh)
    let figure = try #require(edition.figure(edition.unit, 0, level: 2))
    var other = figure
    other.numerator -= 1
    edition.trend = try ["2015-01", "2016-01", "2016-02", "2016-04", "2016-06"].map {
      TrendMonth(
        month: try EditionFixture.month($0), known: figure, published: $0 == "2016-02" ? other : figure)
    }
    let chart = try #require(Bulletin.document(edition).charts.first { $0.name == "trend" })
    guard case .trend(let trend) = chart.kind else { throw FixtureFault() }
    #expect(trend.points.count == 12 && trend.points.first?.label == "7月")
    #expect(trend.points.filter { $0.known == nil }.count == 8)
    #expect(trend.points.filter { $0.known != nil && $0.known != $0.published }.map(\.label) == ["2月"])
    #expect(SVGRenderer.render(chart, language: .zh).contains("首次发布时（后有修订）"))
  }

  @Test func titlesBreakBetweenClauses() {
    let title = "乡镇动员会召开率：上海最高（100%），西藏最低（23%），新疆生产建设兵团68.5%，全国68%"
    let text = SVGRenderer.render(
      Chart(name: "c", title: title, note: "n", kind: .strip(StripChart(strips: []))), language: .zh)
    #expect(text.contains(">乡镇动员会召开率：上海最高（100%），西藏最低（23%），</text>"))
    #expect(text.contains(">新疆生产建设兵团68.5%，全国68%</text>"))
  }

  @Test func longNamesAreCut() {
    let text = bars([BarChart.Bar(label: String(repeating: "长", count: 40), rank: 1, value: 1, text: "1")])
    #expect(text.contains(String(repeating: "长", count: 9) + "…</text>"))
    #expect(!text.contains(String(repeating: "长", count: 12)))
  }

  /// No number ends the program, however large: the bar stays within the picture.
  @Test(arguments: [Int64.max, .max / 3, 1 << 53, -1, .min, .min / 2])
  func extremes(_ value: Int64) throws {
    let text = bars([
      BarChart.Bar(label: "甲", rank: 1, value: value, text: "x"),
      BarChart.Bar(label: "乙", rank: 2, value: 7, text: "7", earlier: value),
    ])
    for width in text.matches(of: /<rect x="(\d+)" y="\d+" width="(\d+)"/) {
      let (x, length) = (try #require(Int(width.output.1)), try #require(Int(width.output.2)))
      #expect(x >= 0 && x + length <= 560)
    }
    let step = WaterfallChart.Step(label: "s", amount: value / 2)
    let scale = ChartScale(decimals: 0, measure: "")
    let fall = WaterfallChart(startLabel: "a", start: 0, steps: [step], endLabel: "b", scale: scale)
    let pyramid = PyramidChart(
      left: "l", right: "r", rows: [.init(label: "x", left: abs(value / 2), right: 0)])
    for kind in [Chart.Kind.waterfall(fall), .pyramid(pyramid)] {
      #expect(
        SVGRenderer.render(Chart(name: "c", title: "t", note: "n", kind: kind), language: .en)
          .hasSuffix("</svg>\n"))
    }
  }

  @Test func markdownLinksAndSaysTheNote() throws {
    let chart = Chart(name: "ranking", title: "甲]乙", note: "分母[1]", kind: .strip(StripChart(strips: [])))
    let document = Document(title: "", byline: "", opening: [.chart(chart)], sections: [])
    let text = MarkdownRenderer.render(document, language: .zh)
    #expect(text.hasSuffix("![甲\\]乙](charts/ranking.svg)\n\n分母\\[1\\]\n"))
    #expect(!MarkdownRenderer.render(document, language: .zh, charts: false).contains("分母"))
  }
}
