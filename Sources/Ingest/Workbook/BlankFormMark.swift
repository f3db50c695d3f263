import Model

/// What the hidden sheet of a blank form says of it: rows of a name and a value, the first of which says that
/// it is one.
struct BlankFormMark {
  /// The form's id; empty where the sheet does not say.
  private(set) var form = ""
  /// The month that it was made for.
  private(set) var month: Month?

  /// The rows that are read.
  private static let lastRow = 10

  /// Reads the hidden sheet; `nil` where it is not that of a blank form.
  init?(_ source: some RecordSource) {
    var source = source
    var record = Record()
    var isMark = false
    while (try? source.next(into: &record)) == true, record.row <= BlankFormMark.lastRow, record.count > 0 {
      let (name, value) = (record.text(0) ?? "", record.count > 1 ? record.text(1) ?? "" : "")
      if !isMark {
        guard record.row == 1, name == BlankFormSeal.name, value == BlankFormSeal.value else { return nil }
        isMark = true
      }
      switch name {
      case "form": form = value
      case "month": month = Month(value)
      default: break
      }
    }
    guard isMark else { return nil }
  }
}

extension SubmissionReader {
  /// The marks of the blank forms that a workbook was made of, by the position of their sheets.
  static func marks(_ workbook: some Workbook) -> [Int: BlankFormMark] {
    var marks: [Int: BlankFormMark] = [:]
    for (place, sheet) in workbook.sheets.enumerated()
    where sheet.visibility != .visible && sheet.name == BlankFormSeal.name {
      guard let source = try? workbook.records(of: place), let mark = BlankFormMark(source) else { continue }
      marks[place] = mark
    }
    return marks
  }
}

extension SheetReading {
  /// Says that a blank form is that of another month: then nothing of the file counts.
  mutating func checkMonth(_ mark: BlankFormMark) {
    guard let month = mark.month, month != context.roster.month else { return }
    templateMonth = month
    log.sheet = ""
    log.add(MonthDiffers(given: month, wanted: context.roster.month, source: .blankForm))
  }

  /// Says that another form was read than the one which the blank form was made for.
  mutating func checkForm(_ mark: BlankFormMark) {
    let forms = reading.submission.tables.map { context.campaign.forms[$0.form] }
    guard !mark.form.isEmpty, let read = forms.first, !forms.contains(where: { $0.id == mark.form }) else {
      return
    }
    let title = context.campaign.forms.first { $0.id == mark.form }?.title ?? mark.form
    log.sheet = ""
    log.add(FormDiffers(given: Excerpt.of(title), read: read.title))
  }
}
