import Foundation
import Model
import Testing

@testable import Render

/// `docs/templates.md` lists every field as the code has it.
@Suite struct TemplatesPageTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/templates.md")

  private static func rows(_ fields: [TemplateField], _ depth: String = "") -> [String] {
    fields.flatMap { field -> [String] in
      let name = depth + field.name
      switch field.kind {
      case .text: return ["| `\(name)` | text | \(field.note) |"]
      case .flag: return ["| `\(name)` | yes or no | \(field.note) |"]
      case .list(let inner):
        let own = inner.filter { field in !TemplateField.ends.contains { $0.name == field.name } }
        return ["| `\(name)` | list | \(field.note) |"] + rows(own, name + " › ")
      case .object(let inner): return ["| `\(name)` | fields | \(field.note) |"] + rows(inner, name + ".")
      }
    }
  }

  private static var table: String {
    let all = TemplateSchema.general + TemplateSchema.figures + TemplateSchema.returns
    let named =
      rows(TemplateSchema.rate + [TemplateSchema.known], "rate.ID.LEVEL.")
      + rows(TemplateSchema.total + [TemplateSchema.known], "total.ID.")
    return (["| field | kind | says |", "|---|---|---|"] + rows(all) + named).joined(separator: "\n") + "\n"
  }

  @Test func pageHasEveryField() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    let parts = page.components(separatedBy: "<!-- fields: made from the code -->\n")
    try #require(parts.count == 3)
    if ProcessInfo.processInfo.environment["YUEBAO_RECORD"] == "1" {
      let made = [parts[0], Self.table, parts[2]].joined(separator: "<!-- fields: made from the code -->\n")
      try made.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/templates.md anew")
      return
    }
    #expect(parts[1] == Self.table, "`make golden` writes it anew")
  }

  @Test func pageNamesEverySection() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    for kind in SectionKind.allCases { #expect(page.contains("`\(kind.rawValue)`"), "\(kind)") }
  }
}
