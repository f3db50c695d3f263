import Aggregate
import Ingest
public import Model

/// Joins two registries into one dated one.
public enum RegistryUpdate {
  /// The registry as CSV, and a summary for people.
  public struct Report: Sendable {
    /// registry.csv.
    public var csv: String
    /// What was ended and begun; a line without a trailing line feed.
    public var summary: String
  }

  /// The first registry before a month, the second from it on, each a file or a campaign's folder. Units that
  /// end get the successors that are accepted: in the file `accepted`, and of the proposals that it does not
  /// decide on all with at least the confidence `level`.
  ///
  /// Throws exit code 66 where a file is missing, and 78 where one is wrong.
  public static func report(
    _ old: String, _ new: String, from month: Month, accepted: String?, level: Int?, language: Language?
  ) throws(Failure) -> Report {
    let pair = try RegistryPair(old, new, language: language)
    let language = pair.language
    guard let eve = month.previous else {
      throw Failure(.usage, language.pick("\(month) 之前没有月份", "there is no month before \(month)"))
    }
    let difference = try pair.difference(eve, month)
    let successors = try successors(difference, accepted, level, language)
    guard let merge = RegistryMerge(pair.old, pair.new, from: month, successors: successors) else {
      throw Failure(.software, "no month before \(month)")
    }
    let csv = RegistryText.csv(merge.rows, pair.old.levels, pair.old.groups)
    do throws(RegistryProblems) {
      _ = try RegistryReader.read(
        Array(csv.utf8), file: "registry.csv", levels: pair.old.levels, groups: pair.old.groups)
    } catch {
      throw Failure(
        .configuration,
        language.pick("合成的名录不成立，未输出：\n", "the joined registry is not sound and is not printed:\n")
          + error.message(language))
    }
    return Report(csv: csv, summary: summary(difference, successors, language))
  }

  /// The successors that are accepted.
  private static func successors(
    _ difference: RegistryDifference, _ file: String?, _ level: Int?, _ language: Language
  ) throws(Failure) -> [UnitCode: UnitCode] {
    var successors: [UnitCode: UnitCode] = [:]
    if let level {
      for proposal in difference.proposals where proposal.confidence >= level {
        guard let old = proposal.old, let new = proposal.new else { continue }
        let (before, after) = (difference.old.units[old].code, difference.new.units[new].code)
        if before != after { successors[before] = after }
      }
    }
    guard let file else { return successors }
    let path = Path(file)
    let bytes = try ConfigurationFiles.read(path, limit: ConfigurationFiles.maximumRegistrySize, language)
    do throws(RegistryProblems) {
      let accepted = try AcceptedProposals(
        bytes, file: path.display, old: difference.old, new: difference.new)
      for (code, successor) in accepted.successors { successors[code] = successor }
    } catch {
      throw Failure(.configuration, error.message(language))
    }
    return successors
  }

  private static func summary(
    _ difference: RegistryDifference, _ successors: [UnitCode: UnitCode], _ language: Language
  ) -> String {
    let (old, new) = (difference.old, difference.new)
    let ended = old.units.filter { new.index(of: $0.code) == nil }
    let led = ended.count { successors[$0.code] != nil }
    let begun = new.units.count { old.index(of: $0.code) == nil }
    let changed = difference.proposals.count { [.renamed, .moved, .regrouped].contains($0.kind) }
    return language.pick(
      "停用 \(ended.count) 个单位（并入已填 \(led) 个，未填 \(ended.count - led) 个），启用 \(begun) 个，变更 \(changed) 个",
      "\(ended.count) units end (\(led) with a successor, \(ended.count - led) without), \(begun) begin, "
        + "\(changed) change")
  }
}

/// Writes registry.csv.
enum RegistryText {
  /// UTF-8, LF, the headings in English.
  static func csv(_ rows: [RegistryRow], _ levels: Levels, _ groups: [String]) -> String {
    var text = "code,name,level,parent,groups,from,to,successor,short\n"
    for row in rows {
      let isAlways = row.from == Month(year: 1, number: 1)
      let cells = [
        row.code.description, row.name, levels[row.level].id, row.parent?.description ?? "",
        row.groups.members.map { groups[$0] }.joined(separator: ";"),
        isAlways ? "" : row.from.description, row.to?.description ?? "", row.successor?.description ?? "",
        row.short,
      ]
      text += cells.map(quoted).joined(separator: ",") + "\n"
    }
    return text
  }

  /// A cell of RFC 4180.
  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
