import Model

/// What a unit is to mend and to explain: its findings by reason, the heaviest first, with where the first one stands.
enum MendSection {
  static func build(_ words: Words) -> Section? {
    let (findings, language) = (words.edition.findings, words.language)
    guard !findings.isEmpty else { return nil }
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0
        ? nil : language.pick("\(task(severity, language))\(count)处", "\(count) \(task(severity, language))")
    }
    let text = language.pick(
      "本单位及所属单位的报表有\(words.join(counts))。须更正的，改正后才能计入；须说明的，已经计入，请核对后更正或说明原因。",
      "In your returns and those of your units: \(words.join(counts)). What is to be mended does not count until then; "
        + "what is to be explained counts.")
    return Section(
      language.pick("须更正和说明的", "To be mended and explained"),
      [.paragraph(text + due(words)), .grid(grid(findings, language))])
  }

  /// The day until which a file counts as on time; nothing where all is only good to know.
  private static func due(_ words: Words) -> String {
    guard words.edition.findings.contains(where: { $0.severity != .note }) else { return "" }
    let day = words.date(words.edition.due)
    return words.language.pick(
      "本月报表截止日为\(day)；之后送达的更正计入下一版。",
      " The month's returns are due on \(day); corrections that arrive later count in the next edition.")
  }

  private static func task(_ severity: Severity, _ language: Language) -> String {
    switch severity {
    case .reject: language.pick("须更正", "to be mended")
    case .query: language.pick("须说明", "to be explained")
    case .note: language.pick("仅供参考", "to be known")
    }
  }

  private static func grid(_ findings: [Finding], _ language: Language) -> Grid {
    let zh = ["怎样处理", "处数", "举例：在哪里", "怎么回事、怎么办", "代码"]
    let en = ["Task", "Number", "Such as", "What is wrong and what to do", "Code"]
    let columns = (language == .zh ? zh : en).enumerated().map { GridColumn($1, numeric: $0 == 1) }
    let ordered = Dictionary(grouping: findings.indices, by: { findings[$0].code }).sorted {
      let (a, b) = (findings[$0.value[0]], findings[$1.value[0]])
      return (a.severity, -$0.value.count, a.code) < (b.severity, -$1.value.count, b.code)
    }
    return Grid(
      caption: language.pick("按原因汇总", "By reason"), columns: columns,
      rows: ordered.map { code, places in
        let first = findings[places[0]]
        var example = FindingText.place(first.place, language)
        let subject = [first.unit.map(\.description) ?? "", first.item, first.value].filter { !$0.isEmpty }
        if !subject.isEmpty {
          example += language.pick(
            "（\(subject.joined(separator: "，"))）", " (\(subject.joined(separator: ", ")))")
        }
        return GridRow([
          .text(task(first.severity, language)), .count(Int64(places.count)), .text(example),
          .text(first.reason.message(language)), .text(code),
        ])
      })
  }
}
