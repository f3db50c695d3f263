import Model

/// What was wrong with what came in: findings by reason, with the first of each as an example.
enum QualitySection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard !edition.findings.isEmpty else { return nil }
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = edition.findings.count { $0.severity == severity }
      let label = severity.label(edition.language)
      return count == 0 ? nil : edition.language.pick("\(label)\(count)条", "\(count) \(label)")
    }
    let text = edition.language.pick(
      "共有审核意见\(edition.findings.count)条，其中\(words.join(counts))，逐条见 findings.csv。",
      "\(edition.findings.count) findings (\(words.join(counts))); findings.csv lists each.")
    let heading = edition.language.pick("数据质量", "Data quality")
    return Section(heading, [.paragraph(text), .grid(grid(edition))])
  }

  private static func grid(_ edition: Edition) -> Grid {
    let zh = ["程度", "条数", "涉及报送件(份)", "举例", "代码"]
    let en = ["Severity", "Findings", "Files", "Example", "Code"]
    let headings = edition.language == .zh ? zh : en
    var grid = Grid(
      caption: edition.language.pick("审核意见汇总", "Findings by reason"),
      columns: headings.enumerated().map { GridColumn($1, numeric: $0 == 1 || $0 == 2) })
    let groups = Dictionary(grouping: edition.findings.indices) { Group(edition.findings[$0]) }
    let ordered = groups.sorted {
      let (a, b) = (edition.findings[$0.value[0]], edition.findings[$1.value[0]])
      return (a.severity, -$0.value.count, a.code, $0.value[0])
        < (b.severity, -$1.value.count, b.code, $1.value[0])
    }
    for (_, indices) in ordered {
      let first = edition.findings[indices[0]]
      let files = Set(indices.map { edition.findings[$0].place.file }).count
      grid.rows.append(
        GridRow([
          .text(first.severity.label(edition.language)), .count(Int64(indices.count)),
          .count(Int64(files)), .text(FindingText.line(first, edition.language)),
          .text(first.code),
        ]))
    }
    return grid
  }

  /// What stands in one row: findings of one code. One without a place is no example of the others, as what is said
  /// of each check that found too much.
  private struct Group: Hashable {
    let code, message: String

    init(_ finding: Finding) {
      code = finding.code
      let isNowhere = finding.unit == nil && finding.place == Place(file: "")
      message = isNowhere ? finding.reason.message(.en) : ""
    }
  }
}
