import Foundation
import Testing

@testable import Check
@testable import Formula
@testable import Ingest
import Model
@testable import Pipeline

/// `docs/limits.md` lists every limit with the value that the code has, and the test that meets it.
@Suite struct LimitsPageTests {
  /// A limit, what is said beyond it, and the file and the name of its test.
  struct Limit {
    let what, value, beyond, suite, test: String

    init(_ what: String, _ value: String, _ beyond: String, _ suite: String, _ test: String) {
      (self.what, self.value, self.beyond, self.suite, self.test) = (what, value, beyond, suite, test)
    }
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes >> 20) MB" }
  private static func number(_ count: Int) -> String { Grouped.text(count) }

  static let inbox = [
    Limit(
      "a file", megabytes(SubmissionReader.maximumSize), "`file-too-large`", "CommandTests/BadInputTests",
      "oneBadFile"),
    Limit(
      "new files of a run together", megabytes(Intake.mostNewBytes),
      "`file-deferred`; the next run takes them",
      "PipelineTests/LimitTests", "moreThanARunTakesIn"),
    Limit(
      "files of a month", number(Inbox.mostFiles), "`file-unreadable`", "PipelineTests/LimitTests",
      "moreFilesThanAreRead"),
    Limit(
      "answers of a file's rows", number(AnswerLimits.least.file), "`file-broken`; the rows before count",
      "IngestTests/AnswerLimitTests", "moreAnswersThanAreReadOfAFile"),
    Limit(
      "answers of a month's files together", number(AnswerLimits.least.month),
      "`file-beyond-month` for those with the most", "PipelineTests/LimitTests",
      "moreAnswersThanAreReadOfAMonth"),
    Limit(
      "cells of ledgers' rows of a file", number(AnswerLimits.ledgerCells),
      "`file-broken`; the rows before count",
      "IngestTests/AnswerLimitTests", "moreCellsThanAreReadOfALedger"),
    Limit(
      "what is kept of the rows of ledgers of a month's files", megabytes(AnswerLimits.ledgerBytes),
      "`file-beyond-month` for those with the most", "PipelineTests/LimitTests",
      "moreRowsOfLedgersThanAreKeptOfAMonth"),
    Limit(
      "rows of `received.csv`", number(ReceivedList.mostRows), "`received-long`",
      "IngestTests/ReceivedListTests", "moreRowsThanAreRead"),
    Limit(
      "folders in one another", number(Inbox.deepest), "`file-unreadable`", "CommandTests/BadInputTests",
      "oneBadFile"),
    Limit(
      "findings of a file", number(FindingLog.limit), "`findings-more`: “and 4,210 more”",
      "IngestTests/SubmissionReaderTests", "limitsTheFindingsOfAFile"),
    Limit(
      "findings of a month's files together", number(ReturnsAssembler.mostFindings),
      "fewer of each file, and `findings-more`", "PipelineTests/LimitTests", "moreFindingsThanAreKeptOfAMonth"
    ),
    Limit(
      "findings of a check", number(CheckLog.limit), "`check-more`", "CheckTests/OwnCheckTests",
      "manyFindingsAreCut"),
  ]
  static let tables = [
    Limit(
      "a cell", megabytes(CSVReader.maximumFieldLength), "`file-broken`", "IngestTests/CSVReaderTests",
      "limitsFieldsAndRecords"),
    Limit(
      "a row", megabytes(CSVReader.maximumRecordLength), "`file-broken`", "IngestTests/CSVReaderTests",
      "limitsFieldsAndRecords"),
    Limit(
      "columns", number(CSVReader.maximumColumns), "`file-broken`", "IngestTests/CSVReaderTests",
      "readsAsManyColumnsAsASpreadsheetHas"),
    Limit(
      "a text item, in characters", number(TextCell.limit), "`text-too-long`; the beginning is kept",
      "ReportsTests/FindingsPageTests", "everyFindingHasItsPlaceInTheFixture"),
    Limit(
      "a name, code or title that is looked for, in characters", number(Folding.longestName),
      "what follows is not looked at", "IngestTests/LongTextTests", "inEveryColumn"),
    Limit(
      "marks that combine with one character", number(CombiningMarks.most), "those that follow are left out",
      "IngestTests/LongTextTests", "marksBeyondThoseOfAnyWriting"),
  ]
  static let workbooks = [
    Limit(
      "a part of a workbook, unpacked", megabytes(ZipArchive.maximumPart), "`workbook-too-large`",
      "IngestTests/HostileWorkbookTests", "partsThatUnpackWithoutEnd"),
    Limit(
      "sheets", number(WorkbookLimits.sheets), "`workbook-too-large`", "IngestTests/HostileWorkbookTests",
      "moreSheetsThanAreRead"),
    Limit(
      "a sheet's name, in characters", number(WorkbookSheet.longestName), "what follows is left out",
      "IngestTests/HostileWorkbookTests", "namesOfSheetsWithoutEnd"),
    Limit(
      "rows of a sheet", number(WorkbookLimits.rows), "`workbook-too-large`",
      "IngestTests/HostileWorkbookTests",
      "placesBeyondTheSheet"),
    Limit(
      "places of a sheet up to the last cell of each row", number(WorkbookLimits.places),
      "`workbook-too-large`",
      "IngestTests/HostileWorkbookTests", "rowsSpreadFarApart"),
    Limit(
      "text of all cells, one that is shared counted for each", megabytes(WorkbookLimits.texts),
      "`workbook-too-large`", "IngestTests/HostileWorkbookTests", "moreTextThanIsRead"),
    Limit(
      "characters of all texts of an `.xls`", number(LegacyRoom.characters), "`workbook-too-large`",
      "IngestTests/LegacyRoomTests", "moreTextsThanAreRead"),
    Limit(
      "elements of XML in one another", number(XMLHandler.maximumDepth), "`file-damaged`",
      "IngestTests/HostileWorkbookTests", "deepAndLongElements"),
  ]
  static let figures = [
    Limit(
      "units, where the registry is made of codes", number(FigureLimits().codes), "exit code 65",
      "PipelineTests/FigureLimitTests", "moreCodes"),
    Limit(
      "months that rows of ledgers name", number(FigureLimits().months), "exit code 65",
      "PipelineTests/FigureLimitTests", "moreMonths"),
    Limit(
      "sums of a ledger, of all months and units", number(FigureLimits().sums), "exit code 65",
      "PipelineTests/FigureLimitTests", "moreSums"),
  ]
  static let configuration = [
    Limit(
      "a configuration file", megabytes(ConfigFile.maximumSize), "exit code 78", "PipelineTests/LimitTests",
      "aConfigurationThatIsTooLarge"),
    Limit(
      "keys and values of a file", number(ConfigFile.mostNodes), "exit code 78", "PipelineTests/LimitTests",
      "moreKeysAndValuesThanAFileMayHave"),
    Limit(
      "mistakes of a file that are shown", number(ConfigFile.mostMistakes), "“and 4,210 more”",
      "PipelineTests/LimitTests", "moreMistakesThanAreShown"),
    Limit(
      "mistakes of a registry that are shown", number(RegistryProblems.limit), "“and 100 more”",
      "IngestTests/RegistryReaderTests", "manyProblemsAreCutShort"),
    Limit(
      "characters of a formula", number(Lexer.lengthLimit), "exit code 78", "FormulaTests/FormulaErrorTests",
      ""),
    Limit(
      "parentheses, `not` and `-` in one another", number(Parser.depthLimit), "exit code 78",
      "FormulaTests/FormulaErrorTests", ""),
    Limit("groups", number(GroupReader.maximum), "exit code 78", "PipelineTests/GroupConfigTests", ""),
  ]

  static func table(_ limits: [Limit]) -> String {
    "| what | at most | beyond it | test |\n|---|---:|---|---|\n"
      + limits.map { limit in
        let test = limit.test.isEmpty ? limit.suite : "\(limit.suite), \(limit.test)"
        return "| \(limit.what) | \(limit.value) | \(limit.beyond) | \(test) |\n"
      }.joined()
  }

  private func page() -> String {
    """
    # Limits

    What yuebao reads at most, so that no file can take the machine's memory or time. Nothing is cut without a word:
    beyond each limit stands a finding ([findings.md](findings.md)), or a message and an exit code. Made from the code;
    `make golden` writes it anew.

    ## The inbox

    \(Self.table(Self.inbox))
    New files are in memory until they are recorded; of those that are in the history already, \
    \(Self.megabytes(InboxFile.portionSize)) or one file at a
    time, and \(Self.megabytes(InboxAhead.most)) of small ones that are read ahead. A file of which more is found than is shown counts
    as it would if all were shown. An answer is a cell of a unit's row, blank or not, for each item of the form; where twice
    (for a file) or four times (for a month) as many as all units owe are more than stands here, that is the limit. Rows of
    ledgers are added up as they are read; kept are 16 bytes for each row with a key, 12 for each value of a median and the
    like, and of a ledger in `mode: changes` 22 for each row and 9 for each of its cells.

    ## Tables

    \(Self.table(Self.tables))
    ## Workbooks

    \(Self.table(Self.workbooks))
    A workbook has at most \(Self.megabytes(ZipArchive.maximumTotal)) when unpacked, \(Self.number(WorkbookLimits.cells)) cells with content and \
    \(Self.number(WorkbookLimits.styles)) styles; of merged ranges
    \(Self.number(WorkbookLimits.mergedRanges)) are kept.

    ## `yuebao figures`

    \(Self.table(Self.figures))
    Of units' rows it takes as many answers as a month's files may have together, else exit code 65: figures of half of
    the files would look like those of all. Ledgers of any size are read, in parts.

    ## Configuration

    \(Self.table(Self.configuration))
    registry.csv and explanations.csv have at most \(Self.megabytes(ConfigurationFiles.maximumRegistrySize)) each \
    (exit code 78). YAML that is nested too deeply is
    refused by its reader (exit code 78).

    """
  }

  @Test func pageIsWhatTheCodeHas() throws {
    try Golden.compare(page(), withFile: Golden.root + "/docs/limits.md")
  }

  @Test func everyTestThatIsNamedIsThere() throws {
    for limit in Self.inbox + Self.tables + Self.workbooks + Self.figures + Self.configuration {
      let source = try String(contentsOfFile: "\(Golden.root)/Tests/\(limit.suite).swift", encoding: .utf8)
      #expect(limit.test.isEmpty || source.contains("func \(limit.test)("), "\(limit.suite) \(limit.test)")
    }
  }
}
