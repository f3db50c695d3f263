import Model
import Render

/// Who has reported: a line a child unit, and the missing by name.
public enum StatusReport {
  /// The report of a unit as lines of text.
  public static func lines(_ run: MonthRun, unit: Int, missingOnly: Bool) -> [String] {
    let edition = run.edition(of: unit)
    let language = edition.language
    guard !missingOnly else { return missing(edition) }
    let headings = language.pick("应报 按时 逾期 未报 不予采用 单位", "expected on-time late missing rejected unit")
      .split(separator: " ").map(String.init)
    var lines = [headings.joined(separator: "\t")]
    for child in [unit] + run.roster.children(of: unit) {
      let tally = edition.reporting.reduce(into: ReportingTally()) { $0.add($1.total(child)) }
      guard tally.expected > 0 else { continue }
      let found = run.roster.units[child]
      let numbers = [tally.expected, tally.onTime, tally.late, tally.missing, tally.rejected]
      lines.append((numbers.map(String.init) + ["\(found.code) \(found.name)"]).joined(separator: "\t"))
    }
    return lines
  }

  /// `code<TAB>path of names<TAB>form<TAB>status` for each return that is owed and does not count.
  private static func missing(_ edition: Edition) -> [String] {
    let roster = edition.roster
    return (edition.unit..<Int(roster.end[edition.unit])).flatMap { unit in
      edition.reporting.compactMap { reporting in
        let status = reporting.punctuality[unit]
        guard status == .missing || status == .rejected else { return nil }
        let names = roster.path(to: unit).dropFirst().map { roster.units[$0].name }
        return [
          roster.units[unit].code.description, names.joined(separator: " "),
          edition.campaign.forms[reporting.form].title, status.label(edition.language),
        ].joined(separator: "\t")
      }
    }
  }
}
