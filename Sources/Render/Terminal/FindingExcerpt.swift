public import Model

/// The row that a finding is about, as a compiler shows a line: its cells around the place, and marks below it.
public enum FindingExcerpt {
  /// How many cells are shown before and after the one that is marked.
  private static let neighbours = 3
  /// The widest that a cell is shown, in places of the terminal.
  private static let widest = 24

  /// The lines to show under a finding, without line feeds; none where the copy lacks its row. Cells are
  /// masked as findings are, and hold no control characters.
  public static func lines(_ finding: Finding, in sheets: [SheetCopy], paint: Paint) -> [String] {
    let place = finding.place
    let sheet = SheetCopy.position(of: place, among: sheets).map { sheets[$0] }
    guard place.row > 0, let sheet, let row = sheet.row(place.row) else { return [] }
    let marked = max(0, place.column - 1)
    let first = max(0, marked - neighbours)
    let wanted = place.column > 0 ? marked + neighbours : 2 * neighbours
    let last = max(marked, min(row.cells.count - 1, wanted))
    let shown = (first...last).map { index in
      index < row.cells.count ? DisplayWidth.cut(Excerpt.of(row.cells[index]), to: widest) : ""
    }
    let gutter = String(place.row)
    let margin = String(repeating: " ", count: gutter.count)
    let before = first > 0 ? "… │ " : ""
    let after = last < row.cells.count - 1 ? " │ …" : ""
    let indent =
      DisplayWidth.of(before) + shown.prefix(marked - first).reduce(0) { $0 + DisplayWidth.of($1) + 3 }
    // A finding about the whole row marks all that is shown of it.
    let text = shown.joined(separator: " │ ")
    let span = place.column > 0 ? DisplayWidth.of(shown[marked - first]) : DisplayWidth.of(text)
    let marks = String(repeating: "^", count: max(1, span))
    return [
      paint.dim(" \(gutter) │ ") + before + text + after,
      paint.dim(" \(margin) │ ") + String(repeating: " ", count: indent)
        + paint.severity(marks, finding.severity),
    ]
  }
}

extension SheetCopy {
  /// The row with that number.
  fileprivate func row(_ number: Int) -> Row? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }
}
