import Model
import Mustache

/// The office's own words for one edition: its templates, filled in.
struct BulletinTemplates {
  /// What a template of a section says.
  enum Role: String, CaseIterable {
    case heading, opening, before, after
  }

  /// The names of files, without `.mustache`, but for sections of the office's own.
  static let names: [String] =
    ["title", "byline", "headline"]
    + SectionKind.allCases.flatMap { kind in Role.allCases.map { "\(kind.rawValue).\($0.rawValue)" } }

  /// Texts are put in as they are: each format escapes what it shows, templates and fields alike.
  static let plain = "{{% CONTENT_TYPE:TEXT}}\n"

  private let templates: [String: MustacheTemplate]
  private let fields: [String: Any]

  /// The campaign's templates with the fields of an edition.
  init(_ edition: Edition, _ words: Words) {
    // The campaign's reader has parsed every template already.
    let parsed = edition.campaign.templates.compactMap { template in
      (try? MustacheTemplate(string: BulletinTemplates.plain + template.text)).map { (template.name, $0) }
    }
    templates = Dictionary(parsed, uniquingKeysWith: { first, _ in first })
    fields = parsed.isEmpty ? [:] : TemplateFields(edition, words).values
  }

  /// The names of sections of the office's own, sorted.
  var own: [String] { templates.keys.filter { $0.hasPrefix(SectionKind.ownPrefix) }.sorted() }

  /// The lines of a template that are not blank; `nil` where there is none of that name. `builtin` are the paragraphs
  /// in whose place it stands.
  func lines(_ name: String, builtin: [String] = []) -> [String]? {
    guard let template = templates[name] else { return nil }
    var fields = fields
    fields["builtin"] = TemplateFields.list(builtin.map { ["text": TemplateValue($0)] })
    return template.render(fields).split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }
      .filter { !$0.isEmpty }
  }

  /// The same on one line; `builtin` itself where there is no such template, or it says nothing.
  func line(_ name: String, builtin: String) -> String {
    let text = lines(name, builtin: [builtin])?.joined(separator: " ") ?? ""
    return text.isEmpty ? builtin : text
  }

  /// Lines as blocks: each is a paragraph, those that begin with `- ` are a list.
  static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    for line in lines {
      guard line.hasPrefix("- ") else {
        blocks.append(.paragraph(line))
        continue
      }
      let item = String(line.dropFirst(2)).trimmingBlanks
      if case .list(let items) = blocks.last {
        blocks[blocks.count - 1] = .list(items + [item])
      } else {
        blocks.append(.list([item]))
      }
    }
    return blocks
  }
}

/// A text in a field, on one line.
struct TemplateValue: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }

  init(_ text: String) {
    renderText = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
