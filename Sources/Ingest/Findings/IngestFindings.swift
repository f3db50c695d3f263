public import Model

/// The findings of this stage.
public enum IngestFindings {
  /// One example of each reason, and of each form that its message takes.
  public static let examples: [any FindingReason] =
    files + headings + cells + rows + repeats + receipts + ledgers

  private static let files: [any FindingReason] =
    [FileEmpty(), FileNoRows()] + BinaryKind.allCases.map { FileNotText($0) }
    + [
      FileVanished(), FileNotKept(), FileUnreadable(error: "Permission denied"),
      FileTooLarge(size: 300 << 20, limit: SubmissionReader.maximumSize),
      FileDeferred(limit: 1 << 30), FileBeyondMonth(),
    ] + RecordFault.Kind.allCases.filter { $0 != .notAWorkbook }.map(\.reason)
    + [FindingsMore(count: 4210)] + sheets

  private static let sheets: [any FindingReason] = [
    FileNoSheet(), SheetHidden(), SheetWithoutTable(), RowsHidden(count: 3), CellError(), CellFormulaEmpty(),
    FormDiffers(given: "对标整改月报表", read: "走访情况表"),
  ]

  private static let receipts: [any FindingReason] = [
    ReceivedUnreadable(), ReceivedTooLong(most: ReceivedList.mostRows),
    ReceivedHeadingMissing(names: ["file", "文件"]), ReceivedFileEmpty(),
    ReceivedTwice(row: 7), ReceivedTimeUnclear(), ReceivedUnitUnclear(), ReceivedUnitUnknown(),
    ReceivedFileMissing(), FileNotRegular(),
  ]

  private static let ledgers: [any FindingReason] = [
    LedgerKeyShort(length: 9), LedgerKeyMissing(), LedgerKeyTwice(row: 7), LedgerDatesReversed(),
  ]

  private static let headings: [any FindingReason] = [
    HeadingNotFound(.none, items: ["动员会", "述评会"]),
    HeadingNotFound(.itemsWithoutCode(similar: "单位代号"), items: ["动员会", "述评会"]),
    HeadingNotFound(.itemsWithoutCode(similar: nil), items: ["动员会", "述评会"]),
    HeadingNotFound(.codeWithoutItems, items: ["动员会", "述评会"]),
    HeadingNotFound(.fullWidthCommas, items: ["动员会", "述评会"]),
    HeadingNotFound(.garbled, items: []), HeadingUnknown(nearest: "动员会"), HeadingUnknown(nearest: nil),
    ColumnMissing(), HeadingMeasureDiffers(given: "元", wanted: "万元"),
    HeadingMeasureDiffers(given: "万元", wanted: ""),
    HeadingDuplicate(other: "D"),
  ]

  private static let cells: [any FindingReason] = [
    CellNotACount(), CellNotAnAmount(decimals: 2), CellNegative(), CellTooManyDecimals(decimals: 2),
    CellTooManyDecimals(decimals: 0), CellGrouping(), CellTooLarge(), CellNotAFlag(),
    CellNotAChoice(choices: ["好", "中", "差"]), CellNotADate(isImpossible: false),
    CellNotADate(isImpossible: true), CellPercent(), CellNoneWord(), CellFootnote(), CellUnclearMultiple(),
    CellOtherMeasure(measure: "万元"), CellUndecodable(), TextShortened(), CellNotAsked(),
  ]

  private static let rows: [any FindingReason] =
    [
      CodeLostDigits(), CodeMissing(), RowTooLong(), RowHasNUL(), TotalRow(), RowNotAReturn(), SampleRow(),
      RowsAfterEnd(count: 3),
      TotalDiffers(stated: 38, computed: 36, decimals: 0),
      TotalDiffers(stated: 1250, computed: 1350, decimals: 2),
      UnitNotExpected(), UnitNameDiffers(registered: "城关镇"),
    ] + units + months

  private static let units: [any FindingReason] =
    example("110101", "东城区").map { unit in
      guard let from = Month("2016-01"), let to = Month("2016-05"), let month = Month("2016-06") else {
        return []
      }
      return [
        UnitUnknown(month: month, hint: .none), UnitUnknown(month: month, hint: .sameName(unit)),
        UnitUnknown(month: month, hint: .otherMonths(from: from, to: to, successor: unit)),
        UnitUnknown(month: from, hint: .otherMonths(from: month, to: nil, successor: nil)),
        UnitOutsideSender(sender: unit), UnitFormerName(today: unit), UnitCodeCompleted(whole: unit.code),
        UnitAmbiguous(candidates: [UnitCandidate(unit: unit, parent: "北京市")], count: 1),
        UnitAmbiguous(
          candidates: Array(repeating: UnitCandidate(unit: unit, parent: "北京市"), count: 5), count: 88),
        UnitNameUnknown(candidates: []),
        UnitNameUnknown(candidates: [UnitCandidate(unit: unit, parent: "北京市")]), NameMissing(),
      ]
    } ?? []

  private static let months: [any FindingReason] =
    Month("2016-06").flatMap { wanted in
      Month("2016-05").map {
        [
          MonthDiffers(given: $0, wanted: wanted), MonthDiffers(given: $0, wanted: wanted, source: .title),
          MonthDiffers(given: $0, wanted: wanted, source: .blankForm),
          MonthUnreadable(wanted: wanted), MonthZeroDropped(month: wanted),
        ]
      }
    } ?? []

  private static let repeats: [any FindingReason] =
    [
      UnitRepeated(other: OtherRow(file: "", row: 7)),
      UnitTwice(other: OtherRow(file: "13/县.csv", row: 7)),
      UnitTwice(other: OtherRow(file: "", row: 7)),
      UnitSuperseded(other: OtherRow(file: "13/县-更正.csv", row: 7)),
    ]
    + [1, 3].compactMap { count in
      example("110101", "东城区").map { FileReplaced(before: "3f1c9a02b7d4", unit: $0, count: count) }
    }

  private static func example(_ code: String, _ name: String) -> NamedUnit? {
    UnitCode(code).map { NamedUnit(code: $0, name: name) }
  }
}
