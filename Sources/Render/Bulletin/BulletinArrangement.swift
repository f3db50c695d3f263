import Model

/// Puts the sections into the campaign's order, in its own words.
struct BulletinArrangement {
  let plan: BulletinPlan
  let templates: BulletinTemplates

  /// The sections that the program has made, with their names, in the order of the program.
  func sections(_ made: [(kind: SectionKind, section: Section)]) -> [Section] {
    order.compactMap { name in
      if let kind = SectionKind(rawValue: name) {
        return made.first { $0.kind == kind }.map { worded($0.section, name) }
      }
      return own(name)
    }
  }

  /// The names of sections. A revised edition tells what it corrects whatever the campaign says: where the list of
  /// errata is not named it comes first.
  private var order: [String] {
    let (errata, notes) = (SectionKind.errata.rawValue, SectionKind.notes.rawValue)
    if let sections = plan.sections { return sections.contains(errata) ? sections : [errata] + sections }
    return SectionKind.allCases.map(\.rawValue).filter { $0 != notes } + templates.own + [notes]
  }

  /// A section in the office's words: its heading, its first paragraphs, and what stands before and after.
  private func worded(_ section: Section, _ name: String) -> Section {
    let rest = section.blocks.drop { $0.paragraph != nil }
    let opening = section.blocks.compactMap(\.paragraph).prefix(section.blocks.count - rest.count)
    let own = templates.lines(name + ".opening", builtin: Array(opening)).map(BulletinTemplates.blocks)
    return Section(
      templates.line(name + ".heading", builtin: section.heading),
      free(name + ".before") + (own ?? opening.map { .paragraph($0) }) + rest + free(name + ".after"))
  }

  private func free(_ name: String) -> [Block] { BulletinTemplates.blocks(templates.lines(name) ?? []) }

  /// A section of the office's own: the first line is its heading.
  private func own(_ name: String) -> Section? {
    guard let lines = templates.lines(name), let heading = lines.first else { return nil }
    return Section(heading, BulletinTemplates.blocks(Array(lines.dropFirst())))
  }
}

extension Block {
  /// The text of a paragraph.
  var paragraph: String? {
    if case .paragraph(let text) = self { return text }
    return nil
  }
}
