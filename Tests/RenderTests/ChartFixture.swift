import Model
import Render

/// Charts of small editions, each kind at least once, by the names of their goldens.
enum ChartFixture {
  static func charts(_ language: Language) throws -> [(name: String, chart: Chart)] {
    var charts: [(name: String, chart: Chart)] = []
    for (folder, edition) in [
      ("comparison", try ComparisonFixture.edition(language)), ("goals", try GoalsFixture.edition(language)),
      ("ledgers", try LedgerFixture.edition(language)),
    ] {
      charts += Bulletin.document(edition).charts.map { ("\(folder)-\($0.name)", $0) }
    }
    return charts + made(language).map { ($0.name, $0) }
  }

  /// What no small edition has: several months, provinces, strips, parts.
  private static func made(_ language: Language) -> [Chart] {
    let note = language.pick("分母为名录所列单位。", "Of the units of the registry.")
    let title = { (zh: String, en: String) in language.pick(zh, en) }
    let percent = ChartScale(decimals: 1, measure: "%", least: 1000)
    return [
      Chart(
        name: "trend", title: title("召开率逐月情况", "Rate by month"), note: note,
        kind: .trend(trend(language, percent))),
      Chart(
        name: "map", title: title("分省召开率", "Rate by province"), note: note,
        kind: .tiles(tiles(language, percent))),
      Chart(name: "reporting", title: title("报送率", "Returns"), note: note, kind: .strip(strips(language))),
      Chart(name: "parts", title: title("委员来源", "Members"), note: note, kind: .composition(parts(language))),
    ]
  }

  private static func trend(_ language: Language, _ scale: ChartScale) -> TrendChart {
    TrendChart(
      points: [
        TrendChart.Point(label: language.pick("3月", "Mar"), known: 321, published: 321),
        TrendChart.Point(label: language.pick("4月", "Apr"), known: nil),
        TrendChart.Point(label: language.pick("5月", "May"), known: 604, published: 550),
        TrendChart.Point(label: language.pick("6月", "Jun"), known: 683),
      ], scale: scale, target: ChartMark(900, language.pick("目标90.0%", "target 90.0%")))
  }

  private static func tiles(_ language: Language, _ scale: ChartScale) -> TileChart {
    TileChart(
      tiles: [
        TileChart.Tile(row: 1, column: 0, label: language.pick("甲", "A"), value: 0, text: "0.0%"),
        TileChart.Tile(row: 1, column: 1, label: language.pick("乙", "B"), value: 1000, text: "100.0%"),
        TileChart.Tile(
          row: 2, column: 2, label: language.pick("丙", "C"), value: nil, text: language.pick("未报", "none")),
      ], scale: scale)
  }

  private static func strips(_ language: Language) -> StripChart {
    var (all, full) = (ReportingTally(), ReportingTally())
    (full.expected, full.onTime) = (40, 40)
    (all.expected, all.onTime, all.late, all.missing, all.rejected) = (100, 62, 20, 15, 3)
    return StripChart(
      strips: [
        StripChart.Strip(label: language.pick("全市", "City"), tally: all, isWhole: true),
        StripChart.Strip(label: language.pick("清河", "Qinghe"), tally: full),
      ])
  }

  private static func parts(_ language: Language) -> CompositionChart {
    CompositionChart(
      parts: (1...8).map { language.pick("第\($0)类", "Part \($0)") },
      wholes: [
        CompositionChart.Whole(
          label: language.pick("全市", "City"), parts: (1...8).map { Int64($0) * 10 },
          texts: (1...8).map { "\($0 * 10)" }, total: "360", isWhole: true),
        CompositionChart.Whole(
          label: language.pick("北沟", "Beigou"), parts: [], texts: [], total: language.pick("未报", "no return")),
      ])
  }
}
