public import Model
import Render

/// The formats of a blank form.
public enum BlankFormat: String, Sendable, CaseIterable {
  /// A workbook with drop-down lists and locked headings.
  case xlsx
  /// The same headings and units as text.
  case csv
}

extension Workspace {
  /// Writes the form that a unit should fill in with all below it, and answers with its path: `output`, or
  /// `FORM-CODE-MONTH` in the current folder. Without a month, the latest in the inbox.
  ///
  /// Throws exit code 64 where unit or form are unknown or the form is not owed, and 73 where a file is there
  /// already or cannot be written.
  public func writeBlankForm(
    for name: String?, form id: String?, month: Month?, format: BlankFormat, output: String?
  ) throws(Failure) -> String {
    let form = try blankForm(for: name, form: id, month: month, format: format)
    let path = Path(output ?? form.name)
    do throws(SystemError) {
      try FileSystem.write(form.bytes, to: path)
    } catch {
      let language = campaign.language
      throw Failure(
        writing: language.pick("报表", "the form"), error,
        kept: language.pick("没有改动任何内容", "nothing was changed"), language)
    }
    return path.display
  }

  /// The form that a unit should fill in with all below it, and `FORM-CODE-MONTH.xlsx` or `.csv` as the name of its
  /// file. Without a month, the latest in the inbox.
  ///
  /// Throws exit code 64 where unit or form are unknown or the form is not owed.
  public func blankForm(
    for name: String?, form id: String?, month asked: Month?, format: BlankFormat
  ) throws(Failure) -> (name: String, bytes: [UInt8]) {
    let language = campaign.language
    let latest = try inboxMonths().last
    guard let month = asked ?? latest else { throw try noMonths() }
    let roster = registry.roster(in: month)
    guard roster.count > 0 else {
      throw Failure(
        .configuration,
        language.pick(
          "registry.csv在\(roster.month)没有单位，请查看“启用”“停用”两列",
          "registry.csv has no unit in \(roster.month); see 'from' and 'to'"))
    }
    let unit = try name.map { name throws(Failure) in
      try UnitFinder.find(name, in: roster, language)
    }
    let form = try blankForm(of: unit ?? 0, id: id, roster)
    return (form.name + "." + format.rawValue, try bytes(of: form, format))
  }

  private func bytes(of form: BlankForm, _ format: BlankFormat) throws(Failure) -> [UInt8] {
    guard format == .xlsx else { return BlankFormCSV.render(form) }
    do throws(WorkbookError) {
      return try BlankFormWorkbook.render(form)
    } catch {
      throw Failure(
        .cannotCreate,
        campaign.language.pick("报表生成不了：\(error)", "the form cannot be made: \(error)"))
    }
  }

  /// The form named, or the only one that is owed at or below the unit.
  func blankForm(of unit: Int, id: String?, _ roster: Roster) throws(Failure) -> BlankForm {
    let language = campaign.language
    if let id, !campaign.forms.contains(where: { $0.id == id }) {
      let nearest = Nearest.name(to: id, among: campaign.forms.map(\.id))
      let hint = nearest.map { language.pick("，是否应为“\($0)”？", "; did you mean '\($0)'?") } ?? ""
      throw Failure(.usage, language.pick("没有报表“\(id)”", "there is no form '\(id)'") + hint)
    }
    let owed = campaign.monthlyForms.filter { id == nil || campaign.forms[$0].id == id }
      .compactMap { BlankForm(campaign: campaign, form: $0, unit: unit, roster: roster) }
    if let only = owed.first, owed.count == 1 { return only }
    let name = roster.units[unit].name
    guard !owed.isEmpty else {
      throw Failure(
        .usage, language.pick("“\(name)”及其下级都不填这一报表", "no unit at or below '\(name)' fills in the form"))
    }
    let ids = owed.map { campaign.forms[$0.form].id }.joined(separator: language.pick("、", ", "))
    throw Failure(
      .usage,
      language.pick(
        "“\(name)”要填\(owed.count)张报表，请用 --form 指定：\(ids)",
        "'\(name)' fills in \(owed.count) forms; name one with --form: \(ids)"))
  }
}
