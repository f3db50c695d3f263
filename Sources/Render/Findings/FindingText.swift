public import Model

/// A finding in one line.
public enum FindingText {
  /// `11/110101.csv, row 7, column C: message`, in the reader's language.
  public static func line(_ finding: Finding, _ language: Language) -> String {
    let place = place(finding.place, language)
    let message = finding.reason.message(language)
    var subject = finding.unit.map(\.description) ?? ""
    if !finding.item.isEmpty { subject += (subject.isEmpty ? "" : " ") + finding.item }
    if !finding.value.isEmpty {
      subject += (subject.isEmpty ? "" : " ") + language.pick("“\(finding.value)”", "\"\(finding.value)\"")
    }
    let about = subject.isEmpty ? "" : language.pick("（\(subject)）", " (\(subject))")
    return place + about + language.pick("：", ": ") + message
  }

  /// The file, sheet, row and column, as a spreadsheet program shows them.
  public static func place(_ place: Place, _ language: Language) -> String {
    var parts: [String] = place.file.isEmpty ? [] : [place.file]
    if !place.sheet.isEmpty { parts.append(language.pick("工作表“\(place.sheet)”", "sheet \(place.sheet)")) }
    if place.row > 0 { parts.append(language.pick("第\(place.row)行", "row \(place.row)")) }
    if place.column > 0 {
      parts.append(language.pick("\(place.columnLetters)列", "column \(place.columnLetters)"))
    }
    return parts.joined(separator: language.pick(" ", ", "))
  }

  /// The headings of a table of findings: weight, place, unit, item, value, message.
  static func headings(_ language: Language) -> [String] {
    language == .zh
      ? ["程度", "位置", "单位", "填报项", "原值", "怎样改正"]
      : ["Weight", "Place", "Unit", "Item", "Value", "What to do"]
  }

  /// The place without the file; 整个文件 where it is about the whole of it.
  static func placeInFile(_ place: Place, _ language: Language) -> String {
    var inner = place
    inner.file = ""
    let text = self.place(inner, language)
    return text.isEmpty ? language.pick("整个文件", "whole file") : text
  }

  /// The unit's code, with its name where the registry has it.
  static func unit(_ finding: Finding, _ roster: Roster) -> String {
    guard let code = finding.unit else { return "" }
    return roster.index(of: code).map { "\(code) \(roster.units[$0].shownName)" } ?? "\(code)"
  }
}
