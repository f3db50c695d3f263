import Foundation
import Ingest
import Model
import Testing

@testable import Pipeline

/// What is read of each file of `fixtures/sheets`, whole: the rows that count, with every answer, and the
/// findings.
@Suite struct SheetsTests {
  private static let folder = Golden.root + "/fixtures/sheets"

  /// The files, by their paths in the folder. A folder on the way is a sender, or a month where it is not June.
  static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) != nil
      return !isFolder && !name.hasSuffix(".golden") && !name.hasSuffix(".md") && !name.hasPrefix("campaign/")
    }.sorted()
  }()

  @Test(arguments: files) func isReadAsRecorded(file: String) throws {
    let workspace = try Workspace.open(Self.folder + "/campaign", language: nil)
    let parent = String(file.split(separator: "/").dropLast().last ?? "")
    let month = try #require(Month(parent) ?? Month("2016-06"))
    let roster = workspace.registry.roster(in: month)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + file))
    let submission = Submission(
      path: file, size: 0, sha256: "", sender: UnitCode(parent).flatMap { roster.index(of: $0) },
      received: LocalTime(minutes: 0))
    let reader = SubmissionReader(campaign: workspace.campaign, registry: workspace.registry, roster: roster)
    // The data outlives the call.
    let reading = unsafe bytes.withUnsafeBytes { unsafe reader.read($0, of: submission) }
    let (returns, findings) = ReturnsAssembler.assemble(
      [reading], campaign: workspace.campaign, roster: roster)
    let text = Self.answers(returns, workspace.campaign) + findings.map(Self.told).joined()
    try Golden.compare(text, withFile: Self.folder + "/" + file + ".golden")
  }

  /// No golden is left over.
  @Test func eachGoldenHasItsFile() throws {
    let goldens = try FileManager.default.subpathsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".golden")
    }
    for golden in goldens { #expect(Self.files.contains(String(golden.dropLast(7))), "\(golden)") }
  }

  @Test func readmeNamesEachFile() throws {
    let page = try String(contentsOfFile: Self.folder + "/README.md", encoding: .utf8)
    #expect(Self.files.count > 40)
    for file in Self.files { #expect(page.contains("| `\(file)` |"), "\(file)") }
  }

  private static func answers(_ returns: Returns, _ campaign: Campaign) -> String {
    let roster = returns.roster
    var lines: [(table: Int, row: Int, text: String)] = []
    for (form, sources) in returns.sources.enumerated() {
      for unit in roster.units.indices {
        let code = roster.units[unit].code
        switch returns.statuses[form][unit] {
        case .rejected: lines.append((.max, 0, "rejected: unit \(code)\n"))
        case .accepted, .notExpected:
          let source = sources[unit]
          let (table, row) = (Int(source.table), Int(source.row))
          guard source != .none else { continue }
          let sheet = returns.submissions[0].tables[table].sheet
          let expected = returns.statuses[form][unit] == .accepted ? "" : " (not expected)"
          var text = "\(sheet.isEmpty ? "" : sheet + " ")row \(row): \(code)\(expected)\n"
          for item in campaign.forms[form].items {
            let column = returns.columns[item]
            text += "  \(campaign.items[item].label): \(column.states[unit])"
            if column.states[unit] == .value {
              text += " \(value(column.values[unit], campaign.items[item].type, returns))"
            }
            text += "\n"
          }
          lines.append((table, row, text))
        default: break
        }
      }
    }
    let sorted = lines.sorted { ($0.table, $0.row, $0.text) < ($1.table, $1.row, $1.text) }
    return sorted.map(\.text).joined() + "\n"
  }

  private static func value(_ value: Int64, _ type: ItemType, _ returns: Returns) -> String {
    switch type {
    case .flag: value == 1 ? "yes" : "no"
    case .count: "\(value)"
    case .amount(let decimals):
      "\(value) / 1\(String(repeating: "0", count: decimals))"
    case .choice(let choices): choices[Int(value)].label
    case .date: Day(number: Int(value)).description
    case .text: "“\(returns.texts[Int(value)])”"
    case .key: "\(value)"
    }
  }

  private static func told(_ finding: Finding) -> String {
    let place = finding.place
    let cell = place.row == 0 ? place.columnLetters : place.columnLetters + "\(place.row)"
    let told = [place.sheet, cell, finding.unit.map { "\($0)" } ?? "", finding.item].filter { !$0.isEmpty }
    return "\(finding.severity.name) \(finding.code): \(told.joined(separator: " "))\n"
      + (finding.value.isEmpty ? "" : "  “\(finding.value)”\n") + "  \(finding.reason.message(.zh))\n"
  }
}
