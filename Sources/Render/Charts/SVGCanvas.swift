import Model

/// A drawing under way, downwards from ``top``. Coordinates are whole numbers, in user units of about a pixel: ``width``
/// of them fit a phone's screen and a column of print alike.
struct SVGCanvas {
  /// The width of every chart.
  static let width = 560
  /// The space at either side.
  static let margin = 12

  /// What ids begin with, so that several charts can stand in one page.
  let id: String
  /// Where the next thing may begin.
  var top = 10
  private var body: [String] = []
  private var fills: Set<ChartFill> = []

  init(id: String) { self.id = id }

  /// Where texts stand to their point.
  enum Anchor: String {
    case start, middle, end
  }

  /// How a text looks.
  enum Weight: String {
    case plain, muted, bold

    fileprivate var attributes: String {
      switch self {
      case .plain: ##"class="chart-text" fill="#1a1a1a""##
      case .muted: ##"class="chart-muted" fill="#555555""##
      case .bold: ##"class="chart-text chart-bold" fill="#1a1a1a" font-weight="bold""##
      }
    }
  }

  /// How a line looks.
  enum Stroke {
    case grid, axis, mark, dashed, series, absent

    fileprivate var attributes: String {
      switch self {
      case .grid: ##"class="chart-grid" stroke="#d9d9d9" stroke-width="1""##
      case .axis: ##"class="chart-axis" stroke="#555555" stroke-width="1""##
      case .absent:
        ##"class="chart-absent" stroke="#555555" stroke-width="1" stroke-dasharray="1 5""##
      case .mark: ##"class="chart-mark" stroke="#1a1a1a" stroke-width="2""##
      case .dashed: ##"class="chart-mark" stroke="#1a1a1a" stroke-width="2" stroke-dasharray="5 4""##
      case .series: ##"class="chart-series" stroke="#0072b2" stroke-width="3" fill="none""##
      }
    }
  }

  /// How wide a text is about, in user units: a Chinese character is a square, other letters are narrower.
  static func width(of text: some StringProtocol, size: Int = 14) -> Int {
    let tenths = text.unicodeScalars.reduce(0) { $0 + [0, 6, 10][min(2, DisplayWidth.of($1))] }
    return (tenths * size + 9) / 10
  }

  /// The beginning of a text that fits; `…` stands for the rest.
  static func cut(_ text: String, to width: Int, size: Int = 14) -> String {
    guard Self.width(of: text, size: size) > width else { return text }
    var kept = ""
    for character in text {
      if Self.width(of: kept + String(character) + "…", size: size) > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// A text on one line, with its baseline at `y`; with a halo where it stands on a fill.
  mutating func text(
    _ text: String, x: Int, y: Int, _ anchor: Anchor = .start, size: Int = 14, _ weight: Weight = .plain,
    halo: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let place = anchor == .start ? "" : ##" text-anchor="\##(anchor.rawValue)""##
    let escaped = SVGText.escape(text)
    let common = ##"x="\##(x)" y="\##(y)" font-size="\##(size)"\##(place)"##
    // The halo is a text of its own: not every viewer knows paint-order.
    if halo {
      body.append(
        ##"<text \##(common) class="chart-halo" fill="none" stroke="#ffffff" stroke-width="4" "##
          + ##"stroke-linejoin="round" aria-hidden="true">\##(escaped)</text>"##)
    }
    body.append("<text \(common) \(weight.attributes)>\(escaped)</text>")
  }

  /// A line.
  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ stroke: Stroke) {
    body.append(##"<line x1="\##(x1)" y1="\##(y1)" x2="\##(x2)" y2="\##(y2)" \##(stroke.attributes)/>"##)
  }

  /// A line through points.
  mutating func path(_ points: [(x: Int, y: Int)], _ stroke: Stroke) {
    guard points.count > 1 else { return }
    let text = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    body.append(##"<polyline points="\##(text)" \##(stroke.attributes)/>"##)
  }

  /// A filled rectangle with an outline; nothing where it has no area.
  mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: ChartFill) {
    guard width > 0, height > 0 else { return }
    fills.insert(fill)
    body.append(
      ##"<rect x="\##(x)" y="\##(y)" width="\##(width)" height="\##(height)" "##
        + ##"fill="url(#\##(id)-\##(fill.name))" class="chart-outline" stroke="#333333" stroke-width="1"/>"##)
  }

  /// A small diamond around a point, hollow so that what is below shows.
  mutating func diamond(_ x: Int, _ y: Int, radius: Int = 5) {
    let points = "\(x),\(y - radius) \(x + radius),\(y) \(x),\(y + radius) \(x - radius),\(y)"
    body.append(
      ##"<polygon points="\##(points)" class="chart-point" fill="#ffffff" stroke="#1a1a1a" stroke-width="2"/>"##
    )
  }

  /// A filled dot.
  mutating func dot(_ x: Int, _ y: Int, radius: Int = 4) {
    body.append(##"<circle cx="\##(x)" cy="\##(y)" r="\##(radius)" class="chart-dot" fill="#0072b2"/>"##)
  }

  /// The document.
  func document(title: String, description: String, language: Language) -> String {
    let height = top + 10
    let fonts = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
    var lines = [
      ##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \##(Self.width) \##(height)" width="\##(Self.width)" "##
        + ##"height="\##(height)" role="img" xml:lang="\##(language.pick("zh-CN", "en"))" "##
        + ##"aria-labelledby="\##(id)-title \##(id)-desc" class="chart" font-family="\##(fonts)">"##,
      ##"<title id="\##(id)-title">\##(SVGText.escape(title))</title>"##,
      ##"<desc id="\##(id)-desc">\##(SVGText.escape(description))</desc>"##,
    ]
    if !fills.isEmpty {
      let patterns = ChartFill.allCases.filter { fills.contains($0) }.map { $0.pattern(id) }
      lines.append("<defs>" + patterns.joined(separator: "\n") + "</defs>")
    }
    lines.append(
      ##"<rect width="\##(Self.width)" height="\##(height)" class="chart-background" fill="#ffffff"/>"##)
    return (lines + body + ["</svg>", ""]).joined(separator: "\n")
  }
}
