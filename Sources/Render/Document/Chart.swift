/// A picture of numbers, before any format. All its texts are in the language of the document.
public struct Chart: Sendable {
  /// The stem of its file's name: ASCII letters, digits and hyphens, unique in a document.
  public var name: String
  /// What is seen: 乡镇动员会召开率：上海最高（100%），西藏最低（23%），全国68%.
  public var title: String
  /// Denominators and coverage; never empty.
  public var note: String
  /// What is drawn.
  public var kind: Kind

  /// What is drawn.
  public enum Kind: Sendable {
    /// Units by rank.
    case bars(BarChart)
    /// Who has reported.
    case strip(StripChart)
    /// A series over months.
    case trend(TrendChart)
    /// Parts of a whole.
    case composition(CompositionChart)
    /// Why a figure moved.
    case waterfall(WaterfallChart)
    /// A tile a unit, where it lies in the country.
    case tiles(TileChart)
    /// Rows in two columns, back to back.
    case pyramid(PyramidChart)
  }

  /// A chart.
  public init(name: String, title: String, note: String, kind: Kind) {
    self.name = name
    self.title = title
    self.note = note
    self.kind = kind
  }
}

extension Document {
  /// Takes the charts out.
  mutating func removeCharts() {
    let isChart = { (block: Block) in
      if case .chart = block { true } else { false }
    }
    opening.removeAll(where: isChart)
    for index in sections.indices { sections[index].blocks.removeAll(where: isChart) }
  }

  /// The charts in their order.
  public var charts: [Chart] {
    (opening + sections.flatMap(\.blocks)).compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
  }
}
