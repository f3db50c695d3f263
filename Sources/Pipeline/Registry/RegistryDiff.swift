import Aggregate
public import Model
import Render

/// Says what changed between two registries, and proposes successors for the units that are gone.
public enum RegistryDiff {
  /// The proposals as CSV, and a summary for people.
  public struct Report: Sendable {
    /// A row for each unit that is gone, new, or changed under its code.
    public var csv: String
    /// How many of each kind, by how sure they are; lines without a trailing line feed.
    public var summary: String
  }

  /// Compares two registries, each a file or a campaign's folder: the first in its last month, the second in its
  /// first, where no month is given.
  ///
  /// Throws exit code 66 where a file is missing, and 78 where one is wrong or has no unit in its month.
  public static func report(
    _ old: String, _ new: String, oldMonth: Month?, newMonth: Month?, language: Language?
  ) throws(Failure) -> Report {
    let pair = try RegistryPair(old, new, language: language)
    guard let before = oldMonth ?? pair.old.lastMonth, let after = newMonth ?? pair.new.firstMonth else {
      throw Failure(.configuration, pair.language.pick("名录没有单位", "the registry has no unit"))
    }
    let difference = try pair.difference(before, after)
    return Report(
      csv: csv(difference, pair.language), summary: summary(difference, pair.language))
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? ["类别", "旧代码", "旧名称", "旧上级", "新代码", "新名称", "新上级", "把握", "理由", "采纳"]
      : [
        "kind", "old_code", "old_name", "old_path", "new_code", "new_name", "new_path", "confidence",
        "reason", "accept",
      ]
  }

  private static func csv(_ difference: RegistryDifference, _ language: Language) -> String {
    var writer = CSVWriter()
    writer.row(headings(language))
    for proposal in difference.proposals {
      writer.text(proposal.kind.label(language))
      write(proposal.old, of: difference.old, &writer)
      write(proposal.new, of: difference.new, &writer)
      if proposal.evidence == nil { writer.empty() } else { writer.number(proposal.confidence) }
      writer.text(proposal.reason(language))
      writer.empty()
      writer.endRow()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The code, the name and the names above, without the top.
  private static func write(_ unit: Int?, of roster: Roster, _ writer: inout CSVWriter) {
    guard let unit else {
      for _ in 0..<3 { writer.empty() }
      return
    }
    writer.text(roster.units[unit].code.description)
    writer.text(roster.units[unit].name)
    let above = roster.path(to: unit).dropFirst().dropLast()
    writer.text(above.map { roster.units[$0].name }.joined(separator: " "))
  }

  /// The lowest confidence of each class, the surest first.
  private static let classes = [95, 80, 60, 1]

  private static func summary(_ difference: RegistryDifference, _ language: Language) -> String {
    let (old, new) = (difference.old, difference.new)
    var lines = [
      language.pick(
        "旧名录 \(old.month)：\(old.count) 个单位；新名录 \(new.month)：\(new.count) 个单位",
        "older registry in \(old.month): \(old.count) units; newer one in \(new.month): \(new.count)")
    ]
    let headings = language.pick("类别 合计 95–100 80–94 60–79 1–59", "kind all 95–100 80–94 60–79 1–59")
    lines.append(headings.split(separator: " ").joined(separator: "\t"))
    for kind in UnitProposal.Kind.allCases {
      let found = difference.proposals.filter { $0.kind == kind }
      if found.isEmpty { continue }
      let counts = classes.map { lowest in
        found.count { found in found.confidence > 0 && classes.first { found.confidence >= $0 } == lowest }
      }
      let hasNone = kind == .gone || kind == .new
      let cells = [found.count] + (hasNone ? [] : counts)
      lines.append(([kind.label(language)] + cells.map(String.init)).joined(separator: "\t"))
    }
    lines.append(odd(difference, language))
    let exchanged = difference.proposals.count { $0.evidence?.isExchange ?? false }
    if exchanged > 0 {
      lines.append(
        language.pick(
          "代码未变而原名称已属另一代码：\(exchanged) 个。代码若已互换，逐单位对比将张冠李戴，请核实",
          "same code, but the old name now has another one: \(exchanged). If codes were exchanged, comparing "
            + "unit by unit compares different units; check them"))
    }
    return lines.joined(separator: "\n")
  }

  /// How many of the units whose code is gone are none of the state's divisions.
  private static func odd(_ difference: RegistryDifference, _ language: Language) -> String {
    let gone = difference.proposals.filter { [.recoded, .merged, .split, .gone].contains($0.kind) }
    let odd = gone.filter { $0.isOdd(old: difference.old, new: difference.new) }
    let led = odd.count { $0.new != nil }
    return language.pick(
      "代码停用 \(gone.count) 个，其中开发区、农场等 \(odd.count) 个（有建议 \(led) 个）",
      "codes gone: \(gone.count), of them zones, farms and the like: \(odd.count) (\(led) with a proposal)")
  }
}
