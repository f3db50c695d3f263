import Model

/// Several targets side by side: a row each unit, and of each target its value and what is to be said of it.
enum ProgressGrid {
  /// `tables` has the unit and its children for each target; of a target that does not concern a unit nothing is said.
  static func together(_ tables: [[Progress]], _ words: Words) -> Grid {
    let language = words.language
    let columns = tables.flatMap { rows -> [GridColumn] in
      let line = ProgressWords(rows[0], words)
      // Where targets of a series differ by unit, no one number is due.
      let isOne = rows.allSatisfy { $0.target == rows[0].target }
      let due = !isOne ? "" : line.path.map { language.pick("(应达\($0))", " (\($0) due)") } ?? ""
      return [
        GridColumn(line.told.label + due), GridColumn(language.pick("评价", "Verdict"), numeric: false),
      ]
    }
    let rows = tables.map { rows in
      Dictionary(rows.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let units = Set(rows.flatMap(\.keys)).sorted()
    return Grid(
      caption: language.pick("目标进度对照", "Progress against the targets"),
      columns: [GridColumn(words.childHeading, numeric: false)] + columns,
      rows: units.map { unit in
        let cells = rows.flatMap { row -> [Cell] in
          guard let line = row[unit].map({ ProgressWords($0, words) }) else {
            return [.notApplicable, .notApplicable]
          }
          return [line.value, .text(line.shortVerdict)]
        }
        return GridRow([.text(words.short(unit))] + cells, isTotal: unit == words.edition.unit)
      })
  }
}
