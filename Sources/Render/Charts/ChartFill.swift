/// What an area is filled with: a colour that the colour-blind can tell (Okabe and Ito), and a pattern that tells it in
/// black and white.
enum ChartFill: String, CaseIterable, Hashable {
  case blue, orange, green, yellow, sky, vermillion, purple, white
  /// Shades of one colour from little to much.
  case shade1, shade2, shade3, shade4, shade5

  /// The fills that tell parts apart, in their order; they begin anew after the last.
  static let parts: [ChartFill] = [.blue, .orange, .green, .yellow, .sky, .vermillion, .purple, .white]
  /// From little to much.
  static let shades: [ChartFill] = [.shade1, .shade2, .shade3, .shade4, .shade5]

  /// Its name in ids and classes.
  var name: String { rawValue }

  private var colour: String {
    switch self {
    case .blue: "#0072b2"
    case .orange: "#e69f00"
    case .green: "#009e73"
    case .yellow: "#f0e442"
    case .sky: "#56b4e9"
    case .vermillion: "#d55e00"
    case .purple: "#cc79a7"
    case .white: "#ffffff"
    case .shade1: "#f1f7fb"
    case .shade2: "#c9e0ef"
    case .shade3: "#94c3e0"
    case .shade4: "#559fcb"
    case .shade5: "#1f7ab3"
    }
  }

  /// The lines over the colour, in a square of 8.
  private var lines: String? {
    switch self {
    case .blue, .white, .shade1, .shade2, .shade3, .shade4, .shade5: nil
    case .orange: "M0 8L8 0M-2 2L2 -2M6 10L10 6"
    case .green: "M0 0L8 8M-2 6L2 10M6 -2L10 2"
    case .yellow: "M2 2h2v2h-2zM6 6h2v2h-2z"
    case .sky: "M0 4H8"
    case .vermillion: "M0 0L8 8M0 8L8 0"
    case .purple: "M4 0V8"
    }
  }

  /// Its pattern as an element of `defs`.
  func pattern(_ id: String) -> String {
    let strokes =
      lines.map {
        ##"<path d="\##($0)" class="chart-hatch" stroke="#1a1a1a" stroke-width="1" fill="none"/>"##
      } ?? ""
    return ##"<pattern id="\##(id)-\##(name)" width="8" height="8" patternUnits="userSpaceOnUse">"##
      + ##"<rect width="8" height="8" class="chart-\##(name)" fill="\##(colour)"/>\##(strokes)</pattern>"##
  }
}
