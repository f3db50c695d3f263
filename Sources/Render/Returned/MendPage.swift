public import Model

/// `mend.md`: what a sender is asked to mend, file by file, the worst first.
public enum MendPage {
  /// The page as Markdown; `due` is the last day on which returns are on time.
  public static func render(
    _ returned: ReturnedFiles, campaign: Campaign, roster: Roster, due: Day
  ) -> String {
    let words = MonthWords(language: campaign.language)
    let language = campaign.language
    let name =
      returned.sender.map { roster.units[$0].shownName } ?? language.pick("未注明报送单位", "sender unknown")
    let month = words.month(roster.month)
    var document = Document(
      title: language.pick("请更正后重新报送：\(name)\(month)月报", "To be mended and sent again: \(name), \(month)"),
      byline: campaign.organisation,
      opening: [.paragraph(opening(returned, words, due))],
      sections: returned.files.map { section($0, roster, language) })
    document.closing = campaign.closing
    return MarkdownRenderer.render(document, language: language)
  }

  private static func opening(_ returned: ReturnedFiles, _ words: MonthWords, _ due: Day) -> String {
    let (files, day) = (returned.files.count, words.date(due))
    return words.language.pick(
      "所报\(files)个文件有须更正或说明之处，逐条列在下面。请在原文件中改正，于\(day)前（含当日）重新报送；届时仍没有报表计入的单位按逾期计。",
      "There is something to mend in \(files) of the files received. Mend it in your own file and send the "
        + "file again by \(day); a unit of which nothing counts by then is late.")
  }

  private static func section(_ file: ReturnedFile, _ roster: Roster, _ language: Language) -> Section {
    var blocks: [Block] = []
    if !file.copyName.isEmpty {
      blocks.append(
        .paragraph(
          language.pick(
            "同文件夹中的“\(file.copyName)”标出了各处位置。", "\(file.copyName) beside this page marks each place.")))
    }
    let columns = FindingText.headings(language).map { GridColumn($0, numeric: false) }
    let rows = file.findings.map { finding in
      GridRow(
        [
          finding.severity.label(language), FindingText.placeInFile(finding.place, language),
          FindingText.unit(finding, roster), finding.item, finding.value, finding.reason.message(language),
        ].map(Cell.text))
    }
    blocks.append(.grid(Grid(caption: file.summary(language), columns: columns, rows: rows)))
    return Section(file.path, blocks)
  }
}
